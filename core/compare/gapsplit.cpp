// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gapsplit.h"

#include "core/compare/comparedscores.h"
#include "core/compare/replypair.h"

#include <QJsonArray>

#include <cmath>

namespace winnow {

namespace {

/// What a cause is called and what makes a difference count as of it.
struct CauseWords {
    const char* id;
    const char* title;
    const char* meaning;
};

const CauseWords& wordsOf(GapCause cause)
{
    static constexpr CauseWords words[]{
        {"only_one", QT_TRANSLATE_NOOP("Compare", "Samples that only one has"),
            QT_TRANSLATE_NOOP("Compare",
                "One of the two was not asked the sample, or not as often; scores elsewhere differ.")},
        {"prompt", QT_TRANSLATE_NOOP("Compare", "Prompt or setting"),
            QT_TRANSLATE_NOOP("Compare",
                "The replies differ, and so do the settings or the length of the prompts in tokens.")},
        {"extraction", QT_TRANSLATE_NOOP("Compare", "Extraction of the answer"),
            QT_TRANSLATE_NOOP("Compare", "The same reply, from which another answer was read.")},
        {"scorer", QT_TRANSLATE_NOOP("Compare", "Judge or scorer"),
            QT_TRANSLATE_NOOP("Compare", "The same answer, which was scored otherwise.")},
        {"truncation", QT_TRANSLATE_NOOP("Compare", "Truncated reply"),
            QT_TRANSLATE_NOOP("Compare",
                "One reply is the beginning of the other, or ends without an answer at the most tokens of "
                "its "
                "run.")},
        {"missing", QT_TRANSLATE_NOOP("Compare", "Missing"),
            QT_TRANSLATE_NOOP(
                "Compare", "One of the two has a response without a score: a failed call, an empty reply.")},
        {"another_reply", QT_TRANSLATE_NOOP("Compare", "Another reply"),
            QT_TRANSLATE_NOOP("Compare",
                "The replies differ and nothing that was recorded says why: chance, or what no file "
                "tells.")}};
    return words[int(cause)];
}

/// A mean from which samples are taken out.
struct RunningMean {
    double sum = 0;
    qint64 n = 0;

    void add(double value)
    {
        sum += value;
        ++n;
    }
    double value() const { return n > 0 ? sum / double(n) : std::nan(""); }
};

/// The means of one side, over fewer and fewer samples.
struct SideMeans {
    RunningMean all;
    /// Without what the other was not asked.
    RunningMean asked;
    /// And without what the other is missing.
    RunningMean common;

    void add(double score, Answered other, bool paired)
    {
        all.add(score);
        if (other != Answered::Absent) {
            asked.add(score);
        }
        if (paired) {
            common.add(score);
        }
    }
};

void addSample(GapPart& part, SampleId sample, double forFirst)
{
    (forFirst > 0 ? part.forFirst : part.forSecond).append(sample);
}

/// A sample with one score counts for its side when it scores above what the side has in common.
void addUnpaired(
    GapSplit& split, const ComparedScores& scores, size_t i, const SideMeans& first, const SideMeans& second)
{
    const bool hasFirst = !std::isnan(scores.first[i]);
    const Answered other = hasFirst ? scores.secondAnswered[i] : scores.firstAnswered[i];
    const GapCause cause = other == Answered::Absent ? GapCause::OnlyOne : GapCause::Missing;
    const double above
        = hasFirst ? scores.first[i] - first.common.value() : second.common.value() - scores.second[i];
    addSample(split.parts[int(cause)], SampleId{scores.samples[i]}, above);
}

} // namespace

QString gapCauseId(GapCause cause)
{
    return QLatin1String(wordsOf(cause).id);
}

Sentence gapCauseTitle(GapCause cause)
{
    return Sentence::of(wordsOf(cause).title);
}

Sentence gapCauseMeaning(GapCause cause)
{
    return Sentence::of(wordsOf(cause).meaning);
}

QJsonObject GapSplit::toJson() const
{
    QJsonArray array;
    for (const GapPart& each : parts) {
        array.append(QJsonObject{{QStringLiteral("cause"), gapCauseId(each.cause)},
            {QStringLiteral("contribution"), each.contribution}, {QStringLiteral("samples"), each.samples()},
            {QStringLiteral("for_first"), each.forFirst.size()},
            {QStringLiteral("for_second"), each.forSecond.size()}});
    }
    return {{QStringLiteral("first"),
                QJsonObject{{QStringLiteral("label"), first}, {QStringLiteral("score"), firstMean},
                    {QStringLiteral("n"), firstCount}}},
        {QStringLiteral("second"),
            QJsonObject{{QStringLiteral("label"), second}, {QStringLiteral("score"), secondMean},
                {QStringLiteral("n"), secondCount}}},
        {QStringLiteral("gap"), gap()}, {QStringLiteral("common"), common},
        {QStringLiteral("unrecorded"), unrecorded}, {QStringLiteral("parts"), array}};
}

Result<GapSplit> splitGap(const Project& project, const ComparisonRequest& request, Progress& progress)
{
    const auto scores = ComparedScores::load(project, request, progress);
    if (!scores) {
        return tl::unexpected<Error>(scores.error());
    }
    GapSplit split;
    split.first = labelOf(request.first);
    split.second = labelOf(request.second);
    for (const GapCause cause : kGapCauses) {
        split.parts.append({cause, 0, {}, {}});
    }
    SideMeans first, second;
    const size_t n = scores->samples.size();
    for (size_t i = 0; i < n; ++i) {
        const bool hasFirst = !std::isnan(scores->first[i]);
        const bool hasSecond = !std::isnan(scores->second[i]);
        if (hasFirst) {
            first.add(scores->first[i], scores->secondAnswered[i], hasSecond);
        }
        if (hasSecond) {
            second.add(scores->second[i], scores->firstAnswered[i], hasFirst);
        }
    }
    split.firstMean = first.all.value();
    split.secondMean = second.all.value();
    split.firstCount = first.all.n;
    split.secondCount = second.all.n;
    split.common = first.common.n;
    if (split.common == 0) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                "No sample has a score of both, so nothing explains why "
                "the numbers differ")));
    }
    split.parts[int(GapCause::OnlyOne)].contribution
        = (first.all.value() - first.asked.value()) - (second.all.value() - second.asked.value());
    split.parts[int(GapCause::Missing)].contribution
        = (first.asked.value() - first.common.value()) - (second.asked.value() - second.common.value());

    auto replies = ReplyPairs::load(project, *scores, progress);
    if (!replies) {
        return tl::unexpected<Error>(replies.error());
    }
    for (size_t i = 0; i < n; ++i) {
        const bool hasFirst = !std::isnan(scores->first[i]);
        const bool hasSecond = !std::isnan(scores->second[i]);
        if (hasFirst != hasSecond) {
            addUnpaired(split, *scores, i, first, second);
            continue;
        }
        const double difference = scores->first[i] - scores->second[i];
        if (!hasFirst || difference == 0) {
            continue;
        }
        const GapCause cause = replies->causeOf(i);
        GapPart& part = split.parts[int(cause)];
        part.contribution += difference / double(split.common);
        addSample(part, SampleId{scores->samples[i]}, difference);
        split.unrecorded += cause == GapCause::AnotherReply && !replies->isRecorded(i);
    }
    return split;
}

} // namespace winnow
