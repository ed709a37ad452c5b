// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

namespace winnow {

/// Half drawn, half by bands of r_pb, whatever the number of models.
class HalfBandMethod final : public SubsetMethod {
public:
    const SubsetMethodInfo& info() const override;
    Selection choose(const SelectionProblem& problem, const SelectionTask& task) const override;
};

} // namespace winnow
