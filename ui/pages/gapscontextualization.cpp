// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapscontextualization.h"

#include "ui/charts/barchart.h"
#include "ui/charts/scatterchart.h"
#include "ui/models/terms.h"
#include "ui/pages/gapscells.h"
#include "ui/pages/gapsopen.h"
#include "ui/util/format.h"

#include <cmath>

namespace winnow {

namespace {

/// From so many times on costs stand on a logarithmic axis, with this room at its ends.
constexpr double kWide = 10;
constexpr double kMargin = 1.2;
constexpr double kThousand = 1000;

ScatterPoint pointOf(double dollars, const stats::ClusteredMean& accuracy, int group, const QString& name,
    const ClickThrough& open)
{
    ScatterPoint point{kThousand * dollars, accuracy.mean, group, name, open};
    point.yLow = accuracy.interval.low;
    point.yHigh = accuracy.interval.high;
    return point;
}

BarValue barOf(const stats::ClusteredMean& accuracy, const ClickThrough& open)
{
    BarValue bar;
    bar.value = accuracy.mean;
    bar.low = accuracy.interval.low;
    bar.high = accuracy.interval.high;
    bar.open = open;
    return bar;
}

} // namespace

GapsContextualization::GapsContextualization(QWidget* parent)
    : GapsSection(Gap::Contextualization, parent)
    , m_costs(new ScatterChart)
    , m_accuracy(new BarChart)
    , m_solved(new BarChart)
{
    m_costCard = addCard(tr("Cost against accuracy"), m_costs, "routingCostCard", "cost-accuracy");
    m_accuracyCard
        = addCard(tr("Accuracy of the models and of an oracle"), m_accuracy, "routingAccuracyCard", "oracle");
    m_solvedCard
        = addCard(tr("By how many models a question is answered rightly"), m_solved, "solvedCard", "solved");
    m_models = addTable(tr("Models over the same questions"), "gapModels");
    m_routers = addTable(tr("Routers that can be built"), "gapRouters");
}

bool GapsContextualization::fill(const GapsViewPtr& view)
{
    const Contextualization& of = view->gaps.contextualization;
    setShown(m_costCard, of.hasCosts);
    setShown(m_accuracyCard, !of.hasCosts);
    setShown(m_solvedCard, true);
    if (of.isEmpty()) {
        return false;
    }
    of.hasCosts ? showCosts(view) : showAccuracy(view);
    showSolved(view);
    showModels(view);
    showRouters(view);
    return true;
}

void GapsContextualization::showCosts(const GapsViewPtr& view)
{
    const Contextualization& of = view->gaps.contextualization;
    ScatterData drawn;
    drawn.x = {tr("US dollars a thousand questions"), QStringLiteral("$")};
    drawn.y = {tr("Accuracy"), {}, true};
    drawn.groups = {tr("One model"), tr("Router"), tr("Oracle")};
    double least = INFINITY;
    double most = 0;
    for (const ContenderPoint& point : of.points) {
        drawn.points.append(pointOf(point.dollars, point.accuracy, 0, view->nameOf(point.contender),
            openRouting(view, point.contender, RoutingSamples::Right)));
    }
    for (const Router& router : of.routers) {
        const QString title = sentenceText(titleOf(view->table(), router));
        drawn.points.append(pointOf(
            router.best.dollars, router.best.accuracy, 1, tr("%1, as good as it gets").arg(title), {}));
        drawn.points.append(pointOf(router.cheapest.dollars, router.cheapest.accuracy, 1,
            tr("%1, as cheap as it gets").arg(title), {}));
    }
    drawn.points.append(pointOf(of.oracleDollars, of.oracle, 2, tr("The cheapest model that is right"), {}));
    for (const ScatterPoint& point : std::as_const(drawn.points)) {
        least = point.x > 0 ? std::min(least, point.x) : least;
        most = std::max(most, std::isfinite(point.x) ? point.x : 0);
    }
    if (most > kWide * least) {
        drawn.x.log = true;
        drawn.x.low = least / kMargin;
        drawn.x.high = most * kMargin;
    }
    ScatterPath hull;
    hull.label = tr("What mixing single models gives");
    for (const CostPoint& point : of.hull) {
        hull.places.append({kThousand * point.cost, point.quality});
    }
    drawn.paths = {hull};
    m_costs->setData(drawn);
    QString text
        = tr("Over %Ln questions that all of them tried. An oracle that asks the cheapest model that "
             "is right gets %1.",
            nullptr, int(of.places.size()))
              .arg(gaps::shareText(of.oracle));
    if (std::isfinite(of.saving)) {
        text += u' '
            + tr("Asked to be only as good as %1 alone, it would save %2 of its cost.")
                  .arg(view->nameOf(of.best().contender), formatPercent(of.saving));
    }
    say(m_costCard, text);
}

void GapsContextualization::showAccuracy(const GapsViewPtr& view)
{
    const Contextualization& of = view->gaps.contextualization;
    BarData drawn;
    drawn.groupTitle = tr("Model");
    drawn.axis = {tr("Accuracy"), {}, true};
    drawn.axis.fromZero = true;
    drawn.series = {tr("Right")};
    drawn.horizontal = true;
    drawn.groups.append({{tr("Oracle")}, {barOf(of.oracle, {})}});
    for (const Router& router : of.routers) {
        drawn.groups.append({{tr("Router %1").arg(sentenceText(titleOf(view->table(), router)))},
            {barOf(router.best.accuracy, {})}});
    }
    for (const ContenderPoint& point : of.points) {
        const ClickThrough open = openRouting(view, point.contender, RoutingSamples::Right);
        drawn.groups.append({{view->nameOf(point.contender)}, {barOf(point.accuracy, open)}});
    }
    m_accuracy->setData(drawn);
    say(m_accuracyCard,
        tr("Over %Ln questions that all of them tried. The oracle asks, for each question, a model that is "
           "right.",
            nullptr, int(of.places.size())));
}

void GapsContextualization::showSolved(const GapsViewPtr& view)
{
    const Contextualization& of = view->gaps.contextualization;
    BarData drawn;
    drawn.groupTitle = tr("Models that are right");
    drawn.axis.title = tr("Questions");
    drawn.axis.fromZero = true;
    drawn.series = {tr("Questions")};
    for (std::size_t count = 0; count < of.solvedBy.size(); ++count) {
        BarValue bar;
        bar.value = double(of.solvedBy[count]);
        bar.open = of.solvedBy[count] > 0 ? openSolvedBy(view, count) : ClickThrough();
        drawn.groups.append({{formatCount(qint64(count))}, {bar}});
    }
    m_solved->setData(drawn);
    const qint64 none = of.solvedBy.front();
    const qint64 all = of.solvedBy.back();
    say(m_solvedCard,
        tr("No model is right for %1, all are for %2; between them a router can gain.")
            .arg(formatCount(none), formatCount(all)));
}

void GapsContextualization::showModels(const GapsViewPtr& view)
{
    NumberTable table;
    table.columns = {{tr("Model"), false, {}, QStringLiteral("model")},
        {tr("Right"), true, tr("With the first try"), QStringLiteral("right")},
        {tr("95% interval"), true, {}, QStringLiteral("interval")},
        {tr("$ a thousand"), true, tr("US dollars for a thousand questions"), QStringLiteral("dollars")},
        {tr("Seconds"), true, tr("Mean of a question"), QStringLiteral("seconds")},
        {tr("Right alone"), true, tr("Questions that it alone answers rightly"), QStringLiteral("alone")},
        {tr("Beyond the best"), true, tr("Questions that it answers rightly and the best model does not"),
            QStringLiteral("beyond")}};
    for (const ContenderPoint& point : view->gaps.contextualization.points) {
        const auto open = [&](RoutingSamples which) { return openRouting(view, point.contender, which); };
        table.rows.append({{view->nameOf(point.contender), {}, {}, open(RoutingSamples::Right), {}},
            gaps::percent(point.accuracy.mean, open(RoutingSamples::Right)),
            gaps::interval(point.accuracy.interval), gaps::thousand(point.dollars),
            gaps::number(point.seconds), gaps::count(point.alone, open(RoutingSamples::Alone)),
            gaps::count(point.beyondBest, open(RoutingSamples::BeyondBest))});
    }
    table.dropEmptyColumns();
    m_models->show(table);
}

void GapsContextualization::showRouters(const GapsViewPtr& view)
{
    const Contextualization& of = view->gaps.contextualization;
    NumberTable table;
    table.columns = {{tr("Router"), false, {}, QStringLiteral("router")},
        {tr("Right"), true, tr("As good as it gets, whatever it costs"), QStringLiteral("right")},
        {tr("95% interval"), true, {}, QStringLiteral("interval")},
        {tr("To the best model"), true, tr("Points more than the best single model, same questions"),
            QStringLiteral("against")},
        {tr("Gap closed"), true, tr("Of what lies between the best single model and the oracle"),
            QStringLiteral("closed")},
        {tr("Cheapest: right"), true, tr("The cheapest that is as good as the best single model"),
            QStringLiteral("cheapest")},
        {tr("Cheapest: cost"), true, tr("Of the best single model's cost"), QStringLiteral("cost")},
        {tr("95% interval of the cost"), true, {}, QStringLiteral("costInterval")},
        {tr("AIQ"), true, tr("Average improvement in quality: mean accuracy over the range of costs"),
            QStringLiteral("aiq")}};
    for (const Router& router : of.routers) {
        const double nan = std::nan("");
        table.rows.append({{sentenceText(titleOf(view->table(), router)), {}, {}, {}, {}},
            gaps::percent(router.best.accuracy.mean), gaps::interval(router.best.accuracy.interval),
            gaps::points(router.best.against), gaps::percent(router.gapClosed),
            gaps::percent(of.hasCosts ? router.cheapest.accuracy.mean : nan),
            gaps::percent(router.cheapest.costShare.ratio),
            gaps::interval(router.cheapest.costShare.interval), gaps::number(router.averageQuality, 3)});
    }
    table.dropEmptyColumns();
    m_routers->show(table,
        tr("Each decides about questions that it did not learn from.")
            + (std::isfinite(of.averageQuality)
                    ? u' ' + tr("AIQ of the single models: %1.").arg(formatNumber(of.averageQuality, 3))
                    : QString()));
}

} // namespace winnow
