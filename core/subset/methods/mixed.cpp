// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/mixed.h"

#include "core/subset/picking.h"

#include <algorithm>
#include <cmath>

namespace winnow {

const SubsetMethodInfo& MixedMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("mixed"), QT_TRANSLATE_NOOP("SubsetMethod", "Mixed"),
        QT_TRANSLATE_NOOP("SubsetMethod",
            "The samples that tell most in ten bands of difficulty, and a draw that stands for all; the "
            "fewer "
            "models were seen and the larger the set, the more is drawn"),
        QStringLiteral("Winnow"), 3, ScoreEstimate::Curves, 0};
    return info;
}

Selection MixedMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    const double models = double(problem.seen().models);
    const double part = problem.items() ? double(task.budget) / double(problem.items()) : 1;
    const double share = models < 1 ? 0 : std::max(0.0, 1 - 64 / (models * models)) * (1 - part) * (1 - part);
    const auto chosen = std::size_t(std::lround(std::clamp(share, 0.0, 1.0) * double(task.budget)));
    Selection selection;
    const Items best = chosen == 0
        ? Items()
        : bestInBands(problem, task.candidates, problem.statistics().shrunken, chosen, task.seed);
    selection.add(best, ChosenFor::Statistics);
    selection.add(drawEvenly(problem, without(task.candidates, best), task.budget - best.size(),
                      DrawnOver::StrataAndShare, task.seed),
        ChosenFor::Drawn);
    return selection;
}

} // namespace winnow
