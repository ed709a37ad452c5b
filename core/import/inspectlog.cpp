// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/inspectlog.h"

#include "core/import/documentmembers.h"
#include "core/import/inspectrecords.h"
#include "core/import/inspectzip.h"
#include "core/import/jsonpick.h"
#include "core/import/utf8.h"

#include <map>

namespace winnow {

namespace {

class InspectJson : public InspectRecords {
public:
    explicit InspectJson(const ReadLimits& limits)
        : InspectRecords(limits)
        , m_members(m_stream, limits)
    {
    }

    Result<> open(const QString& path)
    {
        WINNOW_TRY(m_stream.open(path, m_limits.progress));
        std::map<std::string, std::string> run;
        bool sampled = false;
        std::string name;
        bool more = m_members.enter();
        while (more && m_members.next(name)) {
            sampled = sampled || name == "samples";
            const bool told
                = name == "status" || name == "eval" || name == "results" || name == "invalidated";
            more = told ? m_members.take(run[name]) : m_members.pass();
        }
        if (m_stream.failed()) {
            return tl::unexpected<Error>(m_stream.error());
        }
        setRun(run["status"], run["invalidated"], run["eval"], run["results"]);
        WINNOW_TRY(m_stream.rewind());
        more = m_members.enter();
        while (more && m_members.next(name) && name != "samples") {
            more = m_members.pass();
        }
        if (!sampled || m_members.cutter().peek() != '[') {
            return noSamples(path);
        }
        m_members.cutter().skip(1);
        return m_members.cutter().peek() == ']' ? Result<>(noSamples(path)) : Result<>();
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        InspectParts parts;
        const DocumentMembers::Element found
            = m_ended ? DocumentMembers::Element::End : m_members.element(parts.sample);
        if (m_stream.failed()) {
            return tl::unexpected<Error>(m_stream.error());
        }
        if (found == DocumentMembers::Element::End) {
            return Step::End;
        }
        begin(record, problem, m_members.cutter().line());
        if (found == DocumentMembers::Element::TooLong) {
            return tooLong(problem);
        }
        // Behind what does not end there is nothing to go on with.
        m_ended = found == DocumentMembers::Element::Unclosed;
        if (m_ended) {
            return withoutEnd(problem);
        }
        const Step step = putSample(parts, record, problem);
        m_members.cutter().skip(parts.sample.size());
        return step;
    }
    qint64 bytesRead() const override { return m_stream.offset(); }
    qint64 bytesTotal() const override { return m_stream.total(); }

private:
    ByteStream m_stream;
    DocumentMembers m_members;
    bool m_ended = false;
};

/// A JSON document that begins as a log does: version, status, eval.
bool isInspectJson(QByteArrayView head)
{
    std::string_view text(head.data(), size_t(head.size()));
    if (text.starts_with("\xef\xbb\xbf")) {
        text.remove_prefix(3);
    }
    text = trimmed(text);
    if (!isJsonObject(text)) {
        return false;
    }
    text.remove_prefix(1);
    bool version = false;
    bool status = false;
    for (;;) {
        text = trimmed(text);
        if (!text.empty() && text.front() == ',') {
            text.remove_prefix(1);
        }
        const std::string name = jsonText(takeJsonValue(text));
        text = trimmed(text);
        if (name.empty() || text.empty() || text.front() != ':') {
            return false;
        }
        text.remove_prefix(1);
        text = trimmed(text);
        if (name == "eval") {
            return version && status && isJsonObject(text);
        }
        const std::string_view value = takeJsonValue(text);
        if (value.empty()) {
            return false;
        }
        version = version || (name == "version" && toNumber(value));
        status = status || (name == "status" && isJsonText(value));
    }
}

} // namespace

bool isInspectArchive(QByteArrayView head)
{
    constexpr qsizetype kHeader = 30;
    constexpr qsizetype kLengthAt = 26;
    if (!head.startsWith("PK\x03\x04") || head.size() < kHeader) {
        return false;
    }
    const qsizetype length
        = static_cast<unsigned char>(head[kLengthAt]) | static_cast<unsigned char>(head[kLengthAt + 1]) << 8;
    const QByteArrayView first = head.sliced(kHeader, qMin(length, head.size() - kHeader));
    return first == "_journal/start.json" || first == "header.json"
        || (first.startsWith("samples/") && first.contains("_epoch_") && first.endsWith(".json"));
}

std::vector<RecordLayout> InspectLogFormat::layouts() const
{
    return {{QStringLiteral("inspect"), QStringLiteral("inspect log"),
        QStringLiteral("A log of inspect_ai (.eval or .json): a record for each sample and epoch"), 1.0}};
}

double InspectLogFormat::sniff(QByteArrayView head) const
{
    return isInspectArchive(head) || isInspectJson(head) ? 1 : 0;
}

Result<std::unique_ptr<RecordSource>> InspectLogFormat::open(
    const QString& path, const ReadLimits& limits) const
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.peek(2) == "PK") {
        file.close();
        return openInspectZip(path, limits);
    }
    file.close();
    auto source = std::make_unique<InspectJson>(limits);
    WINNOW_TRY(source->open(path));
    return source;
}

} // namespace winnow
