// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/stratifiedrandom.h"

#include "core/subset/picking.h"

namespace winnow {

const SubsetMethodInfo& StratifiedRandomMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("stratified_random"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Stratified random"),
        QT_TRANSLATE_NOOP("SubsetMethod",
            "Drawn at random in proportion to datasets and capabilities; needs no models, and every other "
            "method is measured against it"),
        QStringLiteral("Cochran, Sampling Techniques, 3rd ed. 1977, chapters 5 and 8"), 0,
        ScoreEstimate::Curves, 0};
    return info;
}

Selection StratifiedRandomMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    Selection selection;
    selection.add(
        drawEvenly(problem, task.candidates, task.budget, DrawnOver::Strata, task.seed), ChosenFor::Drawn);
    return selection;
}

} // namespace winnow
