// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"
#include "ui/charts/legend.h"

#include <cmath>

namespace winnow {

struct SlopeValue {
    /// NaN = missing: the line has a gap here.
    double value = std::nan("");
    QString note = {};
    ClickThrough open = {};
};

struct SlopeLine {
    QString name;
    /// One a column.
    QVector<SlopeValue> values;
    /// What the name opens.
    ClickThrough open = {};
    /// Drawn to be seen among the others.
    bool strong = false;
    /// Drawn grey: its change is not to be made much of.
    bool muted = false;
};

/// An immutable value.
struct SlopeData {
    ChartAxis axis;
    QStringList columns;
    QVector<SlopeLine> lines;
    /// The least value on top, as ranks are read.
    bool lowOnTop = false;
};

/// How values change from column to column: a line each, named with its value at both ends, so that crossings
/// are changes of order. What falls is dashed: a change of rank is not told by slope alone. Ours, because Qt
/// Charts has no labels at the ends of lines, and they must not lie over each other.
class SlopeChart : public Chart {
    Q_OBJECT
public:
    using Chart::Chart;

    void setData(const SlopeData& numbers);
    NumberTable table() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override;

private:
    struct Label {
        qsizetype line;
        /// Where its value is, and where it is written.
        double at;
        double place;
    };

    QVector<LegendEntry> legend() const;
    double endWidth(qsizetype column) const;
    QString labelText(const SlopeLine& line, qsizetype column) const;
    QPointF pointOf(const QRectF& plot, qsizetype line, qsizetype column) const;
    QColor colorOf(qsizetype line) const;
    Qt::PenStyle dashOf(qsizetype line, qsizetype column) const;
    QString tipOf(qsizetype line, qsizetype column) const;
    QVector<Label> labelsOf(const QRectF& plot, qsizetype column) const;
    void drawHeadings(QPainter& painter, const QRectF& area, const QRectF& plot) const;
    void drawLines(QPainter& painter, const QRectF& plot) const;
    void drawLabels(QPainter& painter, const QRectF& area, const QRectF& plot, qsizetype column,
        QVector<ChartMark>& marks) const;

    SlopeData m_data;
    AxisScale m_scale;
    bool m_anyStrong = false;
    /// By line and column.
    QVector<QStringList> m_tips;
};

} // namespace winnow
