// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightscost.h"

#include "ui/charts/barchart.h"
#include "ui/util/format.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <cmath>

namespace winnow {

namespace {

constexpr double kSecondsAnHour = 3600;
constexpr int kMostHours = 100000000;

/// What is shown of the recorded responses.
struct Measure {
    double Spent::*value;
    const char* title;
    const char* unit;
};

const QVector<Measure>& measures()
{
    static const QVector<Measure> all{
        {&Spent::seconds, QT_TRANSLATE_NOOP("winnow::InsightsCost", "Seconds"), "s"},
        {&Spent::tokens, QT_TRANSLATE_NOOP("winnow::InsightsCost", "Tokens"), ""},
        {&Spent::dollars, QT_TRANSLATE_NOOP("winnow::InsightsCost", "US dollars"), "$"}};
    return all;
}

} // namespace

InsightsCost::InsightsCost(QWidget* parent)
    : InsightsSection(tr("Cost"), parent)
    , m_chart(new BarChart)
    , m_hours(new QDoubleSpinBox)
    , m_budget(new QSpinBox)
    , m_share(new Text({}, TextSize::Body))
{
    ChartCard* card = addCard(tr("What an evaluation takes"), m_chart, "costCard", "cost");
    QStringList titles;
    for (const Measure& measure : measures()) {
        titles.append(tr(measure.title));
    }
    m_of = addChoice(card, titles, tr("What is counted"), "costOf");
    buildEntries();
}

void InsightsCost::buildEntries()
{
    m_hours->setRange(0, 100000);
    m_hours->setDecimals(3);
    m_hours->setObjectName(QStringLiteral("evaluationHours"));
    m_hours->setAccessibleName(tr("GPU hours of a model for 1,000 samples"));
    m_hours->setSpecialValueText(tr("as recorded"));
    m_budget->setRange(0, kMostHours);
    m_budget->setObjectName(QStringLiteral("developmentHours"));
    m_budget->setAccessibleName(tr("GPU hours of the whole development"));
    m_budget->setSpecialValueText(tr("not said"));
    m_budget->setGroupSeparatorShown(true);
    for (QAbstractSpinBox* box :
        {static_cast<QAbstractSpinBox*>(m_hours), static_cast<QAbstractSpinBox*>(m_budget)}) {
        box->setKeyboardTracking(false);
        box->setMinimumWidth(16 * kUnit);
    }
    const auto tell
        = [this] { emit entered(int(std::lround(m_hours->value() * kSecondsAnHour)), m_budget->value()); };
    connect(m_hours, &QDoubleSpinBox::valueChanged, this, tell);
    connect(m_budget, &QSpinBox::valueChanged, this, tell);
    auto* card = new Card;
    card->setObjectName(QStringLiteral("budgetCard"));
    card->body()->addWidget(new Text(tr("Share of the development's compute"), TextSize::Heading));
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    row->addWidget(new Text(tr("GPU hours of a model for 1,000 samples")));
    row->addWidget(m_hours);
    row->addSpacing(2 * kUnit);
    row->addWidget(new Text(tr("GPU hours of the whole development")));
    row->addWidget(m_budget);
    row->addStretch(1);
    card->body()->addLayout(row);
    m_share->setWordWrap(true);
    m_share->setObjectName(QStringLiteral("shareOfCompute"));
    card->body()->addWidget(m_share);
    layout()->addWidget(card);
}

void InsightsCost::show(const InsightsView& view)
{
    const QSignalBlocker hours(m_hours);
    const QSignalBlocker budget(m_budget);
    m_hours->setValue(view.evaluationSeconds / kSecondsAnHour);
    m_budget->setValue(view.developmentHours);
    showChart(view);
    showShare(view);
}

void InsightsCost::showChart(const InsightsView& view)
{
    const Measure& measure = measures().at(qMax(0, m_of->currentIndex()));
    BarData drawn;
    drawn.groupTitle = tr("Model");
    drawn.axis.title = tr(measure.title);
    drawn.axis.unit = QLatin1String(measure.unit);
    drawn.axis.fromZero = true;
    drawn.series = {tr("Before"), tr("After")};
    drawn.horizontal = true;
    bool any = false;
    for (const ModelCost& cost : view.costs) {
        any = any || std::isfinite(cost.before.*measure.value);
        const QString note
            = tr("recorded for %1 of %2 samples").arg(formatCount(cost.recorded), formatCount(cost.samples));
        BarValue before, after;
        before.value = cost.before.*measure.value;
        after.value = cost.after.*measure.value;
        before.note = after.note = note;
        drawn.groups.append({{cost.model}, {before, after}});
    }
    m_chart->setData(drawn);
    const ModelCost total = totalCost(view.costs);
    const double before = total.before.*measure.value;
    const double after = total.after.*measure.value;
    const auto said = [&](double value) {
        return !std::isfinite(value) ? QStringLiteral("–")
            : measure.value == &Spent::dollars
            ? formatNumber(value) + u' ' + QLatin1String(measure.unit)
            : formatCount(qRound64(value)) + u' ' + QLatin1String(measure.unit);
    };
    const QString text
        = tr("All models together: %1 before, %2 after (%3), one attempt a sample.")
              .arg(said(before).trimmed(), said(after).trimmed(),
                  before > 0 ? tr("%1 saved").arg(formatPercent(1 - after / before)) : QStringLiteral("–"));
    std::optional<Lacking> lacking;
    if (!any) {
        lacking = Lacking{QStringLiteral("chart"), tr("Nothing of this was recorded"),
            tr("Import responses whose files say how long each took, what it cost or how many tokens it "
               "had.")};
    }
    say(cards().at(0), text, lacking);
}

void InsightsCost::showShare(const InsightsView& view)
{
    const ModelCost total = totalCost(view.costs);
    double before = total.before.seconds / kSecondsAnHour;
    double after = total.after.seconds / kSecondsAnHour;
    if (view.evaluationSeconds > 0) {
        const double anAnswer = view.evaluationSeconds / kSecondsAnHour / 1000;
        before = anAnswer * double(view.answersBefore);
        after = anAnswer * double(view.answersAfter);
    }
    if (view.answersBefore == 0 || !std::isfinite(before)) {
        m_share->setText(
            tr("Enter the GPU hours that a model takes for 1,000 samples, or import responses that say "
               "how long each took."));
        return;
    }
    QString text = tr("One evaluation of all models takes %1 GPU hours before and %2 after.")
                       .arg(formatNumber(before), formatNumber(after));
    if (view.evaluationSeconds == 0) {
        text += u' ' + tr("These are the recorded seconds, taken as those of one GPU.");
    }
    text += u' '
        + (view.developmentHours > 0
                ? tr("Of the development's %1 GPU hours that is %2 before and %3 after.")
                      .arg(formatCount(view.developmentHours),
                          formatPercent(before / view.developmentHours, 2),
                          formatPercent(after / view.developmentHours, 2))
                : tr("Enter the GPU hours of the whole development to see evaluation's share of them."));
    m_share->setText(text);
}

} // namespace winnow
