// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

namespace winnow {

/// Ten bands of the share right, each in proportion to its size, and in a band the highest shrunken
/// point-biserials: the difficulty of the set is that of the whole.
class BandPointBiserialMethod final : public SubsetMethod {
public:
    const SubsetMethodInfo& info() const override;
    Selection choose(const SelectionProblem& problem, const SelectionTask& task) const override;
};

} // namespace winnow
