// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/ranking.h"

#include "core/stats/correlation.h"
#include "core/stats/distributions.h"
#include "core/stats/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace winnow::stats {

namespace {

double variance(std::span<const double> values)
{
    const double sd = standardDeviation(values);
    return sd * sd;
}

// Share of the tie at the top that the right answer holds.
double majorityShare(std::span<const int> counts, int rightAnswer)
{
    const int top = *std::max_element(counts.begin(), counts.end());
    if (rightAnswer < 0 || counts[std::size_t(rightAnswer)] < top) {
        return 0;
    }
    return 1.0 / double(std::count(counts.begin(), counts.end(), top));
}

} // namespace

Auc areaUnderCurve(std::span<const double> scores, std::span<const int> labels, double level)
{
    std::vector<double> positive;
    std::vector<double> negative;
    for (std::size_t i = 0; i < std::min(scores.size(), labels.size()); ++i) {
        if (!std::isnan(scores[i])) {
            (labels[i] != 0 ? positive : negative).push_back(scores[i]);
        }
    }
    Auc auc;
    auc.positives = int(positive.size());
    auc.negatives = int(negative.size());
    if (positive.empty() || negative.empty()) {
        auc.value = std::numeric_limits<double>::quiet_NaN();
        auc.interval = {auc.value, auc.value};
        return auc;
    }
    // DeLong by mid-ranks (Sun and Xu 2014).
    std::vector<double> all = positive;
    all.insert(all.end(), negative.begin(), negative.end());
    const std::vector<double> ranks = averageRanks(all);
    const std::vector<double> ranksPositive = averageRanks(positive);
    const std::vector<double> ranksNegative = averageRanks(negative);
    const double m = double(positive.size());
    const double n = double(negative.size());
    std::vector<double> v10(positive.size());
    std::vector<double> v01(negative.size());
    for (std::size_t i = 0; i < positive.size(); ++i) {
        v10[i] = (ranks[i] - ranksPositive[i]) / n;
    }
    for (std::size_t i = 0; i < negative.size(); ++i) {
        v01[i] = 1 - (ranks[positive.size() + i] - ranksNegative[i]) / m;
    }
    auc.value = mean(v10);
    const double se = std::sqrt(variance(v10) / m + variance(v01) / n);
    const double z = normalQuantile(0.5 + level / 2);
    auc.interval = {std::max(0.0, auc.value - z * se), std::min(1.0, auc.value + z * se)};
    return auc;
}

double plainAreaUnderCurve(std::span<const double> ratings, std::span<const std::uint8_t> positive)
{
    struct Rated {
        std::uint32_t key;
        std::uint32_t positive;
    };
    std::vector<Rated> rated;
    rated.reserve(ratings.size());
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        if (!std::isnan(ratings[i])) {
            // In the order of the values: below 0 all bits are turned, else the sign alone. -0 is 0.
            const auto bits = std::bit_cast<std::uint32_t>(float(ratings[i]) + 0.0F);
            rated.push_back({bits >> 31U ? ~bits : bits | 0x80000000U, positive[i] ? 1U : 0U});
        }
    }
    // By eleven bits at a time, the lowest first.
    constexpr unsigned kBits = 11;
    constexpr std::uint32_t kMask = (1U << kBits) - 1;
    std::vector<Rated> sorted(rated.size());
    for (unsigned shift = 0; shift < 32; shift += kBits) {
        std::vector<std::size_t> from((std::size_t{1} << kBits) + 1, 0);
        for (const Rated& one : rated) {
            ++from[((one.key >> shift) & kMask) + 1];
        }
        std::partial_sum(from.begin(), from.end(), from.begin());
        for (const Rated& one : rated) {
            sorted[from[(one.key >> shift) & kMask]++] = one;
        }
        rated.swap(sorted);
    }
    double below = 0;
    double wins = 0;
    double positives = 0;
    for (std::size_t i = 0; i < rated.size();) {
        double right = 0;
        double wrong = 0;
        const std::uint32_t key = rated[i].key;
        for (; i < rated.size() && rated[i].key == key; ++i) {
            (rated[i].positive ? right : wrong) += 1;
        }
        wins += right * (below + wrong / 2);
        below += wrong;
        positives += right;
    }
    return positives > 0 && below > 0 ? wins / positives / below : std::numeric_limits<double>::quiet_NaN();
}

double successAtK(int attempts, int right, int k)
{
    if (k < 1 || k > attempts) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (attempts - right < k) {
        return 1;
    }
    double failed = 1;
    for (int j = attempts - right + 1; j <= attempts; ++j) {
        failed *= 1.0 - double(k) / j;
    }
    return 1 - failed;
}

double allOfK(int attempts, int right, int k)
{
    if (k < 1 || k > attempts) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    double all = 1;
    for (int j = 0; j < k; ++j) {
        all *= double(std::max(0, right - j)) / (attempts - j);
    }
    return all;
}

double majorityAtK(std::span<const int> answerCounts, int rightAnswer, int k, unsigned long long seed)
{
    const int attempts = std::accumulate(answerCounts.begin(), answerCounts.end(), 0);
    if (k < 1 || k > attempts) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (k == attempts) {
        return majorityShare(answerCounts, rightAnswer);
    }
    std::vector<int> deck;
    for (std::size_t i = 0; i < answerCounts.size(); ++i) {
        deck.insert(deck.end(), std::size_t(answerCounts[i]), int(i));
    }
    Random random(seed);
    constexpr int kDraws = 2000;
    double sum = 0;
    std::vector<int> drawn(answerCounts.size());
    for (int draw = 0; draw < kDraws; ++draw) {
        std::fill(drawn.begin(), drawn.end(), 0);
        for (int i = 0; i < k; ++i) {
            std::swap(
                deck[std::size_t(i)], deck[std::size_t(i) + random.below(deck.size() - std::size_t(i))]);
            ++drawn[std::size_t(deck[std::size_t(i)])];
        }
        sum += majorityShare(drawn, rightAnswer);
    }
    return sum / kDraws;
}

} // namespace winnow::stats
