// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QPointF>

#include <unordered_map>

class QPainter;

namespace winnow {

enum class MarkerShape { Disc, Square, Triangle, Diamond, Cross, Ring, Plus };

/// The shape of a series, so that series differ without colour.
MarkerShape shapeOf(qsizetype series);
/// A shape about `size` pixels wide. Ring, cross and plus are drawn in lines.
void drawMarker(
    QPainter& painter, const QPointF& centre, double size, const QColor& color, MarkerShape shape);

/// Draws very many markers: each look once, then copies of its picture. On a device that draws no pixels
/// (SVG, PDF, printer) each is drawn as it is.
class MarkerSprites {
public:
    MarkerSprites(QPainter& painter, double size);

    void draw(const QPointF& centre, const QColor& color, MarkerShape shape);

private:
    QPainter& m_painter;
    double m_size;
    double m_scale;
    bool m_pixels;
    std::unordered_map<quint64, QPixmap> m_pictures;
};

} // namespace winnow
