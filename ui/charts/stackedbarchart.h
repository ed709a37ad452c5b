// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/legend.h"

namespace winnow {

/// One stretch of a bar.
struct BarSegment {
    QString label;
    double value = 0;
    QColor color;
    BarPattern pattern = BarPattern::Plain;
    QString tip;
    ClickThrough open = {};
};

struct Bar {
    QString label;
    /// Stands at the right end, such as "812 of 1,000".
    QString note;
    QVector<BarSegment> segments;
    /// What the label opens.
    ClickThrough open = {};
};

/// Horizontal bars made of segments, each bar drawn as shares of its whole, with a legend in words. Ours and
/// not Qt Charts': its percent bars have one value of every set in every bar, where our bars have classes of
/// their own; thin segments vanish in them; patterns, labels that open and notes would be painted over it
/// anyway; and it makes each segment an item (10,000 take 93 ms to paint).
class StackedBarChart : public Chart {
    Q_OBJECT
public:
    using Chart::Chart;

    /// `table` holds the same numbers for the table view.
    void setBars(const QVector<Bar>& bars, const NumberTable& table);
    NumberTable table() const override { return m_table; }
    /// The words of the legend, in the order in which they stand.
    QStringList legend() const;

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override;

private:
    void drawBar(QPainter& painter, const Bar& bar, const QRectF& room, QVector<ChartMark>& marks) const;

    QVector<Bar> m_bars;
    /// One of each label, in the order of the bars.
    QVector<LegendEntry> m_legend;
    NumberTable m_table;
};

} // namespace winnow
