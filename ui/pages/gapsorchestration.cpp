// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapsorchestration.h"

#include "ui/charts/scatterchart.h"
#include "ui/models/terms.h"
#include "ui/pages/gapscells.h"
#include "ui/pages/gapsopen.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/datatable.h"

#include <QItemSelectionModel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// From so many times on costs stand on a logarithmic axis, with this room at its ends.
constexpr double kWide = 10;
constexpr double kMargin = 1.2;

} // namespace

GapsOrchestration::GapsOrchestration(QWidget* parent)
    : GapsSection(Gap::Orchestration, parent)
    , m_chart(new ScatterChart)
    , m_save(new QPushButton(tr("Save strategy…")))
    , m_open(new QPushButton(tr("Open strategy…")))
{
    addCard(tr("What strategies cost and what they get right"), m_chart, "strategiesCard", "strategies");
    m_strategies = addTable(tr("Strategies"), "gapStrategies");
    m_save->setObjectName(QStringLiteral("saveStrategy"));
    m_open->setObjectName(QStringLiteral("openStrategy"));
    setTip(m_save, tr("Writes the chosen strategy to a file that can be changed and opened again"));
    setTip(m_open, tr("Replays a strategy of a file on the same questions"));
    m_strategies->addControl(m_open);
    m_strategies->addControl(m_save);
    m_strategies->table()->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_strategies->table()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &GapsOrchestration::showButtons);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (const int row = chosen(); row >= 0) {
            emit saveAsked(m_rows.at(row).figures.strategy);
        }
    });
    connect(m_open, &QPushButton::clicked, this, &GapsOrchestration::openAsked);
}

GapsOrchestration::Lacking GapsOrchestration::lacking(const GapsView& view) const
{
    for (const GapNeed& need : view.gaps.needs) {
        if (need.gap == Gap::Contextualization && view.gaps.contextualization.isEmpty()) {
            return {QStringLiteral("insights"), sentenceText(need.missing),
                sentenceText(need.remedy) + QStringLiteral(".")};
        }
    }
    return {QStringLiteral("insights"), tr("Too few questions"),
        tr("Strategies are chosen on one half of the questions that all models tried, and reported on the "
           "other. Import more of them, or choose other models and datasets.")};
}

QVector<GapsOrchestration::Row> GapsOrchestration::rowsOf(const GapsView& view)
{
    const Orchestration& of = view.gaps.orchestration;
    QVector<Row> rows;
    for (const OrchestrationRow& row : view.own) {
        rows.append({Group::Opened, row});
    }
    for (const OrchestrationRow& row : of.frontier) {
        rows.append({row.single ? Group::Single : Group::Frontier, row});
    }
    for (const OrchestrationRow& row : of.singles) {
        const bool there = std::any_of(of.frontier.cbegin(), of.frontier.cend(),
            [&](const OrchestrationRow& other) { return other.strategy.stages == row.strategy.stages; });
        if (!there) {
            rows.append({Group::Single, row});
        }
    }
    return rows;
}

QString GapsOrchestration::groupTitle(Group group)
{
    switch (group) {
    case Group::Opened:
        return tr("Opened");
    case Group::Frontier:
        return tr("Strategy");
    case Group::Single:
        break;
    }
    return tr("One model");
}

bool GapsOrchestration::fill(const GapsViewPtr& view)
{
    m_rows.clear();
    if (view->gaps.orchestration.isEmpty()) {
        return false;
    }
    m_rows = rowsOf(*view);
    showChart(view);
    showTable(view);
    showButtons();
    return true;
}

void GapsOrchestration::showChart(const GapsViewPtr& view)
{
    const Orchestration& of = view->gaps.orchestration;
    ScatterData drawn;
    drawn.x = {of.hasCosts ? tr("Cost") : tr("Calls"), {}, true};
    drawn.y = {view->isTimed() ? tr("Right in time") : tr("Right"), {}, true};
    drawn.groups = {groupTitle(Group::Frontier), groupTitle(Group::Single)};
    if (!view->own.isEmpty()) {
        drawn.groups.append(groupTitle(Group::Opened));
    }
    double least = INFINITY;
    double most = 0;
    for (const Row& row : std::as_const(m_rows)) {
        const OrchestrationRow& figures = row.figures;
        ScatterPoint point{figures.costShare.ratio, figures.figures.inTime.mean, int(row.group),
            sentenceText(describe(figures.strategy)),
            openStrategy(view, figures.strategy, of.places, of.limit())};
        point.xLow = figures.costShare.interval.low;
        point.xHigh = figures.costShare.interval.high;
        point.yLow = figures.figures.inTime.interval.low;
        point.yHigh = figures.figures.inTime.interval.high;
        drawn.points.append(point);
        if (point.x > 0) {
            least = std::min(least, point.x);
            most = std::max(most, point.x);
        }
    }
    if (most > kWide * least) {
        drawn.x.log = true;
        drawn.x.low = least / kMargin;
        drawn.x.high = most * kMargin;
    }
    drawn.references
        = {{tr("%1 alone").arg(of.singles.front().strategy.name), of.singles.front().figures.inTime.mean}};
    m_chart->setData(drawn);
    say(cards().first(),
        tr("%Ln strategies were tried on %1 questions; these are what none beats at its cost, reported on "
           "the other %2.",
            nullptr, int(of.candidates))
                .arg(formatCount(of.chosenOn), formatCount(qint64(of.places.size())))
            + u' '
            + (of.hasCosts ? tr("Cost is that of %1 alone.") : tr("Calls are those of %1 alone."))
                  .arg(of.singles.front().strategy.name));
}

