// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/disagreement.h"

#include "core/subset/picking.h"

namespace winnow {

const SubsetMethodInfo& DisagreementMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("disagreement"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Disagreement"),
        QT_TRANSLATE_NOOP(
            "SubsetMethod", "The samples on which models are closest to half right and half wrong"),
        QStringLiteral("variance of a Bernoulli trial, p (1 - p)"), 5, ScoreEstimate::Curves, 0};
    return info;
}

Selection DisagreementMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    std::vector<float> spread;
    for (const float share : problem.statistics().share) {
        spread.push_back(share * (1 - share));
    }
    Selection selection;
    selection.add(bestBy(task.candidates, spread, task.budget, task.seed), ChosenFor::Statistics);
    return selection;
}

} // namespace winnow
