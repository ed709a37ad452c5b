// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/csvrecords.h"

#include "core/import/bytestream.h"
#include "core/import/filekind.h"

#include <csv.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <new>

namespace winnow {

namespace {

/// Share of rows with as many fields as the first one, and that number.
std::pair<double, int> consistency(QByteArrayView head, char delimiter)
{
    constexpr int kRows = 60;
    QVector<int> counts;
    int fields = 1;
    bool quoted = false;
    bool atStart = true;
    bool blank = true;
    for (qsizetype i = 0; i < head.size() && counts.size() < kRows; ++i) {
        const char c = head[i];
        if (quoted) {
            if (c == '"') {
                if (i + 1 < head.size() && head[i + 1] == '"') {
                    ++i;
                } else {
                    quoted = false;
                }
            }
            continue;
        }
        if (c == '"' && atStart) {
            quoted = true;
            blank = false;
        } else if (c == delimiter) {
            ++fields;
            atStart = true;
            blank = false;
            continue;
        } else if (c == '\n' || c == '\r') {
            if (!blank) {
                counts.append(fields);
            }
            fields = 1;
            atStart = true;
            blank = true;
            continue;
        } else {
            blank = false;
        }
        atStart = false;
    }
    if (counts.isEmpty()) {
        return {1.0, fields};
    }
    const auto same = std::count(counts.begin(), counts.end(), counts.front());
    return {static_cast<double>(same) / static_cast<double>(counts.size()), counts.front()};
}

/// How many rows a quoted cell holds besides its own: its lines hold as many cells as the rows of the table
/// do, the first and the last ones together with what stands around the cell. 0 when it is a text of lines.
int joinedRows(std::string_view cell, char delimiter, size_t column, size_t columns)
{
    if (columns < 2 || cell.find('\n') == std::string_view::npos) {
        return 0;
    }
    int rows = 0;
    bool quoted = false;
    for (size_t from = 0; from <= cell.size(); ++rows) {
        const size_t newline = std::min(cell.find('\n', from), cell.size());
        const std::string_view line = cell.substr(from, newline - from);
        const bool last = newline == cell.size();
        const size_t wanted = from == 0 ? columns - 1 - column : last ? column : columns - 1;
        // The quote that should have begun a cell has ended this one: what stands behind it is that cell's.
        size_t quote = from > 0 ? line.find('"') : std::string_view::npos;
        if (quote != std::string_view::npos && quote > 0 && line[quote - 1] != delimiter) {
            quote = std::string_view::npos;
        }
        quoted = quoted || quote != std::string_view::npos;
        const std::string_view counted = last ? line.substr(0, quote) : line;
        if (size_t(std::count(counted.begin(), counted.end(), delimiter)) != wanted) {
            return 0;
        }
        from = newline + 1;
    }
    // A text of lines seldom has tabs, or as many commas as that; a quote at a cell's beginning tells the
    // rest.
    return quoted || delimiter == '\t' || columns > 3 || rows > 3 ? rows - 1 : 0;
}

/// What a cell holds, where that tells columns apart.
enum class CellClass { Empty, Number, Truth, Text };

CellClass classOf(std::string_view cell)
{
    const QString text
        = QString::fromUtf8(cell.data(), qsizetype(std::min<size_t>(cell.size(), 40))).trimmed();
    bool isNumber = false;
    text.toDouble(&isNumber);
    if (text.isEmpty()) {
        return CellClass::Empty;
    }
    if (isNumber) {
        return CellClass::Number;
    }
    const bool isTruth
        = text.compare(u"true", Qt::CaseInsensitive) == 0 || text.compare(u"false", Qt::CaseInsensitive) == 0;
    return isTruth ? CellClass::Truth : CellClass::Text;
}

/// Blanks around a quoted cell are allowed ("red" ,), as other readers allow them; tabs are text.
int isBlank(unsigned char c)
{
    return c == ' ' ? 1 : 0;
}

/// Bytes that libcsv's buffer begins with, and grows by at least.
constexpr size_t kFirstBuffer = 64 * 1024;

Sentence cellCount(size_t count)
{
    return count == 1 ? Sentence::of(QT_TRANSLATE_NOOP("Import", "one cell"))
                      : Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 cells")).arg(count);
}

class CsvSource : public RecordSource {
public:
    CsvSource(std::unique_ptr<ByteStream> stream, const ReadLimits& limits, char delimiter)
        : m_stream(std::move(stream))
        , m_limits(limits)
        , m_delimiter(delimiter)
    {
        initialise();
    }
    ~CsvSource() override { csv_free(&m_csv); }

