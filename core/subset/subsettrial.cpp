// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/subsettrial.h"

#include "core/base/jsonnumber.h"

#include <QJsonArray>

#include <cmath>
#include <thread>

namespace winnow {

namespace {

QJsonObject jsonOf(const OverSplits& figure)
{
    return {{QStringLiteral("mean"), jsonNumber(figure.mean)},
        {QStringLiteral("interval"),
            QJsonArray{jsonNumber(figure.interval.low), jsonNumber(figure.interval.high)}},
        {QStringLiteral("splits"), figure.splits}};
}

} // namespace

QJsonObject SubsetFigures::toJson() const
{
    return {{QStringLiteral("kendall"), jsonOf(kendall)}, {QStringLiteral("spearman"), jsonOf(spearman)},
        {QStringLiteral("error"), jsonOf(error)}, {QStringLiteral("plain_mean_error"), jsonOf(rawError)},
        {QStringLiteral("pairs_told_apart"), jsonOf(apart)},
        {QStringLiteral("discrimination_kept"), jsonOf(discrimination)},
        {QStringLiteral("interval_covers"), jsonOf(covered)}};
}

std::shared_ptr<const SubsetTrial> SubsetTrial::make(
    const SubsetInput& input, int splits, const QString& family, std::uint64_t seed)
{
    auto trial = std::make_shared<SubsetTrial>();
    trial->m_names = input.models;
    trial->m_family = family;
    HeldOutPlan plan;
    plan.splits = splits;
    plan.seed = seed;
    {
        // The first of a few splits is waited for: both kinds at once.
        const std::jthread other([&, stronger = plan]() mutable {
            stronger.kind = HeldOut::Stronger;
            trial->m_stronger = heldOutSplits(input.table, input.stratum, input.frontier, stronger);
        });
        trial->m_alike = heldOutSplits(input.table, input.stratum, input.frontier, plan);
    }
    if (!family.isEmpty()) {
        plan.kind = HeldOut::Named;
        for (qsizetype model = 0; model < input.families.size(); ++model) {
            if (input.families.at(model) == family) {
                plan.named.push_back(size_t(model));
            }
        }
        trial->m_named = heldOutSplits(input.table, input.stratum, input.frontier, plan);
    }
    return trial;
}

QPair<qsizetype, qsizetype> SubsetTrial::modelsOf(HeldOut kind) const
{
    const auto& splits = of(kind);
    return splits.empty() ? QPair<qsizetype, qsizetype>(0, 0)
                          : QPair<qsizetype, qsizetype>(qsizetype(splits.front().problem->seen().models),
                              qsizetype(splits.front().tried.models));
}

SubsetFigures SubsetTrial::measure(HeldOut kind, const SubsetMethod& method, qint64 budget,
    std::uint64_t seed, int draws, const Progress& progress, std::optional<double> frontierShare) const
{
    SubsetFigures figures;
    figures.splits = winnow::measure(of(kind), method, size_t(std::max<qint64>(1, budget)), seed, draws,
        frontierShare.value_or(method.info().frontierShare), progress);
    figures.kendall = overSplits(figures.splits, &SubsetQuality::kendall);
    figures.spearman = overSplits(figures.splits, &SubsetQuality::spearman);
    figures.error = overSplits(figures.splits, &SubsetQuality::error);
    figures.rawError = overSplits(figures.splits, &SubsetQuality::rawError);
    figures.apart = overSplits(figures.splits, &SubsetQuality::apart);
    figures.discrimination = overSplits(figures.splits, &SubsetQuality::discrimination);
    figures.covered = overSplits(figures.splits, &SubsetQuality::covered);
    return figures;
}

std::vector<qint64> curveBudgets(qint64 items, int count)
{
    std::vector<qint64> budgets;
    const double from = std::log(std::max(2.0, std::min(10.0, double(items) / 4)));
    const double to = std::log(std::max(2.0, double(items)));
    for (int i = 0; i < count; ++i) {
        const auto budget = std::min(
            items, qint64(std::llround(std::exp(from + (to - from) * i / std::max(1, count - 1)))));
        if (budget > 0 && (budgets.empty() || budget > budgets.back())) {
            budgets.push_back(budget);
        }
    }
    return budgets;
}

} // namespace winnow
