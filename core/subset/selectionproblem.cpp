// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/selectionproblem.h"

#include <numeric>

namespace winnow {

SelectionProblem::SelectionProblem(
    ScoreTable seen, std::vector<std::uint16_t> stratum, std::vector<std::uint8_t> frontier)
    : m_seen(std::move(seen))
    , m_stratum(std::move(stratum))
    , m_frontier(std::move(frontier))
{
}

const ItemStatistics& SelectionProblem::statistics() const
{
    std::call_once(m_statisticsOnce, [this] { m_statistics = ItemStatistics::of(m_seen); });
    return m_statistics;
}

const stats::ItemResponseFit& SelectionProblem::curves() const
{
    std::call_once(m_curvesOnce,
        [this] { m_curves = stats::fitItemResponse(m_seen.scores, m_seen.models, m_seen.items); });
    return m_curves;
}

SelectionTask SelectionTask::all(
    const SelectionProblem& problem, std::size_t budget, std::uint64_t seed, double frontierShare)
{
    SelectionTask task{std::vector<std::uint32_t>(problem.items()), budget, seed, frontierShare};
    std::iota(task.candidates.begin(), task.candidates.end(), 0U);
    return task;
}

} // namespace winnow
