// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/proportion.h"

#include <cstdint>
#include <span>
#include <vector>

namespace winnow::stats {

// Questions about one image are not independent: a model that misreads the image misses all of them. What is
// here takes samples in clusters (equal numbers = one cluster; empty = each sample is its own). The variance
// of a mean is sum_c (sum_{i in c} (x_i - mean))^2 / n^2 * C / (C - 1) (Miller, arXiv 2411.00640, section
// 2.2, with the usual correction for C clusters); with C = n it is s^2 / n. Values that are NaN are missing
// and left out.

/// A mean over clustered samples.
struct ClusteredMean {
    /// NaN without values.
    double mean = 0;
    /// For values that are all 0 or 1 Wilson's interval over the effective number of samples n / deff, where
    /// deff >= 1 is how much the clusters widen the variance; Student's t over C - 1 degrees otherwise,
    /// within the values' bounds. NaN without values; with one cluster (nothing to estimate from) [0, 1].
    Interval interval;
    double standardError = 0;
    int n = 0;
    int clusters = 0;
};

ClusteredMean clusteredMean(
    std::span<const double> values, std::span<const std::uint32_t> clusters = {}, double level = 0.95);

/// clusteredMean() of independent samples that take few values, each so often. Those of which none is there
/// do not make 0 and 1 of others.
ClusteredMean countedMean(
    std::span<const double> values, std::span<const double> counts, double level = 0.95);

/// Two runs over the samples that both have.
struct PairedMeans {
    int pairs = 0;
    int clusters = 0;
    /// Right is a score of at least one half.
    int bothRight = 0;
    int onlyFirst = 0;
    int onlySecond = 0;
    int bothWrong = 0;
    double firstMean = 0;
    double secondMean = 0;
    /// first - second; NaN without pairs.
    double difference = 0;
    /// For scores that are all 0 or 1 the adjusted Wald interval for paired proportions (Bonett and Price, J.
    /// Educ. Behav. Stat. 37, 2012: one added to both discordant counts, two to n) over the effective number
    /// of pairs, so that no difference seen is not taken for none; Student's t otherwise. [-1, 1] with one
    /// cluster, NaN without pairs.
    Interval interval;
    /// Of the difference, as the interval has it.
    double standardError = 0;
    /// Two-sided, exact (McNemar); 1 when the models differ nowhere. Takes samples as independent.
    double mcNemar = 1;
    /// Two-sided, of the interval: clusters are minded. 1 when the models differ nowhere.
    double pValue = 1;
};

PairedMeans pairedMeans(std::span<const double> first, std::span<const double> second,
    std::span<const std::uint32_t> clusters = {}, double level = 0.95);

/// How many times as often something happens in the first as in the second, over the samples that both have
/// (NaN = missing).
struct RateRatio {
    int pairs = 0;
    double first = 0;
    double second = 0;
    /// first / second; NaN when the second never happens.
    double ratio = 0;
    /// On the log scale by linearisation over clusters (Cochran, Sampling Techniques, 3rd ed. 1977, section
    /// 6.3 with the log transform); NaN when either never happens or there is one cluster.
    Interval interval;
};

RateRatio rateRatio(std::span<const double> first, std::span<const double> second,
    std::span<const std::uint32_t> clusters = {}, double level = 0.95);

/// Holm's step-down adjusted p-values, in the order given (Scand. J. Stat. 6, 1979). NaN stays NaN and does
/// not count as a test.
std::vector<double> holm(std::span<const double> pValues);

/// The least true difference whose sign comes out right in at least `share` of the draws of such a set, for
/// two models whose paired difference has this standard error: z_share * standardError.
double leastDifference(double standardError, double share = 0.8);

} // namespace winnow::stats