    Result<> readHeader()
    {
        RecordProblem problem;
        Row row;
        if (!pop(row)) {
            return fail(ErrorCode::WrongKind,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no header row")).arg(m_stream->path()),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Error", "Check that it is a table with column names in the first row")));
        }
        if (!row.problem.isEmpty()) {
            return fail(ErrorCode::LimitExceeded,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1, line %2: the column names are %3, expected %4"))
                    .arg(m_stream->path())
                    .arg(row.line)
                    .arg(row.problem)
                    .arg(row.expected));
        }
        if (!simdjson::validate_utf8(row.text.data(), row.text.size())) {
            return fail(ErrorCode::WrongKind,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1, line %2: the column names are not UTF-8"))
                    .arg(m_stream->path())
                    .arg(row.line),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Save the file as UTF-8")));
        }
        for (size_t i = 0; i < row.ends.size(); ++i) {
            m_columns.addHeading(row.field(i), i + 1);
        }
        return {};
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        record.cells.clear();
        record.items.clear();
        m_current = {};
        if (!pop(m_current)) {
            if (m_stream->failed()) {
                return tl::unexpected<Error>(m_stream->error());
            }
            return Step::End;
        }
        record.row = m_row++;
        record.line = problem.line = m_current.line;
        if (!m_current.problem.isEmpty()) {
            problem.found = m_current.problem;
            problem.expected = m_current.expected;
            return Step::Bad;
        }
        const size_t wanted = size_t(m_columns.count());
        // A delimiter at the end of a row adds empty cells that mean nothing.
        while (m_current.ends.size() > wanted && m_current.field(m_current.ends.size() - 1).empty()) {
            m_current.ends.pop_back();
        }
        if (m_current.ends.size() != wanted) {
            const auto lines = std::count(m_current.text.begin(), m_current.text.end(), '\n');
            problem.found = lines == 0
                ? cellCount(m_current.ends.size())
                : Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 cells in %2 lines; a quote may join rows"))
                      .arg(m_current.ends.size())
                      .arg(qint64(lines + 1));
            problem.expected
                = Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 as in the header")).arg(cellCount(wanted));
            return Step::Bad;
        }
        for (size_t i = 0; i < wanted; ++i) {
            const int rows = joinedRows(m_current.field(i), m_delimiter, i, wanted);
            if (rows > 0 && !saysOtherwise(i)) {
                problem.column = QString::fromStdString(m_columns.name(int(i)));
                problem.found = Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "a quoted cell that runs over further rows of the table: %1"))
                                    .arg(rows);
                problem.expected = Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "a closing quote in line %1; these rows are not read"))
                                       .arg(m_current.line);
                return Step::Bad;
            }
        }
        const bool valid = simdjson::validate_utf8(m_current.text.data(), m_current.text.size());
        record.cells.resize(wanted);
        for (size_t i = 0; i < wanted; ++i) {
            const std::string_view text = m_current.field(i);
            if (!valid && !simdjson::validate_utf8(text.data(), text.size())) {
                problem.column = QString::fromStdString(m_columns.name(int(i)));
                problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "bytes that are not UTF-8: %1"))
                                    .arg(QString::fromLatin1(
                                        text.data(), qsizetype(std::min<size_t>(text.size(), 60))));
                problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "UTF-8 text"));
                return Step::Bad;
            }
            record.cells[i] = {CellKind::Text, text};
        }
        return Step::Record;
    }

    const ColumnNames& columns() const override { return m_columns; }
    qint64 bytesRead() const override { return m_stream->offset(); }
    qint64 bytesTotal() const override { return m_stream->total(); }
    QString layout() const override { return QStringLiteral("csv"); }
    QString layoutName() const override
    {
        if (m_delimiter == '\t') {
            return QStringLiteral("TSV");
        }
        return m_delimiter == ',' ? QStringLiteral("CSV")
                                  : QStringLiteral("CSV with %1").arg(QLatin1Char(m_delimiter));
    }

