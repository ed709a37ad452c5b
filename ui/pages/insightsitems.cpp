// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightsitems.h"

#include "ui/pages/insightscharts.h"
#include "ui/util/format.h"
#include "ui/widgets/theme.h"

#include <cmath>

namespace winnow {

InsightsItems::InsightsItems(QWidget* parent)
    : InsightsSection(tr("Samples"), parent)
    , m_mean(new IntervalChart)
    , m_histogram(new HistogramChart)
    , m_spread(new IntervalChart)
{
    addCard(tr("Discrimination"), m_mean, "discriminationCard", "discrimination");
    addCard(tr("Discrimination of the samples"), m_histogram, "discriminationHistogramCard",
        "discrimination-histogram");
    addCard(tr("Spread of the models"), m_spread, "spreadCard", "spread");
}

void InsightsItems::show(const InsightsView& view)
{
    const Insights& in = view.insights;
    InsightsCharts(view).fillDiscrimination(m_mean);
    std::optional<Lacking> lacking;
    if (in.discriminationBefore.n == 0) {
        lacking
            = Lacking{QStringLiteral("group-discrimination"), tr("Discrimination needs at least 3 models"),
                tr("It tells how well a sample tells strong from weak models; there are %1 so far.")
                    .arg(in.discriminationModels)};
    }
    say(cards().at(0),
        tr("Mean over samples of the correlation of right with the models' ability. Below the critical value "
           "one sample alone tells nothing."),
        lacking);
    if (!lacking) {
        HistogramChart::Look look;
        look.scoreTitle = tr("Point-biserial r");
        look.color = Theme::instance().flagGroupColor(FlagGroup::Discrimination);
        look.chance = 0.0;
        look.chanceTitle = tr("no relation");
        for (const QVector<SampleId>& bin : view.discrimination.samples) {
            const auto i = size_t(look.open.size());
            look.open.append(
                ClickThrough::toSamples(tr("Discrimination from %1 to %2")
                                            .arg(formatNumber(view.discrimination.histogram->edges[i]),
                                                formatNumber(view.discrimination.histogram->edges[i + 1])),
                    {bin}));
        }
        m_histogram->setHistogram(view.discrimination.histogram, look, in.criticalCorrelation);
    }
    say(cards().at(1),
        tr("From %1 on a sample tells strong from weak models by more than chance (%2, two-sided, .05): "
           "%3 of %4 do.")
            .arg(formatNumber(in.criticalCorrelation), tr("%n models", nullptr, in.discriminationModels),
                formatCount(in.discriminatingBefore.size()), formatCount(in.discriminationBefore.n)),
        lacking);
    showSpread(view);
}

void InsightsItems::showSpread(const InsightsView& view)
{
    QVector<IntervalRow> rows;
    NumberTable table;
    table.columns = {{tr("Capability"), false, {}}, {tr("Models"), true, {}}, {tr("Least before"), true, {}},
        {tr("Most before"), true, {}}, {tr("sd before"), true, tr("Percentage points")},
        {tr("Least after"), true, {}}, {tr("Most after"), true, {}},
        {tr("sd after"), true, tr("Percentage points")}};
    const auto points = [](double value) {
        return std::isfinite(value) ? formatNumber(100 * value, 1) : QStringLiteral("–");
    };
    const auto cell = [](double value, const QString& text) -> NumberCell {
        return {text, std::isfinite(value) ? QVariant(value) : QVariant()};
    };
    double low = 1;
    double high = 0;
    for (const CapabilityScores& each : view.capabilities) {
        if (each.before.models < 2) {
            continue;
        }
        const QString name = each.capability.isEmpty() ? tr("(none)") : each.capability;
        const auto point = [&](const Spread& spread) -> std::optional<IntervalPoint> {
            if (spread.models < 2) {
                return std::nullopt;
            }
            low = qMin(low, spread.low);
            high = qMax(high, spread.high);
            return IntervalPoint{spread.mean, spread.low, spread.high,
                tr("%1: mean %2, from %3 to %4, sd %5 points\n%6 over %7 samples")
                    .arg(name, formatPercent(spread.mean), formatPercent(spread.low),
                        formatPercent(spread.high), points(spread.deviation),
                        tr("%n models", nullptr, spread.models), formatCount(spread.samples)),
                {}};
        };
        rows.append({name, point(each.before), point(each.after),
            QStringLiteral("%1 → %2").arg(points(each.before.deviation), points(each.after.deviation))});
        const auto ends = [&](const Spread& spread) -> QVector<NumberCell> {
            return {cell(spread.low, formatPercent(spread.low)),
                cell(spread.high, formatPercent(spread.high)),
                cell(spread.deviation, points(spread.deviation))};
        };
        table.rows.append(QVector<NumberCell>{{name}, {formatCount(each.before.models), each.before.models}}
            + ends(each.before) + ends(each.after));
    }
    m_spread->setAxis(qMax(0.0, std::floor(low * 10) / 10), qMin(1.0, std::ceil(high * 10) / 10), true);
    m_spread->setRows(rows, {tr("Before"), tr("After"), tr("sd")}, table);
    std::optional<Lacking> lacking;
    if (rows.isEmpty()) {
        lacking = Lacking{QStringLiteral("models"), tr("Spread needs two models"),
            tr("Import the responses of at least two models to the same samples of a capability.")};
    }
    say(cards().at(2),
        tr("From the weakest to the strongest model, with their mean, over the samples that all of them "
           "answered; at the right the standard deviation in points. A set that cannot spread models cannot "
           "rank them."),
        lacking);
}

} // namespace winnow
