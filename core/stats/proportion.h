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
/// Wilson score interval of the share of hits in a finite population of `population` units, `trials` of which
/// were drawn at random without putting back: the variance of the score test carries the finite-population
/// correction f = (N - n) / (N - 1), so z^2 becomes z^2 f (Wilson 1927; Cochran, Sampling Techniques, 3rd ed.
/// 1977, section 3.2: Var(p) = PQ/n (N - n)/(N - 1)). What was not drawn can be all hits or none, so the
/// interval never leaves [hits / N, 1 - misses / N]: it is exact once all are drawn, and it is
/// wilsonInterval() as the population grows. [0, 1] without trials; a population below `trials` counts as
/// `trials`.
Interval finiteWilsonInterval(double hits, double trials, double population, double level = 0.95);
/// How many more trials out of a finite population bring finiteWilsonInterval() to at most +-`halfWidth`,
/// supposing the share stays as it is now (0.5 with no trials yet). For the score part this is Cochran's
/// n = n0 / (1 + (n0 - 1) / N) (section 4.4) with Wilson's n0. 0 when it is there already, never more than
/// what is left.
int trialsUntilPrecise(int hits, int trials, int population, double halfWidth, double level = 0.95);
/// Interval of the mean by Student's t over values; NaN values are left out. Both ends equal the mean when
/// there are fewer than two values.
Interval meanInterval(std::span<const double> values, double level = 0.95);

/// Benjamini-Hochberg adjusted p-values (q-values), in the order given. NaN stays NaN and does not count as a
/// test.
std::vector<double> benjaminiHochberg(std::span<const double> pValues);

/// Exact McNemar test, two-sided: `onlyFirst` and `onlySecond` are the discordant pairs. 1 when there are
/// none.
double mcNemarExact(int onlyFirst, int onlySecond);

} // namespace winnow::stats
