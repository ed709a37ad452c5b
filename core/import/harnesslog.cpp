// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/harnesslog.h"

#include "core/import/bytestream.h"
#include "core/import/harnessline.h"
#include "core/import/harnessrun.h"
#include "core/import/utf8.h"
#include "core/import/writtenrecords.h"

#include <QDir>
#include <QFileInfo>

#include <unordered_map>

namespace winnow {

namespace {

/// The lines of a file, one at a time.
class Lines {
public:
    enum class Step { Line, TooLong, End };

    explicit Lines(const ReadLimits& limits)
        : m_limits(limits)
    {
    }
    ByteStream& stream() { return m_stream; }
    const ByteStream& stream() const { return m_stream; }
    qint64 number() const { return m_number; }

    Result<> rewind()
    {
        m_number = 0;
        return m_stream.rewind();
    }

    /// The next one that is not blank; it stays valid until the next call.
    Step next(std::string_view& line)
    {
        for (;;) {
            size_t scanned = 0;
            size_t end = std::string_view::npos;
            while ((end = m_stream.window().find('\n', scanned)) == std::string_view::npos) {
                scanned = m_stream.window().size();
                if (qint64(scanned) > m_limits.maxRecordBytes) {
                    ++m_number;
                    pass();
                    return Step::TooLong;
                }
                if (!m_stream.grow()) {
                    break;
                }
            }
            line = m_stream.window().substr(0, end);
            if (line.empty() && end == std::string_view::npos) {
                return Step::End;
            }
            ++m_number;
            m_stream.consume(line.size() + (end == std::string_view::npos ? 0 : 1));
            line = trimmed(line);
            if (!line.empty()) {
                return qint64(line.size()) > m_limits.maxRecordBytes ? Step::TooLong : Step::Line;
            }
        }
    }

private:
    void pass()
    {
        for (;;) {
            const std::string_view window = m_stream.window();
            const size_t end = window.find('\n');
            m_stream.consume(end == std::string_view::npos ? window.size() : end + 1);
            if (end != std::string_view::npos || !m_stream.grow()) {
                return;
            }
        }
    }

    ReadLimits m_limits;
    ByteStream m_stream;
    qint64 m_number = 0;
};

class HarnessLog : public WrittenRecords {
public:
    HarnessLog(RecordLayout layout, std::unique_ptr<HarnessLine> writer, const ReadLimits& limits)
        : WrittenRecords(limits)
        , m_layout(std::move(layout))
        , m_writer(std::move(writer))
        , m_lines(limits)
    {
    }

    Result<> open(const QString& path)
    {
        WINNOW_TRY(m_lines.stream().open(path, m_limits.progress));
        std::string_view line;
        for (;;) {
            const Lines::Step step = m_lines.next(line);
            if (m_lines.stream().failed()) {
                return tl::unexpected<Error>(m_lines.stream().error());
            }
            if (step == Lines::Step::End) {
                break;
            }
            if (const std::string key
                = step == Lines::Step::Line ? m_writer->key(JsonFields(line)) : std::string();
                !key.empty()) {
                m_last[key] = m_lines.number();
            }
        }
        return m_lines.rewind();
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        for (;;) {
            std::string_view line;
            const Lines::Step step = m_lines.next(line);
            if (m_lines.stream().failed()) {
                return tl::unexpected<Error>(m_lines.stream().error());
            }
            if (step == Lines::Step::End) {
                return Step::End;
            }
            if (step == Lines::Step::TooLong) {
                begin(record, problem, m_lines.number());
                return tooLong(problem);
            }
            const JsonFields fields(line);
            const std::string key = m_writer->key(fields);
            if (!key.empty() && m_last[key] != m_lines.number()) {
                ++m_older;
                continue;
            }
            begin(record, problem, m_lines.number());
            // What is no line of a log is read as it stands, which tells what is wrong with it.
            return put(key.empty() ? std::string(line) : m_writer->record(fields), record, problem);
        }
    }
    qint64 bytesRead() const override { return m_lines.stream().offset(); }
    qint64 bytesTotal() const override { return m_lines.stream().total(); }
    QString layout() const override { return m_layout.id; }
    QString layoutName() const override { return m_layout.title; }
    SentenceList notes() const override
    {
        SentenceList all = m_notes;
        if (m_older > 0) {
            all.append(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                        "The log was written to more than once: earlier lines of the same "
                                        "questions are left out: %1"))
                           .arg(m_older));
        }
        all.append(m_writer->notes());
        return all;
    }

private:
    RecordLayout m_layout;
    std::unique_ptr<HarnessLine> m_writer;
    Lines m_lines;
    /// The last line of each question and filter.
    std::unordered_map<std::string, qint64> m_last;
    qint64 m_older = 0;
};

