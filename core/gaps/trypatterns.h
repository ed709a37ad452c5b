// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/attempttable.h"

#include <array>
#include <optional>

namespace winnow {

/// Several tries at one question, as far as they matter: which agree and which are right.
struct TryPattern {
    /// Equal numbers are equal answers; 0 = none that could be read.
    std::vector<std::uint32_t> answers;
    std::vector<std::uint8_t> right;
    /// Questions with this pattern, in the first and in the second half (AttemptTable::inFirstHalf).
    std::array<double, 2> count{};

    double all() const { return count[0] + count[1]; }
};

/// The patterns of a contender's first `tries` tries at places where it has as many. Few occur, however many
/// questions there are. Nothing beyond 12 tries.
std::optional<std::vector<TryPattern>> tryPatterns(const AttemptTable& table, const Contender& contender,
    const std::vector<std::uint32_t>& places, std::size_t tries);
/// The same where `answers` says which tries agree with the first answer of another contender (1) or do not
/// (0), of places where that one answered.
std::optional<std::vector<TryPattern>> agreementPatterns(const AttemptTable& table,
    const Contender& contender, const Contender& other, const std::vector<std::uint32_t>& places,
    std::size_t tries);

} // namespace winnow
