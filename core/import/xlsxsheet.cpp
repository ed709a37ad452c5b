// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xlsxsheet.h"

#include "core/import/utf8.h"

#include <utility>

namespace winnow {

namespace {

constexpr int kLetters = 26;

template <typename Number> std::optional<Number> wholeNumber(std::string_view text)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty()
        ? std::optional<Number>(number)
        : std::nullopt;
}

/// The column of a reference such as BC7, from 0; -1 when it is none.
int columnOf(std::string_view reference)
{
    constexpr int kFarBeyond = 1 << 24;
    int column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > kFarBeyond) {
            break;
        }
        column = column * kLetters + (c - 'A' + 1);
    }
    return column - 1;
}

} // namespace

QString xlsxCellName(int column, qint64 row)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / kLetters) {
        letters.prepend(QChar(u'A' + (rest - 1) % kLetters));
    }
    return letters + QString::number(row);
}

XlsxSheet::XlsxSheet(const XlsxWorkbook& workbook, const ReadLimits& limits)
    : m_workbook(workbook)
    , m_limits(limits)
    , m_part(*this, limits.maxInflatedBytes)
{
}

XlsxSheet::~XlsxSheet() = default;

Result<> XlsxSheet::open(const QString& path, const XlsxWorkbook::Sheet& sheet)
{
    const auto found = m_part.open(path, sheet.part, m_limits.progress);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    if (!*found) {
        return damagedWorkbook(
            path, Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 is missing")).arg(sheet.part));
    }
    return {};
}

Result<std::vector<XlsxRow>> XlsxSheet::next()
{
    while (m_ready.empty()) {
        const auto more = m_part.read();
        if (!more) {
            return tl::unexpected<Error>(more.error());
        }
        if (!*more) {
            break;
        }
    }
    return std::exchange(m_ready, {});
}

void XlsxSheet::start(std::string_view name, const XmlAttributes& attributes)
{
    m_inside = Inside::Nothing;
    if (name == "c") {
        beginCell(attributes);
    } else if (name == "v") {
        m_inside = Inside::Value;
        m_hasValue = true;
    } else if (name == "row") {
        beginRow(attributes.value("r"));
    } else if (name == "t" && !m_inPhonetic) {
        m_inside = Inside::InlineText;
    } else if (name == "f") {
        m_inside = Inside::Formula;
        m_hasFormula = true;
    } else if (name == "rPh") {
        m_inPhonetic = true;
    }
}

void XlsxSheet::end(std::string_view name)
{
    m_inside = Inside::Nothing;
    if (name == "c") {
        endCell();
    } else if (name == "rPh") {
        m_inPhonetic = false;
    } else if (name == "row" && (!m_row.cells.empty() || !m_row.problem.isEmpty())) {
        m_ready.push_back(std::move(m_row));
        m_row = {};
    }
}

void XlsxSheet::text(std::string_view piece)
{
    constexpr size_t kShownOfFormula = 200;
    if (m_inside == Inside::Formula) {
        m_formula += piece.substr(0, kShownOfFormula - std::min(kShownOfFormula, m_formula.size()));
        return;
    }
    if (m_inside == Inside::Nothing || !m_row.problem.isEmpty()) {
        return;
    }
    m_value += piece;
    if (qint64(m_value.size() + m_row.text.size()) > m_limits.maxRecordBytes) {
        refuseRow(Sentence::of(QT_TRANSLATE_NOOP("Import", "a row of more than %1 bytes"))
                      .arg(m_limits.maxRecordBytes),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "a row within the size limit")));
    }
}

void XlsxSheet::beginRow(std::string_view number)
{
    constexpr qint64 kBeyond = 1 << 30;
    const auto told = wholeNumber<qint64>(number);
    m_number = told && *told > 0 && *told < kBeyond ? *told : m_number + 1;
    m_row = {};
    m_row.number = m_number;
    m_column = -1;
}

void XlsxSheet::beginCell(const XmlAttributes& attributes)
{
    int column = -1;
    m_type.clear();
    m_style = 0;
    attributes.each([&](std::string_view name, std::string_view value) {
        if (name == "r") {
            column = columnOf(value);
        } else if (name == "t") {
            m_type = value;
        } else if (name == "s") {
            m_style = wholeNumber<size_t>(value).value_or(0);
        }
    });
    m_column = column < 0 ? m_column + 1 : column;
    m_value.clear();
    m_formula.clear();
    m_hasValue = m_hasFormula = m_inPhonetic = false;
    if (m_column >= m_limits.maxColumns && m_row.problem.isEmpty()) {
        refuseRow(Sentence::of(QT_TRANSLATE_NOOP("Import", "more than %1 cells")).arg(m_limits.maxColumns),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "at most that many")));
    }
}

