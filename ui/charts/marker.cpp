// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/marker.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace winnow {

MarkerShape shapeOf(qsizetype series)
{
    return MarkerShape(series % (int(MarkerShape::Plus) + 1));
}

void drawMarker(QPainter& painter, const QPointF& centre, double size, const QColor& color, MarkerShape shape)
{
    const double half = size / 2;
    const QPen line(color, std::max(1.4, size / 4.5), Qt::SolidLine, Qt::FlatCap);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (shape) {
    case MarkerShape::Disc:
        painter.drawEllipse(centre, half, half);
        return;
    case MarkerShape::Square:
        painter.drawRect(
            QRectF(centre.x() - half * 0.88, centre.y() - half * 0.88, half * 1.76, half * 1.76));
        return;
    case MarkerShape::Triangle:
        painter.drawPolygon(QPolygonF{centre + QPointF(0, -half * 1.15),
            centre + QPointF(half * 1.1, half * 0.8), centre + QPointF(-half * 1.1, half * 0.8)});
        return;
    case MarkerShape::Diamond:
        painter.drawPolygon(QPolygonF{centre + QPointF(0, -half * 1.25), centre + QPointF(half * 1.25, 0),
            centre + QPointF(0, half * 1.25), centre + QPointF(-half * 1.25, 0)});
        return;
    case MarkerShape::Ring:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(line);
        painter.drawEllipse(centre, half - line.widthF() / 2, half - line.widthF() / 2);
        return;
    case MarkerShape::Cross:
        painter.setPen(line);
        painter.drawLine(
            centre + QPointF(-half * 0.85, -half * 0.85), centre + QPointF(half * 0.85, half * 0.85));
        painter.drawLine(
            centre + QPointF(-half * 0.85, half * 0.85), centre + QPointF(half * 0.85, -half * 0.85));
        return;
    case MarkerShape::Plus:
        painter.setPen(line);
        painter.drawLine(centre + QPointF(-half * 1.1, 0), centre + QPointF(half * 1.1, 0));
        painter.drawLine(centre + QPointF(0, -half * 1.1), centre + QPointF(0, half * 1.1));
        return;
    }
}

MarkerSprites::MarkerSprites(QPainter& painter, double size)
    : m_painter(painter)
    , m_size(size)
    , m_scale(painter.device()->devicePixelRatioF())
    , m_pixels(painter.paintEngine()->type() == QPaintEngine::Raster)
{
}

void MarkerSprites::draw(const QPointF& centre, const QColor& color, MarkerShape shape)
{
    if (!m_pixels) {
        drawMarker(m_painter, centre, m_size, color, shape);
        return;
    }
    // A quarter of a pixel is as near as the eye asks for.
    const double side = std::ceil(m_size * 1.4) + 3;
    const QPointF corner = centre - QPointF(side / 2, side / 2);
    const QPointF whole(std::floor(corner.x()), std::floor(corner.y()));
    const int partX = int((corner.x() - whole.x()) * 4);
    const int partY = int((corner.y() - whole.y()) * 4);
    const quint64 key = (quint64(color.rgba()) << 16) | (quint64(shape) << 8) | quint64(partX << 4 | partY);
    QPixmap& picture = m_pictures[key];
    if (picture.isNull()) {
        picture = QPixmap((QSizeF(side + 1, side + 1) * m_scale).toSize());
        picture.setDevicePixelRatio(m_scale);
        picture.fill(Qt::transparent);
        QPainter sprite(&picture);
        sprite.setRenderHint(QPainter::Antialiasing);
        drawMarker(sprite, QPointF(side / 2 + partX / 4.0, side / 2 + partY / 4.0), m_size, color, shape);
    }
    m_painter.drawPixmap(whole, picture);
}

} // namespace winnow
