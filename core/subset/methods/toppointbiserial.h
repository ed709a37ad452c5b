// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

namespace winnow {

/// The rule of DatBench (arXiv 2601.02316, step 4; METHODS A6): the highest point-biserials first, with up to
/// a fifth of the budget for verified frontier items.
class TopPointBiserialMethod final : public SubsetMethod {
public:
    const SubsetMethodInfo& info() const override;
    Selection choose(const SelectionProblem& problem, const SelectionTask& task) const override;
};

} // namespace winnow
