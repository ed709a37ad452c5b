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
    int target = -1;
};

struct IntervalRow {
    QString label;
    std::optional<IntervalPoint> before;
    std::optional<IntervalPoint> after;
    /// Stands at the right end, such as "3 → 1".
    QString note;
    /// The note is drawn to be seen.
    bool noteStrong = false;
    int target = -1;
    /// No values: the label stands over the rows that follow.
    bool heading = false;
    /// What the label says when pointed at; empty = the label.
    QString tip = {};
};

/// Before and after of several things, each with its interval: a ring before, a disc after, joined by a line.
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
