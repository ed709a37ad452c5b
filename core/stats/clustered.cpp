// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/clustered.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace winnow::stats {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// Values that are not missing, with their clusters numbered 0, 1, …. The values must outlive it.
class Clustered {
public:
    Clustered(std::span<const double> values, std::span<const std::uint32_t> clusters)
    {
        const bool complete
            = std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
        if (clusters.empty()) {
            // Each its own: there is nothing to number.
            if (!complete) {
                std::copy_if(values.begin(), values.end(), std::back_inserter(m_own),
                    [](double value) { return !std::isnan(value); });
            }
            m_values = complete ? values : std::span<const double>(m_own);
            m_count = m_values.size();
            return;
        }
        const std::uint32_t most = *std::max_element(clusters.begin(), clusters.end());
        // Numbers of clusters are nearly always dense; a table of them is many times as fast.
        constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
        std::vector<std::uint32_t> table(most < 8 * clusters.size() ? most + std::size_t(1) : 0, kNone);
        std::unordered_map<std::uint32_t, std::uint32_t> numbers;
        std::uint32_t count = 0;
        const auto numberOf = [&](std::uint32_t cluster) {
            if (table.empty()) {
                const auto [it, added] = numbers.try_emplace(cluster, count);
                count += added;
                return it->second;
            }
            std::uint32_t& number = table[cluster];
            number = number == kNone ? count++ : number;
            return number;
        };
        m_own.reserve(complete ? 0 : values.size());
        m_clusters.reserve(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isnan(values[i])) {
                if (!complete) {
                    m_own.push_back(values[i]);
                }
                m_clusters.push_back(numberOf(clusters[i]));
            }
        }
        m_values = complete ? values : std::span<const double>(m_own);
        m_count = count;
    }
    Clustered(const Clustered&) = delete;
    Clustered& operator=(const Clustered&) = delete;

    std::span<const double> values() const { return m_values; }
    double n() const { return double(m_values.size()); }
    double clusters() const { return double(m_count); }
    bool areSingle() const { return m_count == m_values.size(); }
    double mean() const
    {
        return m_values.empty() ? kNothing : std::accumulate(m_values.begin(), m_values.end(), 0.0) / n();
    }
    /// Of the mean; needs two clusters.
    double variance() const
    {
        if (areSingle()) {
            return plainVariance();
        }
        std::vector<double> sums(m_count, 0);
        const double centre = mean();
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            sums[m_clusters[i]] += m_values[i] - centre;
        }
        double squares = 0;
        for (const double sum : sums) {
            squares += sum * sum;
        }
        return squares / (n() * n()) * clusters() / (clusters() - 1);
    }
    /// Were each sample its own cluster.
    double plainVariance() const
    {
        double squares = 0;
        const double centre = mean();
        for (const double value : m_values) {
            squares += (value - centre) * (value - centre);
        }
        return squares / (n() * (n() - 1));
    }
    /// How many times the variance of independent samples it is; at least 1. Where the values do not vary
    /// nothing is known, and every cluster counts as one sample.
    double designEffect() const
    {
        if (areSingle()) {
            return 1;
        }
        const double plain = plainVariance();
        return plain > 0 ? std::max(1.0, variance() / plain) : n() / clusters();
    }
    /// How far an interval reaches, in standard errors.
    double reach(double level) const
    {
        return areSingle() ? normalQuantile(0.5 + level / 2)
                           : studentQuantile(0.5 + level / 2, clusters() - 1);
    }

private:
    std::span<const double> m_values;
    /// Where some are missing: those that are there.
    std::vector<double> m_own;
    std::vector<std::uint32_t> m_clusters;
    std::size_t m_count = 0;
};

bool areBinary(std::span<const double> values)
{
    return std::all_of(values.begin(), values.end(), [](double v) { return v == 0 || v == 1; });
}

/// The differences of those that both have, NaN elsewhere.
std::vector<double> differences(std::span<const double> first, std::span<const double> second)
{
    std::vector<double> result(std::min(first.size(), second.size()));
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = first[i] - second[i]; // NaN where either is
    }
    return result;
}

double twoSided(const Clustered& values, double centre, double error)
{
    if (centre == 0 || !(error > 0)) {
        return centre == 0 ? 1 : 0;
    }
    const double t = std::abs(centre / error);
    return values.areSingle() ? 2 * normalUpperTail(t) : studentTwoSided(t, values.clusters() - 1);
}

} // namespace

ClusteredMean clusteredMean(
    std::span<const double> values, std::span<const std::uint32_t> clusters, double level)
{
    const Clustered known(values, clusters);
    ClusteredMean result;
    result.n = int(known.n());
    result.clusters = int(known.clusters());
    result.mean = known.mean();
    if (result.n == 0) {
        result.interval = {kNothing, kNothing};
        result.standardError = kNothing;
        return result;
    }
    if (result.clusters < 2 && !known.areSingle()) {
        result.interval = {0, 1};
        result.standardError = kNothing;
        return result;
    }
    if (areBinary(known.values())) {
        const double effect = known.designEffect();
        const double effective = known.n() / effect;
        // Wilson's interval reaches as far as Student's t says for so few clusters.
        const double reached = 1 - 2 * normalUpperTail(known.reach(level));
        result.interval = wilsonInterval(result.mean * effective, effective, reached);
        result.standardError = std::sqrt(result.mean * (1 - result.mean) / effective);
        return result;
    }
    if (result.n < 2) {
        result.interval = {0, 1};
        result.standardError = kNothing;
        return result;
    }
    result.standardError = std::sqrt(known.variance());
    const double half = studentQuantile(0.5 + level / 2, known.clusters() - 1) * result.standardError;
    const auto [low, high] = std::minmax_element(known.values().begin(), known.values().end());
    result.interval = {std::max(std::min(0.0, *low), result.mean - half),
        std::min(std::max(1.0, *high), result.mean + half)};
    return result;
}

