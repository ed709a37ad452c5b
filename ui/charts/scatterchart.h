// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/qtchart.h"
#include "ui/charts/reference.h"

#include <cmath>

namespace winnow {

struct ScatterPoint {
    /// NaN = missing: not drawn, counted in the legend.
    double x = 0;
    double y = 0;
    /// Index into the groups.
    int group = 0;
    QString name = {};
    ClickThrough open = {};
    /// Ends of its intervals; NaN = none.
    double xLow = std::nan("");
    double xHigh = std::nan("");
    double yLow = std::nan("");
    double yHigh = std::nan("");
};

/// A straight line y = offset + slope * x (of logarithms to base 10 where the axes are logarithmic), such as
/// a regression or x = y.
struct ScatterLine {
    QString label;
    double offset = 0;
    double slope = 1;
};

/// A line from place to place, such as what can be had by mixing points.
struct ScatterPath {
    QString label;
    QVector<QPointF> places;
};

/// An immutable value.
struct ScatterData {
    ChartAxis x;
    ChartAxis y;
    QStringList groups;
    QVector<ScatterPoint> points;
    QVector<ScatterLine> lines = {};
    QVector<ReferenceLine> references = {};
    QVector<ScatterPath> paths = {};
};

/// Points in groups that differ by shape as well as by hue; the nearest one answers to the pointer, keys go
/// from left to right. Qt Charts draws the axes. The points are ours: it makes each an item, and 10,000 of
/// them take 280 ms to paint.
class ScatterChart : public Chart {
    Q_OBJECT
public:
    using Chart::Chart;

    void setData(const ScatterData& numbers);
    NumberTable table() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override { return 340; }
    int markAt(const QPointF& point) const override;

private:
    void rebuild() const;
    QVector<LegendEntry> legend() const;
    QString tipOf(const ScatterPoint& point) const;
    void drawLine(QPainter& painter, const ScatterLine& line, qsizetype index) const;
    void drawPath(QPainter& painter, const ScatterPath& path, qsizetype index) const;
    /// On a line of the ground, so that it is seen among many points.
    void stroke(QPainter& painter, const QPolygonF& path, qsizetype index) const;
    void drawIntervals(QPainter& painter) const;
    QPointF placeOf(double x, double y) const;
    void drawPoints(QPainter& painter, QVector<ChartMark>& marks) const;

    ScatterData m_data;
    AxisScale m_x;
    AxisScale m_y;
    /// Points that can be drawn, from left to right.
    QVector<qsizetype> m_order;
    QStringList m_tips;
    qsizetype m_missing = 0;
    bool m_anyBeyond = false;
    mutable QtChart m_qt;
};

} // namespace winnow
