// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/placedrecords.h"

#include "core/import/documentmembers.h"
#include "core/import/jsonparser.h"
#include "core/import/jsonpick.h"
#include "core/import/jsonrecords.h"
#include "core/import/jsonunnest.h"
#include "core/import/utf8.h"

#include <algorithm>

namespace winnow {

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

/// A JSON string with all but ASCII as \uXXXX.
std::string escaped(const std::string& json)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string ascii;
    for (const QChar unit : QString::fromStdString(json)) {
        const char16_t code = unit.unicode();
        if (code < 0x80) {
            ascii += char(code);
            continue;
        }
        ascii += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) {
            ascii += kHex[(code >> shift) & 15];
        }
    }
    return ascii;
}

/// The value of a column ("outer.inner" where objects are nested); empty when there is none, or two.
std::string_view valueAt(std::string_view object, std::string_view column)
{
    const std::vector<JsonMember> members = jsonMembers(object);
    const auto lookUp = [&](std::string_view name) -> std::string_view {
        std::string_view value;
        for (const JsonMember& member : members) {
            if (plainName(member) == name || jsonText(member.name) == name) {
                if (!value.empty()) {
                    return {};
                }
                value = member.value;
            }
        }
        return value;
    };
    if (const std::string_view value = lookUp(column); !value.empty()) {
        return value;
    }
    for (size_t dot = column.find('.'); dot != std::string_view::npos; dot = column.find('.', dot + 1)) {
        const std::string_view outer = lookUp(column.substr(0, dot));
        if (isJsonObject(outer)) {
            return valueAt(outer, column.substr(dot + 1));
        }
    }
    return {};
}

class PlacedJson : public PlacedRecords {
public:
    PlacedJson(JsonHolding holding, const ReadLimits& limits)
        : m_holding(holding)
        , m_cutter(m_stream, limits)
        , m_parser(limits)
        , m_parserAgain(limits)
    {
        m_limits = limits;
    }

    Result<> start(const QString& path, const std::string& list)
    {
        WINNOW_TRY(m_stream.open(path, m_limits.progress));
        m_fileIsAscii = isAscii(m_stream.window());
        if (m_holding == JsonHolding::ByKey) {
            m_columns.findOrAdd(kKeyColumn);
        } else if (!list.empty()) {
            m_member = list;
            m_columns.findOrAdd(kMemberColumn);
        }
        if (m_holding == JsonHolding::Lines) {
            return {};
        }
        m_cutter.peek();
        m_cutter.skip(1);
        return list.empty() ? Result<>() : enter(list);
    }

    Result<Step> next() override
    {
        m_row += m_parts;
        m_parts = 1;
        m_record.cells.clear();
        m_record.items.clear();
        m_record.row = m_row;
        auto step = m_holding == JsonHolding::Lines ? nextLine() : nextElement();
        if (m_stream.failed()) {
            return tl::unexpected<Error>(m_stream.error());
        }
        return step;
    }

    bool separated() const override { return m_holding != JsonHolding::Lines; }

    std::optional<CellPlace> find(std::string_view record, int column) const override
    {
        if (column < 0 || column >= m_columns.count()) {
            return std::nullopt;
        }
        const std::string& name = m_columns.name(column);
        if (name == kValueColumn && !isJsonObject(record)) {
            return CellPlace{0, record.size()};
        }
        const std::string_view value = valueAt(record, name);
        if (value.empty()) {
            return std::nullopt;
        }
        return CellPlace{size_t(value.data() - record.data()), value.size()};
    }

    std::string spell(std::string_view cell, std::string_view text) const override
    {
        const bool isNumber
            = !cell.empty() && (cell.front() == '-' || (cell.front() >= '0' && cell.front() <= '9'));
        const bool isTruth = cell == "true" || cell == "false";
        if ((isNumber && isJsonNumber(text)) || (isTruth && (text == "true" || text == "false"))) {
            return std::string(text);
        }
        const std::string quoted = jsonQuoted(text);
        return m_fileIsAscii && m_recordIsAscii ? escaped(quoted) : quoted;
    }

    bool isStructure(std::string_view cell) const override { return isJsonList(cell) || isJsonObject(cell); }

    const RawRecord* readAgain(std::string bytes) override
    {
        m_again = std::move(bytes);
        m_recordAgain = {};
        m_recordAgain.row = m_record.row;
        m_recordAgain.line = m_record.line;
        const size_t size = m_again.size();
        JsonScanner scanner;
        if (scanner.feed(m_again) != size || !scanner.endsWithText()) {
            return nullptr;
        }
        return parse(m_again, m_parserAgain, m_recordAgain, m_wrappedAgain) ? &m_recordAgain : nullptr;
    }

private:
    static bool isJsonNumber(std::string_view text)
    {
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        const size_t from = text.starts_with('-') ? 1 : 0;
        const bool shaped = from < text.size() && digit(text[from]) && digit(text.back())
            && !(text[from] == '0' && from + 1 < text.size() && digit(text[from + 1]))
            && text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
        return shaped && toNumber(text).has_value();
    }

