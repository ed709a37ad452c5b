// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapsdecomposition.h"

#include "ui/charts/chartstyle.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/stackedbarchart.h"
#include "ui/models/terms.h"
#include "ui/pages/gapscells.h"
#include "ui/pages/gapsopen.h"
#include "ui/util/format.h"

#include <QHash>

#include <cmath>

namespace winnow {

namespace {

constexpr BarPattern kPatterns[] = {BarPattern::Plain, BarPattern::Stripes, BarPattern::Dots};

QString verifierText(const Verifier& verifier)
{
    return verifier.kind == VerifierKind::None ? QStringLiteral("–") : sentenceText(titleOf(verifier));
}

} // namespace

GapsDecomposition::GapsDecomposition(QWidget* parent)
    : GapsSection(Gap::Decomposition, parent)
    , m_map(new HeatMap)
    , m_breaks(new StackedBarChart)
{
    addCard(tr("Accuracy of the steps"), m_map, "stepsCard", "steps");
    m_breaksCard = addCard(tr("Where chains break"), m_breaks, "breaksCard", "breaks");
    m_chains = addTable(tr("At once and step by step"), "gapChains");
    m_steps = addTable(tr("Steps"), "gapSteps");
    m_contexts = addTable(tr("The same steps with more and with less context"), "gapContexts");
}

bool GapsDecomposition::fill(const GapsViewPtr& view)
{
    const Decomposition& of = view->gaps.decomposition;
    setShown(m_breaksCard, !of.chains.isEmpty());
    if (of.isEmpty()) {
        return false;
    }
    showMap(view);
    showBreaks(view);
    showChains(view);
    showSteps(view);
    showContexts(view);
    return true;
}

void GapsDecomposition::showMap(const GapsViewPtr& view)
{
    const AttemptTable& table = view->table();
    HeatData drawn;
    drawn.rowTitle = tr("Model");
    drawn.columnTitle = tr("Step");
    drawn.axis = {tr("Accuracy"), {}, true, false, 0.0, 1.0};
    for (const QString& step : table.stepNames) {
        drawn.columns.append({step});
    }
    QHash<std::size_t, qsizetype> rowOf;
    for (const StepFigures& of : view->gaps.decomposition.steps) {
        auto row = rowOf.constFind(of.contender);
        if (row == rowOf.constEnd()) {
            row = rowOf.insert(of.contender, drawn.rows.size());
            drawn.rows.append({view->nameOf(of.contender)});
            drawn.cells.append(QVector<HeatCell>(table.stepNames.size()));
        }
        HeatCell& cell = drawn.cells[*row][of.step];
        cell.value = of.accuracy.mean;
        cell.note = tr("%1 of %Ln steps wrong", nullptr, of.accuracy.n).arg(formatCount(of.wrong));
        cell.open = of.wrong > 0 ? openWrongSteps(view, of.contender, of.step) : ClickThrough();
    }
    m_map->setData(drawn);
    say(cards().first(), tr("With the first try. A cell opens the steps that are wrong."));
}

void GapsDecomposition::showBreaks(const GapsViewPtr& view)
{
    const QStringList& names = view->table().stepNames;
    QVector<Bar> bars;
    NumberTable table;
    table.columns = {{tr("Model"), false, {}}, {tr("Chains"), true, {}}, {tr("Whole"), true, {}}};
    for (const QString& name : names) {
        table.columns.append({name, true, {}});
    }
    for (qsizetype i = 0; i < view->gaps.decomposition.chains.size(); ++i) {
        const ChainFigures& of = view->gaps.decomposition.chains.at(i);
        const QString model = view->nameOf(of.contender);
        qint64 whole = qint64(of.chains.size());
        QVector<BarSegment> segments;
        QVector<NumberCell> cells;
        for (qsizetype step = 0; step < names.size(); ++step) {
            const qint64 broken = of.breaks.at(std::size_t(step));
            whole -= broken;
            const ClickThrough open = broken > 0 ? openBreaks(view, i, quint16(step)) : ClickThrough();
            cells.append(gaps::count(broken, open));
            if (broken > 0) {
                segments.append({tr("at %1").arg(names.at(step)), double(broken),
                    chartStyle().seriesColor(step + 1), kPatterns[step % 3],
                    QStringLiteral("%1 · %2: %3").arg(model, names.at(step), formatCount(broken)), open});
            }
        }
        segments.prepend({tr("all steps right"), double(whole), chartStyle().seriesColor(0),
            BarPattern::Outline, QStringLiteral("%1 · %2").arg(model, formatCount(whole)), {}});
        const QString of_ = tr("%1 of %2").arg(formatCount(whole), formatCount(qint64(of.chains.size())));
        bars.append({model, of_, segments, {}});
        table.rows.append(QVector<NumberCell>{{model, {}, {}, {}, {}}, gaps::count(qint64(of.chains.size())),
                              gaps::count(whole)}
            + cells);
    }
    m_breaks->setBars(bars, table);
    say(m_breaksCard, tr("The first step that is wrong with the first try."));
}

QString GapsDecomposition::mixedText(const GapsView& view)
{
    const std::optional<MixedSteps>& mixed = view.gaps.decomposition.mixed;
    if (!mixed) {
        return {};
    }
    QStringList chosen;
    for (qsizetype step = 0; step < qsizetype(mixed->contenders.size()); ++step) {
        chosen.append(QStringLiteral("%1: %2").arg(
            view.table().stepNames.value(step), view.nameOf(mixed->contenders.at(std::size_t(step)))));
    }
    return tr("The best model for each step (%1) gets %2 of the chains right, %3 for all steps %4; chosen on "
              "one half of the chains, tried on the other.")
        .arg(chosen.join(QStringLiteral(", ")), gaps::shareText(mixed->onePath), view.nameOf(mixed->single),
            gaps::shareText(mixed->singlePath));
}

void GapsDecomposition::showChains(const GapsViewPtr& view)
{
    NumberTable table;
    table.columns = {{tr("Model"), false, {}, QStringLiteral("model")},
        {tr("Chains"), true, tr("Of which it tried every step"), QStringLiteral("chains")},
        {tr("At once"), true, tr("The question asked without steps"), QStringLiteral("atOnce")},
        {tr("Product"), true, tr("What the accuracies of its steps come to if they were independent"),
            QStringLiteral("product")},
        {tr("One path"), true, tr("All steps right with the first try"), QStringLiteral("path")},
        {tr("95% interval"), true, {}, QStringLiteral("interval")},
        {tr("Verified"), true, tr("All steps right where of several tries a step a verifier takes one"),
            QStringLiteral("verified")},
        {tr("Any right"), true, tr("Of several tries a step one is right, at every step"),
            QStringLiteral("any")},
        {tr("Verifier"), false, {}, QStringLiteral("verifier")},
        {tr("$ at once"), true, tr("US dollars for a thousand chains"), QStringLiteral("dollarsAtOnce")},
        {tr("$ one path"), true, tr("US dollars for a thousand chains"), QStringLiteral("dollarsPath")},
        {tr("$ verified"), true, tr("US dollars for a thousand chains"), QStringLiteral("dollarsVerified")}};
    for (const ChainFigures& of : view->gaps.decomposition.chains) {
        table.rows.append(
            {{view->nameOf(of.contender), {}, {}, {}, {}}, gaps::count(qint64(of.chains.size())),
                gaps::percent(of.endToEnd.n > 0 ? of.endToEnd.mean : std::nan("")), gaps::percent(of.product),
                gaps::percent(of.onePath.mean), gaps::interval(of.onePath.interval),
                gaps::percent(of.verified.mean), gaps::percent(of.anyRight.mean),
                {verifierText(of.verifier), {}, {}, {}, {}}, gaps::thousand(of.endToEndDollars),
                gaps::thousand(of.pathDollars), gaps::thousand(of.verifiedDollars)});
    }
    table.dropEmptyColumns();
    m_chains->show(table, mixedText(*view));
}

void GapsDecomposition::showSteps(const GapsViewPtr& view)
{
    NumberTable table;
    table.columns = {{tr("Step"), false, {}, QStringLiteral("step")},
        {tr("Model"), false, {}, QStringLiteral("model")}, {tr("n"), true, {}, QStringLiteral("n")},
        {tr("Right"), true, tr("With the first try"), QStringLiteral("right")},
        {tr("95% interval"), true, {}, QStringLiteral("interval")},
        {tr("Wrong"), true, {}, QStringLiteral("wrong")}, {tr("Tries"), true, {}, QStringLiteral("k")},
        {tr("Success@K"), true, {}, QStringLiteral("successK")},
        {tr("Verifier"), false, {}, QStringLiteral("verifier")},
        {tr("Verified"), true, tr("Right when the try is taken that it rates highest"),
            QStringLiteral("verified")},
        {tr("Prompt tokens"), true, tr("What the step carries in"), QStringLiteral("tokens")},
        {tr("$ a thousand"), true, tr("US dollars for a thousand steps"), QStringLiteral("dollars")},
        {tr("Seconds"), true, {}, QStringLiteral("seconds")}};
    for (const StepFigures& of : view->gaps.decomposition.steps) {
        table.rows.append({{view->table().stepNames.value(of.step), {}, {}, {}, {}},
            {view->nameOf(of.contender), {}, {}, {}, {}}, gaps::count(of.accuracy.n),
            gaps::percent(of.accuracy.mean), gaps::interval(of.accuracy.interval),
            gaps::count(of.wrong, openWrongSteps(view, of.contender, of.step)), gaps::count(of.attempts),
            gaps::percent(of.successAtK), {verifierText(of.verifier), {}, {}, {}, {}},
            gaps::percent(of.verified), gaps::number(of.promptTokens, 0), gaps::thousand(of.dollars),
            gaps::number(of.seconds)});
    }
    table.dropEmptyColumns();
    m_steps->show(table);
}

void GapsDecomposition::showContexts(const GapsViewPtr& view)
{
    NumberTable table;
    table.columns = {{tr("More context"), false, {}}, {tr("Less context"), false, {}},
        {tr("Right with more"), true, {}}, {tr("Right with less"), true, {}},
        {tr("Difference"), true, tr("Points that more context gives")}, {tr("Tokens, more"), true, {}},
        {tr("Tokens, less"), true, {}}, {tr("$ more"), true, tr("US dollars for a thousand steps")},
        {tr("$ less"), true, tr("US dollars for a thousand steps")}};
    for (const ContextPair& pair : view->gaps.decomposition.contexts) {
        table.rows.append({{view->nameOf(pair.whole), {}, {}, {}, {}},
            {view->nameOf(pair.needed), {}, {}, {}, {}}, gaps::percent(pair.accuracy.firstMean),
            gaps::percent(pair.accuracy.secondMean), gaps::points(pair.accuracy),
            gaps::number(pair.wholeTokens, 0), gaps::number(pair.neededTokens, 0),
            gaps::thousand(pair.wholeDollars), gaps::thousand(pair.neededDollars)});
    }
    table.dropEmptyColumns();
    m_contexts->show(table);
}

} // namespace winnow
