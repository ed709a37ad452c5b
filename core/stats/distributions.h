// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

/// P(X >= hits) for X ~ Binomial(trials, p), exact. 1 when hits <= 0, 0 when hits > trials.
double binomialUpperTail(int trials, int hits, double p);
/// The same for numbers of trials and hits that need not be whole (effective numbers of witnesses): the
/// regularised incomplete beta function, which meets the binomial tail at whole numbers.
double fractionalBinomialUpperTail(double trials, double hits, double p);
/// P(X = hits) for X ~ Binomial(trials, p).
double binomialMass(int trials, int hits, double p);
/// Smallest c with P(Bin(trials, p) >= c) <= alpha, or -1 when not even all hits are that unlikely.
int smallestSignificantCount(int trials, double p, double alpha);

/// P(X = 0), …, P(X = n) for a sum of independent coins with these probabilities (each clamped to 0..1), by
/// exact convolution: O(n^2).
std::vector<double> poissonBinomialMasses(std::span<const double> probabilities);
/// P(X >= hits) for a sum of independent coins. Exact up to 2,000 coins; beyond that the refined normal
/// approximation with skewness correction (Volkova 1996), whose error is then far below 1e-6.
double poissonBinomialUpperTail(std::span<const double> probabilities, int hits);

/// Expected count of the fullest of `cells` cells that each catch a trial with probability p (the rest of the
/// trials fall beside them); cells * p <= 1. Exact up to 200 trials; beyond that the excess over p shrinks
/// with the root of the trials.
double expectedLargestCount(int trials, int cells, double p);

/// P(X >= x) of a chi-square with `degrees` degrees of freedom; 1 when degrees < 1.
double chiSquareUpperTail(double x, double degrees);
/// P(Z >= z) of a standard normal.
double normalUpperTail(double z);
/// z with P(Z <= z) = p, 0 < p < 1.
double normalQuantile(double p);
/// t with P(T <= t) = p for Student's t.
double studentQuantile(double p, double degrees);
/// Two-sided p-value of Student's t.
double studentTwoSided(double t, double degrees);
/// P(Beta(a, b) > x).
double betaUpperTail(double a, double b, double x);

} // namespace winnow::stats
