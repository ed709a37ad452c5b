// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/proportion.h"
#include "core/subset/subsetmethod.h"

namespace winnow {

/// What a model would score on all items, told from a few; never the mean over the few, which is biased by
/// how they were chosen.
struct SubsetScore {
    /// NaN where it cannot be told: nothing answered, or the items were chosen by statistics of too few
    /// models.
    double score = 0;
    /// 95%.
    stats::Interval interval;
};

/// Reads scores from a set. With curves: pIRT (tinyBenchmarks, arXiv 2402.14992, section 3.3: the mean of
/// what was answered and of what the curves predict for the rest at the model's ability), moved towards the
/// mean residual r of the drawn items by r t^2 / (t^2 + v), where v is the variance of r under the curves and
/// t = 4 points what curves are off for models unlike those seen (a model-assisted estimate: Sarndal,
/// Swensson and Wretman 1992, ch. 6). With weights: the weighted mean. Below three seen models: the mean of a
/// set that was drawn whole.
class SubsetScorer {
public:
    /// `problem` and `selection` must outlive it.
    SubsetScorer(const SelectionProblem& problem, const Selection& selection, ScoreEstimate estimate);

    /// `answers` by item of the problem; those that are not in the set are not read. Any thread.
    SubsetScore scoreOf(std::span<const float> answers) const;
    /// What models are ranked by: their mean over the set, weighted where the set is. NaN without answers.
    double rankingOf(std::span<const float> answers) const;

private:
    SubsetScore byCurves(std::span<const float> answers) const;
    SubsetScore byMean(std::span<const float> answers) const;

    const SelectionProblem& m_problem;
    const Selection& m_selection;
    ScoreEstimate m_estimate;
    std::vector<float> m_slope;
    std::vector<float> m_intercept;
};

} // namespace winnow
