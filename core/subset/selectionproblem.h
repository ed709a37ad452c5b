// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/itemresponse.h"
#include "core/subset/scoretable.h"

#include <memory>
#include <mutex>

namespace winnow {

/// What a method knows when it chooses: the scores of models that were seen, and which items belong together.
/// Statistics are worked out once, when a method first asks for them; safe from many threads.
class SelectionProblem {
public:
    /// `stratum` by item (a dataset's capability), `frontier` 1 where nobody is right and a person found the
    /// gold right; empty = none.
    SelectionProblem(
        ScoreTable seen, std::vector<std::uint16_t> stratum = {}, std::vector<std::uint8_t> frontier = {});

    const ScoreTable& seen() const { return m_seen; }
    std::size_t items() const { return m_seen.items; }
    std::uint16_t stratumOf(std::size_t item) const { return m_stratum.empty() ? 0 : m_stratum[item]; }
    bool isFrontier(std::size_t item) const { return !m_frontier.empty() && m_frontier[item] != 0; }
    const ItemStatistics& statistics() const;
    const stats::ItemResponseFit& curves() const;

private:
    ScoreTable m_seen;
    std::vector<std::uint16_t> m_stratum;
    std::vector<std::uint8_t> m_frontier;
    mutable std::once_flag m_statisticsOnce;
    mutable std::once_flag m_curvesOnce;
    mutable ItemStatistics m_statistics;
    mutable stats::ItemResponseFit m_curves;
};

/// What is chosen among.
struct SelectionTask {
    /// Items, ascending.
    std::vector<std::uint32_t> candidates;
    std::size_t budget = 0;
    std::uint64_t seed = 1;
    /// Of the budget, for verified frontier items at most; read by the methods that keep some (DatBench).
    double frontierShare = 0;

    /// All items of a problem.
    static SelectionTask all(
        const SelectionProblem& problem, std::size_t budget, std::uint64_t seed, double frontierShare = 0);
};

/// Why an item is in.
enum class ChosenFor : std::uint8_t {
    /// By its statistics.
    Statistics,
    /// Drawn to stand for all.
    Drawn,
    /// Nobody solves it, and the gold is right.
    Frontier,
    /// For its place among the others (anchor points).
    Place,
    /// A person wants it.
    Must,
};

/// Items in the order of preference, each with what it is in for; `weight` sums to 1, empty = all equal.
struct Selection {
    std::vector<std::uint32_t> items;
    std::vector<ChosenFor> reason;
    std::vector<float> weight;

    void add(std::uint32_t item, ChosenFor why)
    {
        items.push_back(item);
        reason.push_back(why);
    }
    void add(const std::vector<std::uint32_t>& chosen, ChosenFor why)
    {
        items.insert(items.end(), chosen.begin(), chosen.end());
        reason.resize(items.size(), why);
    }
};

} // namespace winnow
