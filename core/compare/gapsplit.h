// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparedrun.h"

#include <QJsonObject>

#include <array>

namespace winnow {

/// Why two scores of one sample differ, in the order in which the parts of a gap are shown.
enum class GapCause {
    /// One side has no response to the sample, or not so many attempts.
    OnlyOne,
    /// What was said differs, and so does what was asked: the runs' conditions or settings, or the number of
    /// tokens of the prompt.
    Prompt,
    /// Both said the same, and different answers were read from it.
    Extraction,
    /// Both said or answered the same, and it was scored otherwise.
    Scorer,
    /// One reply is the beginning of the other, or ends unread at the most tokens that its run ever wrote.
    Truncation,
    /// One side has a response without a score: nothing was said, or the call failed.
    Missing,
    /// What was said differs, and nothing that was recorded explains it.
    AnotherReply,
};

inline constexpr std::array kGapCauses{GapCause::OnlyOne, GapCause::Prompt, GapCause::Extraction,
    GapCause::Scorer, GapCause::Truncation, GapCause::Missing, GapCause::AnotherReply};

/// Stable id as printed: only_one, prompt, extraction, scorer, truncation, missing, another_reply.
QString gapCauseId(GapCause cause);
Sentence gapCauseTitle(GapCause cause);
/// What makes a difference count as of this cause.
Sentence gapCauseMeaning(GapCause cause);

/// What one cause adds to the gap.
struct GapPart {
    GapCause cause = GapCause::AnotherReply;
    /// Of first - second, as a share of 1; the contributions of all parts add up to the gap.
    double contribution = 0;
    /// The samples that speak for the first side, and for the second.
    QVector<SampleId> forFirst;
    QVector<SampleId> forSecond;

    qsizetype samples() const { return forFirst.size() + forSecond.size(); }
};

/// Why one number is not the other.
struct GapSplit {
    QString first;
    QString second;
    /// Mean scores of each side over the samples that it has a score for.
    double firstMean = 0;
    double secondMean = 0;
    qint64 firstCount = 0;
    qint64 secondCount = 0;
    qint64 common = 0;
    /// One a cause, in the order of kGapCauses.
    QVector<GapPart> parts;
    /// Of the samples under "another reply", those where a side has no reply recorded, only a score: nobody
    /// can say more.
    qint64 unrecorded = 0;

    double gap() const { return firstMean - secondMean; }
    const GapPart& part(GapCause cause) const { return parts.at(int(cause)); }
    QJsonObject toJson() const;
};

/// Splits the gap between the mean scores of two runs. First the samples that only one side was asked, then
/// those where one is missing are taken out, one after the other; what is left is the mean over the common
/// samples of the difference of their scores, each put down to one cause. InvalidInput when no sample has
/// two scores; other errors as sharedRuns(). Not on the GUI thread.
Result<GapSplit> splitGap(const Project& project, const ComparisonRequest& request, Progress& progress);

} // namespace winnow
