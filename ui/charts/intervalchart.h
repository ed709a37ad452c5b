// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

#include <optional>

namespace winnow {

/// A value with its interval.
struct IntervalPoint {
    double value = 0;
    double low = 0;
    double high = 0;
    QString tip;
    ClickThrough open = {};
};

struct IntervalRow {
    QString label;
    std::optional<IntervalPoint> before;
    std::optional<IntervalPoint> after;
    /// Stands at the right end, such as "3 → 1".
    QString note;
    /// The note is drawn to be seen.
    bool noteStrong = false;
    ClickThrough open = {};
    /// No values: the label stands over the rows that follow.
    bool heading = false;
    /// What the label says when pointed at; empty = the label.
    QString tip = {};
};

/// Before and after of several things, each with its interval: a ring before, a disc after, joined by a line.
/// Ours, because Qt Charts has no interval rows.
class IntervalChart : public Chart {
    Q_OBJECT
public:
    struct Labels {
        QString before;
        QString after;
        /// Above the column of notes.
        QString notes;
    };

    using Chart::Chart;

    void setRows(const QVector<IntervalRow>& rows, const Labels& labels, const NumberTable& table);
    /// The axis: percent or a plain number; widened to hold every interval.
    void setAxis(double low, double high, bool percent);
    /// A dashed vertical line with a name, such as a critical value; empty takes it away.
    void setReference(std::optional<double> value, const QString& title = {});
    NumberTable table() const override { return m_table; }

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override;

private:
    /// Where things stand in the rectangle that is drawn into.
    struct Layout {
        QRectF area;
        double labels = 0;
        double notes = 0;
        double left = 0;
        double right = 0;
        double top = 0;
        double bottom = 0;
        double low = 0;
        double high = 1;

        double at(double value) const { return left + (right - left) * (value - low) / (high - low); }
    };

    Layout layOut(const QRectF& area) const;
    /// Returns where the words end.
    double drawLegend(QPainter& painter, const Layout& layout) const;
    void drawAxis(QPainter& painter, const Layout& layout) const;
    void drawReference(QPainter& painter, const Layout& layout, double from) const;
    void drawHeading(QPainter& painter, const Layout& layout, const IntervalRow& row, double y,
        QVector<ChartMark>& marks) const;
    void drawRow(QPainter& painter, const Layout& layout, const IntervalRow& row, double y,
        QVector<ChartMark>& marks) const;
    void drawPoint(QPainter& painter, const Layout& layout, const IntervalPoint& point, double centre,
        bool after, QVector<ChartMark>& marks) const;
    /// So many rows that the axis is named at both ends.
    bool isTall() const { return m_rows.size() > 10; }

    QVector<IntervalRow> m_rows;
    Labels m_labels;
    NumberTable m_table;
    double m_low = 0;
    double m_high = 1;
    bool m_percent = true;
    std::optional<double> m_reference;
    QString m_referenceTitle;
};

} // namespace winnow
