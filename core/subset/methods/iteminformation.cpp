// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/iteminformation.h"

#include "core/subset/picking.h"

#include <cmath>

namespace winnow {

const SubsetMethodInfo& ItemInformationMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("information"),
        QT_TRANSLATE_NOOP("SubsetMethod", "2PL information"),
        QT_TRANSLATE_NOOP(
            "SubsetMethod", "The most Fisher information about a model's ability, over abilities N(0, 1)"),
        QStringLiteral("Lord, Applications of Item Response Theory, 1980; tinyBenchmarks, arXiv 2402.14992, "
                       "for the curves"),
        27, ScoreEstimate::Curves, 0};
    return info;
}

Selection ItemInformationMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    const stats::ItemCurves& curves = problem.curves().items;
    std::vector<float> information(curves.size()), probability(curves.size());
    for (float ability = -2.5F; ability < 2.6F; ability += 0.25F) {
        stats::probabilitiesAt(curves, ability, probability);
        const float density = std::exp(-ability * ability / 2);
        for (std::size_t i = 0; i < curves.size(); ++i) {
            information[i]
                += density * curves.slope[i] * curves.slope[i] * probability[i] * (1 - probability[i]);
        }
    }
    Selection selection;
    selection.add(bestBy(task.candidates, information, task.budget, task.seed), ChosenFor::Statistics);
    return selection;
}

} // namespace winnow
