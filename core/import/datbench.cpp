// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/datbench.h"

#include "core/import/documentmembers.h"
#include "core/import/utf8.h"
#include "core/import/writtenrecords.h"

#include <QRegularExpression>

namespace winnow {

namespace {

/// A result of a report.
std::string resultRecord(const JsonFields& result)
{
    JsonWriter out;
    out.add("index", result["id"]);
    out.add("answer", result["ground_truth"]);
    out.add("response", result["vlm_output"]);
    out.add("score", result["score"]);
    out.add("at_least_half", result["is_correct"]);
    for (const JsonMember& member : jsonMembers(result["metadata"])) {
        const std::string_view name = plainName(member);
        // The evaluator's inner results hold question and answer once more.
        out.add(name == "score_details" ? "details" : name, member.value);
    }
    return out.take();
}

/// A verdict of the judge; where it was not taken out of what the judge said, the last "answer: true" is it.
std::string verdictRecord(const JsonFields& judged)
{
    JsonWriter out;
    out.add("index", judged["id"]);
    const std::string_view verdict = judged["verdict"];
    if (!isJsonNothing(verdict)) {
        out.add("score", verdict);
    } else {
        static const QRegularExpression last(QStringLiteral("\\b(true|false)\\b(?!.*\\b(?:true|false)\\b)"),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        const auto match = last.match(toQString(jsonText(judged["raw_judge_output"])));
        out.add("score", match.hasMatch() ? match.captured(1).toLower().toStdString() : "null");
    }
    out.add("judge_output", judged["raw_judge_output"]);
    return out.take();
}

class DatBenchSource : public WrittenRecords {
public:
    explicit DatBenchSource(const ReadLimits& limits)
        : WrittenRecords(limits)
        , m_members(m_stream, limits)
    {
    }

    Result<> open(const QString& path)
    {
        WINNOW_TRY(m_stream.open(path, m_limits.progress));
        JsonCutter& cutter = m_members.cutter();
        m_report = cutter.peek() == '{';
        std::string name;
        bool more = m_report && m_members.enter();
        while (more && m_members.next(name) && name != "results") {
            more = m_members.pass();
        }
        if (m_stream.failed()) {
            return tl::unexpected<Error>(m_stream.error());
        }
        m_ended = cutter.peek() != '[';
        cutter.skip(m_ended ? 0 : 1);
        return {};
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        std::string_view element;
        const DocumentMembers::Element found
            = m_ended ? DocumentMembers::Element::End : m_members.element(element);
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
        if (found == DocumentMembers::Element::Unclosed) {
            m_ended = true;
            return withoutEnd(problem);
        }
        const JsonFields fields(element);
        const Step step = put(m_report ? resultRecord(fields) : verdictRecord(fields), record, problem);
        m_members.cutter().skip(element.size());
        return step;
    }
    qint64 bytesRead() const override { return m_stream.offset(); }
    qint64 bytesTotal() const override { return m_stream.total(); }
    QString layout() const override
    {
        return m_report ? QStringLiteral("datbench") : QStringLiteral("datbench_judge");
    }
    QString layoutName() const override
    {
        return m_report ? QStringLiteral("DatBench report") : QStringLiteral("DatBench verdicts");
    }

private:
    ByteStream m_stream;
    DocumentMembers m_members;
    bool m_report = false;
    bool m_ended = false;
};

} // namespace

std::vector<RecordLayout> DatBenchFormat::layouts() const
{
    return {
        {QStringLiteral("datbench"), QStringLiteral("DatBench report"),
            QStringLiteral("A report of DatBench's evaluator: replies with scores, keys and capabilities"),
            1.0},
        {QStringLiteral("datbench_judge"), QStringLiteral("DatBench verdicts"),
            QStringLiteral("What DatBench's judge said of the replies of one model: their scores"), 1.0}};
}

double DatBenchFormat::sniff(QByteArrayView head) const
{
    const QByteArrayView text = head.trimmed();
    const bool report = text.startsWith('{') && text.sliced(1).trimmed().startsWith("\"summary\"")
        && text.contains("\"overall_accuracy\"") && text.contains("\"total_correct\"");
    const bool verdicts = text.startsWith('[') && text.sliced(1).trimmed().startsWith('{')
        && text.contains("\"raw_judge_output\"") && !text.contains("\"raw_output\"");
    return report || verdicts ? 1 : 0;
}

Result<std::unique_ptr<RecordSource>> DatBenchFormat::open(
    const QString& path, const ReadLimits& limits) const
{
    auto source = std::make_unique<DatBenchSource>(limits);
    WINNOW_TRY(source->open(path));
    return source;
}

} // namespace winnow
