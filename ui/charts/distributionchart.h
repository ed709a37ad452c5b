// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/placelabels.h"
#include "ui/charts/qtchart.h"
#include "ui/charts/reference.h"

namespace winnow {

struct DistributionPoint {
    /// NaN = missing: counted, not drawn.
    double value = 0;
    QString name = {};
    ClickThrough open = {};
};

struct DistributionGroup {
    PlaceLabel label;
    QVector<DistributionPoint> points;
    /// What the box opens.
    ClickThrough open = {};
};

/// An immutable value.
struct DistributionData {
    /// What the groups are, such as "Condition".
    QString groupTitle;
    ChartAxis axis;
    QVector<DistributionGroup> groups;
    QVector<ReferenceLine> references = {};
};

/// The five numbers of a box: whiskers reach to the last value within one and a half boxes.
struct BoxNumbers {
    qsizetype n = 0;
    qsizetype missing = 0;
    double low = 0;
    double lower = 0;
    double median = 0;
    double upper = 0;
    double high = 0;

    /// Quartiles are interpolated between neighbours (type 7 of Hyndman and Fan).
    static BoxNumbers of(const QVector<DistributionPoint>& points);
};

/// A box a group with its points strewn beside it, the same way each time. Qt Charts draws axes and boxes;
/// the points are ours, because it makes each an item.
class DistributionChart : public Chart {
    Q_OBJECT
public:
    using Chart::Chart;

    void setData(const DistributionData& numbers);
    NumberTable table() const override;
    const QVector<BoxNumbers>& boxes() const { return m_boxes; }

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override { return 320; }

private:
    void rebuild() const;
    QVector<LegendEntry> legend() const;
    QString tipOf(qsizetype group) const;
    double heightOf(double value) const;
    void drawPoints(
        QPainter& painter, MarkerSprites& sprites, qsizetype group, QVector<ChartMark>& marks) const;
    void drawCounts(QPainter& painter, double line) const;
    void drawMedian(QPainter& painter, qsizetype group) const;
    QRectF boxAt(qsizetype group) const;

    DistributionData m_data;
    QVector<PlaceLabel> m_labels;
    QVector<BoxNumbers> m_boxes;
    QVector<QStringList> m_tips;
    AxisScale m_scale;
    bool m_anyBeyond = false;
    qsizetype m_missing = 0;
    qsizetype m_points = 0;
    mutable QtChart m_qt;
};

} // namespace winnow
