// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/proportion.h"

#include <cstdint>
#include <span>
#include <vector>

namespace winnow::stats {

/// Area under the ROC curve with DeLong's interval.
struct Auc {
    /// NaN when one of the classes is empty.
    double value = 0;
    Interval interval;
    int positives = 0;
    int negatives = 0;
};

/// How well `scores` rank the positives (labels != 0) before the negatives; ties count half. Interval after
/// DeLong, DeLong and Clarke-Pearson 1988. NaN scores are left out.
Auc areaUnderCurve(std::span<const double> scores, std::span<const int> labels, double level = 0.95);

/// The area alone, of many ratings: they are told apart in single precision. NaN ratings are left out; NaN
/// when one of the classes is empty.
double plainAreaUnderCurve(std::span<const double> ratings, std::span<const std::uint8_t> positive);

/// Success@k over n attempts of which c were right: 1 - C(n-c, k) / C(n, k), unbiased (Chen et al. 2021).
/// NaN when k > n or k < 1.
double successAtK(int attempts, int right, int k);
/// Probability that k attempts drawn from n are all right: C(c, k) / C(n, k). NaN when k > n or k < 1.
double allOfK(int attempts, int right, int k);
/// Probability that the majority answer of k attempts drawn from n is right, when `answerCounts[i]` of the n
/// gave answer i and answer `rightAnswer` is right (-1: none is); ties are split. By seeded resampling
/// unless k == n.
double majorityAtK(std::span<const int> answerCounts, int rightAnswer, int k, unsigned long long seed = 1);

} // namespace winnow::stats
