// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/proportion.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow::stats {

Interval wilsonInterval(double hits, double trials, double level)
{
    if (trials <= 0) {
        return {0, 1};
    }
    const double z = normalQuantile(0.5 + level / 2);
    const double p = hits / trials;
    const double z2 = z * z / trials;
    const double centre = (p + z2 / 2) / (1 + z2);
    const double half = z / (1 + z2) * std::sqrt(p * (1 - p) / trials + z2 / (4 * trials));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

Interval finiteWilsonInterval(double hits, double trials, double population, double level)
{
    if (trials <= 0) {
        return {0, 1};
    }
    if (population <= trials) {
        return {hits / trials, hits / trials};
    }
    // z^2 f / n is z^2 over this many trials from an endless population.
    const double worth = trials * (population - 1) / (population - trials);
    const Interval score = wilsonInterval(hits / trials * worth, worth, level);
    return {std::max(score.low, hits / population), std::min(score.high, 1 - (trials - hits) / population)};
}

int trialsUntilPrecise(int hits, int trials, int population, double halfWidth, double level)
{
    const int left = std::max(0, population - trials);
    const double share = trials > 0 ? double(hits) / trials : 0.5;
    const auto precise = [&](int more) {
        const double n = trials + more;
        const Interval interval = finiteWilsonInterval(share * n, n, population, level);
        return (interval.high - interval.low) / 2 <= halfWidth;
    };
    // The interval only narrows as trials come in, and is exact when all are drawn.
    int low = 0;
    int high = left;
    while (low < high) {
        const int more = low + (high - low) / 2;
        if (precise(more)) {
            high = more;
        } else {
            low = more + 1;
        }
    }
    return low;
}

Interval meanInterval(std::span<const double> values, double level)
{
    double sum = 0;
    int count = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            sum += value;
            ++count;
        }
    }
    if (count == 0) {
        return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    }
    const double mean = sum / count;
    if (count == 1) {
        return {mean, mean};
    }
    double squares = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            squares += (value - mean) * (value - mean);
        }
    }
    const double half
        = studentQuantile(0.5 + level / 2, count - 1) * std::sqrt(squares / (count - 1) / count);
    return {mean - half, mean + half};
}

std::vector<double> benjaminiHochberg(std::span<const double> pValues)
{
    std::vector<std::size_t> order;
    order.reserve(pValues.size());
    for (std::size_t i = 0; i < pValues.size(); ++i) {
        if (!std::isnan(pValues[i])) {
            order.push_back(i);
        }
    }
    std::sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<double> adjusted(pValues.size(), std::numeric_limits<double>::quiet_NaN());
    double smallest = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        smallest = std::min(smallest, pValues[i] * double(order.size()) / double(rank));
        adjusted[i] = smallest;
    }
    return adjusted;
}

double mcNemarExact(int onlyFirst, int onlySecond)
{
    const int discordant = onlyFirst + onlySecond;
    if (discordant == 0) {
        return 1;
    }
    return std::min(1.0, 2 * binomialUpperTail(discordant, std::max(onlyFirst, onlySecond), 0.5));
}

} // namespace winnow::stats
