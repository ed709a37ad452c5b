// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

/// How confident learning picks label errors (Northcutt, Jiang and Chuang 2021, JAIR 70; the ways of
/// cleanlab's `find_label_issues`).
enum class LabelFilter {
    PruneByNoiseRate,
    PruneByClass,
    Both,
    ConfidentLearning,
    PredictedNeqGiven,
    LowNormalisedMargin,
    LowSelfConfidence,
};

/// Labels 0..classes-1 and, row by row, out-of-sample probabilities of the classes: finite, none below 0.
struct LabelledProbabilities {
    std::span<const int> labels;
    std::span<const double> probabilities;
    int classes = 0;

    std::span<const double> row(std::size_t sample) const
    {
        return probabilities.subspan(sample * std::size_t(classes), std::size_t(classes));
    }
};

/// Mean probability of each class over the samples that carry its label: what counts as confident.
std::vector<double> confidentThresholds(const LabelledProbabilities& data);
/// Counts [given][true], row by row, scaled to the class counts and rounded so that rows keep their sums.
std::vector<long> confidentJoint(const LabelledProbabilities& data);
/// Positions of the samples whose label is probably wrong, ascending; the sets of cleanlab 2.9 with its
/// defaults, down to the choice between samples that are exactly as suspicious (see quicksortOrder). Rows
/// need not sum to 1; labels within a millionth of the most probable class are never flagged, except by the
/// two score filters.
std::vector<std::size_t> findLabelIssues(const LabelledProbabilities& data, LabelFilter filter);

/// Label quality, low = suspicious: probability of the given label.
double selfConfidence(std::span<const double> probabilities, int label);
/// (p(label) - largest other + 1) / 2.
double normalisedMargin(std::span<const double> probabilities, int label);
/// log(x + 1) / x with x = entropy / log(classes) / p(label), p(label) at least 1e-6. 1 where x is below 1e-6
/// (the limit; cleanlab 2.9 falls to 0 there and so calls a certain, right prediction the worst).
double confidenceWeightedEntropy(std::span<const double> probabilities, int label);

} // namespace winnow::stats
