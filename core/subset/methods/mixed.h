// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

namespace winnow {

/// Winnow's own: part of the budget goes to the items with the highest shrunken point-biserial in ten bands
/// of the share right, the rest is drawn evenly over strata and share right, so that the set stays
/// representative. The part of the statistics is max(0, 1 - (8 / n)^2) (1 - b)^2 for n models and b of the
/// items: up to eight models a correlation's standard error is above what items have, so all is drawn; and
/// the larger the set, the less is won by choosing. The drawn part also shows where the item curves are off
/// (core/subset/subsetscore.h), which is what lets the score hold for models unlike those that were seen.
class MixedMethod final : public SubsetMethod {
public:
    const SubsetMethodInfo& info() const override;
    Selection choose(const SelectionProblem& problem, const SelectionTask& task) const override;
};

} // namespace winnow
