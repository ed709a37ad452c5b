// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/qtchart.h"

#include "ui/charts/chartstyle.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLogValueAxis>
#include <QPainter>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kHair = 1e-6;

/// As printf says it.
QString labelFormat(const AxisScale& scale)
{
    const double factor = scale.percent ? 100 : 1;
    const QString percent = scale.percent ? QStringLiteral("%%") : QString();
    if (scale.log || std::max(std::abs(scale.low), std::abs(scale.high)) * factor >= 1e7) {
        return QStringLiteral("%g") + percent;
    }
    return QStringLiteral("%.%1f").arg(scale.digits()) + percent;
}

} // namespace

QtChart::QtChart()
    : m_scene(std::make_unique<QGraphicsScene>())
{
}

QtChart::~QtChart() = default;

void QtChart::clear()
{
    m_scene->clear();
    m_chart = new QChart;
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({0, 0, 0, 0});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_scene->addItem(m_chart);
    m_plot = {};
    m_madeWith = chartStyleSerial();
}

bool QtChart::isCurrent() const
{
    return m_chart && m_madeWith == chartStyleSerial();
}

void QtChart::style(QAbstractAxis* axis, const QString& caption, bool grid) const
{
    const ChartStyle& style = chartStyle();
    axis->setTitleText(caption);
    axis->setLabelsFont(style.font);
    axis->setTitleFont(style.font);
    axis->setLabelsColor(style.muted);
    axis->setTitleBrush(style.muted);
    axis->setLinePen(QPen(style.grid));
    axis->setGridLinePen(QPen(style.grid));
    axis->setGridLineVisible(grid);
    axis->setMinorGridLineVisible(false);
}

QAbstractAxis* QtChart::addAxis(const AxisScale& scale, const QString& caption, Qt::Alignment side, bool grid)
{
    QAbstractAxis* made = nullptr;
    if (scale.log) {
        auto* axis = new QLogValueAxis;
        axis->setBase(scale.ticks.size() > 1 ? scale.ticks.at(1) / scale.ticks.at(0) : 10);
        // A tick at an end is lost to rounding without a hair more.
        axis->setRange(value(scale, scale.low) * (1 - kHair), value(scale, scale.high) * (1 + kHair));
        axis->setLabelFormat(labelFormat(scale));
        made = axis;
    } else {
        auto* axis = new QValueAxis;
        const double hair = kHair * value(scale, scale.high - scale.low);
        axis->setRange(value(scale, scale.low) - hair, value(scale, scale.high) + hair);
        if (scale.ticks.size() > 1) {
            axis->setTickType(QValueAxis::TicksDynamic);
            axis->setTickAnchor(value(scale, scale.ticks.at(0)));
            axis->setTickInterval(value(scale, scale.ticks.at(1) - scale.ticks.at(0)));
        }
        axis->setLabelFormat(labelFormat(scale));
        made = axis;
    }
    style(made, caption, grid);
    m_chart->addAxis(made, side);
    return made;
}

// A plain axis: one of categories makes an item of each.
QAbstractAxis* QtChart::addPlaces(int count, Qt::Alignment side)
{
    auto* axis = new QValueAxis;
    axis->setRange(-0.5, count - 0.5);
    axis->setTickCount(2);
    style(axis, {}, false);
    axis->setLabelsVisible(false);
    m_chart->addAxis(axis, side);
    return axis;
}

void QtChart::add(QAbstractSeries* series, QAbstractAxis* x, QAbstractAxis* y)
{
    m_chart->addSeries(series);
    series->attachAxis(x);
    series->attachAxis(y);
}

void QtChart::setMargins(const QMarginsF& margins)
{
    const QMargins whole = margins.toMargins();
    if (m_chart->margins() != whole) {
        m_chart->setMargins(whole);
    }
}

void QtChart::draw(QPainter& painter, const QRectF& area)
{
    if (m_chart->size() != area.size()) {
        m_chart->resize(area.size());
        m_scene->setSceneRect(QRectF(QPointF(), area.size()));
    }
    m_scene->render(&painter, area, QRectF(QPointF(), area.size()));
    painter.setFont(chartStyle().font);
    m_plot = m_chart->plotArea().translated(area.topLeft());
}

} // namespace winnow
