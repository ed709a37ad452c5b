// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/bandpointbiserial.h"

#include "core/subset/picking.h"

namespace winnow {

const SubsetMethodInfo& BandPointBiserialMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("band_r_pb"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Bands of r_pb"),
        QT_TRANSLATE_NOOP("SubsetMethod",
            "Ten bands of difficulty in proportion to their size, in each the highest point-biserials, "
            "shrunken by how few models there are"),
        QStringLiteral("r_pb of DatBench, arXiv 2601.02316, shrunken after DerSimonian and Laird 1986"), 10,
        ScoreEstimate::Curves, 0};
    return info;
}

Selection BandPointBiserialMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    Selection selection;
    selection.add(
        bestInBands(problem, task.candidates, problem.statistics().shrunken, task.budget, task.seed),
        ChosenFor::Statistics);
    return selection;
}

} // namespace winnow
