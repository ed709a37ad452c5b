// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/qtchart.h"
#include "ui/charts/reference.h"

#include <cmath>

namespace winnow {

struct LinePoint {
    double x = 0;
    /// NaN = missing: the line has a gap here.
    double y = std::nan("");
    /// Ends of the band; NaN = none.
    double low = std::nan("");
    double high = std::nan("");
    /// Said beside the numbers.
    QString note = {};
    ClickThrough open = {};
};

struct LineSeries {
    QString name;
    /// Ascending in x.
    QVector<LinePoint> points;
};

/// An immutable value.
struct LineData {
    ChartAxis x;
    ChartAxis y;
    QVector<LineSeries> series;
    QVector<ReferenceLine> references = {};
};

/// Lines with bands around them; series differ by dash and marker as well as by hue. Drawn by Qt Charts,
/// which knows no gaps and hides a series that holds a zero on a logarithmic axis: each unbroken stretch is a
/// series of its own, and what has no place is marked at the edge. Of very many points each pixel column
/// keeps its first, lowest, highest and last, because a band of 10,000 points takes Qt Charts 161 ms.
class LineChart : public Chart {
    Q_OBJECT
public:
    using Chart::Chart;

    void setData(const LineData& numbers);
    NumberTable table() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override { return 300; }
    int markAt(const QPointF& point) const override;

private:
    void rebuild() const;
    void addLine(qsizetype series, QAbstractAxis* x, QAbstractAxis* y) const;
    void addBand(qsizetype series, QAbstractAxis* x, QAbstractAxis* y) const;
    QVector<LegendEntry> legend() const;
    QString tipOf(const LineSeries& series, const LinePoint& point) const;
    void drawPoint(QPainter& painter, MarkerSprites& sprites, qsizetype series, qsizetype point,
        QVector<ChartMark>& marks) const;

    LineData m_data;
    AxisScale m_x;
    AxisScale m_y;
    /// By series and point.
    QVector<QStringList> m_tips;
    bool m_anyMissing = false;
    bool m_anyBeyond = false;
    mutable QtChart m_qt;
};

} // namespace winnow