QVector<NumberColumn> GapsOrchestration::columns(const GapsView& view)
{
    const bool costs = view.gaps.orchestration.hasCosts;
    return {{tr("Strategy"), false, {}, QStringLiteral("strategy")},
        {tr("Kind"), false, {}, QStringLiteral("kind")},
        {tr("Replayed"), true, tr("Questions of which every try that it may need is recorded, where not all"),
            QStringLiteral("replayed")},
        {view.isTimed() ? tr("Right within %1 s").arg(formatScore(view.question.patience)) : tr("Right"),
            true, tr("On the questions that it was not chosen on"), QStringLiteral("inTime")},
        {tr("95% interval"), true, {}, QStringLiteral("interval")},
        {tr("To the best model"), true, tr("Points more than the best single model, same questions"),
            QStringLiteral("against")},
        {costs ? tr("Cost") : tr("Calls of the best"), true,
            costs ? tr("Of the best single model's") : tr("Calls, of the best single model's"),
            QStringLiteral("cost")},
        {tr("95% interval of that"), true, {}, QStringLiteral("costInterval")},
        {tr("$ a thousand"), true, tr("US dollars for a thousand questions"), QStringLiteral("dollars")},
        {tr("Calls"), true, tr("Mean of a question"), QStringLiteral("calls")},
        {tr("p95 s"), true, tr("19 of 20 questions are answered within"), QStringLiteral("p95")},
        {tr("Money wasted"), true, tr("Of all that was paid: for answers that were not taken"),
            QStringLiteral("wasted")},
        {tr("Escalated"), true, tr("Questions that went beyond the first stage"),
            QStringLiteral("escalated")}};
}

QVector<NumberCell> GapsOrchestration::cellsOf(const GapsViewPtr& view, const Row& row)
{
    const Orchestration& of = view->gaps.orchestration;
    const OrchestrationRow& each = row.figures;
    const StrategyFigures& figures = each.figures;
    const auto open = [&](ReplaySamples which) {
        return openStrategy(view, each.strategy, of.places, of.patience, which);
    };
    const QString what = sentenceText(describe(each.strategy));
    return {{row.group == Group::Opened && !each.strategy.name.isEmpty() && each.strategy.name != what
                    ? QStringLiteral("%1: %2").arg(each.strategy.name, what)
                    : what,
                {}, strategyTip(each.strategy), {}, {}},
        {groupTitle(row.group), {}, {}, {}, {}},
        figures.replayed < figures.questions
            ? NumberCell{tr("%1 of %2").arg(formatCount(figures.replayed), formatCount(figures.questions))}
            : NumberCell{},
        gaps::percent(figures.inTime.mean, open(ReplaySamples::Wrong)),
        gaps::interval(figures.inTime.interval),
        row.group == Group::Single ? NumberCell{QStringLiteral("–")} : gaps::points(each.against),
        gaps::percent(each.costShare.ratio), gaps::interval(each.costShare.interval),
        gaps::thousand(figures.dollars), gaps::number(figures.calls),
        gaps::number(figures.p95, 2, open(ReplaySamples::Late)), gaps::percent(figures.wastedDollars),
        gaps::percent(each.strategy.stages.size() > 1 ? figures.escalated : std::nan(""),
            figures.escalated > 0 ? open(ReplaySamples::Escalated) : ClickThrough())};
}

void GapsOrchestration::showTable(const GapsViewPtr& view)
{
    NumberTable table;
    table.columns = columns(*view);
    for (const Row& row : std::as_const(m_rows)) {
        table.rows.append(cellsOf(view, row));
    }
    table.dropEmptyColumns();
    QString note = view->isTimed()
        ? tr("“Right within” opens what is wrong, “p95 s” what comes too late, “Escalated” what went beyond "
             "the first stage.")
        : tr("“Right” opens what is wrong, “Escalated” what went beyond the first stage.");
    if (view->untold > 0) {
        note += u' '
            + tr("%Ln opened strategies ask models that are not looked at here.", nullptr, view->untold);
    }
    m_strategies->show(table, note);
}

int GapsOrchestration::chosen() const
{
    const QModelIndexList selected = m_strategies->table()->selectionModel()->selectedIndexes();
    const int row = selected.isEmpty() ? -1 : m_strategies->numbers()->rowOf(selected.first());
    return row < m_rows.size() ? row : -1;
}

void GapsOrchestration::showButtons()
{
    m_save->setEnabled(chosen() >= 0);
}

} // namespace winnow
