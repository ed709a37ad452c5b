// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/legend.h"

#include <QRectF>
#include <QString>

namespace winnow {

/// A value that a chart is read against, such as chance: a dashed line across the plot, named in the legend.
struct ReferenceLine {
    QString label;
    double value = 0;
    /// At a value of x, else of y.
    bool vertical = false;
};

/// Nothing where it lies outside of the axis.
void drawReference(QPainter& painter, const QRectF& plot, const AxisScale& scale, const ReferenceLine& line,
    qsizetype index);
/// Its word in the legend; lines are told apart by their dashes.
LegendEntry legendOf(const ReferenceLine& line, qsizetype index);
/// The word for places where a value is missing.
LegendEntry missingEntry();
/// Stands where a value is missing.
void drawMissing(QPainter& painter, const QPointF& at);
/// The word for values that have no place on a logarithmic axis or lie beyond its ends.
LegendEntry edgeEntry();
/// Stands at the edge for such a value; `down` where the value is less than the axis shows.
void drawAtEdge(QPainter& painter, const QPointF& at, const QColor& color, bool down);

} // namespace winnow
