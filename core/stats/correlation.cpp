// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/correlation.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace winnow::stats {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Pairs {
    std::vector<double> x;
    std::vector<double> y;
};

Pairs completePairs(std::span<const double> x, std::span<const double> y)
{
    Pairs pairs;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (!std::isnan(x[i]) && !std::isnan(y[i])) {
            pairs.x.push_back(x[i]);
            pairs.y.push_back(y[i]);
        }
    }
    return pairs;
}

double pearsonComplete(std::span<const double> x, std::span<const double> y)
{
    if (x.size() < 2) {
        return kNaN;
    }
    const double n = double(x.size());
    const double meanX = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double meanY = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    if (xx <= 0 || yy <= 0) {
        return kNaN;
    }
    return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

// Number of pairs (i < j) with values[i] > values[j], by merge sort.
long long inversions(
    std::vector<double>& values, std::vector<double>& buffer, std::size_t from, std::size_t to)
{
    if (to - from < 2) {
        return 0;
    }
    const std::size_t middle = from + (to - from) / 2;
    long long count = inversions(values, buffer, from, middle) + inversions(values, buffer, middle, to);
    std::size_t left = from;
    std::size_t right = middle;
    for (std::size_t out = from; out < to; ++out) {
        if (right >= to || (left < middle && values[left] <= values[right])) {
            buffer[out] = values[left++];
        } else {
            count += static_cast<long long>(middle - left);
            buffer[out] = values[right++];
        }
    }
    std::copy(buffer.begin() + long(from), buffer.begin() + long(to), values.begin() + long(from));
    return count;
}

template <typename Same> double tiedPairs(std::size_t n, Same same)
{
    double ties = 0;
    std::size_t start = 0;
    for (std::size_t i = 1; i <= n; ++i) {
        if (i == n || !same(start, i)) {
            const double run = double(i - start);
            ties += run * (run - 1) / 2;
            start = i;
        }
    }
    return ties;
}

} // namespace

double mean(std::span<const double> values)
{
    double sum = 0;
    std::size_t count = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            sum += value;
            ++count;
        }
    }
    return count > 0 ? sum / double(count) : kNaN;
}

double standardDeviation(std::span<const double> values)
{
    const double centre = mean(values);
    double squares = 0;
    std::size_t count = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            squares += (value - centre) * (value - centre);
            ++count;
        }
    }
    return count > 1 ? std::sqrt(squares / double(count - 1)) : 0;
}

double pearson(std::span<const double> x, std::span<const double> y)
{
    const Pairs pairs = completePairs(x, y);
    return pearsonComplete(pairs.x, pairs.y);
}

std::vector<double> averageRanks(std::span<const double> values)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i])) {
            order.push_back(i);
        }
    }
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size(), kNaN);
    for (std::size_t start = 0; start < order.size();) {
        std::size_t end = start + 1;
        while (end < order.size() && values[order[end]] == values[order[start]]) {
            ++end;
        }
        for (std::size_t i = start; i < end; ++i) {
            ranks[order[i]] = double(start + end + 1) / 2;
        }
        start = end;
    }
    return ranks;
}

double spearman(std::span<const double> x, std::span<const double> y)
{
    const Pairs pairs = completePairs(x, y);
    return pearsonComplete(averageRanks(pairs.x), averageRanks(pairs.y));
}

double kendallTauB(std::span<const double> x, std::span<const double> y)
{
    const Pairs pairs = completePairs(x, y);
    const std::size_t n = pairs.x.size();
    if (n < 2) {
        return kNaN;
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return pairs.x[a] != pairs.x[b] ? pairs.x[a] < pairs.x[b] : pairs.y[a] < pairs.y[b];
    });
    std::vector<double> sortedY(n);
    for (std::size_t i = 0; i < n; ++i) {
        sortedY[i] = pairs.y[order[i]];
    }
    const double all = double(n) * double(n - 1) / 2;
    const auto sameX = [&](std::size_t a, std::size_t b) { return pairs.x[order[a]] == pairs.x[order[b]]; };
    const double tiesX = tiedPairs(n, sameX);
    const double tiesBoth
        = tiedPairs(n, [&](std::size_t a, std::size_t b) { return sameX(a, b) && sortedY[a] == sortedY[b]; });
    std::vector<double> buffer(n);
    const double discordant = double(inversions(sortedY, buffer, 0, n));
    const double tiesY = tiedPairs(n, [&](std::size_t a, std::size_t b) { return sortedY[a] == sortedY[b]; });
    const double denominator = std::sqrt((all - tiesX) * (all - tiesY));
    if (denominator <= 0) {
        return kNaN;
    }
    return (all - tiesX - tiesY + tiesBoth - 2 * discordant) / denominator;
}

double pointBiserial(std::span<const double> scores, std::span<const double> ability)
{
    std::vector<double> right;
    std::vector<double> theta;
    for (std::size_t i = 0; i < std::min(scores.size(), ability.size()); ++i) {
        if (!std::isnan(scores[i]) && !std::isnan(ability[i])) {
            right.push_back(scores[i] >= 0.5 ? 1 : 0);
            theta.push_back(ability[i]);
        }
    }
    const double r = pearsonComplete(right, theta);
    return std::isnan(r) ? 0 : r;
}

double itemRestCorrelation(
    std::span<const double> scores, std::span<const double> abilitySum, std::span<const double> abilityCount)
{
    std::vector<double> rest(scores.size(), kNaN);
    for (std::size_t i = 0; i < scores.size() && i < abilitySum.size(); ++i) {
        if (!std::isnan(scores[i]) && abilityCount[i] > 1) {
            rest[i] = (abilitySum[i] - scores[i]) / (abilityCount[i] - 1);
        }
    }
    return pointBiserial(scores, rest);
}

double criticalCorrelation(int n, double alpha)
{
    if (n < 3) {
        return 1;
    }
    const double t = studentQuantile(1 - alpha / 2, n - 2);
    return t / std::sqrt(t * t + n - 2);
}

} // namespace winnow::stats
