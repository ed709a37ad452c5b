// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonrecords.h"

#include "core/import/filekind.h"
#include "core/import/jsoncutter.h"
#include "core/import/jsonparser.h"
#include "core/import/jsontable.h"
#include "core/import/jsonunnest.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <limits>

namespace winnow {

namespace {

enum class JsonLayout { Lines, Array, Members, Columns };

/// What the whole document is made of.
struct Shape {
    JsonLayout layout = JsonLayout::Array;
    /// The members whose arrays hold the records; empty = the document itself is the container.
    std::vector<std::string> members;
    /// The document is one record, or several written one after the other.
    bool single = false;
};

/// How alike two sets of names are: 1 the same, 0 nothing in common.
double likeness(const std::vector<std::string_view>& a, const std::vector<std::string>& b)
{
    if (a.empty() || b.empty()) {
        return 0;
    }
    const auto shared = std::count_if(a.begin(), a.end(),
        [&](std::string_view name) { return std::find(b.begin(), b.end(), name) != b.end(); });
    return double(shared) / double(a.size() + b.size() - size_t(shared));
}

class JsonSource : public RecordSource {
public:
    JsonSource(std::unique_ptr<ByteStream> stream, const ReadLimits& limits)
        : m_stream(std::move(stream))
        , m_limits(limits)
        , m_cutter(*m_stream, limits)
        , m_parser(limits)
    {
    }

    Result<> start()
    {
        if (auto found = detect(); !found) {
            return found;
        }
        if (m_stream->failed()) {
            return tl::unexpected<Error>(m_stream->error());
        }
        WINNOW_TRY(m_stream->rewind());
        m_cutter.setLine(1);
        if (m_shape.layout == JsonLayout::Columns) {
            // The table is held; what follows it is still to be looked at.
            return skipValue() ? Result<>() : fail(ErrorCode::Io, m_stream->path());
        }
        if (m_shape.layout == JsonLayout::Lines || m_shape.single) {
            return {};
        }
        enter();
        if (m_shape.layout == JsonLayout::Members) {
            m_columns.findOrAdd(kKeyColumn);
        }
        return {};
    }

    /// Only the list of that name; false when there is none.
    bool startAt(const std::string& list)
    {
        m_shape.members = {list};
        return m_cutter.peek() == '{' && enter();
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        record.cells.clear();
        record.items.clear();
        record.row = m_row;
        Result<Step> step = nextPart(record, problem);
        if (m_stream->failed()) {
            return tl::unexpected<Error>(m_stream->error());
        }
        if (step && *step != Step::End) {
            ++m_row;
        }
        return step;
    }

    const ColumnNames& columns() const override { return m_columns; }
    qint64 bytesRead() const override { return m_stream->offset(); }
    qint64 bytesTotal() const override { return m_stream->total(); }
    QString layout() const override
    {
        return m_shape.layout == JsonLayout::Lines ? QStringLiteral("jsonl") : QStringLiteral("json");
    }
    QString layoutName() const override
    {
        switch (m_shape.layout) {
        case JsonLayout::Lines:
            return QStringLiteral("JSON Lines");
        case JsonLayout::Members:
            return QStringLiteral("JSON object by key");
        case JsonLayout::Columns:
            return QStringLiteral("JSON table by columns");
        default:
            return m_shape.members.empty()
                ? QStringLiteral("JSON array")
                : QStringLiteral("JSON array \"%1\"").arg(QString::fromStdString(m_shape.members.front()));
        }
    }

    SentenceList notes() const override { return m_notes; }

private:
    void note(const Sentence& text)
    {
        if (!m_notes.english().contains(text.english())) {
            m_notes.append(text);
        }
    }

    /// Into what holds the records; false when none of its lists does.
    bool enter()
    {
        m_cutter.peek();
        m_cutter.skip(1);
        m_open = true;
        if (m_shape.members.empty()) {
            return true;
        }
        m_columns.findOrAdd(kMemberColumn);
        return enterNextMember();
    }

