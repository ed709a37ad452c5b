// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/fluidorder.h"

#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

constexpr float kLeast = -3;
constexpr float kStep = 0.2F;
constexpr std::size_t kAbilities = 31;

} // namespace

FluidOrder::FluidOrder(const stats::ItemCurves& curves)
    : m_curves(curves)
    , m_order(kAbilities)
    , m_at(kAbilities)
    , m_given(curves.size())
{
}

std::size_t FluidOrder::next(float ability)
{
    const auto at
        = std::size_t(std::lround(std::clamp((ability - kLeast) / kStep, 0.0F, float(kAbilities - 1))));
    std::vector<std::uint32_t>& order = m_order[at];
    if (order.empty()) {
        std::vector<float> information(m_curves.size());
        stats::probabilitiesAt(m_curves, kLeast + kStep * float(at), information);
        for (std::size_t i = 0; i < information.size(); ++i) {
            information[i] *= (1 - information[i]) * m_curves.slope[i] * m_curves.slope[i];
        }
        order.resize(m_curves.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(
            order.begin(), order.end(), [&](auto a, auto b) { return information[a] > information[b]; });
    }
    while (m_at[at] < order.size() && m_given[order[m_at[at]]]) {
        ++m_at[at];
    }
    if (m_at[at] == order.size()) {
        return items();
    }
    m_given[order[m_at[at]]] = true;
    return order[m_at[at]];
}

const SubsetMethodInfo& FluidOrderMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("fluid"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Fluid order"),
        QT_TRANSLATE_NOOP("SubsetMethod",
            "The samples that tell most about models of each ability, in turn; best where a server can be "
            "asked and "
            "each model gets its own"),
        QStringLiteral("FluidBench, arXiv 2509.11106"), 27, ScoreEstimate::Curves};
    return info;
}

Selection FluidOrderMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    std::vector<bool> candidate(problem.items());
    for (const std::uint32_t item : task.candidates) {
        candidate[item] = true;
    }
    FluidOrder order(problem.curves().items);
    stats::Random random(task.seed);
    Selection selection;
    const std::size_t budget = std::min(task.budget, task.candidates.size());
    while (selection.items.size() < budget) {
        const std::size_t item = order.next(float(random.normal()));
        if (candidate[item]) {
            selection.add(std::uint32_t(item), ChosenFor::Statistics);
        }
    }
    return selection;
}

} // namespace winnow