ClusteredMean countedMean(std::span<const double> values, std::span<const double> counts, double level)
{
    ClusteredMean result;
    double n = 0;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        n += counts[i];
        sum += counts[i] * values[i];
    }
    result.n = result.clusters = int(n);
    result.mean = n > 0 ? sum / n : kNothing;
    result.interval = {n > 0 ? 0 : kNothing, n > 0 ? 1 : kNothing};
    result.standardError = kNothing;
    bool binary = n > 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        binary = binary && (counts[i] == 0 || values[i] == 0 || values[i] == 1);
    }
    if (binary) {
        result.interval = wilsonInterval(sum, n, level);
        result.standardError = std::sqrt(result.mean * (1 - result.mean) / n);
    } else if (n > 1) {
        double squares = 0;
        double low = 0;
        double high = 1;
        for (std::size_t i = 0; i < values.size(); ++i) {
            squares += counts[i] * (values[i] - result.mean) * (values[i] - result.mean);
            low = counts[i] > 0 ? std::min(low, values[i]) : low;
            high = counts[i] > 0 ? std::max(high, values[i]) : high;
        }
        result.standardError = std::sqrt(squares / (n * (n - 1)));
        const double half = studentQuantile(0.5 + level / 2, n - 1) * result.standardError;
        result.interval = {std::max(low, result.mean - half), std::min(high, result.mean + half)};
    }
    return result;
}

PairedMeans pairedMeans(std::span<const double> first, std::span<const double> second,
    std::span<const std::uint32_t> clusters, double level)
{
    PairedMeans result;
    double firstSum = 0;
    double secondSum = 0;
    bool binary = true;
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
        if (std::isnan(first[i]) || std::isnan(second[i])) {
            continue;
        }
        firstSum += first[i];
        secondSum += second[i];
        binary = binary && (first[i] == 0 || first[i] == 1) && (second[i] == 0 || second[i] == 1);
        const bool a = first[i] >= 0.5;
        const bool b = second[i] >= 0.5;
        ++(a && b ? result.bothRight : a ? result.onlyFirst : b ? result.onlySecond : result.bothWrong);
    }
    const std::vector<double> apart = differences(first, second);
    const Clustered pairs(apart, clusters);
    result.pairs = int(pairs.n());
    result.clusters = int(pairs.clusters());
    result.difference = pairs.mean();
    result.firstMean = result.pairs ? firstSum / pairs.n() : kNothing;
    result.secondMean = result.pairs ? secondSum / pairs.n() : kNothing;
    result.mcNemar = mcNemarExact(result.onlyFirst, result.onlySecond);
    if (result.pairs == 0) {
        result.interval = {kNothing, kNothing};
        result.standardError = kNothing;
        return result;
    }
    if (result.clusters < 2 && (!pairs.areSingle() || !binary)) {
        result.interval = {-1, 1};
        result.standardError = kNothing;
        return result;
    }
    double centre = result.difference;
    if (binary) {
        const double effect = pairs.designEffect();
        const double n = pairs.n() / effect + 2;
        const double onlyFirst = (result.onlyFirst / effect + 1) / n;
        const double onlySecond = (result.onlySecond / effect + 1) / n;
        centre = onlyFirst - onlySecond;
        result.standardError = std::sqrt((onlyFirst + onlySecond - centre * centre) / n);
    } else {
        result.standardError = std::sqrt(pairs.variance());
    }
    const double reach = binary ? pairs.reach(level) : studentQuantile(0.5 + level / 2, pairs.clusters() - 1);
    result.interval = {std::max(-1.0, centre - reach * result.standardError),
        std::min(1.0, centre + reach * result.standardError)};
    result.pValue = twoSided(pairs, centre, result.standardError);
    return result;
}

RateRatio rateRatio(std::span<const double> first, std::span<const double> second,
    std::span<const std::uint32_t> clusters, double level)
{
    RateRatio result{.ratio = kNothing, .interval = {kNothing, kNothing}};
    std::vector<double> left = differences(first, second);
    double firstSum = 0;
    double secondSum = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!std::isnan(left[i])) {
            ++result.pairs;
            firstSum += first[i];
            secondSum += second[i];
        }
    }
    result.first = result.pairs ? firstSum / result.pairs : kNothing;
    result.second = result.pairs ? secondSum / result.pairs : kNothing;
    if (!(secondSum > 0)) {
        return result;
    }
    result.ratio = firstSum / secondSum;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!std::isnan(left[i])) {
            left[i] = (first[i] - result.ratio * second[i]) / result.second;
        }
    }
    const Clustered residuals(left, clusters);
    if (firstSum > 0 && residuals.clusters() > 1) {
        const double error = std::sqrt(residuals.variance()) / result.ratio;
        const double reach = residuals.reach(level) * error;
        result.interval = {result.ratio * std::exp(-reach), result.ratio * std::exp(reach)};
    }
    return result;
}

std::vector<double> holm(std::span<const double> pValues)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pValues.size(); ++i) {
        if (!std::isnan(pValues[i])) {
            order.push_back(i);
        }
    }
    std::sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<double> adjusted(pValues.size(), kNothing);
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        largest = std::max(largest, std::min(1.0, pValues[order[rank]] * double(order.size() - rank)));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

double leastDifference(double standardError, double share)
{
    return normalQuantile(share) * standardError;
}

} // namespace winnow::stats
