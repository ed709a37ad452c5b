// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetcurvecards.h"

#include "ui/charts/linechart.h"
#include "ui/models/terms.h"
#include "ui/pages/subsetfigures.h"
#include "ui/util/format.h"
#include "ui/util/wheelguard.h"
#include "ui/widgets/chartcard.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <cmath>

namespace winnow {

namespace {

/// Narrower, and the charts stand one above the other.
constexpr int kTwoCharts = 80 * kUnit;

LineSeries seriesOf(const QString& name, const QVector<SubsetCurvePoint>& points,
    SubsetFigures SubsetCurvePoint::*side, const SubsetFigure& figure)
{
    const double scale = figure.unit == SubsetFigure::Unit::Points ? 100 : 1;
    LineSeries series;
    series.name = name;
    for (const SubsetCurvePoint& point : points) {
        if ((point.*side).isEmpty()) {
            continue; // on its way
        }
        const OverSplits& over = (point.*side).*figure.figure;
        const auto end = [&](double value) {
            // A share or a correlation has no more than all.
            return figure.unit == SubsetFigure::Unit::Points ? std::max(0.0, scale * value)
                                                             : std::min(1.0, value);
        };
        series.points.append({double(point.budget), scale * over.mean, end(over.interval.low),
            end(over.interval.high), {}, {}});
    }
    return series;
}

} // namespace

SubsetCurveCards::SubsetCurveCards(const SubsetController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_figure(new QComboBox)
    , m_rests(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_row(new QHBoxLayout)
    , m_alike(make(tr("Models like those seen"), "subsetAlike", "subset-models-alike"))
    , m_stronger(make(tr("Stronger models"), "subsetStronger", "subset-stronger-models"))
{
    m_figure->setObjectName(QStringLiteral("subsetFigure"));
    m_figure->setAccessibleName(tr("Figure"));
    m_figure->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const SubsetFigure& figure : subsetFigures()) {
        m_figure->addItem(figure.title, figure.id);
        setTip(m_figure, m_figure->count() - 1, figure.tip);
    }
    keepFromWheel(m_figure);
    connect(m_figure, &QComboBox::activated, this, &SubsetCurveCards::show);
    connect(&Theme::instance(), &Theme::changed, this, &SubsetCurveCards::show);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kUnit);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * kUnit);
    line->addWidget(m_figure);
    line->addWidget(m_rests, 1);
    rows->addLayout(line);
    m_row->setSpacing(2 * kUnit);
    rows->addLayout(m_row);
}

SubsetCurveCards::Side SubsetCurveCards::make(const QString& title, const char* name, const char* file)
{
    Side side;
    side.chart = new LineChart;
    side.card = new ChartCard(title, side.chart, QLatin1String(file));
    side.card->setObjectName(QLatin1String(name));
    m_row->addWidget(side.card, 1);
    return side;
}

void SubsetCurveCards::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_row->setDirection(width() >= kTwoCharts ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void SubsetCurveCards::show()
{
    const SubsetCurves& curves = m_controller.figures().curves();
    m_rests->setText(curves.splits == 0 ? QString()
            : curves.whole
            ? tr("Means over %Ln ways to part the models, with 95% intervals", nullptr, curves.splits)
            : tr("Means over %Ln ways to part the models so far", nullptr, curves.splits));
    showSide(m_alike, HeldOut::Alike, curves.alike);
    showSide(m_stronger, HeldOut::Stronger, curves.stronger);
}

void SubsetCurveCards::showSide(const Side& side, HeldOut kind, const QVector<SubsetCurvePoint>& points)
{
    if (points.isEmpty()) {
        sayNothing(side, kind);
        return;
    }
    const QVector<SubsetFigure> figures = subsetFigures();
    const SubsetFigure& figure = subsetFigure(figures, m_figure->currentData().toString());
    const SubsetMethod* method = subsetMethod(m_controller.request().method);
    LineData lines;
    lines.x = {tr("Samples in the set"), {}, false, true, double(points.first().budget),
        double(points.last().budget), false};
    lines.y.title
        = figure.unit == SubsetFigure::Unit::Points ? tr("%1 (points)").arg(figure.title) : figure.title;
    lines.y.percent = figure.unit == SubsetFigure::Unit::Percent;
    lines.y.fromZero = figure.unit == SubsetFigure::Unit::Points;
    if (!lines.y.fromZero) {
        lines.y.high = 1.0;
    }
    lines.series = {seriesOf(method ? coreText(QString::fromUtf8(method->info().title)) : QString(), points,
                        &SubsetCurvePoint::own, figure),
        seriesOf(tr("Random"), points, &SubsetCurvePoint::random, figure)};
    lines.references = {{tr("Budget: %1").arg(formatCount(m_controller.request().budget)),
        double(m_controller.request().budget), true}};
    side.chart->setData(lines);
    side.card->setSubtitle(kind == HeldOut::Alike
            ? tr("Chosen by a random half of the models, tried on the others")
            : tr("Chosen by models of the weaker 60%, tried on the strongest 40%"));
    side.card->showEmpty(false);
    side.card->refresh();
}

void SubsetCurveCards::sayNothing(const Side& side, HeldOut kind)
{
    const qsizetype least = qsizetype(leastModelsFor(kind));
    const qsizetype models = m_controller.study() ? m_controller.study()->input().models.size() : 0;
    if (models >= least) {
        side.card->emptyState()->set(QStringLiteral("subsets"), tr("Trying sets…"), {});
    } else {
        side.card->emptyState()->set(QStringLiteral("models"), tr("Needs %Ln models", nullptr, int(least)),
            tr("With fewer none can be held out to try a set on. %Ln have scores on half of these samples.",
                nullptr, int(models)));
    }
    side.card->setSubtitle({});
    side.card->showEmpty(true);
}

} // namespace winnow
