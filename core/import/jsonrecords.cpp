// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonrecords.h"

#include "core/import/bytestream.h"
#include "core/import/jsonparser.h"
#include "core/import/jsonscanner.h"

#include <algorithm>
#include <limits>

namespace winnow {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

qint64 newlinesIn(std::string_view text)
{
    return std::count(text.begin(), text.end(), '\n');
}

/// Walks over JSON values in a stream without building anything; keeps the line number.
class JsonCutter {
public:
    JsonCutter(ByteStream& stream, const ReadLimits& limits)
        : m_stream(stream)
        , m_limits(limits)
    {
    }

    qint64 line() const { return m_line; }
    void setLine(qint64 line) { m_line = line; }

    void skip(size_t count)
    {
        m_line += newlinesIn(m_stream.window().substr(0, count));
        m_stream.consume(count);
    }

    /// The next character that is not white space, not consumed; 0 at the end.
    char peek()
    {
        while (true) {
            const std::string_view window = m_stream.window();
            size_t at = 0;
            while (at < window.size() && isSpace(window[at])) {
                ++at;
            }
            skip(at);
            if (at < window.size()) {
                return m_stream.window().front();
            }
            if (!m_stream.grow()) {
                return 0;
            }
        }
    }

    enum class Cut { Value, Unclosed, TooLong };
    /// Length of the value that starts at the window's beginning; grows the window over it. What is too long
    /// is consumed as far as it was read, and skipRest() goes on from there.
    Cut measure(size_t& length)
    {
        m_scanner = JsonScanner();
        size_t at = 0;
        while (true) {
            at += m_scanner.feed(m_stream.window().substr(at));
            length = at;
            if (qint64(at) > m_limits.maxRecordBytes) {
                skip(at);
                return Cut::TooLong;
            }
            if (m_scanner.ended()) {
                return Cut::Value;
            }
            if (!m_stream.grow()) {
                return m_scanner.endsWithText() ? Cut::Value : Cut::Unclosed;
            }
        }
    }

