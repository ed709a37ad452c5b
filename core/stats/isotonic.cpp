// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/isotonic.h"

#include <algorithm>
#include <numeric>

namespace winnow::stats {

std::vector<double> calibrated(
    std::span<const double> scores, std::span<const int> outcomes, double prior, double priorWeight)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    struct Pool {
        double sum = 0;
        double count = 0;
        std::size_t end = 0;
        double mean() const { return sum / count; }
    };
    std::vector<Pool> pools;
    for (std::size_t at = 0; at < order.size();) {
        Pool pool;
        const double score = scores[order[at]];
        while (at < order.size() && scores[order[at]] == score) {
            pool.sum += outcomes[order[at]];
            pool.count += 1;
            ++at;
        }
        pool.end = at;
        while (!pools.empty() && pools.back().mean() >= pool.mean()) {
            pool.sum += pools.back().sum;
            pool.count += pools.back().count;
            pools.pop_back();
        }
        pools.push_back(pool);
    }
    std::vector<double> values(scores.size());
    std::size_t at = 0;
    for (const Pool& pool : pools) {
        const double value = (pool.sum + prior * priorWeight) / (pool.count + priorWeight);
        for (; at < pool.end; ++at) {
            values[order[at]] = value;
        }
    }
    return values;
}

} // namespace winnow::stats
