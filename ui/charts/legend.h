// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/cut.h"
#include "ui/charts/marker.h"

#include <QColor>
#include <QString>
#include <QVector>

class QPainter;

namespace winnow {

/// One word of a legend with what stands for it in the drawing.
struct LegendEntry {
    /// Rule: a line without marks. Missing and Edge: what stands where a value has no place.
    enum class Kind { Bar, Marker, Line, Rule, Hatch, Missing, Edge };

    QString label;
    QColor color;
    Kind kind = Kind::Bar;
    BarPattern pattern = BarPattern::Plain;
    MarkerShape shape = MarkerShape::Disc;
    Qt::PenStyle dash = Qt::SolidLine;
};

/// The rows that entries take in a width; none takes none.
double legendHeight(const QVector<LegendEntry>& entries, double width);
/// Draws them row by row, in a place of their own beside the plot. Returns the height.
double drawLegend(QPainter& painter, const QPointF& at, double width, const QVector<LegendEntry>& entries);

} // namespace winnow
