// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightsmodels.h"

#include "ui/charts/scatterchart.h"
#include "ui/charts/slopechart.h"
#include "ui/pages/insightscharts.h"
#include "ui/util/format.h"

#include <QComboBox>

namespace winnow {

namespace {

/// How a model's rank changed: not, within noise, or told apart from a model that it passed.
int groupOf(const InsightsView& view, const ModelShift& model)
{
    const auto noise = view.noise.constFind(model.model);
    return noise == view.noise.constEnd() ? 0 : noise->within() ? 1 : 2;
}

} // namespace

InsightsModels::InsightsModels(QWidget* parent)
    : InsightsSection(tr("Models"), parent)
    , m_models(new IntervalChart)
    , m_slope(new SlopeChart)
    , m_scatter(new ScatterChart)
{
    addCard(tr("Accuracy and rank of the models"), m_models, "modelsCard", "models");
    ChartCard* slope = addCard(tr("Order of the models"), m_slope, "slopeCard", "order");
    addCard(tr("Accuracy before against after"), m_scatter, "scatterCard", "before-after");
    m_slopeOf = addChoice(slope, {tr("Rank"), tr("Accuracy")}, tr("What the lines show"), "slopeOf");
}

void InsightsModels::show(const InsightsView& view)
{
    InsightsCharts charts(view);
    charts.fillModels(m_models);
    std::optional<Lacking> lacking;
    if (view.insights.models.models.isEmpty()) {
        lacking = Lacking{QStringLiteral("models"), tr("Accuracy needs responses"),
            tr("Import what the models answered, one file or one column a model, to see how the policy "
               "changes their accuracy and rank.")};
    }
    say(cards().at(0),
        tr("Models are ranked over the samples that all of them answered, at least half of what the fullest "
           "one did; a missing response is not wrong. Guessing would get %1. Lines are 95% intervals. Choose "
           "a model to see its samples.")
            .arg(formatPercent(charts.chance())),
        lacking);
    showSlope(view);
    showScatter(view);
}

void InsightsModels::showSlope(const InsightsView& view)
{
    const bool byRank = m_slopeOf->currentIndex() == 0;
    const InsightsCharts charts(view);
    SlopeData drawn;
    drawn.axis.title = byRank ? tr("Rank") : tr("Accuracy");
    drawn.axis.percent = !byRank;
    drawn.columns = {tr("Before"), tr("After")};
    drawn.lowOnTop = byRank;
    int moved = 0;
    int noise = 0;
    for (const ModelShift& model : view.insights.models.models) {
        if (model.ranking != 0 || !model.rankAfter) {
            continue;
        }
        const int group = groupOf(view, model);
        moved += group > 0;
        noise += group == 1;
        const QString note = charts.noiseText(model);
        const auto value = [&](bool after) {
            const double shown = byRank ? (after ? model.rankAfter : model.rankBefore)
                                        : (after ? model.after : model.before).value;
            return SlopeValue{shown, note, charts.ofModel(model, after, ModelNumber::Part::Ask)};
        };
        drawn.lines.append({model.model, {value(false), value(true)},
            charts.ofModel(model, false, ModelNumber::Part::All), group == 2, group == 1});
    }
    m_slope->setData(drawn);
    std::optional<Lacking> lacking;
    if (drawn.lines.size() < 2) {
        lacking = Lacking{QStringLiteral("models"), tr("An order needs two models"),
            tr("Import the responses of at least two models to the same samples.")};
    }
    const QString over = tr("The largest ranking, %n models.", nullptr, int(drawn.lines.size()));
    say(cards().at(1),
        over + u' '
            + (moved == 0
                    ? tr("No model passes another.")
                    : tr("%1 of the models pass another; for %2 of them this is within noise: over the "
                         "cleaned "
                         "samples none of those they pass can be told from them (paired, clustered by image, "
                         "p ≥ .05 after Holm). Their lines are muted.")
                          .arg(formatCount(moved), formatCount(noise))),
        lacking);
}

void InsightsModels::showScatter(const InsightsView& view)
{
    const InsightsCharts charts(view);
    ScatterData drawn;
    drawn.x = {tr("Accuracy before"), {}, true};
    drawn.y = {tr("Accuracy after"), {}, true};
    drawn.groups = {tr("Order kept"), tr("Rank change within noise"), tr("Rank change")};
    for (const ModelShift& model : view.insights.models.models) {
        if (model.before.n > 0 && model.after.n > 0) {
            drawn.points.append({model.before.value, model.after.value, groupOf(view, model), model.model,
                charts.ofModel(model, true, ModelNumber::Part::Ask)});
        }
    }
    drawn.lines = {{tr("after = before")}};
    m_scatter->setData(drawn);
    std::optional<Lacking> lacking;
    if (drawn.points.isEmpty()) {
        lacking = Lacking{QStringLiteral("models"), tr("Accuracy needs responses"),
            tr("No model has answered a sample that the policy keeps.")};
    }
    say(cards().at(2), tr("Above the line a model does better on the cleaned samples."), lacking);
}

} // namespace winnow
