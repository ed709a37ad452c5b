// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

// Pairs with a NaN on either side are left out of every correlation here. A correlation of fewer than two
// pairs, or with a constant side, is NaN.

double mean(std::span<const double> values);
/// Sample standard deviation (n - 1) of the values that are not NaN; 0 for fewer than two.
double standardDeviation(std::span<const double> values);

double pearson(std::span<const double> x, std::span<const double> y);
double spearman(std::span<const double> x, std::span<const double> y);
/// Kendall's tau-b (with ties).
double kendallTauB(std::span<const double> x, std::span<const double> y);
/// 1-based average ranks, ties share; NaN stays NaN.
std::vector<double> averageRanks(std::span<const double> values);

/// Point-biserial correlation of right/wrong (score >= 0.5) with ability over models. 0 when everyone or
/// nobody is right, or fewer than two models have a score (METHODS A6).
double pointBiserial(std::span<const double> scores, std::span<const double> ability);
/// The same with the item taken out of each model's ability: `abilitySum` and `abilityCount` are the sums
/// and numbers of scores of each model over all items, this one included.
double itemRestCorrelation(
    std::span<const double> scores, std::span<const double> abilitySum, std::span<const double> abilityCount);
/// |r| above which a correlation over n pairs differs from 0, two-sided t-test; 1 when n < 3.
double criticalCorrelation(int n, double alpha = 0.05);

} // namespace winnow::stats
