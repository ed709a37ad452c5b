// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/nearestrank.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace winnow::stats {

namespace {

/// Of floats that are not negative the order of the bits is the order of the values: their first half sorts
/// them into bins.
std::size_t binOf(float value)
{
    // -0 is 0.
    return std::bit_cast<std::uint32_t>(value + 0.0F) >> 16U;
}

} // namespace

std::vector<double> nearestRanks(std::span<const float> values, std::span<const double> shares)
{
    std::vector<double> found(shares.size(), std::numeric_limits<double>::quiet_NaN());
    if (values.empty()) {
        return found;
    }
    std::vector<std::uint32_t> counts(std::size_t{1} << 15U, 0);
    for (const float value : values) {
        ++counts[binOf(value)];
    }
    struct Wanted {
        std::size_t bin = 0;
        /// Within the bin.
        std::size_t rank = 0;
        std::vector<float> values;
    };
    std::vector<Wanted> wanted(shares.size());
    for (std::size_t s = 0; s < shares.size(); ++s) {
        const double at
            = std::clamp(std::ceil(shares[s] * double(values.size())), 1.0, double(values.size()));
        wanted[s].rank = std::size_t(at) - 1;
        while (wanted[s].rank >= counts[wanted[s].bin]) {
            wanted[s].rank -= counts[wanted[s].bin++];
        }
    }
    for (const float value : values) {
        for (Wanted& one : wanted) {
            if (binOf(value) == one.bin) {
                one.values.push_back(value);
            }
        }
    }
    for (std::size_t s = 0; s < shares.size(); ++s) {
        std::vector<float>& in = wanted[s].values;
        std::nth_element(in.begin(), in.begin() + std::ptrdiff_t(wanted[s].rank), in.end());
        found[s] = double(in[wanted[s].rank]);
    }
    return found;
}

} // namespace winnow::stats
