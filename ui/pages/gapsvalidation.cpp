// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapsvalidation.h"

#include "ui/charts/linechart.h"
#include "ui/models/terms.h"
#include "ui/pages/gapscells.h"
#include "ui/pages/gapsopen.h"
#include "ui/util/format.h"

#include <cmath>

namespace winnow {

namespace {

/// Places in Gaps::validation of those that were asked several times.
QVector<qsizetype> repeated(const QVector<ContenderValidation>& validation)
{
    QVector<qsizetype> found;
    for (qsizetype i = 0; i < validation.size(); ++i) {
        if (validation.at(i).repeats()) {
            found.append(i);
        }
    }
    return found;
}

LineSeries seriesOf(const QString& name, const ContenderValidation& of, const std::vector<double>& values,
    const ClickThrough& open)
{
    LineSeries series;
    series.name = name;
    for (std::size_t i = 0; i < values.size(); ++i) {
        LinePoint point;
        point.x = of.k[i];
        point.y = values[i];
        point.open = open;
        series.points.append(point);
    }
    return series;
}

double successAt(const std::vector<double>& values)
{
    return values.empty() ? std::nan("") : values.back();
}

} // namespace

qsizetype bestRepeated(const QVector<ContenderValidation>& validation)
{
    qsizetype best = -1;
    for (const qsizetype i : repeated(validation)) {
        if (best < 0 || validation.at(i).successAt1.mean > validation.at(best).successAt1.mean) {
            best = i;
        }
    }
    return best;
}

GapsValidation::GapsValidation(QWidget* parent)
    : GapsSection(Gap::Validation, parent)
    , m_chart(new LineChart)
{
    ChartCard* card = addCard(tr("Right within several tries"), m_chart, "triesCard", "tries");
    m_of = addChoice(card, {}, tr("Model whose tries are shown"), "triesOf");
    m_models = addTable(tr("Tries of the models"), "gapTries");
    m_verifiers = addTable(tr("What could choose among the tries"), "gapVerifiers");
}

bool GapsValidation::fill(const GapsViewPtr& view)
{
    const bool told = showChart(view);
    showModels(view);
    if (view->gaps.validation.isEmpty()) {
        return false;
    }
    showVerifiers(view);
    if (!told) {
        say(cards().first(), {}, lacking(*view));
    }
    return true;
}

bool GapsValidation::showChart(const GapsViewPtr& view)
{
    const QVector<ContenderValidation>& all = view->gaps.validation;
    const QVector<qsizetype> there = repeated(all);
    QStringList names;
    for (const qsizetype i : there) {
        names.append(view->nameOf(all.at(i).contender));
    }
    const int chosen = offer(m_of, names, int(there.indexOf(bestRepeated(all))));
    if (chosen < 0) {
        return false;
    }
    const qsizetype at = there.at(chosen);
    const ContenderValidation& of = all.at(at);
    LineData lines;
    lines.x = {tr("Tries"), {}, false, false, 1.0, double(of.attempts), false};
    lines.x.whole = true;
    lines.y = {tr("Questions"), {}, true};
    lines.series = {seriesOf(tr("Any of k tries right"), of, of.success,
                        openTries(view, at, ValidationSamples::SomeRight)),
        seriesOf(tr("All k tries right"), of, of.all, openTries(view, at, ValidationSamples::AllRight))};
    if (!of.majority.empty()) {
        lines.series.append(seriesOf(tr("Majority of k tries right"), of, of.majority,
            openTries(view, at, ValidationSamples::LostByMajority)));
    }
    QString text = tr(
        "%1: one try is right for %2 of %Ln questions, any of %3 for %4.", nullptr, int(of.places.size()))
                       .arg(view->nameOf(of.contender), gaps::shareText(of.successAt1),
                           formatCount(of.attempts), gaps::shareText(of.successAtK));
    if (const VerifierFigures* best = bestVerifier(of)) {
        const QString title = sentenceText(titleOf(best->verifier));
        // Drawn beside the lines only where it is over the same questions.
        if (best->selected.n == int(of.places.size())) {
            lines.references
                = {{tr("Best of %1 by %2").arg(formatCount(of.attempts), title), best->selected.mean}};
        }
        text += u' '
            + tr("Taking the one that is best by %1 gives %2, where one try gives %3.")
                  .arg(title, gaps::shareText(best->selected), formatPercent(best->successAt1));
    }
    m_chart->setData(lines);
    say(cards().first(), text);
    return true;
}

void GapsValidation::showModels(const GapsViewPtr& view)
{
    NumberTable table;
    table.columns = {{tr("Model"), false, {}, QStringLiteral("model")},
        {tr("Tries"), true, tr("What nine in ten of its questions were tried"), QStringLiteral("k")},
        {tr("n"), true, tr("Questions"), QStringLiteral("n")},
        {tr("Success@1"), true, tr("Mean over tries"), QStringLiteral("success1")},
        {tr("95% interval"), true, tr("Questions about one image count as one where they go together"),
            QStringLiteral("interval")},
        {tr("Success@K"), true, tr("Right in at least one of the tries, unbiased"),
            QStringLiteral("successK")},
        {tr("All of K"), true, tr("Right in every try"), QStringLiteral("all")},
        {tr("Majority"), true, tr("The answer that most tries gave is right"), QStringLiteral("majority")},
        {tr("Some right"), true, tr("Questions with some tries right and some wrong"),
            QStringLiteral("mixed")},
        {tr("For 50%"), true,
            tr("How well a verifier must tell right from wrong (accepting right ones and refusing wrong ones "
               "equally well) to recover 50% of the gap"),
            QStringLiteral("needs50")},
        {tr("For 80%"), true, tr("The same for 80% of the gap"), QStringLiteral("needs80")},
        {tr("For 95%"), true, tr("The same for 95% of the gap"), QStringLiteral("needs95")}};
    const QVector<ContenderValidation>& all = view->gaps.validation;
    for (const qsizetype i : repeated(all)) {
        const ContenderValidation& of = all.at(i);
        const auto open = [&](ValidationSamples which) { return openTries(view, i, which); };
        QVector<NumberCell> row{{view->nameOf(of.contender), {}, {}, openTries(view, i), {}},
            gaps::count(of.attempts), gaps::count(qint64(of.places.size())),
            gaps::percent(of.successAt1.mean, openTries(view, i)), gaps::interval(of.successAt1.interval),
            gaps::percent(of.successAtK.mean, open(ValidationSamples::SomeRight)),
            gaps::percent(successAt(of.all), open(ValidationSamples::AllRight)),
            gaps::percent(successAt(of.majority), open(ValidationSamples::LostByMajority)),
            gaps::count(of.mixed, open(ValidationSamples::SomeRight))};
        for (const double needed : of.needed) {
            row.append(gaps::percent(needed));
        }
        table.rows.append(row);
    }
    table.dropEmptyColumns();
    m_models->show(table,
        tr("The last columns say how good a verifier must be to recover a share of what several tries could "
           "give."));
}

void GapsValidation::showVerifiers(const GapsViewPtr& view)
{
    NumberTable table;
    table.columns = {{tr("Model"), false, {}, QStringLiteral("model")},
        {tr("Chosen by"), false, {}, QStringLiteral("verifier")},
        {tr("Best of K"), true, tr("Right when the try is taken that it rates highest"),
            QStringLiteral("selected")},
        {tr("Recovered"), true, tr("Of the gap between Success@1 and Success@K"),
            QStringLiteral("recovered")},
        {tr("Right accepted"), true,
            tr("At the cut that tells best, found on one half of the questions and measured on the other"),
            QStringLiteral("truePositive")},
        {tr("Wrong accepted"), true, tr("At the same cut"), QStringLiteral("falsePositive")},
        {tr("AUC"), true, tr("How well it tells right tries from wrong ones; .5 is a coin"),
            QStringLiteral("auc")},
        {tr("Tries rated"), true, {}, QStringLiteral("tries"), true}};
    const QVector<ContenderValidation>& all = view->gaps.validation;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const ContenderValidation& of = all.at(i);
        for (const VerifierFigures& verifier : of.verifiers) {
            const ClickThrough open
                = of.repeats() ? openTries(view, i, ValidationSamples::SomeRight) : ClickThrough();
            const QString title = sentenceText(titleOf(verifier.verifier));
            table.rows.append({{view->nameOf(of.contender), {}, {}, {}, {}}, {title, {}, title, {}, {}},
                gaps::percent(of.repeats() ? verifier.selected.mean : std::nan(""), open),
                gaps::percent(verifier.recovered), gaps::percent(verifier.truePositive),
                gaps::percent(verifier.falsePositive), gaps::number(verifier.auc, 3),
                gaps::count(verifier.tries)});
        }
    }
    table.dropEmptyColumns();
    m_verifiers->show(
        table, tr("What was recorded and tells a right answer from a wrong one without knowing the gold."));
}

} // namespace winnow
