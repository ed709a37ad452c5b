// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/picking.h"

#include "core/stats/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

namespace winnow {

namespace {

/// A random number of an item that depends on the seed alone, not on who else is a candidate.
std::uint64_t lot(std::uint32_t item, std::uint64_t seed)
{
    return stats::mix64(stats::mix64(seed) + item);
}

constexpr std::size_t kBands = 10;

} // namespace

Items bestBy(const Items& candidates, const std::vector<float>& value, std::size_t count, std::uint64_t seed)
{
    Items best = candidates;
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(-value[a], lot(a, seed)) < std::tuple(-value[b], lot(b, seed));
    };
    count = std::min(count, best.size());
    std::partial_sort(best.begin(), best.begin() + std::ptrdiff_t(count), best.end(), before);
    best.resize(count);
    return best;
}

Items bestInBands(const SelectionProblem& problem, const Items& candidates, const std::vector<float>& value,
    std::size_t count, std::uint64_t seed)
{
    const std::vector<float>& share = problem.statistics().share;
    std::array<Items, kBands> bands;
    for (const std::uint32_t item : candidates) {
        bands[std::min(kBands - 1, std::size_t(share[item] * float(kBands)))].push_back(item);
    }
    count = std::min(count, candidates.size());
    std::array<std::size_t, kBands> quota{};
    std::array<double, kBands> left{};
    std::size_t given = 0;
    for (std::size_t band = 0; band < kBands && !candidates.empty(); ++band) {
        const double exact = double(count) * double(bands[band].size()) / double(candidates.size());
        quota[band] = std::size_t(exact);
        left[band] = exact - double(quota[band]);
        given += quota[band];
    }
    std::array<std::size_t, kBands> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return left[a] > left[b]; });
    for (std::size_t i = 0; i < kBands && given < count; ++i, ++given) {
        ++quota[order[i]];
    }
    Items found;
    for (std::size_t band = 0; band < kBands; ++band) {
        const Items best = bestBy(bands[band], value, quota[band], seed);
        found.insert(found.end(), best.begin(), best.end());
    }
    return bestBy(found, value, found.size(), seed);
}

Items drawEvenly(const SelectionProblem& problem, const Items& candidates, std::size_t count,
    DrawnOver spread, std::uint64_t seed)
{
    count = std::min(count, candidates.size());
    Items order = candidates;
    const std::vector<float> none;
    const std::vector<float>& share = spread == DrawnOver::StrataAndShare ? problem.statistics().share : none;
    const auto place = [&](std::uint32_t item) {
        return std::tuple(problem.stratumOf(item), share.empty() ? 0.0F : share[item], lot(item, seed));
    };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return place(a) < place(b); });
    stats::Random random(seed);
    const double from = random.uniform();
    Items drawn;
    for (std::size_t i = 0; i < count; ++i) {
        drawn.push_back(order[std::min(
            order.size() - 1, std::size_t((double(i) + from) * double(order.size()) / double(count)))]);
    }
    random.shuffle(std::span<std::uint32_t>(drawn));
    return drawn;
}

Items without(const Items& candidates, const Items& taken)
{
    Items sorted = taken;
    std::sort(sorted.begin(), sorted.end());
    Items rest;
    for (const std::uint32_t item : candidates) {
        if (!std::binary_search(sorted.begin(), sorted.end(), item)) {
            rest.push_back(item);
        }
    }
    return rest;
}

} // namespace winnow
