// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/proportion.h"

#include "core/stats/distributions.h"
#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

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

PairedDifference pairedBootstrap(std::span<const double> first, std::span<const double> second, int resamples,
    double level, unsigned long long seed)
{
    PairedDifference result;
    std::vector<double> differences;
    int onlyFirst = 0;
    int onlySecond = 0;
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
        if (std::isnan(first[i]) || std::isnan(second[i])) {
            continue;
        }
        differences.push_back(first[i] - second[i]);
        onlyFirst += first[i] >= 0.5 && second[i] < 0.5;
        onlySecond += first[i] < 0.5 && second[i] >= 0.5;
    }
    result.pairs = int(differences.size());
    if (differences.empty()) {
        result.difference = std::numeric_limits<double>::quiet_NaN();
        result.interval = {result.difference, result.difference};
        return result;
    }
    const double n = double(differences.size());
    result.difference = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
    result.pValue = mcNemarExact(onlyFirst, onlySecond);
    Random random(seed);
    std::vector<double> means;
    means.reserve(std::size_t(resamples));
    for (int draw = 0; draw < resamples; ++draw) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i) {
            sum += differences[random.below(differences.size())];
        }
        means.push_back(sum / n);
    }
    std::sort(means.begin(), means.end());
    if (means.empty()) {
        result.interval = {result.difference, result.difference};
        return result;
    }
    const auto at = [&](double p) {
        const double position = p * double(means.size() - 1);
        const std::size_t below = std::size_t(position);
        const double part = position - double(below);
        return below + 1 < means.size() ? means[below] * (1 - part) + means[below + 1] * part : means[below];
    };
    result.interval = {at((1 - level) / 2), at(1 - (1 - level) / 2)};
    return result;
}

} // namespace winnow::stats
