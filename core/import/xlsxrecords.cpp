// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xlsxrecords.h"

#include "core/import/filekind.h"
#include "core/import/utf8.h"
#include "core/import/xlsxsheet.h"

#include <simdjson.h>

namespace winnow {

namespace {

class XlsxSource : public RecordSource {
public:
    explicit XlsxSource(const ReadLimits& limits)
        : m_limits(limits)
        , m_texts(limits)
    {
    }

    Result<> open(const QString& path)
    {
        m_path = path;
        auto workbook = readXlsxWorkbook(path, m_limits);
        if (!workbook) {
            return tl::unexpected<Error>(std::move(workbook.error()));
        }
        m_workbook = std::move(*workbook);
        if (!m_workbook.sharedTexts.isEmpty()) {
            WINNOW_TRY(m_texts.open(path, m_workbook.sharedTexts));
        }
        for (const XlsxWorkbook::Sheet& sheet : std::as_const(m_workbook.sheets)) {
            if (!sheet.visible) {
                continue;
            }
            m_name = sheet.name;
            m_sheet.emplace(m_workbook, m_limits);
            WINNOW_TRY(m_sheet->open(path, sheet));
            const auto headed = readHeader();
            if (!headed) {
                return tl::unexpected<Error>(headed.error());
            }
            if (*headed) {
                return {};
            }
        }
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no visible sheet with a header row")).arg(path),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Check that it is a table with column names in the first row")));
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        for (;;) {
            record.cells.clear();
            record.items.clear();
            m_losses.clear();
            const auto more = m_sheet->next(m_row);
            if (!more) {
                return tl::unexpected<Error>(more.error());
            }
            if (!*more) {
                return Step::End;
            }
            problem = {};
            record.line = problem.line = m_row.number;
            const auto filled = fill(record, problem);
            if (!filled) {
                return tl::unexpected<Error>(filled.error());
            }
            const bool good = problem.found.isEmpty();
            // Shared texts may be empty, too.
            if (good && !*filled) {
                continue;
            }
            record.row = m_records++;
            return good ? Step::Record : Step::Bad;
        }
    }
    const std::vector<CellLoss>& losses() const override { return m_losses; }
    const ColumnNames& columns() const override { return m_columns; }
    qint64 bytesRead() const override { return m_sheet->bytesRead(); }
    qint64 bytesTotal() const override { return m_sheet->bytesTotal(); }
    QString layout() const override { return QStringLiteral("xlsx"); }
    QString layoutName() const override { return QStringLiteral("Excel, sheet \"%1\"").arg(m_name); }
    SentenceList notes() const override
    {
        QStringList others;
        for (const XlsxWorkbook::Sheet& sheet : m_workbook.sheets) {
            if (sheet.name != m_name) {
                others.append(sheet.name);
            }
        }
        if (others.isEmpty()) {
            return {};
        }
        return {Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The sheet \"%1\" is read; the workbook's other sheets are not: %2"))
                    .arg(m_name, others.join(QStringLiteral(", ")))};
    }

