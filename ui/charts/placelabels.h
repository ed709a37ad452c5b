// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

namespace winnow {

/// The name of a place on an axis of names, and what it opens.
struct PlaceLabel {
    QString text;
    /// Empty = the text.
    QString tip = {};
    ClickThrough open = {};
};

/// Names along an axis in places of equal size: shortened where there is no room, upright along the bottom
/// where they do not fit beside each other, and every second or third where even that is too much.
class PlaceLabels {
public:
    PlaceLabels(const QVector<PlaceLabel>& labels, Qt::Edge edge);

    /// Pixels that they take across the axis; `slot` is how long a place is, `most` what may be taken.
    double room(double slot, double most) const;
    /// Along the edge of a plot, and lists a mark for each that opens something.
    void draw(QPainter& painter, const QRectF& plot, double room, QVector<ChartMark>& marks) const;

private:
    bool isUpright(double slot) const;
    void drawOne(QPainter& painter, const PlaceLabel& label, const QRectF& box, bool upright) const;

    const QVector<PlaceLabel>& m_labels;
    Qt::Edge m_edge;
    double m_widest = 0;
};

} // namespace winnow