    /// Into the list of that name.
    Result<> enter(const std::string& list)
    {
        std::string name;
        while (true) {
            if (m_cutter.peek() == ',') {
                m_cutter.skip(1);
            }
            if (!readKey(name)) {
                break;
            }
            if (name == list && m_cutter.peek() == '[') {
                m_cutter.skip(1);
                return {};
            }
            qint64 length = 0;
            if (m_cutter.peek() == 0 || m_cutter.skipValue(length) != JsonCutter::Cut::Value || length == 0) {
                break;
            }
        }
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no list \"%2\""))
                .arg(m_stream.path(), QString::fromStdString(list)));
    }

    bool readKey(std::string& name)
    {
        size_t length = 0;
        if (m_cutter.peek() != '"' || m_cutter.measure(length) != JsonCutter::Cut::Value) {
            return false;
        }
        name = jsonText(m_stream.window().substr(0, length));
        m_cutter.skip(length);
        if (m_cutter.peek() != ':') {
            return false;
        }
        m_cutter.skip(1);
        return true;
    }

    /// As imports read it, with the cells that stand around it.
    bool parse(std::string& json, JsonRecordParser& parser, RawRecord& record, std::string& wrapped)
    {
        const size_t size = json.size();
        json.append(ByteStream::kPadding, ' ');
        return parse(std::string_view(json).substr(0, size), parser, record, wrapped);
    }
    bool parse(std::string_view json, JsonRecordParser& parser, RawRecord& record, std::string& wrapped)
    {
        RecordProblem problem;
        if (m_holding == JsonHolding::ByKey || !m_member.empty()) {
            record.cells.push_back({CellKind::Text, m_member});
        }
        if (isJsonObject(json)) {
            return parser.parse(json, m_columns, record, problem);
        }
        if (m_holding != JsonHolding::ByKey) {
            return false;
        }
        wrapped.assign("{\"").append(kValueColumn).append("\":").append(json).append("}");
        const size_t size = wrapped.size();
        wrapped.append(ByteStream::kPadding, ' ');
        return parser.parse({wrapped.data(), size}, m_columns, record, problem);
    }

    /// Of the record at hand, whose bytes stand in the window.
    Step read(std::string_view json)
    {
        m_bytes = json;
        m_recordIsAscii = isAscii(json);
        if (!parse(json, m_parser, m_record, m_wrapped)) {
            return Step::Unreadable;
        }
        // Several questions of one record are several samples that have no place of their own.
        const size_t parts = unnestQuestions(m_record, m_columns).size();
        m_parts = std::max<qint64>(1, qint64(parts));
        return parts == 0 ? Step::Record : Step::Unreadable;
    }

    Result<Step> nextLine()
    {
        while (true) {
            size_t scanned = 0;
            size_t newline = std::string_view::npos;
            while ((newline = m_stream.window().find('\n', scanned)) == std::string_view::npos) {
                scanned = m_stream.window().size();
                if (qint64(scanned) > m_limits.maxRecordBytes) {
                    return tooLarge(m_line);
                }
                if (!m_stream.grow()) {
                    break;
                }
            }
            const std::string_view window = m_stream.window();
            const size_t size = newline == std::string_view::npos ? window.size() : newline + 1;
            if (size == 0) {
                return Step::End;
            }
            const std::string_view line = trimmed(window.substr(0, size));
            m_record.line = m_line++;
            m_begin = m_stream.offset();
            m_end = m_begin + qint64(size);
            m_offset = m_begin + (line.empty() ? 0 : qint64(line.data() - window.data()));
            // Consuming only moves the start: the bytes stay until the window grows.
            m_stream.consume(size);
            if (!line.empty()) {
                return read(line);
            }
        }
    }

    Result<Step> nextElement()
    {
        if (m_ended) {
            return Step::End;
        }
        if (m_cutter.peek() == ',') {
            m_cutter.skip(1);
        }
        const char first = m_cutter.peek();
        m_ended = first == 0 || first == ']' || (first == '}' && m_holding == JsonHolding::ByKey);
        if (m_ended) {
            return Step::End;
        }
        m_record.line = m_cutter.line();
        m_begin = m_stream.offset();
        if (m_holding == JsonHolding::ByKey && !readKey(m_member)) {
            return tooLarge(m_record.line);
        }
        m_cutter.peek();
        m_offset = m_stream.offset();
        size_t length = 0;
        if (m_cutter.measure(length) != JsonCutter::Cut::Value || length == 0) {
            return m_stream.failed() ? tl::unexpected<Error>(m_stream.error()) : tooLarge(m_record.line);
        }
        m_end = m_offset + qint64(length);
        const std::string_view value = m_stream.window().substr(0, length);
        m_cutter.skip(length);
        return read(value);
    }

    JsonHolding m_holding;
    JsonCutter m_cutter;
    JsonRecordParser m_parser;
    JsonRecordParser m_parserAgain;
    /// Name of the list, or key of the record at hand.
    std::string m_member;
    std::string m_wrapped;
    std::string m_wrappedAgain;
    std::string m_again;
    RawRecord m_recordAgain;
    qint64 m_line = 1;
    qint64 m_row = 0;
    /// How many records the one at hand counts for.
    qint64 m_parts = 0;
    bool m_fileIsAscii = true;
    bool m_recordIsAscii = true;
    bool m_ended = false;
};

} // namespace

Result<std::unique_ptr<PlacedRecords>> openPlacedJson(
    const QString& path, JsonHolding holding, const std::string& list, const ReadLimits& limits)
{
    auto json = std::make_unique<PlacedJson>(holding, limits);
    WINNOW_TRY(json->start(path, list));
    return json;
}

} // namespace winnow
