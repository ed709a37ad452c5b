// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/halfband.h"

#include "core/subset/picking.h"

namespace winnow {

const SubsetMethodInfo& HalfBandMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("half_band"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Half random, half bands"),
        QT_TRANSLATE_NOOP("SubsetMethod", "One half drawn at random, one half by bands of r_pb"),
        QStringLiteral("Winnow"), 10, ScoreEstimate::Curves, 0};
    return info;
}

Selection HalfBandMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    Selection selection;
    const Items best = bestInBands(
        problem, task.candidates, problem.statistics().shrunken, task.budget - task.budget / 2, task.seed);
    selection.add(best, ChosenFor::Statistics);
    selection.add(drawEvenly(problem, without(task.candidates, best), task.budget - best.size(),
                      DrawnOver::Strata, task.seed),
        ChosenFor::Drawn);
    return selection;
}

} // namespace winnow
