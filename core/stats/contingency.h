// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

/// A chi-square test with its effect size.
struct ChiSquare {
    double statistic = 0;
    int degrees = 0;
    double pValue = 1;
    /// Cramer's V (for goodness of fit: sqrt(chi2 / (n * (cells - 1)))).
    double cramersV = 0;
};

/// Goodness of fit; cells that expect nothing are left out. p = 1 when fewer than two cells remain.
ChiSquare chiSquareFit(std::span<const double> observed, std::span<const double> expected);
/// Independence in a table of `rows` x `columns` counts, row by row; empty rows and columns are left out.
ChiSquare chiSquareTable(std::span<const double> counts, int rows, int columns);

/// Shannon entropy in nats of non-negative counts; 0 when they sum to 0.
double entropy(std::span<const double> counts);
/// Entropy divided by the log of `classes` (0..1); 0 when classes < 2.
double normalisedEntropy(std::span<const double> counts, int classes);

} // namespace winnow::stats