    /// The next record; one that asks several questions comes in parts.
    Result<Step> nextPart(RawRecord& record, RecordProblem& problem)
    {
        if (m_parts.empty()) {
            Result<Step> step = m_shape.layout == JsonLayout::Lines ? nextLine(record, problem)
                : m_shape.layout == JsonLayout::Columns             ? nextRow(record, problem)
                                                                    : nextElement(record, problem);
            if (!step || *step != Step::Record) {
                return step;
            }
            std::vector<std::string> parts = unnestQuestions(record, m_columns);
            if (parts.empty()) {
                return step;
            }
            m_partLine = record.line;
            m_parts.assign(std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
            note(Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "Records that ask several questions are read as several samples")));
        }
        m_part = std::move(m_parts.front());
        m_parts.pop_front();
        record.cells.clear();
        record.items.clear();
        record.line = problem.line = m_partLine;
        const size_t size = m_part.size();
        m_part.append(ByteStream::kPadding, ' ');
        return m_parser.parse({m_part.data(), size}, m_columns, record, problem) ? Step::Record : Step::Bad;
    }

    /// A row of a table by columns.
    Result<Step> nextRow(RawRecord& record, RecordProblem& problem)
    {
        if (m_tableRow == m_table.rows()) {
            return nextElement(record, problem);
        }
        record.line = problem.line = m_tableLine + m_table.line(m_tableRow);
        m_wrapped.clear();
        m_table.appendRow(m_tableRow++, m_wrapped);
        const size_t size = m_wrapped.size();
        m_wrapped.append(ByteStream::kPadding, ' ');
        return m_parser.parse({m_wrapped.data(), size}, m_columns, record, problem) ? Step::Record
                                                                                    : Step::Bad;
    }

