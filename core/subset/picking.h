// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/selectionproblem.h"

namespace winnow {

// What methods share: ways of taking some of the candidates. Ties and draws follow the seed alone.

using Items = std::vector<std::uint32_t>;

/// Those with the highest value (by item) first.
Items bestBy(const Items& candidates, const std::vector<float>& value, std::size_t count, std::uint64_t seed);

/// Ten bands of the share right; each gives in proportion to its candidates those with the highest value.
Items bestInBands(const SelectionProblem& problem, const Items& candidates, const std::vector<float>& value,
    std::size_t count, std::uint64_t seed);

enum class DrawnOver {
    /// In proportion to the strata.
    Strata,
    /// And within a stratum evenly over the share right.
    StrataAndShare,
};

/// A systematic draw: every n-th of the candidates in order, from a random start (Cochran 1977, ch. 8).
Items drawEvenly(const SelectionProblem& problem, const Items& candidates, std::size_t count,
    DrawnOver spread, std::uint64_t seed);

/// The candidates that are not among `taken`.
Items without(const Items& candidates, const Items& taken);

} // namespace winnow
