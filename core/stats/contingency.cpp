// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/contingency.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow::stats {

ChiSquare chiSquareFit(std::span<const double> observed, std::span<const double> expected)
{
    ChiSquare result;
    int cells = 0;
    double total = 0;
    for (std::size_t i = 0; i < std::min(observed.size(), expected.size()); ++i) {
        if (expected[i] > 0) {
            result.statistic += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
            total += observed[i];
            ++cells;
        }
    }
    result.degrees = std::max(0, cells - 1);
    if (result.degrees > 0 && total > 0) {
        result.pValue = chiSquareUpperTail(result.statistic, result.degrees);
        result.cramersV = std::sqrt(result.statistic / (total * result.degrees));
    }
    return result;
}

ChiSquare chiSquareTable(std::span<const double> counts, int rows, int columns)
{
    ChiSquare result;
    std::vector<double> rowSums(std::size_t(rows), 0.0);
    std::vector<double> columnSums(std::size_t(columns), 0.0);
    for (std::size_t r = 0; r < rowSums.size(); ++r) {
        for (std::size_t c = 0; c < columnSums.size(); ++c) {
            rowSums[r] += counts[r * columnSums.size() + c];
            columnSums[c] += counts[r * columnSums.size() + c];
        }
    }
    const double total = std::accumulate(rowSums.begin(), rowSums.end(), 0.0);
    const auto used = [](double sum) { return sum > 0; };
    const int usedRows = int(std::count_if(rowSums.begin(), rowSums.end(), used));
    const int usedColumns = int(std::count_if(columnSums.begin(), columnSums.end(), used));
    if (usedRows < 2 || usedColumns < 2) {
        return result;
    }
    for (std::size_t r = 0; r < rowSums.size(); ++r) {
        for (std::size_t c = 0; c < columnSums.size(); ++c) {
            const double expected = rowSums[r] * columnSums[c] / total;
            if (expected > 0) {
                const double gap = counts[r * columnSums.size() + c] - expected;
                result.statistic += gap * gap / expected;
            }
        }
    }
    result.degrees = (usedRows - 1) * (usedColumns - 1);
    result.pValue = chiSquareUpperTail(result.statistic, result.degrees);
    result.cramersV = std::sqrt(result.statistic / (total * (std::min(usedRows, usedColumns) - 1)));
    return result;
}

double entropy(std::span<const double> counts)
{
    double total = 0;
    for (const double count : counts) {
        total += std::max(0.0, count);
    }
    double sum = 0;
    for (const double count : counts) {
        if (count > 0) {
            sum -= count / total * std::log(count / total);
        }
    }
    return sum;
}

double normalisedEntropy(std::span<const double> counts, int classes)
{
    return classes < 2 ? 0 : entropy(counts) / std::log(double(classes));
}

} // namespace winnow::stats
