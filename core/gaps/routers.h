// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/contextualization.h"

namespace winnow {

/// The first tries of contenders over questions, as routers learn from them: columns by question.
struct RoutingProblem {
    const AttemptTable& table;
    const std::vector<std::size_t>& contenders;
    const std::vector<std::uint32_t>& places;
    /// By contender: 1 where it is right; and what it costs there (all 0 without costs).
    std::vector<std::vector<float>> right;
    std::vector<std::vector<float>> dollars;
    /// Which of five parts a question is in.
    std::vector<std::uint8_t> fold;
    /// As intervals take them (AttemptTable::clustersAt).
    std::vector<std::uint32_t> cluster;
    /// Where the best single contender and the cheapest one stand in `contenders`.
    std::size_t best = 0;
    std::size_t cheapest = 0;
    bool hasCosts = false;
};

inline constexpr std::size_t kFolds = 5;

/// Measures every kind of router that the problem has what it needs for.
QVector<Router> measureRouters(const RoutingProblem& problem, double oracle, const Progress& progress);

} // namespace winnow
