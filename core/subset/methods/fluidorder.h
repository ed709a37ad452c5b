// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

namespace winnow {

/// The order in which a probe asks (FluidBench, arXiv 2509.11106): always the item with the most information
/// at the model's current ability. As a fixed set: the items that models of abilities over N(0, 1) are asked
/// first, in turn, so that any of them finds its own among them.
class FluidOrderMethod final : public SubsetMethod {
public:
    const SubsetMethodInfo& info() const override;
    Selection choose(const SelectionProblem& problem, const SelectionTask& task) const override;
};

/// The order itself, for one model that answers as it is asked.
class FluidOrder {
public:
    explicit FluidOrder(const stats::ItemCurves& curves);

    /// The item that tells most at an ability and was not given out yet; items() when all are.
    std::size_t next(float ability);
    std::size_t items() const { return m_curves.size(); }

private:
    const stats::ItemCurves& m_curves;
    /// Items by information, best first, at abilities -3, -2.8, ... 3.
    std::vector<std::vector<std::uint32_t>> m_order;
    std::vector<std::size_t> m_at;
    std::vector<bool> m_given;
};

} // namespace winnow