    /// Whether the document is a table by columns, which is held as a whole.
    Result<bool> detectTable()
    {
        const char first = m_cutter.peek();
        const qint64 line = m_cutter.line();
        size_t length = 0;
        // Lists of objects hold records; such a document is not held as a whole.
        if (std::string key; first == '{') {
            m_cutter.skip(1);
            const bool named = readKey(key);
            const char outer = named ? m_cutter.peek() : '\0';
            m_cutter.skip(outer == '{' || outer == '[' ? 1 : 0);
            if ((outer != '{' && outer != '[') || (outer == '[' && m_cutter.peek() == '{')) {
                return false;
            }
            WINNOW_TRY(m_stream->rewind());
            m_cutter.setLine(1);
            m_cutter.peek();
        }
        if (first != '{' || m_stream->total() > m_limits.maxRecordBytes
            || m_cutter.measure(length) != JsonCutter::Cut::Value) {
            return false;
        }
        m_document.assign(m_stream->window().substr(0, length));
        QString wrong;
        if (!m_table.read(m_document, wrong)) {
            m_document = {};
            if (!wrong.isEmpty()) {
                return fail(ErrorCode::InvalidInput,
                    Sentence::of(
                        QT_TRANSLATE_NOOP("Error", "%1 is a table by columns that differ in length (%2)"))
                        .arg(m_stream->path(), wrong),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Save it as CSV, TSV or JSONL and import that")));
            }
            return false;
        }
        m_tableLine = line;
        note(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The file is a table by columns: each of its %1 rows is a record"))
                 .arg(m_table.rows()));
        return true;
    }

    Result<> detect()
    {
        if (m_cutter.peek() == '[') {
            return {};
        }
        // One object a line, or one object in all? What the first window shows is kept, the rest is not.
        const std::string_view window = m_stream->window();
        constexpr auto kNever = std::numeric_limits<qint64>::max();
        const size_t lineEnd = window.find('\n');
        const qint64 newline = lineEnd == std::string_view::npos ? kNever : qint64(lineEnd);
        const bool lineLooksWhole = newline != kNever && newline > 2
            && window.substr(0, lineEnd).find('"') != std::string_view::npos
            && window.substr(lineEnd + 1, 1) == "{";
        qint64 length = 0;
        const auto cut = m_cutter.skipValue(length, m_limits.maxRecordBytes);
        if (cut == JsonCutter::Cut::Value) {
            if (const char after = m_cutter.peek(); after == '{' || (after != 0 && length <= newline)) {
                m_shape.layout = length <= newline ? JsonLayout::Lines : JsonLayout::Array;
                m_shape.single = m_shape.layout == JsonLayout::Array;
                return {};
            }
        } else if (length > newline && lineLooksWhole) {
            // Not closed: if the first line alone looks like a record, the damage is in that line only.
            m_shape.layout = JsonLayout::Lines;
            return {};
        }
        const bool oneLine = cut == JsonCutter::Cut::Value && length <= newline;
        WINNOW_TRY(m_stream->rewind());
        m_cutter.setLine(1);
        const auto table = detectTable();
        if (!table) {
            return tl::unexpected<Error>(table.error());
        }
        if (*table) {
            m_shape.layout = JsonLayout::Columns;
            return {};
        }
        WINNOW_TRY(m_stream->rewind());
        WINNOW_TRY(detectMembers());
        if (m_shape.single && oneLine) {
            m_shape = {JsonLayout::Lines, {}, false};
        }
        return {};
    }

    Result<> detectMembers()
    {
        static constexpr std::string_view kFieldNames[] = {"question", "prompt", "answer", "id", "index",
            "image", "options", "choices", "response", "prediction", "conversations", "messages", "input",
            "target", "text", "label", "query", "model", "output", "score", "file_name"};
        static constexpr std::string_view kSplitNames[]
            = {"train", "val", "validation", "valid", "dev", "test", "testmini", "minival"};
        m_cutter.peek();
        m_cutter.skip(1);
        constexpr auto kNever = std::numeric_limits<qint64>::max();
        qint64 objects = 0;
        qint64 plains = 0;
        bool named = false;
        qint64 largest = 0;
        std::string largestKey;
        std::vector<std::string> splits;
        /// The lists of objects, and what the first object of each has in it.
        std::vector<std::pair<std::string, std::vector<std::string>>> lists;
        std::string key;
        while (readKey(key)) {
            const char kind = m_cutter.peek();
            named = named || key.ends_with("_id")
                || std::find(std::begin(kFieldNames), std::end(kFieldNames), key) != std::end(kFieldNames);
            if (kind == '{') {
                ++objects;
            } else if (kind == '[') {
                m_cutter.skip(1);
                const bool holdsObjects = m_cutter.peek() == '{';
                qint64 length = 0;
                if (size_t first = 0; holdsObjects && m_cutter.measure(first) == JsonCutter::Cut::Value) {
                    lists.push_back({key, {}});
                    for (const JsonMember& member : jsonMembers(m_stream->window().substr(0, first))) {
                        lists.back().second.emplace_back(member.name);
                    }
                } else if (holdsObjects) {
                    m_shape.members = {key};
                    return {};
                }
                const auto cut
                    = m_cutter.skipValue(length, holdsObjects ? m_limits.maxRecordBytes : kNever, 1);
                if (cut == JsonCutter::Cut::TooLong) {
                    // Too large to be anything but the records.
                    m_shape.members = {key};
                    return {};
                }
                plains += !holdsObjects;
                if (holdsObjects) {
                    if (std::find(std::begin(kSplitNames), std::end(kSplitNames), key)
                        != std::end(kSplitNames)) {
                        splits.push_back(key);
                    }
                    if (length > largest) {
                        largest = length;
                        largestKey = key;
                    }
                }
                if (cut != JsonCutter::Cut::Value) {
                    break;
                }
            } else {
                ++plains;
            }
            if (kind != '[' && !skipValue()) {
                break;
            }
            if (m_cutter.peek() == ',') {
                m_cutter.skip(1);
            }
            if (objects + plains > 1000 && largest == 0) {
                break;
            }
        }
        if (largest > 0 && !named) {
            // {"train": […], "test": […]} are splits of one set; otherwise the largest list is the data.
            // Lists of the same kind of records ({"correct": […], "incorrect": […]}) are the data together.
            m_shape.members = splits;
            if (splits.empty()) {
                chooseLists(lists, largestKey);
            }
            return {};
        }
        if (!named && objects + plains > 0) {
            m_shape.layout = JsonLayout::Members;
        } else {
            m_shape.single = true;
        }
        return {};
    }

    void chooseLists(const std::vector<std::pair<std::string, std::vector<std::string>>>& lists,
        const std::string& largest)
    {
        const auto main = std::find_if(
            lists.begin(), lists.end(), [&](const auto& list) { return list.first == largest; });
        std::vector<std::string_view> names;
        if (main != lists.end()) {
            names.assign(main->second.begin(), main->second.end());
        }
        QStringList unread;
        for (const auto& [key, members] : lists) {
            constexpr double kAlike = 0.6;
            if (key == largest || likeness(names, members) >= kAlike) {
                m_shape.members.push_back(key);
            } else {
                unread.append(u'"' + QString::fromStdString(key) + u'"');
            }
        }
        if (m_shape.members.empty()) {
            m_shape.members.push_back(largest);
        }
        if (!unread.isEmpty()) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import", "Only the list \"%1\" is read, and not %2"))
                     .arg(QString::fromStdString(largest), unread.join(QStringLiteral(", "))));
        }
    }

    /// `"key" :`, consumed; false when there is none.
    bool readKey(std::string& key)
    {
        if (m_cutter.peek() != '"') {
            return false;
        }
        size_t length = 0;
        if (m_cutter.measure(length) != JsonCutter::Cut::Value) {
            return false;
        }
        key = m_stream->window().substr(1, length - 2);
        m_cutter.skip(length);
        if (m_cutter.peek() != ':') {
            return false;
        }
        m_cutter.skip(1);
        return true;
    }

    /// Moves into the array of the next member that holds records; false when there is none left.
    bool enterNextMember()
    {
        std::string key;
        while (true) {
            if (m_cutter.peek() == ',') {
                m_cutter.skip(1);
            }
            if (!readKey(key)) {
                return false;
            }
            if (std::find(m_shape.members.begin(), m_shape.members.end(), key) != m_shape.members.end()
                && m_cutter.peek() == '[') {
                m_cutter.skip(1);
                m_key = key;
                return true;
            }
            if (!skipValue()) {
                return false;
            }
        }
    }

    bool skipValue()
    {
        m_cutter.peek();
        qint64 length = 0;
        return m_cutter.skipValue(length) == JsonCutter::Cut::Value && length > 0;
    }

    /// One object of a line, and what stands behind it for the next time.
    Step readLine(std::string_view line, RawRecord& record, RecordProblem& problem)
    {
        if (line.front() == '[' && line.back() == ']') {
            // A line that is an array: its elements come one by one.
            m_rest.assign(line.substr(1, line.size() - 2));
            note(Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "Some lines are arrays of records: their records are read one by one")));
            problem = {};
            return Step::End;
        }
        if (m_parser.parse(line, m_columns, record, problem)) {
            return Step::Record;
        }
        JsonScanner scanner;
        const size_t first = scanner.feed(line);
        std::string_view rest = line.substr(first);
        while (!rest.empty() && (isJsonSpace(rest.front()) || rest.front() == ',')) {
            rest.remove_prefix(1);
        }
        if (!scanner.ended() || rest.empty() || (rest.front() != '{' && rest.front() != '[')) {
            return Step::Bad;
        }
        m_rest.assign(rest);
        note(Sentence::of(QT_TRANSLATE_NOOP("Import", "Some lines hold several records: each is read")));
        const qint64 at = problem.line;
        problem = {};
        problem.line = at;
        return m_parser.parse(line.substr(0, first), m_columns, record, problem) ? Step::Record : Step::Bad;
    }

    /// What stands behind the first object of a line; End when there is nothing.
    Step readRest(RawRecord& record, RecordProblem& problem)
    {
        while (!m_rest.empty()) {
            m_holder = std::move(m_rest);
            m_rest.clear();
            std::string_view line = m_holder;
            while (!line.empty() && isJsonSpace(line.back())) {
                line.remove_suffix(1);
            }
            while (!line.empty() && (isJsonSpace(line.front()) || line.front() == ',')) {
                line.remove_prefix(1);
            }
            if (line.empty()) {
                continue;
            }
            const size_t from = size_t(line.data() - m_holder.data());
            const size_t size = line.size();
            m_holder.resize(from + size);
            m_holder.append(ByteStream::kPadding, ' ');
            record.line = problem.line = m_line - 1;
            if (const Step step = readLine({m_holder.data() + from, size}, record, problem);
                step != Step::End) {
                return step;
            }
        }
        return Step::End;
    }

    Result<Step> nextLine(RawRecord& record, RecordProblem& problem)
    {
        while (true) {
            if (const Step step = readRest(record, problem); step != Step::End) {
                return step;
            }
            size_t scanned = 0;
            size_t newline = std::string_view::npos;
            while (true) {
                const std::string_view window = m_stream->window();
                newline = window.find('\n', scanned);
                if (newline != std::string_view::npos) {
                    break;
                }
                scanned = window.size();
                if (qint64(scanned) > m_limits.maxRecordBytes) {
                    return skipLongLine(record, problem);
                }
                if (!m_stream->grow()) {
                    break;
                }
            }
            std::string_view line = m_stream->window().substr(0, newline);
            if (line.empty() && newline == std::string_view::npos) {
                return Step::End;
            }
            const size_t consumed = line.size() + (newline != std::string_view::npos ? 1 : 0);
            while (!line.empty() && isJsonSpace(line.back())) {
                line.remove_suffix(1);
            }
            record.line = m_line;
            problem.line = m_line;
            ++m_line;
            // Consuming only moves the start: the bytes stay where they are until the next grow().
            m_stream->consume(consumed);
            if (line.empty()) {
                continue;
            }
            if (qint64(line.size()) > m_limits.maxRecordBytes) {
                return refuseLongLine(problem);
            }
            if (const Step step = readLine(line, record, problem); step != Step::End) {
                return step;
            }
        }
    }

    Result<Step> skipLongLine(RawRecord& record, RecordProblem& problem)
    {
        record.line = problem.line = m_line++;
        while (true) {
            const std::string_view window = m_stream->window();
            const size_t newline = window.find('\n');
            m_stream->consume(newline == std::string_view::npos ? window.size() : newline + 1);
            if (newline != std::string_view::npos || !m_stream->grow()) {
                break;
            }
        }
        return refuseLongLine(problem);
    }

    Step refuseLongLine(RecordProblem& problem) const
    {
        problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a line of more than %1 bytes"))
                            .arg(m_limits.maxRecordBytes);
        problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a record within the size limit"));
        return Step::Bad;
    }

    /// Where the next element begins (Record), or why there is none: what follows the first value of the file
    /// is read as well where it is JSON, and told where it is not.
    Result<Step> findElement(char& c, RawRecord& record, RecordProblem& problem)
    {
        while (true) {
            c = m_cutter.peek();
            record.line = problem.line = m_cutter.line();
            if (c == ',' && m_open) {
                m_cutter.skip(1);
                continue;
            }
            if (c == 0) {
                m_ended = true;
                if (!m_open) {
                    return Step::End;
                }
                problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "the end of the file"));
                problem.expected = Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "the closing bracket; the file seems to be cut off"));
                return Step::Bad;
            }
            if (m_open && (c == ']' || c == '}')) {
                m_cutter.skip(1);
                m_open = c == ']' && !m_shape.members.empty();
                m_open = m_open && (enterNextMember() || m_cutter.peek() == '}' || m_cutter.peek() == 0);
                continue;
            }
            if (m_open
                || (c == '{' && m_shape.members.empty() && m_shape.layout != JsonLayout::Members
                    && m_shape.layout != JsonLayout::Columns)) {
                if (!m_open && !m_shape.single) {
                    note(Sentence::of(QT_TRANSLATE_NOOP(
                        "Import", "More records follow the first array: they are read as well")));
                }
                return Step::Record;
            }
            if (c == '[' && m_shape.members.empty() && m_shape.layout == JsonLayout::Array) {
                note(Sentence::of(QT_TRANSLATE_NOOP(
                    "Import", "More records follow the first JSON value: they are read as well")));
                m_cutter.skip(1);
                m_open = true;
                continue;
            }
            if (c == '{' && m_shape.layout != JsonLayout::Columns) {
                note(Sentence::of(QT_TRANSLATE_NOOP(
                    "Import", "Another object follows the first one: its records are read as well")));
                m_cutter.skip(1);
                m_open = m_shape.members.empty() || enterNextMember();
                if (m_open) {
                    continue;
                }
            }
            return skipGarbage(problem);
        }
    }

    /// Steps over what is no JSON, up to a line that begins like some.
    Step skipGarbage(RecordProblem& problem)
    {
        bool first = true;
        while (true) {
            std::string_view window = m_stream->window();
            while (window.find('\n') == std::string_view::npos && m_stream->grow()) {
                window = m_stream->window();
                if (qint64(window.size()) > m_limits.maxRecordBytes) {
                    break;
                }
            }
            window = m_stream->window();
            const size_t newline = window.find('\n');
            if (first) {
                const std::string_view shown = window.substr(0, std::min<size_t>(newline, 80));
                problem.found = QString::fromUtf8(shown.data(), qsizetype(shown.size())).trimmed();
                problem.expected = Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "the end of the file; this is not JSON and is not read"));
            }
            first = false;
            m_cutter.skip(newline == std::string_view::npos ? window.size() : newline + 1);
            const char next = m_cutter.peek();
            if (next == 0 || m_stream->failed()
                || (m_shape.layout == JsonLayout::Array && m_shape.members.empty()
                    && (next == '{' || next == '['))) {
                return Step::Bad;
            }
        }
    }

    Result<Step> nextElement(RawRecord& record, RecordProblem& problem)
    {
        if (m_ended) {
            return Step::End;
        }
        char c = 0;
        if (const auto step = findElement(c, record, problem); !step || *step != Step::Record) {
            return step;
        }
        std::string key;
        if (m_shape.layout == JsonLayout::Members && !readKey(key)) {
            m_ended = true;
            problem.found = QString::fromLatin1(&c, 1);
            problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a key in quotes"));
            return Step::Bad;
        }
        c = m_cutter.peek();
        size_t length = 0;
        const auto cut = m_cutter.measure(length);
        if (cut == JsonCutter::Cut::TooLong) {
            qint64 rest = 0;
            m_ended = m_cutter.skipRest(rest) != JsonCutter::Cut::Value;
            problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a record of more than %1 bytes"))
                                .arg(m_limits.maxRecordBytes);
            problem.expected = m_ended
                ? Sentence::of(QT_TRANSLATE_NOOP("Import", "a closed record; the file seems to be damaged"))
                : Sentence::of(QT_TRANSLATE_NOOP("Import", "a record within the size limit"));
            return Step::Bad;
        }
        if (cut != JsonCutter::Cut::Value || length == 0) {
            m_ended = true;
            problem.found = length == 0
                ? Sentence(QString::fromLatin1(&c, 1))
                : Sentence::of(QT_TRANSLATE_NOOP("Import", "a record without an end"));
            problem.expected = Sentence::of(
                QT_TRANSLATE_NOOP("Import", "a closed record; the file seems to be damaged or cut off"));
            return Step::Bad;
        }
        if (m_shape.layout == JsonLayout::Members) {
            m_key = key;
        }
        if (m_shape.layout == JsonLayout::Members || !m_shape.members.empty()) {
            record.cells.resize(1);
            record.cells[0] = {CellKind::Text, m_key};
        }
        const std::string_view value = m_stream->window().substr(0, length);
        bool read = false;
        if (c == '{' || m_shape.layout != JsonLayout::Members) {
            read = m_parser.parse(value, m_columns, record, problem);
        } else {
            m_wrapped.assign("{\"").append(kValueColumn).append("\":").append(value).append("}");
            const size_t size = m_wrapped.size();
            m_wrapped.append(ByteStream::kPadding, ' ');
            read = m_parser.parse({m_wrapped.data(), size}, m_columns, record, problem);
        }
        m_cutter.skip(length);
        return read ? Step::Record : Step::Bad;
    }

    std::unique_ptr<ByteStream> m_stream;
    ReadLimits m_limits;
    JsonCutter m_cutter;
    JsonRecordParser m_parser;
    ColumnNames m_columns;
    Shape m_shape;
    std::string m_key;
    std::string m_wrapped;
    qint64 m_line = 1;
    qint64 m_row = 0;
    bool m_ended = false;
    /// Inside the brackets that hold the records.
    bool m_open = false;
    JsonTable m_table;
    std::string m_document;
    size_t m_tableRow = 0;
    qint64 m_tableLine = 1;
    /// The questions of a record that are still to come, and the one that is shown.
    std::deque<std::string> m_parts;
    std::string m_part;
    qint64 m_partLine = 0;
    /// What stands behind the record of a line.
    std::string m_rest;
    std::string m_holder;
    SentenceList m_notes;
};

} // namespace

