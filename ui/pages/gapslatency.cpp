// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapslatency.h"

#include "ui/charts/linechart.h"
#include "ui/models/terms.h"
#include "ui/pages/gapscells.h"
#include "ui/pages/gapsopen.h"
#include "ui/util/format.h"

#include <cmath>

namespace winnow {

const LatencyRow* wayOf(const QVector<LatencyRow>& rows, LatencyRow::Way way)
{
    const auto found
        = std::find_if(rows.cbegin(), rows.cend(), [&](const LatencyRow& row) { return row.way == way; });
    return found == rows.cend() ? nullptr : &*found;
}

const ContenderLatency* bestTimed(const Latency& latency)
{
    const auto rank = [](const ContenderLatency& of) {
        const LatencyRow* one = wayOf(of.rows, LatencyRow::Way::OneTry);
        return std::pair(of.attempts > 1, one ? one->figures.accuracy.mean : 0);
    };
    const auto best = std::max_element(latency.contenders.cbegin(), latency.contenders.cend(),
        [&](const ContenderLatency& a, const ContenderLatency& b) { return rank(a) < rank(b); });
    return best == latency.contenders.cend() ? nullptr : &*best;
}

GapsLatency::GapsLatency(QWidget* parent)
    : GapsSection(Gap::Latency, parent)
    , m_chart(new LineChart)
{
    ChartCard* card = addCard(tr("Answered rightly within so many seconds"), m_chart, "waitCard", "wait");
    m_of = addChoice(card, {}, tr("Model whose waiting is shown"), "waitOf");
    m_ways = addTable(tr("Ways to ask"), "gapWays");
}

bool GapsLatency::fill(const GapsViewPtr& view)
{
    if (view->gaps.latency.contenders.isEmpty()) {
        offer(m_of, {}, 0);
        return false;
    }
    showChart(view);
    showWays(view);
    return true;
}

void GapsLatency::showChart(const GapsViewPtr& view)
{
    const Latency& latency = view->gaps.latency;
    QStringList names;
    for (const ContenderLatency& of : latency.contenders) {
        names.append(view->nameOf(of.contender));
    }
    const ContenderLatency* best = bestTimed(latency);
    const ContenderLatency& of
        = latency.contenders.at(offer(m_of, names, int(best - latency.contenders.constData())));
    LineData lines;
    lines.x = {
        tr("Seconds"), QStringLiteral("s"), false, true, latency.patience.front(), latency.patience.back()};
    lines.y = {tr("Right in time"), {}, true};
    lines.y.fromZero = true;
    const auto add
        = [&](const QString& name, const LatencyRow& row, const std::vector<std::uint32_t>& places) {
              LineSeries series;
              series.name = name;
              for (std::size_t i = 0; i < row.within.size(); ++i) {
                  LinePoint point;
                  point.x = latency.patience[i];
                  point.y = row.within[i];
                  point.open = openStrategy(view, row.strategy, places, point.x);
                  series.points.append(point);
              }
              lines.series.append(series);
          };
    for (const LatencyRow& row : of.rows) {
        add(capitalised(sentenceText(titleOf(row.way))), row, of.places);
    }
    for (const LatencyRow& row : latency.cascades) {
        add(tr("Several models: %1").arg(sentenceText(titleOf(row.way))), row, latency.cascadePlaces);
    }
    lines.references
        = {{tr("Patience: %1 s").arg(formatScore(view->question.patience)), view->question.patience, true}};
    m_chart->setData(lines);
    const QString name = view->nameOf(of.contender);
    QString text = of.verifier.kind == VerifierKind::None
        ? tr("%1: nothing that was recorded tells its right tries from wrong ones.").arg(name)
        : tr("%1: a try is accepted by %2.").arg(name, sentenceText(titleOf(of.verifier)));
    if (std::isfinite(of.gap)) {
        text
            += u' ' + tr("The first right try comes %1 s before a try on average.").arg(formatNumber(of.gap));
    }
    say(cards().first(), text);
}

void GapsLatency::showWays(const GapsViewPtr& view)
{
    const Latency& latency = view->gaps.latency;
    const QString patience = formatScore(view->question.patience);
    NumberTable table;
    table.columns = {{tr("Model"), false, {}, QStringLiteral("model")},
        {tr("Way"), false, {}, QStringLiteral("way")}, {tr("Right"), true, {}, QStringLiteral("right")},
        {tr("Within %1 s").arg(patience), true, tr("Answered rightly within the patience"),
            QStringLiteral("inTime")},
        {tr("Mean s"), true, {}, QStringLiteral("seconds")}, {tr("p50"), true, {}, QStringLiteral("p50")},
        {tr("p95"), true, {}, QStringLiteral("p95")}, {tr("p99"), true, {}, QStringLiteral("p99")},
        {tr("$ a thousand"), true, tr("US dollars for a thousand questions"), QStringLiteral("dollars")},
        {tr("Tokens wasted"), true, tr("Of all output tokens: of answers that were not taken"),
            QStringLiteral("wastedTokens")},
        {tr("Money wasted"), true, tr("Of all that was paid: for answers that were not taken"),
            QStringLiteral("wastedDollars")}};
    const auto add
        = [&](const QString& name, const LatencyRow& row, const std::vector<std::uint32_t>& places) {
              const StrategyFigures& figures = row.figures;
              const auto open = [&](ReplaySamples which) {
                  return openStrategy(view, row.strategy, places, view->question.patience, which);
              };
              const QString how = sentenceText(describe(row.strategy));
              table.rows.append({{name, {}, {}, {}, {}}, {sentenceText(titleOf(row.way)), {}, how, {}, {}},
                  gaps::percent(figures.accuracy.mean, open(ReplaySamples::Wrong)),
                  gaps::percent(figures.inTime.mean, open(ReplaySamples::Late)),
                  gaps::number(figures.seconds), gaps::number(figures.p50), gaps::number(figures.p95),
                  gaps::number(figures.p99), gaps::thousand(figures.dollars),
                  gaps::percent(figures.wastedTokens), gaps::percent(figures.wastedDollars)});
          };
    for (const LatencyRow& row : latency.cascades) {
        add(tr("Several models"), row, latency.cascadePlaces);
    }
    for (const ContenderLatency& of : latency.contenders) {
        for (const LatencyRow& row : of.rows) {
            add(view->nameOf(of.contender), row, of.places);
        }
    }
    table.dropEmptyColumns();
    m_ways->show(table,
        tr("Replayed on the half of the questions that did not choose the verifier. “Right” opens what is "
           "wrong, “Within %1 s” what comes too late.")
            .arg(patience));
}

} // namespace winnow