private:
    struct Row {
        qint64 line = 0;
        std::string text;
        std::vector<size_t> ends;
        Sentence problem;
        Sentence expected;

        std::string_view field(size_t i) const
        {
            const size_t begin = i == 0 ? 0 : ends[i - 1];
            return std::string_view(text).substr(begin, ends[i] - begin);
        }
    };

    /// Whether the lines of the current row's cell are none of the table after all: options with as many
    /// commas each as the table has, where a column of numbers or of true and false would hold words.
    bool saysOtherwise(size_t column) const
    {
        const std::string_view cell = m_current.field(column);
        size_t from = 0;
        for (size_t newline = cell.find('\n'); newline != std::string_view::npos;
             from = newline + 1, newline = cell.find('\n', from)) {
            // The first line begins in this column.
            size_t at = from == 0 ? column : 0;
            const std::string_view line = cell.substr(from, newline - from);
            for (size_t begin = 0; begin <= line.size(); ++at) {
                const size_t end = std::min(line.find(m_delimiter, begin), line.size());
                const CellClass here = classOf(line.substr(begin, end - begin));
                const CellClass there = at < m_current.ends.size() && at != column
                    ? classOf(m_current.field(at))
                    : CellClass::Text;
                if (here == CellClass::Text && (there == CellClass::Number || there == CellClass::Truth)) {
                    return true;
                }
                begin = end + 1;
            }
        }
        return false;
    }

    void initialise()
    {
        csv_init(&m_csv, 0);
        csv_set_delim(&m_csv, static_cast<unsigned char>(m_delimiter));
        csv_set_space_func(&m_csv, isBlank);
    }

    static void onField(void* text, size_t size, void* self)
    {
        auto* source = static_cast<CsvSource*>(self);
        if (source->m_discarding) {
            return;
        }
        Row& row = source->m_building;
        if (row.ends.size() >= size_t(source->m_limits.maxColumns)) {
            source->discardRow(Sentence::of(QT_TRANSLATE_NOOP("Import", "more than %1 cells"))
                                   .arg(source->m_limits.maxColumns),
                Sentence::of(QT_TRANSLATE_NOOP("Import", "at most that many")));
            return;
        }
        row.text.append(static_cast<const char*>(text), size);
        row.ends.push_back(row.text.size());
    }

    static void onRow(int, void* self)
    {
        auto* source = static_cast<CsvSource*>(self);
        source->finishRow();
    }

    /// The row cannot be read: what was read of it is dropped, and so is the rest as it comes.
    void discardRow(const Sentence& found, const Sentence& expected)
    {
        const qint64 line = m_building.line;
        m_building = {};
        m_building.line = line;
        m_building.problem = found;
        m_building.expected = expected;
        m_discarding = true;
    }

    void discardLongRow()
    {
        discardRow(Sentence::of(QT_TRANSLATE_NOOP("Import", "a row of more than %1 bytes"))
                       .arg(m_limits.maxRecordBytes),
            m_csv.quoted ? Sentence::of(
                QT_TRANSLATE_NOOP("Import", "a row within the size limit; a quote may not be closed"))
                         : Sentence::of(QT_TRANSLATE_NOOP("Import", "a row within the size limit")));
    }

    /// Lets libcsv forget the cell that it builds up, all but its state; it takes off the spaces behind a
    /// cell, and its quote, by subtracting them from the length.
    void forgetCell()
    {
        m_csv.spaces = std::min<size_t>(m_csv.spaces, 1);
        m_csv.entry_pos = std::min(m_csv.entry_pos, m_csv.spaces + 1);
        if (m_csv.entry_size > kFirstBuffer) {
            if (void* smaller = std::realloc(m_csv.entry_buf, kFirstBuffer)) {
                m_csv.entry_buf = static_cast<unsigned char*>(smaller);
                m_csv.entry_size = kFirstBuffer;
            }
        }
    }

    void finishRow()
    {
        if (!m_discarding && qint64(m_building.text.size()) > m_limits.maxRecordBytes) {
            discardLongRow();
        }
        m_discarding = false;
        m_ready.push_back(std::move(m_building));
        m_building = {};
        m_building.line = m_line;
        m_fresh = true;
    }

    bool pop(Row& row)
    {
        while (m_ready.empty() && !m_ended) {
            feed();
        }
        if (m_ready.empty()) {
            return false;
        }
        row = std::move(m_ready.front());
        m_ready.pop_front();
        return true;
    }

    void feed()
    {
        std::string_view window = m_stream->window();
        if (window.empty()) {
            if (!m_stream->grow()) {
                finish();
                return;
            }
            window = m_stream->window();
        }
        const size_t newline = window.find('\n');
        const std::string_view piece
            = window.substr(0, newline == std::string_view::npos ? window.size() : newline + 1);
        if (m_fresh) {
            m_building.line = m_line;
            m_fresh = false;
        }
        if (newline != std::string_view::npos) {
            ++m_line;
        }
        // libcsv grows its buffer by 128 bytes a time, which copies a large cell thousands of times where the
        // allocator cannot grow in place.
        csv_set_blk_size(&m_csv, std::max(kFirstBuffer, csv_get_buffer_size(&m_csv)));
        if (csv_parse(&m_csv, piece.data(), piece.size(), onField, onRow, this) != piece.size()) {
            throw std::bad_alloc();
        }
        m_stream->consume(piece.size());
        if (m_building.ends.empty() && m_csv.entry_pos == 0 && !m_discarding) {
            m_fresh = true;
        }
        if (qint64(m_csv.entry_pos) + qint64(m_building.text.size()) > m_limits.maxRecordBytes) {
            discardLongRow();
        }
        if (m_discarding) {
            forgetCell();
        }
    }

    void finish()
    {
        constexpr int kFieldBegun = 2;
        if (m_csv.quoted && m_csv.pstate == kFieldBegun && !m_discarding) {
            m_building.problem = Sentence::of(
                QT_TRANSLATE_NOOP("Import", "a quoted cell that is not closed before the end of the file"));
            m_building.expected = Sentence::of(
                QT_TRANSLATE_NOOP("Import", "a closing quote; the file seems to be damaged or cut off"));
        }
        csv_fini(&m_csv, onField, onRow, this);
        m_ended = true;
    }

    std::unique_ptr<ByteStream> m_stream;
    ReadLimits m_limits;
    char m_delimiter;
    csv_parser m_csv{};
    ColumnNames m_columns;
    Row m_building;
    Row m_current;
    std::deque<Row> m_ready;
    qint64 m_line = 1;
    qint64 m_row = 0;
    bool m_fresh = true;
    bool m_ended = false;
    bool m_discarding = false;
};

} // namespace

