// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/itemrest.h"

#include "core/subset/picking.h"

namespace winnow {

const SubsetMethodInfo& ItemRestMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("item_rest"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Corrected item-rest"),
        QT_TRANSLATE_NOOP(
            "SubsetMethod", "The highest correlations with the models' mean over all other samples"),
        QStringLiteral("Henrysson, Psychometrika 28, 1963"), 15, ScoreEstimate::Curves, 0};
    return info;
}

Selection ItemRestMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    Selection selection;
    selection.add(bestBy(task.candidates, problem.statistics().itemRest, task.budget, task.seed),
        ChosenFor::Statistics);
    return selection;
}

} // namespace winnow
