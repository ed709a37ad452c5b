// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/selection.h"

#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace winnow::stats {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kDraws = 1000;

/// Comparable where NaN is below everything.
double rated(double rating)
{
    return std::isnan(rating) ? -std::numeric_limits<double>::infinity() : rating;
}

double choose(int n, int k)
{
    if (k < 0 || k > n) {
        return 0;
    }
    double ways = 1;
    for (int i = 1; i <= k; ++i) {
        ways *= double(n - k + i) / i;
    }
    return ways;
}

/// The next subset of k of n in lexical order; false after the last.
bool nextSubset(std::vector<int>& subset, int n)
{
    const int k = int(subset.size());
    for (int i = k; i-- > 0;) {
        if (subset[std::size_t(i)] < n - k + i) {
            ++subset[std::size_t(i)];
            for (int j = i + 1; j < k; ++j) {
                subset[std::size_t(j)] = subset[std::size_t(j - 1)] + 1;
            }
            return true;
        }
    }
    return false;
}

} // namespace

double bestOfAll(std::span<const double> ratings, std::span<const std::uint8_t> right)
{
    double best = -std::numeric_limits<double>::infinity();
    int in = 0;
    int rightIn = 0;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        const double rating = rated(ratings[i]);
        if (in == 0 || rating > best) {
            best = rating;
            in = 0;
            rightIn = 0;
        }
        if (rating == best) {
            ++in;
            rightIn += right[i] ? 1 : 0;
        }
    }
    return in ? double(rightIn) / in : kNaN;
}

double bestOfK(std::span<const double> ratings, std::span<const std::uint8_t> right, int k)
{
    const int n = int(ratings.size());
    if (k < 1 || k > n) {
        return kNaN;
    }
    std::vector<std::size_t> order(ratings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return rated(ratings[a]) > rated(ratings[b]); });
    double expected = 0;
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        int rightIn = 0;
        while (to < order.size() && rated(ratings[order[to]]) == rated(ratings[order[from]])) {
            rightIn += right[order[to]] ? 1 : 0;
            ++to;
        }
        const double best = choose(n - int(from), k) - choose(n - int(to), k);
        expected += best * rightIn / double(to - from);
        from = to;
    }
    return expected / choose(n, k);
}

double majorityOf(std::span<const std::uint32_t> answers, std::span<const std::uint8_t> right)
{
    if (answers.empty()) {
        return kNaN;
    }
    int most = 0;
    double rightOfMost = 0;
    int groups = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto before = answers.begin() + std::ptrdiff_t(i);
        if (answers[i] == 0 || std::find(answers.begin(), before, answers[i]) != before) {
            continue;
        }
        int votes = 0;
        int rightVotes = 0;
        for (std::size_t j = i; j < answers.size(); ++j) {
            if (answers[j] == answers[i]) {
                ++votes;
                rightVotes += right[j] ? 1 : 0;
            }
        }
        if (votes > most) {
            most = votes;
            rightOfMost = 0;
            groups = 0;
        }
        if (votes == most) {
            ++groups;
            rightOfMost += double(rightVotes) / votes;
        }
    }
    return groups ? rightOfMost / groups : 0;
}

double MajorityOfK::drawn(std::span<const std::uint32_t> answers, std::span<const std::uint8_t> right) const
{
    const int n = int(answers.size());
    const auto k = std::size_t(m_k);
    std::vector<std::uint32_t> some(k);
    std::vector<std::uint8_t> someRight(k);
    double sum = 0;
    if (choose(n, m_k) <= kDraws) {
        std::vector<int> subset(k);
        std::iota(subset.begin(), subset.end(), 0);
        double ways = 0;
        do {
            for (std::size_t i = 0; i < k; ++i) {
                some[i] = answers[std::size_t(subset[i])];
                someRight[i] = right[std::size_t(subset[i])];
            }
            sum += majorityOf(some, someRight);
            ++ways;
        } while (nextSubset(subset, n));
        return sum / ways;
    }
    std::vector<std::size_t> deck(answers.size());
    std::iota(deck.begin(), deck.end(), std::size_t{0});
    Random random(1);
    for (int draw = 0; draw < int(kDraws); ++draw) {
        for (std::size_t i = 0; i < k; ++i) {
            std::swap(deck[i], deck[i + random.below(deck.size() - i)]);
            some[i] = answers[deck[i]];
            someRight[i] = right[deck[i]];
        }
        sum += majorityOf(some, someRight);
    }
    return sum / kDraws;
}

double MajorityOfK::operator()(std::span<const std::uint32_t> answers, std::span<const std::uint8_t> right)
{
    if (m_k < 1 || std::size_t(m_k) > answers.size()) {
        return kNaN;
    }
    if (answers.size() > 12) {
        return drawn(answers, right);
    }
    // Which tries agree with which, and which are right: five bits a try.
    std::uint64_t pattern = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto first = std::find(answers.begin(), answers.begin() + std::ptrdiff_t(i), answers[i]);
        const auto group = answers[i] == 0 ? 0U : unsigned(first - answers.begin()) + 1U;
        pattern = (pattern << 5U) | (group << 1U) | (right[i] ? 1U : 0U);
    }
    const auto [it, isNew] = m_known.try_emplace(pattern, 0.0);
    if (isNew) {
        it->second = drawn(answers, right);
    }
    return it->second;
}

double selectedBy(int tries, int right, double truePositive, double falsePositive)
{
    const int wrong = tries - right;
    if (tries < 1) {
        return kNaN;
    }
    // Of many tries about as many are accepted as expected.
    constexpr int kCounted = 32;
    if (tries > kCounted) {
        const double a = right * truePositive;
        const double b = wrong * falsePositive;
        return a + b > 0 ? a / (a + b) : double(right) / tries;
    }
    const auto masses = [](int n, double p) {
        std::vector<double> mass(std::size_t(n) + 1);
        for (int k = 0; k <= n; ++k) {
            mass[std::size_t(k)] = choose(n, k) * std::pow(p, k) * std::pow(1 - p, n - k);
        }
        return mass;
    };
    const std::vector<double> accepted = masses(right, truePositive);
    const std::vector<double> mistaken = masses(wrong, falsePositive);
    double selected = 0;
    for (int a = 0; a <= right; ++a) {
        for (int b = 0; b <= wrong; ++b) {
            const double taken = a + b > 0 ? double(a) / (a + b) : double(right) / tries;
            selected += accepted[std::size_t(a)] * mistaken[std::size_t(b)] * taken;
        }
    }
    return selected;
}

double neededQuality(std::span<const double> counts, double share)
{
    const int tries = int(counts.size()) - 1;
    double once = 0;
    double any = 0;
    for (int c = 0; c <= tries; ++c) {
        once += counts[std::size_t(c)] * c / std::max(1, tries);
        any += c > 0 ? counts[std::size_t(c)] : 0;
    }
    if (tries < 2 || any - once < 1e-9) {
        return kNaN;
    }
    const double wanted = once + share * (any - once);
    const auto reached = [&](double quality) {
        double sum = 0;
        for (int c = 1; c <= tries; ++c) {
            if (counts[std::size_t(c)] > 0) {
                sum += counts[std::size_t(c)] * selectedBy(tries, c, quality, 1 - quality);
            }
        }
        return sum;
    };
    double low = 0.5;
    double high = 1;
    for (int step = 0; step < 40; ++step) {
        const double middle = (low + high) / 2;
        (reached(middle) < wanted ? low : high) = middle;
    }
    return high;
}

} // namespace winnow::stats
