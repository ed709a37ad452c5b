// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/toppointbiserial.h"

#include "core/subset/picking.h"

namespace winnow {

const SubsetMethodInfo& TopPointBiserialMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("top_r_pb"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Top r_pb (DatBench)"),
        QT_TRANSLATE_NOOP("SubsetMethod",
            "The highest point-biserial correlations, and up to a fifth of the budget for samples that "
            "nobody solves although the gold was verified; biased towards models like those seen, its plain "
            "mean is no score"),
        QStringLiteral("DatBench, arXiv 2601.02316, step 4"), 15, ScoreEstimate::Curves, 0.2};
    return info;
}

Selection TopPointBiserialMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    Items frontier;
    for (const std::uint32_t item : task.candidates) {
        if (problem.isFrontier(item)) {
            frontier.push_back(item);
        }
    }
    const auto reserved = std::size_t(task.frontierShare * double(task.budget));
    const std::vector<float> alike(problem.items(), 0);
    frontier = bestBy(frontier, alike, reserved, task.seed);
    Selection selection;
    selection.add(bestBy(without(task.candidates, frontier), problem.statistics().pointBiserial,
                      task.budget - frontier.size(), task.seed),
        ChosenFor::Statistics);
    selection.add(frontier, ChosenFor::Frontier);
    return selection;
}

} // namespace winnow
