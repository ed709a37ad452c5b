// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QVector>

#include <optional>

class QPainter;
class QColor;

namespace winnow {

// Drawings are cut by geometry: the SVG generator drops clips, and what they should hide would be seen.

/// The part of a line inside a rectangle.
std::optional<QLineF> cutLine(const QLineF& line, const QRectF& rect);
/// The parts of a path inside a rectangle; a point that is not finite ends a part.
QVector<QPolygonF> cutPath(const QPolygonF& path, const QRectF& rect);
/// Diagonal lines over a rectangle, `step` pixels apart.
void hatch(QPainter& painter, const QRectF& rect, const QColor& color, double step = 6, double width = 1.2);

/// Fills a bar; `pattern` adds a texture on top, so that neighbours differ without colour.
enum class BarPattern { Plain, Stripes, Dots, Outline };
void fillBar(QPainter& painter, const QRectF& rect, const QColor& color, BarPattern pattern);
/// The texture alone, over what is filled already.
void drawPattern(QPainter& painter, const QRectF& rect, const QColor& color, BarPattern pattern);

} // namespace winnow
