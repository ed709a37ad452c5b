// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cut.h"

#include "ui/charts/chartstyle.h"

#include <QPainter>

#include <cmath>

namespace winnow {

namespace {

/// In less than this a texture is not seen.
constexpr double kLeastTexture = 3;

} // namespace

std::optional<QLineF> cutLine(const QLineF& line, const QRectF& rect)
{
    double from = 0;
    double to = 1;
    // The part of the line on the inner side of each edge, one after the other.
    const auto within = [&](double start, double delta, double low, double high) {
        if (delta == 0) {
            return start >= low && start <= high;
        }
        const double a = (low - start) / delta;
        const double b = (high - start) / delta;
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
        return from <= to;
    };
    if (!within(line.x1(), line.dx(), rect.left(), rect.right())
        || !within(line.y1(), line.dy(), rect.top(), rect.bottom())) {
        return std::nullopt;
    }
    return QLineF(line.pointAt(from), line.pointAt(to));
}

QVector<QPolygonF> cutPath(const QPolygonF& path, const QRectF& rect)
{
    QVector<QPolygonF> parts;
    QPolygonF part;
    const auto finish = [&] {
        if (!part.isEmpty()) {
            parts.append(part);
            part.clear();
        }
    };
    const auto finite = [](const QPointF& p) { return std::isfinite(p.x()) && std::isfinite(p.y()); };
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (!finite(path.at(i))) {
            finish();
            continue;
        }
        const bool follows = i > 0 && finite(path.at(i - 1));
        const bool goesOn = i + 1 < path.size() && finite(path.at(i + 1));
        if (!follows && !goesOn) {
            if (rect.contains(path.at(i))) {
                parts.append(QPolygonF{path.at(i)});
            }
            continue;
        }
        if (!follows) {
            continue;
        }
        const auto inside = cutLine(QLineF(path.at(i - 1), path.at(i)), rect);
        if (!inside) {
            finish();
            continue;
        }
        if (part.isEmpty()) {
            part.append(inside->p1());
        }
        part.append(inside->p2());
        if (inside->p2() != path.at(i)) {
            finish();
        }
    }
    finish();
    return parts;
}

void hatch(QPainter& painter, const QRectF& rect, const QColor& color, double step, double width)
{
    painter.save();
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    const QRectF inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    // Of one grid for all, so that neighbouring rectangles meet.
    const double first = std::floor((rect.left() + rect.top()) / step) * step;
    QVector<QLineF> lines;
    for (double sum = first; sum < rect.right() + rect.bottom() && inner.isValid(); sum += step) {
        const QLineF line(
            QPointF(sum - inner.bottom(), inner.bottom()), QPointF(sum - inner.top(), inner.top()));
        if (const auto inside = cutLine(line, inner)) {
            lines.append(*inside);
        }
    }
    painter.drawLines(lines);
    painter.restore();
}

void drawPattern(QPainter& painter, const QRectF& rect, const QColor& color, BarPattern pattern)
{
    if (pattern == BarPattern::Plain || std::min(rect.width(), rect.height()) < kLeastTexture) {
        return;
    }
    painter.save();
    QColor light = chartStyle().background;
    light.setAlphaF(0.6f);
    if (pattern == BarPattern::Stripes) {
        hatch(painter, rect, light, 6, 1.4);
    } else if (pattern == BarPattern::Dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(light);
        for (double y = rect.top() + 3; y < rect.bottom() - 1; y += 5) {
            for (double x = rect.left() + 3; x < rect.right() - 1; x += 5) {
                painter.drawEllipse(QPointF(x, y), 1, 1);
            }
        }
    } else if (pattern == BarPattern::Outline) {
        painter.setPen(QPen(color, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
}

void fillBar(QPainter& painter, const QRectF& rect, const QColor& color, BarPattern pattern)
{
    QColor fill = color;
    if (pattern == BarPattern::Outline) {
        fill.setAlphaF(0.18f);
    }
    painter.fillRect(rect, fill);
    drawPattern(painter, rect, color, pattern);
}

} // namespace winnow