void XlsxSheet::endFormula()
{
    // A text result may be empty; who asks for computing on opening has written 0 for all results.
    const bool computed = m_hasValue && (!m_value.empty() || m_type == "str")
        && !(m_workbook.uncomputed && m_type != "str" && m_type != "e" && m_value == "0");
    if (!computed) {
        addCell(XlsxCell::Kind::UncomputedFormula, m_formula);
        m_value.clear();
    }
}

void XlsxSheet::endCell()
{
    if (!m_row.problem.isEmpty()) {
        return;
    }
    if (m_hasFormula) {
        endFormula();
    }
    if (m_value.empty()) {
        return;
    }
    if (m_type == "s") {
        if (const auto shared = wholeNumber<size_t>(trimmed(m_value))) {
            addCell(XlsxCell::Kind::SharedText, {}, *shared);
        } else {
            refuseRow(Sentence::of(QT_TRANSLATE_NOOP("Import", "a text that the workbook does not hold (%1)"))
                          .arg(xlsxCellName(m_column, m_number)),
                Sentence::of(QT_TRANSLATE_NOOP("Import", "a whole workbook")));
        }
    } else if (m_type == "b") {
        addCell(XlsxCell::Kind::Text, m_value == "1" || m_value == "true" ? "TRUE" : "FALSE");
    } else if (m_type == "e") {
        addCell(XlsxCell::Kind::Error, m_value);
    } else if (const auto number = m_type.empty() || m_type == "n" ? toNumber(m_value) : std::nullopt) {
        const auto date = xlsxDate(*number, m_workbook.kindOf(m_style), m_workbook.from1904);
        addCell(date ? XlsxCell::Kind::Text : XlsxCell::Kind::Number, date ? *date : xlsxNumber(*number));
    } else {
        addCell(XlsxCell::Kind::Text, m_value);
    }
}

void XlsxSheet::addCell(XlsxCell::Kind kind, std::string_view text, size_t shared)
{
    XlsxCell cell{kind, m_column, shared, m_row.text.size(), 0};
    if (kind == XlsxCell::Kind::Text) {
        appendXlsxText(m_row.text, text);
    } else {
        m_row.text += text;
    }
    cell.end = m_row.text.size();
    m_row.cells.push_back(cell);
}

void XlsxSheet::refuseRow(const Sentence& problem, const Sentence& expected)
{
    m_row = {};
    m_row.number = m_number;
    m_row.problem = problem;
    m_row.expected = expected;
}

XlsxSheetRows::XlsxSheetRows(const XlsxWorkbook& workbook, const ReadLimits& limits)
    : m_sheet(workbook, limits)
{
}

XlsxSheetRows::~XlsxSheetRows() = default;

Result<> XlsxSheetRows::open(const QString& path, const XlsxWorkbook::Sheet& sheet)
{
    WINNOW_TRY(m_sheet.open(path, sheet));
    m_bytesTotal = m_sheet.bytesTotal();
    constexpr qint64 kMostBytes = 2 << 20;
    m_ahead.emplace([this] { return makePiece(); },
        [](const Piece& piece) {
            qint64 bytes = 0;
            for (const XlsxRow& row : piece.rows) {
                bytes += qint64(row.text.capacity() + row.cells.capacity() * sizeof(XlsxCell) + sizeof(row));
            }
            return bytes;
        },
        kMostBytes);
    return {};
}

Result<std::optional<XlsxSheetRows::Piece>> XlsxSheetRows::makePiece()
{
    auto rows = m_sheet.next();
    if (!rows) {
        return tl::unexpected<Error>(std::move(rows.error()));
    }
    if (rows->empty()) {
        return std::optional<Piece>();
    }
    return std::optional<Piece>({*std::move(rows), m_sheet.bytesRead()});
}

Result<bool> XlsxSheetRows::next(XlsxRow& row)
{
    if (m_taken == m_piece.rows.size()) {
        auto piece = m_ahead->next();
        if (!piece) {
            return tl::unexpected<Error>(std::move(piece.error()));
        }
        if (!*piece) {
            return false;
        }
        m_piece = *std::move(*piece);
        m_taken = 0;
        m_bytesRead = m_piece.bytesRead;
    }
    row = std::move(m_piece.rows[m_taken++]);
    return true;
}

} // namespace winnow
