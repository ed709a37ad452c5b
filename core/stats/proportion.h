// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

/// A closed interval; `level` is said by whoever made it.
struct Interval {
    double low = 0;
    double high = 0;
};

/// Wilson score interval of hits / trials. [0, 1] when there are no trials.
Interval wilsonInterval(double hits, double trials, double level = 0.95);
/// How many more trials bring the Wilson interval to at most +-`halfWidth`, supposing the share stays as it
/// is now (0.5 with no trials yet). 0 when it is there already.
int trialsUntilPrecise(int hits, int trials, double halfWidth, double level = 0.95);
/// Interval of the mean by Student's t over values; NaN values are left out. Both ends equal the mean when
/// there are fewer than two values.
Interval meanInterval(std::span<const double> values, double level = 0.95);

/// Benjamini-Hochberg adjusted p-values (q-values), in the order given. NaN stays NaN and does not count as a
/// test.
std::vector<double> benjaminiHochberg(std::span<const double> pValues);

/// Exact McNemar test, two-sided: `onlyFirst` and `onlySecond` are the discordant pairs. 1 when there are
/// none.
double mcNemarExact(int onlyFirst, int onlySecond);

/// Difference of two runs over the same samples.
struct PairedDifference {
    double difference = 0;
    Interval interval;
    /// Samples that both runs have.
    int pairs = 0;
    /// Two-sided exact McNemar p-value over score >= 0.5.
    double pValue = 1;
};

/// Mean of (first - second) over the samples both have (NaN = missing, left out), with a percentile bootstrap
/// interval over samples (`resamples` draws from the seed).
PairedDifference pairedBootstrap(std::span<const double> first, std::span<const double> second,
    int resamples = 2000, double level = 0.95, unsigned long long seed = 1);

} // namespace winnow::stats