    /// Consumes a value, or what is left of one in which `depth` brackets are open, without holding it;
    /// gives up behind `most` bytes. `length` is what was consumed.
    Cut skipValue(qint64& length, qint64 most = std::numeric_limits<qint64>::max(), qint64 depth = 0)
    {
        m_scanner = JsonScanner(depth);
        return skipRest(length, most);
    }
    Cut skipRest(qint64& length, qint64 most = std::numeric_limits<qint64>::max())
    {
        length = 0;
        while (!m_scanner.ended()) {
            if (length > most) {
                return Cut::TooLong;
            }
            if (m_stream.window().empty() && !m_stream.grow()) {
                return m_scanner.endsWithText() ? Cut::Value : Cut::Unclosed;
            }
            const size_t taken = m_scanner.feed(m_stream.window());
            skip(taken);
            length += qint64(taken);
        }
        return Cut::Value;
    }

private:
    ByteStream& m_stream;
    ReadLimits m_limits;
    JsonScanner m_scanner;
    qint64 m_line = 1;
};

/// What the whole document is made of.
struct Shape {
    FileLayout layout = FileLayout::JsonArray;
    /// The members whose arrays hold the records; empty = the document itself is the container.
    std::vector<std::string> members;
    /// The document is one record, or several written one after the other.
    bool single = false;
};

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
        if (m_shape.layout == FileLayout::JsonLines || m_shape.single) {
            return {};
        }
        m_cutter.peek();
        m_cutter.skip(1);
        if (!m_shape.members.empty()) {
            m_columns.findOrAdd(kMemberColumn);
            enterNextMember();
        }
        if (m_shape.layout == FileLayout::JsonMembers) {
            m_columns.findOrAdd(kKeyColumn);
        }
        return {};
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        record.cells.clear();
        record.items.clear();
        record.row = m_row;
        Result<Step> step = m_shape.layout == FileLayout::JsonLines ? nextLine(record, problem)
                                                                    : nextElement(record, problem);
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
    FileLayout layout() const override { return m_shape.layout; }
    QString layoutName() const override
    {
        switch (m_shape.layout) {
        case FileLayout::JsonLines:
            return QStringLiteral("JSON Lines");
        case FileLayout::JsonMembers:
            return QStringLiteral("JSON object by key");
        default:
            return m_shape.members.empty()
                ? QStringLiteral("JSON array")
                : QStringLiteral("JSON array \"%1\"").arg(QString::fromStdString(m_shape.members.front()));
        }
    }

private:
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
                m_shape.layout = length <= newline ? FileLayout::JsonLines : FileLayout::JsonArray;
                m_shape.single = m_shape.layout == FileLayout::JsonArray;
                return {};
            }
        } else if (length > newline && lineLooksWhole) {
            // Not closed: if the first line alone looks like a record, the damage is in that line only.
            m_shape.layout = FileLayout::JsonLines;
            return {};
        }
        const bool oneLine = cut == JsonCutter::Cut::Value && length <= newline;
        WINNOW_TRY(m_stream->rewind());
        WINNOW_TRY(detectMembers());
        if (m_shape.single && oneLine) {
            m_shape = {FileLayout::JsonLines, {}, false};
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
                const auto cut
                    = m_cutter.skipValue(length, holdsObjects ? m_limits.maxRecordBytes : kNever, 1);
                if (cut == JsonCutter::Cut::TooLong) {
                    // Too large to be anything but the records.
                    m_shape.members = {key};
                    return {};
                }
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
            m_shape.members = splits.empty() ? std::vector{largestKey} : splits;
            return {};
        }
        if (!named && objects + plains > 0) {
            m_shape.layout = FileLayout::JsonMembers;
        } else {
            m_shape.single = true;
        }
        return {};
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

    Result<Step> nextLine(RawRecord& record, RecordProblem& problem)
    {
        while (true) {
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
            while (!line.empty() && isSpace(line.back())) {
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
            return m_parser.parse(line, m_columns, record, problem) ? Step::Record : Step::Bad;
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
        problem.found = QStringLiteral("a line of more than %1 bytes").arg(m_limits.maxRecordBytes);
        problem.expected = QStringLiteral("a record within the size limit");
        return Step::Bad;
    }

    Result<Step> nextElement(RawRecord& record, RecordProblem& problem)
    {
        if (m_ended) {
            return Step::End;
        }
        char c = m_cutter.peek();
        while (true) {
            if (c == ',') {
                m_cutter.skip(1);
            } else if (c == ']' && !m_shape.members.empty()) {
                m_cutter.skip(1);
                if (!enterNextMember()) {
                    break;
                }
            } else {
                break;
            }
            c = m_cutter.peek();
        }
        record.line = problem.line = m_cutter.line();
        if (c == 0) {
            m_ended = true;
            if (m_shape.single) {
                return Step::End;
            }
            problem.found = QStringLiteral("the end of the file");
            problem.expected = QStringLiteral("the closing bracket; the file seems to be cut off");
            return Step::Bad;
        }
        if (c == ']' || c == '}') {
            m_ended = true;
            return Step::End;
        }
        std::string key;
        if (m_shape.layout == FileLayout::JsonMembers && !readKey(key)) {
            m_ended = true;
            problem.found = QString::fromLatin1(&c, 1);
            problem.expected = QStringLiteral("a key in quotes");
            return Step::Bad;
        }
        c = m_cutter.peek();
        size_t length = 0;
        const auto cut = m_cutter.measure(length);
        if (cut == JsonCutter::Cut::TooLong) {
            qint64 rest = 0;
            m_ended = m_cutter.skipRest(rest) != JsonCutter::Cut::Value;
            problem.found = QStringLiteral("a record of more than %1 bytes").arg(m_limits.maxRecordBytes);
            problem.expected = m_ended ? QStringLiteral("a closed record; the file seems to be damaged")
                                       : QStringLiteral("a record within the size limit");
            return Step::Bad;
        }
        if (cut != JsonCutter::Cut::Value || length == 0) {
            m_ended = true;
            problem.found
                = length == 0 ? QString::fromLatin1(&c, 1) : QStringLiteral("a record without an end");
            problem.expected = QStringLiteral("a closed record; the file seems to be damaged or cut off");
            return Step::Bad;
        }
        if (m_shape.layout == FileLayout::JsonMembers) {
            m_key = key;
        }
        if (m_shape.layout == FileLayout::JsonMembers || !m_shape.members.empty()) {
            record.cells.resize(1);
            record.cells[0] = {CellKind::Text, m_key};
        }
        const std::string_view value = m_stream->window().substr(0, length);
        bool read = false;
        if (c == '{' || m_shape.layout != FileLayout::JsonMembers) {
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
};

} // namespace

Result<std::unique_ptr<RecordSource>> openJsonRecords(const QString& path, const ReadLimits& limits)
{
    auto stream = std::make_unique<ByteStream>();
    WINNOW_TRY(stream->open(path, limits.progress));
    auto source = std::make_unique<JsonSource>(std::move(stream), limits);
    WINNOW_TRY(source->start());
    return source;
}

} // namespace winnow