Result<std::unique_ptr<RecordSource>> openLog(const QString& path, const RecordLayout& layout,
    std::unique_ptr<HarnessLine> writer, const ReadLimits& limits)
{
    auto source = std::make_unique<HarnessLog>(layout, std::move(writer), limits);
    WINNOW_TRY(source->open(path));
    return source;
}

/// A log whose name and folder say the task and the model.
Result<std::unique_ptr<RecordSource>> openHarnessLog(const QString& path, const RecordLayout& layout,
    std::unique_ptr<HarnessLine> writer, const ReadLimits& limits)
{
    writer->setRun(harnessModel(path), readHarnessName(path).task);
    return openLog(path, layout, std::move(writer), limits);
}

/// Whether a head begins with an object whose first members are these names; what is not there any more
/// cannot be told.
bool beginsWith(QByteArrayView head, QByteArrayView name)
{
    QByteArrayView text = head.startsWith("\xef\xbb\xbf") ? head.sliced(3) : head;
    text = text.trimmed();
    if (!text.startsWith('{')) {
        return false;
    }
    return text.sliced(1).trimmed().startsWith(name);
}

QByteArrayView firstLine(QByteArrayView head)
{
    const qsizetype end = head.indexOf('\n');
    return end < 0 ? head : head.first(end);
}

} // namespace

std::vector<RecordLayout> LmmsEvalFormat::layouts() const
{
    return {{id(), title(),
        QStringLiteral("A sample log of lmms-eval (DATE_samples_TASK.jsonl): prompt, target, replies and "
                       "metrics of each question"),
        1.0}};
}

double LmmsEvalFormat::sniff(QByteArrayView head) const
{
    const QByteArrayView line = firstLine(head);
    return beginsWith(head, "\"doc_id\"") && line.contains("\"filtered_resps\"")
            && line.contains("\"doc_hash\"") && !line.contains("\"arguments\"")
        ? 1
        : 0;
}

Result<std::unique_ptr<RecordSource>> LmmsEvalFormat::open(
    const QString& path, const ReadLimits& limits) const
{
    return openHarnessLog(path, layouts().front(), lmmsEvalLine(), limits);
}

std::vector<RecordLayout> LmEvalFormat::layouts() const
{
    return {{id(), title(),
        QStringLiteral("A sample log of lm-evaluation-harness (samples_TASK_TIME.jsonl): document, target, "
                       "replies or likelihoods and metrics of each question and filter"),
        1.0}};
}

std::vector<RecordLayout> EvalScopeFormat::layouts() const
{
    return {{id(), title(),
        QStringLiteral("A review file of EvalScope (reviews/MODEL/BENCHMARK.jsonl): question, target, reply, "
                       "what was read in it and its scores"),
        1.0}};
}

double EvalScopeFormat::sniff(QByteArrayView head) const
{
    const QByteArrayView line = firstLine(head);
    return beginsWith(head, "\"index\"") && line.contains("\"sample_score\"")
            && line.contains("\"sample_id\"")
        ? 1
        : 0;
}

Result<std::unique_ptr<RecordSource>> EvalScopeFormat::open(
    const QString& path, const ReadLimits& limits) const
{
    const QFileInfo file(path);
    auto writer = evalScopeLine();
    const bool named = QFileInfo(file.path()).dir().dirName() == QLatin1String("reviews");
    writer->setRun(named ? file.dir().dirName() : QString(), named ? file.completeBaseName() : QString());
    return openLog(path, layouts().front(), std::move(writer), limits);
}

double LmEvalFormat::sniff(QByteArrayView head) const
{
    const QByteArrayView line = firstLine(head);
    // A document with pictures in it may be longer than what is looked at.
    const bool cut = line.size() == head.size();
    return beginsWith(head, "\"doc_id\"") && line.contains("\"doc\"")
            && (cut || (line.contains("\"filtered_resps\"") && line.contains("\"arguments\"")))
        ? 1
        : 0;
}

Result<std::unique_ptr<RecordSource>> LmEvalFormat::open(const QString& path, const ReadLimits& limits) const
{
    return openHarnessLog(path, layouts().front(), lmEvalLine(), limits);
}

std::optional<Error> harnessTotals(const QString& path, QByteArrayView head)
{
    if (!beginsWith(head, "\"results\"") || !(head.contains(",none\"") || head.contains("\"alias\""))) {
        return std::nullopt;
    }
    return fail(ErrorCode::WrongKind,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds the totals of a run and no samples")).arg(path),
        Sentence::of(QT_TRANSLATE_NOOP("Error",
            "Have the evaluation log its samples (its option log_samples) and import the file of samples "
            "that "
            "is then written beside it")))
        .value();
}

} // namespace winnow
