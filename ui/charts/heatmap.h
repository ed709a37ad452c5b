// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"
#include "ui/charts/placelabels.h"

#include <cmath>

namespace winnow {

/// One step of a hierarchical clustering: two of what was there become one. Leaves are 0 to n - 1; the merge
/// at index i makes n + i. Heights ascend.
struct Merge {
    int left = 0;
    int right = 0;
    double height = 0;
};

/// The leaves from first to last so that no two branches cross; all of 0 to leaves - 1, also where the merges
/// join only some of them or are not a tree (then in their own order).
QVector<int> leafOrder(const QVector<Merge>& merges, int leaves);

struct HeatCell {
    /// NaN = missing.
    double value = std::nan("");
    QString note = {};
    ClickThrough open = {};
};

/// An immutable value.
struct HeatData {
    /// What rows and columns are, such as "Model".
    QString rowTitle;
    QString columnTitle;
    /// What the colours say.
    ChartAxis axis;
    QVector<PlaceLabel> rows;
    QVector<PlaceLabel> columns;
    /// By row, then by column.
    QVector<QVector<HeatCell>> cells;
    /// Empty = in the order given, without a tree.
    QVector<Merge> rowMerges = {};
    QVector<Merge> columnMerges = {};
    /// Two hues around the middle of the axis, as for correlations.
    bool diverging = false;
};

/// A table of colours with the numbers in its cells where they fit, trees of rows and columns, and a scale of
/// what the colours say. Missing cells are hatched. Ours throughout: Qt Charts has neither.
class HeatMap : public Chart {
    Q_OBJECT
public:
    using Chart::Chart;

    void setData(const HeatData& numbers);
    NumberTable table() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override;

private:
    QColor colorOf(double value) const;
    double drawScale(QPainter& painter, const QRectF& area) const;
    void drawCells(QPainter& painter, const QRectF& grid, QVector<ChartMark>& marks) const;
    void drawNumbers(QPainter& painter, const QRectF& grid) const;
    void drawTree(QPainter& painter, const QRectF& room, const QVector<Merge>& merges,
        const QVector<int>& order, bool ofRows) const;
    const HeatCell& cellAt(qsizetype row, qsizetype column) const;
    QString tipOf(qsizetype row, qsizetype column) const;
    QString numberIn(double value) const;

    HeatData m_data;
    AxisScale m_scale;
    /// In the order of the trees.
    QVector<int> m_rowOrder;
    QVector<int> m_columnOrder;
    QVector<PlaceLabel> m_rows;
    QVector<PlaceLabel> m_columns;
    QStringList m_tips;
    bool m_anyMissing = false;
};

} // namespace winnow
