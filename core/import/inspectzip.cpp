// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/inspectzip.h"

#include "core/import/archivereader.h"
#include "core/import/inspectrecords.h"
#include "core/import/jsonpick.h"
#include "core/import/utf8.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace winnow {

namespace {

/// What a member of the zip is, by its name.
struct MemberName {
    enum class Kind { Other, Header, Start, Summaries, Whole, Shell, Metadata, Messages, Attachments };
    Kind kind = Kind::Other;
    /// "ID_epoch_N".
    QString sample;
    /// Of a chunk: the position of its first element.
    qint64 start = 0;
};

MemberName readName(const QString& name)
{
    using Kind = MemberName::Kind;
    if (name == QLatin1String("header.json")) {
        return {Kind::Header, {}, 0};
    }
    if (name == QLatin1String("_journal/start.json")) {
        return {Kind::Start, {}, 0};
    }
    if (name == QLatin1String("summaries.json") || name.startsWith(QLatin1String("_journal/summaries/"))) {
        return {Kind::Summaries, {}, 0};
    }
    static const QRegularExpression sample(
        QStringLiteral(
            "^samples/(.*_epoch_\\d+)(?:\\.json|/(?:(sample)|(metadata)|(?:(messages)|(attachments))"
            "/(\\d{1,15}))\\.json)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = sample.match(name);
    if (!match.hasMatch()) {
        return {};
    }
    const Kind kind = match.hasCaptured(2) ? Kind::Shell
        : match.hasCaptured(3)             ? Kind::Metadata
        : match.hasCaptured(4)             ? Kind::Messages
        : match.hasCaptured(5)             ? Kind::Attachments
                                           : Kind::Whole;
    return {kind, match.captured(1), match.captured(6).toLongLong()};
}

/// A sample as far as it was read.
struct Partial {
    std::string sample;
    std::string metadata;
    std::map<qint64, std::string> messages;
    std::map<qint64, std::string> attachments;
    qint64 size = 0;

    InspectParts parts() const
    {
        return {
            sample, metadata, {messages.begin(), messages.end()}, {attachments.begin(), attachments.end()}};
    }
};

class InspectZip : public InspectRecords {
public:
    InspectZip(const QString& path, const ReadLimits& limits)
        : InspectRecords(limits)
        , m_path(path)
    {
    }

    Result<> open()
    {
        WINNOW_TRY(look());
        if (m_left.isEmpty()) {
            return noSamples(m_path);
        }
        return restart(0);
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        for (;;) {
            ArchiveReader::Member member;
            const auto more = m_reader->next(member);
            if (!more) {
                return tl::unexpected<Error>(more.error());
            }
            if (!*more) {
                return Step::End;
            }
            ++m_at;
            const MemberName name = readName(member.name);
            if (name.kind < MemberName::Kind::Whole || --m_repeats[member.name] > 0
                || m_left.value(name.sample) <= 0) {
                continue;
            }
            Partial& partial = m_open[name.sample];
            std::string data;
            const auto read = this->read(data, m_limits.maxRecordBytes - partial.size);
            if (!read && (read.error().code == ErrorCode::Cancelled || m_at <= m_damagedAt)) {
                return tl::unexpected<Error>(read.error());
            }
            if (!read || !*read) {
                return refuse(member.name, name.sample, read, record, problem);
            }
            partial.size += qint64(data.size());
            keep(partial, name, std::move(data));
            if (--m_left[name.sample] == 0) {
                return finish(member.name, name.sample, record, problem);
            }
        }
    }
    qint64 bytesRead() const override { return m_reader->bytesRead(); }
    qint64 bytesTotal() const override { return m_reader->bytesTotal(); }

private:
    /// All names, and what is said of the run.
    Result<> look()
    {
        std::string header;
        std::string start;
        QSet<QString> summarised;
        m_reader = std::make_unique<ArchiveReader>();
        WINNOW_TRY(m_reader->open(m_path, m_limits.progress));
        for (;;) {
            ArchiveReader::Member member;
            const auto more = m_reader->next(member);
            if (!more) {
                return tl::unexpected<Error>(more.error());
            }
            if (!*more) {
                break;
            }
            const MemberName name = readName(member.name);
            if (name.kind >= MemberName::Kind::Whole) {
                m_left[name.sample] += m_repeats[member.name]++ == 0;
            } else if (name.kind != MemberName::Kind::Other) {
                std::string data;
                const auto read = this->read(data, m_limits.maxRecordBytes);
                if (!read) {
                    return tl::unexpected<Error>(read.error());
                }
                if (name.kind == MemberName::Kind::Summaries) {
                    addSummaries(data, summarised);
                } else {
                    (name.kind == MemberName::Kind::Header ? header : start) = std::move(data);
                }
            }
        }
        tellRun(header, start, summarised);
        return {};
    }

    void tellRun(const std::string& header, const std::string& start, const QSet<QString>& summarised)
    {
        const JsonFields run(header.empty() ? start : header);
        if (header.empty()) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import",
                "The log has no header: its run did not come to an end; the samples that were written are "
                "read")));
        }
        setRun(run["status"], run["invalidated"], run["eval"], run["results"]);
        qint64 bare = 0;
        for (const QString& sample : summarised) {
            bare += !m_left.contains(sample);
        }
        if (bare > 0) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                  "Samples of which the log has only a summary: %1; a summary is shortened, "
                                  "and they are not read"))
                     .arg(bare));
        }
    }

    static void addSummaries(std::string_view json, QSet<QString>& summarised)
    {
        for (const std::string_view summary : jsonElements(json)) {
            const JsonFields fields(summary);
            const std::string_view id = fields["id"];
            const std::string text = isJsonText(id) ? jsonText(id) : std::string(id);
            summarised.insert(toQString(text) + QStringLiteral("_epoch_") + toQString(fields["epoch"]));
        }
    }

    /// The member at hand; false when it is longer than that.
    Result<bool> read(std::string& data, qint64 most)
    {
        for (;;) {
            const auto block = m_reader->readBlock();
            if (!block) {
                return tl::unexpected<Error>(block.error());
            }
            if (block->empty()) {
                return true;
            }
            if (qint64(data.size() + block->size()) > most) {
                return false;
            }
            data.append(*block);
        }
    }

    static void keep(Partial& partial, const MemberName& name, std::string data)
    {
        switch (name.kind) {
        case MemberName::Kind::Metadata:
            partial.metadata = std::move(data);
            break;
        case MemberName::Kind::Messages:
            partial.messages[name.start] = std::move(data);
            break;
        case MemberName::Kind::Attachments:
            partial.attachments[name.start] = std::move(data);
            break;
        default:
            partial.sample = std::move(data);
        }
    }

    Result<Step> finish(
        const QString& member, const QString& sample, RawRecord& record, RecordProblem& problem)
    {
        const Partial partial = m_open.take(sample);
        begin(record, problem, ++m_sample);
        problem.column = member;
        return putSample(partial.parts(), record, problem);
    }

    /// A member that cannot be read ends its sample, and reading goes on behind it.
    Result<Step> refuse(const QString& member, const QString& sample, const Result<bool>& read,
        RawRecord& record, RecordProblem& problem)
    {
        m_open.remove(sample);
        m_left[sample] = 0;
        begin(record, problem, ++m_sample);
        problem.column = member;
        if (read) {
            return tooLong(problem);
        }
        problem.found = read.error().messageSentence();
        problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a member that is whole"));
        m_damagedAt = m_at;
        WINNOW_TRY(restart(m_at));
        return Step::Bad;
    }

    /// Opens the zip anew and steps over its first members.
    Result<> restart(qint64 members)
    {
        m_reader = std::make_unique<ArchiveReader>();
        WINNOW_TRY(m_reader->open(m_path, m_limits.progress));
        ArchiveReader::Member member;
        for (qint64 i = 0; i < members; ++i) {
            if (const auto more = m_reader->next(member); !more) {
                return tl::unexpected<Error>(more.error());
            }
        }
        m_at = members;
        return {};
    }

    QString m_path;
    std::unique_ptr<ArchiveReader> m_reader;
    /// How often a member's name is still to come: the last of it counts.
    QHash<QString, qint64> m_repeats;
    /// Members that a sample is still made of.
    QHash<QString, qint64> m_left;
    QHash<QString, Partial> m_open;
    qint64 m_at = 0;
    qint64 m_damagedAt = -1;
    qint64 m_sample = 0;
};

} // namespace

Result<std::unique_ptr<RecordSource>> openInspectZip(const QString& path, const ReadLimits& limits)
{
    auto source = std::make_unique<InspectZip>(path, limits);
    WINNOW_TRY(source->open());
    return source;
}

} // namespace winnow
