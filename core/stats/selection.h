// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace winnow::stats {

/// Whether the answer that a verifier rates highest is right, ties shared: the share of right ones among
/// those with the highest rating. NaN ratings come after all others; NaN without tries.
double bestOfAll(std::span<const double> ratings, std::span<const std::uint8_t> right);
/// The same expected over all ways to draw k of the tries: P(the best drawn one is of rating g) times the
/// share of right ones in g, where P = [C(n - above, k) - C(n - above - in g, k)] / C(n, k). NaN when k < 1
/// or k > n.
double bestOfK(std::span<const double> ratings, std::span<const std::uint8_t> right, int k);

/// Whether the answer given most often is right, ties shared. Equal numbers are equal answers, 0 is none that
/// could be read: it has no vote. NaN without tries, 0 where nothing could be read.
double majorityOf(std::span<const std::uint32_t> answers, std::span<const std::uint8_t> right);

/// majorityOf() expected over the ways to draw k of n tries: all of them where there are up to 1,000, else
/// 1,000 seeded draws. What depends on the pattern of the answers alone is worked out once. One thread.
class MajorityOfK {
public:
    explicit MajorityOfK(int k)
        : m_k(k)
    {
    }
    /// NaN when k < 1 or k > n.
    double operator()(std::span<const std::uint32_t> answers, std::span<const std::uint8_t> right);

private:
    double drawn(std::span<const std::uint32_t> answers, std::span<const std::uint8_t> right) const;

    int m_k;
    std::unordered_map<std::uint64_t, double> m_known;
};

/// Whether the answer is right that is drawn from those a verifier accepts (from all when it accepts none),
/// when `right` of `tries` are right, it accepts a right answer with probability `truePositive` and a wrong
/// one with `falsePositive`. Beyond 32 tries the ratio of the numbers expected.
double selectedBy(int tries, int right, double truePositive, double falsePositive);

/// How good a verifier must be to recover `share` of the way from the mean of one try to Success@K over
/// questions of which `counts[c]` had c of K tries right: the q for which one that accepts right answers with
/// q and wrong ones with 1 - q comes that far. NaN where there is nothing to recover.
double neededQuality(std::span<const double> counts, double share);

} // namespace winnow::stats