std::vector<RecordLayout> JsonFormat::layouts() const
{
    return {{QStringLiteral("jsonl"), QStringLiteral("JSON Lines"),
                QStringLiteral("One JSON object a line, any fields")},
        {QStringLiteral("json"), QStringLiteral("JSON"),
            QStringLiteral(
                "An array of objects, an object of objects by key, an object with a list of records "
                "in it, or a table by columns")}};
}

double JsonFormat::sniff(QByteArrayView head) const
{
    // Published sets in JSON are known by their names as well.
    return detectFileKind(head).text == FileKind::Text::Json ? 0.9 : 0;
}

Result<std::unique_ptr<RecordSource>> JsonFormat::open(const QString& path, const ReadLimits& limits) const
{
    auto stream = std::make_unique<ByteStream>();
    WINNOW_TRY(stream->open(path, limits.progress));
    auto source = std::make_unique<JsonSource>(std::move(stream), limits);
    WINNOW_TRY(source->start());
    return source;
}

Result<std::unique_ptr<RecordSource>> openJsonList(
    const QString& path, const std::string& name, const ReadLimits& limits)
{
    auto stream = std::make_unique<ByteStream>();
    WINNOW_TRY(stream->open(path, limits.progress));
    auto source = std::make_unique<JsonSource>(std::move(stream), limits);
    if (!source->startAt(name)) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no list \"%2\""))
                .arg(path, QString::fromStdString(name)));
    }
    return source;
}

} // namespace winnow
