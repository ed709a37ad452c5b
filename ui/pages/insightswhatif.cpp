// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightswhatif.h"

#include "ui/charts/intervalchart.h"
#include "ui/charts/stackedbarchart.h"
#include "ui/models/policychoice.h"
#include "ui/pages/insightscharts.h"
#include "ui/util/format.h"

#include <cmath>

namespace winnow {

namespace {

const ModelShift* shiftOf(const Insights& insights, const QString& model)
{
    const auto& models = insights.models.models;
    const auto found = std::find_if(
        models.cbegin(), models.cend(), [&](const ModelShift& shift) { return shift.model == model; });
    return found == models.cend() ? nullptr : &*found;
}

} // namespace

InsightsWhatIf::InsightsWhatIf(QWidget* parent)
    : InsightsSection(tr("What if"), parent)
    , m_composition(new StackedBarChart)
    , m_models(new IntervalChart)
{
    addCard(tr("Side by side: what stays and what goes"), m_composition, "whatIfCard", "what-if-composition");
    addCard(tr("Side by side: accuracy and rank"), m_models, "whatIfModelsCard", "what-if-models");
}

void InsightsWhatIf::show(const InsightsView& view)
{
    if (view.against) {
        showComposition(view);
        showModels(view);
    }
}

void InsightsWhatIf::showComposition(const InsightsView& view)
{
    InsightsCharts(view).fillBeside(m_composition);
    const Insights& b = *view.against;
    const auto rate = [](const Rate& of, bool percent) {
        return of.n == 0 ? QStringLiteral("–")
            : percent    ? formatPercent(of.value)
                         : formatNumber(of.value, 3);
    };
    const auto line = [&](const Insights& in) {
        return tr("%1: %2 of %3 samples stay, blind rate %4, discrimination %5.")
            .arg(insightsTitle(in), formatCount(in.samplesAfter), formatCount(in.samplesBefore),
                rate(in.blindAfter, true), rate(in.discriminationAfter, false));
    };
    say(cards().at(0), line(view.insights) + u'\n' + line(b));
}

void InsightsWhatIf::showModels(const InsightsView& view)
{
    const Insights& b = *view.against;
    const QString first = policyTitle(view.question.policy);
    const QString second = insightsTitle(b);
    QVector<IntervalRow> rows;
    NumberTable table;
    table.columns = {{tr("Model"), false, {}}, {tr("Before"), true, {}}, {first, true, {}},
        {second, true, {}}, {tr("Difference"), true, tr("Percentage points")}, {tr("Rank before"), true, {}},
        {tr("Rank: %1").arg(first), true, {}}, {tr("Rank: %1").arg(second), true, {}}};
    const auto share = [](const Rate& rate) -> NumberCell {
        return rate.n ? NumberCell{formatPercent(rate.value), rate.value} : NumberCell{QStringLiteral("–")};
    };
    const auto rank = [](int place) -> NumberCell {
        return place ? NumberCell{formatCount(place), place} : NumberCell{QStringLiteral("–")};
    };
    double low = 1;
    double high = 0;
    for (const ModelShift& a : view.insights.models.models) {
        const ModelShift* other = shiftOf(b, a.model);
        if (!other) {
            continue;
        }
        const auto point = [&](const Rate& rate, const QString& policy) -> std::optional<IntervalPoint> {
            if (rate.n == 0) {
                return std::nullopt;
            }
            low = qMin(low, rate.interval.low);
            high = qMax(high, rate.interval.high);
            return IntervalPoint{rate.value, rate.interval.low, rate.interval.high,
                tr("%1, %2: %3\n95% interval %4 to %5\nn = %6")
                    .arg(a.model, policy, formatPercent(rate.value), formatPercent(rate.interval.low),
                        formatPercent(rate.interval.high), formatCount(rate.n)),
                {}};
        };
        rows.append({a.model, point(a.after, first), point(other->after, second),
            rankChangeText(a.rankAfter, other->rankAfter), a.rankAfter != other->rankAfter});
        const bool both = a.after.n > 0 && other->after.n > 0;
        const double difference = other->after.value - a.after.value;
        table.rows.append({{a.model}, share(a.before), share(a.after), share(other->after),
            both ? NumberCell{(difference >= 0 ? QStringLiteral("+") : QString())
                    + formatNumber(100 * difference, 1),
                difference}
                 : NumberCell{QStringLiteral("–")},
            rank(a.rankBefore), rank(a.rankAfter), rank(other->rankAfter)});
    }
    m_models->setAxis(qMax(0.0, std::floor(low * 20) / 20), qMin(1.0, std::ceil(high * 20) / 20), true);
    m_models->setRows(rows, {first, second, tr("Rank")}, table);
    std::optional<Lacking> lacking;
    if (rows.isEmpty()) {
        lacking = Lacking{QStringLiteral("models"), tr("Accuracy needs responses"),
            tr("Import what the models answered, one file or one column a model.")};
    }
    say(cards().at(1),
        tr("Accuracy over the samples that each of the two keeps, with 95% intervals; the ranks are those "
           "under the first and the second."),
        lacking);
}

} // namespace winnow
