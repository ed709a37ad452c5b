// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

namespace winnow {

/// Anchor points of tinyBenchmarks (arXiv 2402.14992, section 3.2): k-means of the items by slope and
/// intercept of their curves, the item nearest to each centre, weighted by the share of the items in its
/// cluster.
class AnchorPointsMethod final : public SubsetMethod {
public:
    const SubsetMethodInfo& info() const override;
    Selection choose(const SelectionProblem& problem, const SelectionTask& task) const override;
};

} // namespace winnow
