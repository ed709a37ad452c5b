// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

namespace winnow {

/// A random draw in proportion to datasets and capabilities: the yardstick, and the only one that needs no
/// models.
class StratifiedRandomMethod final : public SubsetMethod {
public:
    const SubsetMethodInfo& info() const override;
    Selection choose(const SelectionProblem& problem, const SelectionTask& task) const override;
};

} // namespace winnow