private:
    /// The columns of the first row that holds something; false when none does.
    Result<bool> readHeader()
    {
        RawRecord record;
        RecordProblem problem;
        for (;;) {
            const auto more = m_sheet->next(m_row);
            if (!more || !*more) {
                return more;
            }
            if (!m_row.problem.isEmpty()) {
                return fail(ErrorCode::LimitExceeded,
                    Sentence::of(
                        QT_TRANSLATE_NOOP("Error", "%1, line %2: the column names are %3, expected %4"))
                        .arg(m_path)
                        .arg(m_row.number)
                        .arg(m_row.problem)
                        .arg(m_row.expected));
            }
            bool any = false;
            for (const XlsxCell& cell : m_row.cells) {
                const auto text = textOf(cell);
                if (!text) {
                    return tl::unexpected<Error>(text.error());
                }
                if (*text && !trimmed(**text).empty()) {
                    any = true;
                    place(cell.column) = m_columns.addHeading(**text, size_t(cell.column) + 1);
                }
            }
            if (any) {
                return true;
            }
        }
    }

    /// Where the sheet's column stands in the record; -1 = in none yet.
    int& place(int column)
    {
        if (size_t(column) >= m_places.size()) {
            m_places.resize(size_t(column) + 1, -1);
        }
        return m_places[size_t(column)];
    }

    /// What a cell says, if it has a value; nothing, too, when the shared text that it names is missing.
    Result<std::optional<std::string_view>> textOf(const XlsxCell& cell)
    {
        if (cell.kind == XlsxCell::Kind::SharedText) {
            return m_texts.at(cell.shared);
        }
        const bool lost
            = cell.kind == XlsxCell::Kind::Error || cell.kind == XlsxCell::Kind::UncomputedFormula;
        return lost ? std::optional<std::string_view>() : m_row.textOf(cell);
    }

    /// The row's cells as those of the record; whether they hold anything. What is wrong with the row goes
    /// into `problem`.
    Result<bool> fill(RawRecord& record, RecordProblem& problem)
    {
        problem.found = m_row.problem;
        problem.expected = m_row.expected;
        bool any = false;
        qint64 bytes = 0;
        for (const XlsxCell& cell : m_row.cells) {
            const auto text = textOf(cell);
            if (!text) {
                return tl::unexpected<Error>(text.error());
            }
            if (*text && (*text)->empty()) {
                continue;
            }
            any = true;
            int& column = place(cell.column);
            if (column < 0) {
                column = m_columns.addHeading({}, size_t(cell.column) + 1);
            }
            if (!*text) {
                tellMissing(cell, problem);
                continue;
            }
            bytes += qint64((*text)->size());
            record.cells.resize(std::max(record.cells.size(), size_t(m_columns.count())));
            record.cells[size_t(column)]
                = {cell.kind == XlsxCell::Kind::Number ? CellKind::Number : CellKind::Text, **text};
            if (isFullXlsxCell(**text)) {
                lose(cell, true,
                    Sentence::of(QT_TRANSLATE_NOOP("Import", "%1: 32,767 characters, ending in \"%2\""))
                        .arg(cellName(cell), toQString(**text).right(kShown)),
                    Sentence::of(QT_TRANSLATE_NOOP(
                        "Import", "the whole text; Excel files cut it here, and the rest is lost")));
            }
        }
        record.cells.resize(size_t(m_columns.count()));
        if (bytes > m_limits.maxRecordBytes) {
            problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a row of more than %1 bytes"))
                                .arg(m_limits.maxRecordBytes);
            problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a row within the size limit"));
        }
        return any;
    }

    void tellMissing(const XlsxCell& cell, RecordProblem& problem)
    {
        if (cell.kind == XlsxCell::Kind::SharedText) {
            problem.column = nameOf(cell);
            problem.found
                = Sentence::of(QT_TRANSLATE_NOOP("Import", "a text that the workbook does not hold (%1)"))
                      .arg(cellName(cell));
            problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a whole workbook"));
        } else if (cell.kind == XlsxCell::Kind::Error) {
            lose(cell, false,
                Sentence::of(QT_TRANSLATE_NOOP("Import", "%1: the error %2"))
                    .arg(cellName(cell), toQString(m_row.textOf(cell))),
                Sentence::of(QT_TRANSLATE_NOOP("Import", "a value; the cell is read as empty")));
        } else {
            lose(cell, false,
                Sentence::of(QT_TRANSLATE_NOOP("Import", "%1: a formula that was never computed, =%2"))
                    .arg(cellName(cell), toQString(m_row.textOf(cell)).left(kShown)),
                Sentence::of(QT_TRANSLATE_NOOP("Import",
                    "its value, which is lost: the cell is read as empty. A text that begins with = has to "
                    "be written as text")));
        }
    }

    void lose(const XlsxCell& cell, bool cut, const Sentence& found, const Sentence& expected)
    {
        m_losses.push_back({{{}, m_row.number, nameOf(cell), found, expected}, cut});
    }

    QString nameOf(const XlsxCell& cell) { return toQString(m_columns.name(place(cell.column))); }
    QString cellName(const XlsxCell& cell) const
    {
        return m_name + u'!' + xlsxCellName(cell.column, m_row.number);
    }

    /// Characters of a cell in a message.
    static constexpr qsizetype kShown = 60;

    ReadLimits m_limits;
    QString m_path;
    XlsxWorkbook m_workbook;
    XlsxSharedTexts m_texts;
    std::optional<XlsxSheetRows> m_sheet;
    QString m_name;
    XlsxRow m_row;
    ColumnNames m_columns;
    /// By the sheet's columns: where they are among those of the records.
    std::vector<int> m_places;
    std::vector<CellLoss> m_losses;
    qint64 m_records = 0;
};

} // namespace

std::vector<RecordLayout> XlsxFormat::layouts() const
{
    return {{QStringLiteral("xlsx"), QStringLiteral(QT_TRANSLATE_NOOP("Import", "Excel workbook")),
        QStringLiteral("The first visible sheet with a header row, values as typed, dates as 2024-03-05")}};
}

double XlsxFormat::sniff(QByteArrayView head) const
{
    return detectFileKind(head).isWorkbook ? 1 : 0;
}

Result<std::unique_ptr<RecordSource>> XlsxFormat::open(const QString& path, const ReadLimits& limits) const
{
    auto source = std::make_unique<XlsxSource>(limits);
    WINNOW_TRY(source->open(path));
    return source;
}

} // namespace winnow
