// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"

#include <QMarginsF>
#include <QRectF>

#include <memory>

class QAbstractAxis;
class QAbstractSeries;
class QGraphicsScene;
class QChart;
class QPainter;

namespace winnow {

/// A drawing by Qt Charts that is shown in no view: styled by chartStyle(), without a legend, laid out into
/// whatever rectangle is painted. Series count in what the scale says (hundredths where it is percent).
/// Values beyond the ends of an axis must be cut away before: Qt Charts hides them by a clip, which SVG
/// loses.
class QtChart {
public:
    QtChart();
    ~QtChart();
    QtChart(const QtChart&) = delete;
    QtChart& operator=(const QtChart&) = delete;

    /// Begins anew, in the colours of the style in force.
    void clear();
    /// Whether it was made in the style in force and holds anything.
    bool isCurrent() const;
    QAbstractAxis* addAxis(const AxisScale& scale, const QString& caption, Qt::Alignment side, bool grid);
    /// Places 0 to count - 1; their names are drawn by whoever reserves the margin for them.
    QAbstractAxis* addPlaces(int count, Qt::Alignment side);
    /// Takes the series over.
    void add(QAbstractSeries* series, QAbstractAxis* x, QAbstractAxis* y);
    /// Room beside the axes, for labels drawn by others.
    void setMargins(const QMarginsF& margins);

    void draw(QPainter& painter, const QRectF& area);
    /// Where values stand, in the coordinates in which it was drawn last.
    QRectF plot() const { return m_plot; }
    /// What a series is given for a value.
    static double value(const AxisScale& scale, double value) { return scale.percent ? value * 100 : value; }

private:
    void style(QAbstractAxis* axis, const QString& caption, bool grid) const;

    std::unique_ptr<QGraphicsScene> m_scene;
    QChart* m_chart = nullptr;
    QRectF m_plot;
    quint64 m_madeWith = 0;
};

} // namespace winnow
