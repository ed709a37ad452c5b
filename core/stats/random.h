// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace winnow::stats {

/// SplitMix64: one 64-bit step; used to spread a seed and to hash integers. The same on every machine.
constexpr std::uint64_t splitMix64(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// A well mixed hash of one integer.
constexpr std::uint64_t mix64(std::uint64_t value)
{
    return splitMix64(value);
}

/// xoshiro256** (Blackman and Vigna 2018), seeded through SplitMix64. Same seed, same numbers, on every
/// machine; the standard library's distributions do not promise that, so the ones needed are here.
class Random {
public:
    explicit Random(std::uint64_t seed);

    std::uint64_t next();
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Uniform in [0, bound) without modulo bias; 0 when bound is 0.
    std::uint64_t below(std::uint64_t bound);
    /// Standard normal (Box-Muller, one value a call).
    double normal();
    bool chance(double probability) { return uniform() < probability; }

    template <typename T> void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i) {
            std::swap(values[i - 1], values[below(i)]);
        }
    }

private:
    std::uint64_t m_state[4];
};

} // namespace winnow::stats