char sniffDelimiter(QByteArrayView head)
{
    char best = ',';
    double bestScore = -1;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        const auto [share, fields] = consistency(head, delimiter);
        // Rows that agree on several fields beat everything; a delimiter that cuts nothing agrees trivially.
        const double score = fields < 2 ? 0 : share * share * (1.0 + 0.01 * fields);
        if (score > bestScore) {
            bestScore = score;
            best = delimiter;
        }
    }
    return best;
}

std::vector<RecordLayout> CsvFormat::layouts() const
{
    return {{QStringLiteral("csv"), QStringLiteral(QT_TRANSLATE_NOOP("Import", "CSV or TSV")),
        QStringLiteral("A table with a header row; , ; tab or | between cells")}};
}

double CsvFormat::sniff(QByteArrayView head) const
{
    constexpr double kWhereNobodyElse = 0.1;
    return detectFileKind(head).text == FileKind::Text::No ? 0 : kWhereNobodyElse;
}

Result<std::unique_ptr<RecordSource>> CsvFormat::open(const QString& path, const ReadLimits& limits) const
{
    auto stream = std::make_unique<ByteStream>();
    WINNOW_TRY(stream->open(path, limits.progress));
    const std::string_view head = stream->window().substr(0, 256 << 10);
    const char delimiter = sniffDelimiter({head.data(), qsizetype(head.size())});
    auto source = std::make_unique<CsvSource>(std::move(stream), limits, delimiter);
    WINNOW_TRY(source->readHeader());
    return source;
}

} // namespace winnow
