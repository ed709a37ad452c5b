// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/legend.h"

#include "ui/charts/chartstyle.h"
#include "ui/charts/reference.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace winnow {

namespace {

constexpr double kBetween = 18;
constexpr double kBelow = 8;

double symbolWidth(const LegendEntry& entry)
{
    const bool line = entry.kind == LegendEntry::Kind::Line || entry.kind == LegendEntry::Kind::Rule;
    return line ? 26 : 12;
}

void drawSymbol(QPainter& painter, const QRectF& box, const LegendEntry& entry)
{
    switch (entry.kind) {
    case LegendEntry::Kind::Bar:
        fillBar(painter, box, entry.color, entry.pattern);
        return;
    case LegendEntry::Kind::Marker:
        drawMarker(painter, box.center(), 8, entry.color, entry.shape);
        return;
    case LegendEntry::Kind::Rule:
        painter.setPen(QPen(entry.color, 1.2, entry.dash, Qt::FlatCap));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        return;
    case LegendEntry::Kind::Missing:
        drawMissing(painter, box.center());
        return;
    case LegendEntry::Kind::Edge:
        drawAtEdge(painter, box.center() + QPointF(0, 4), entry.color, true);
        return;
    case LegendEntry::Kind::Line:
        painter.setPen(QPen(entry.color, 2, entry.dash, Qt::FlatCap));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        drawMarker(painter, box.center(), 8, entry.color, entry.shape);
        return;
    case LegendEntry::Kind::Hatch:
        hatch(painter, box, entry.color, 4, 1);
        painter.setPen(QPen(entry.color, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
}

double arrange(QPainter* painter, const QPointF& at, double width, const QVector<LegendEntry>& entries)
{
    const QFontMetricsF metrics(chartStyle().font);
    const double line = std::ceil(metrics.height()) + 6;
    double x = 0;
    double y = 0;
    for (const LegendEntry& entry : entries) {
        const double symbol = symbolWidth(entry);
        const double text
            = std::min(std::ceil(metrics.horizontalAdvance(entry.label)) + 2, width - symbol - 6);
        const double wide = symbol + 6 + text;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            painter->save();
            drawSymbol(*painter, QRectF(at.x() + x, at.y() + y + (line - 12) / 2, symbol, 12), entry);
            painter->setPen(chartStyle().muted);
            painter->drawText(QRectF(at.x() + x + symbol + 6, at.y() + y, text, line),
                Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(entry.label, Qt::ElideMiddle, text));
            painter->restore();
        }
        x += wide + kBetween;
    }
    return entries.isEmpty() ? 0 : y + line + kBelow;
}

} // namespace

double legendHeight(const QVector<LegendEntry>& entries, double width)
{
    return arrange(nullptr, {}, width, entries);
}

double drawLegend(QPainter& painter, const QPointF& at, double width, const QVector<LegendEntry>& entries)
{
    return arrange(&painter, at, width, entries);
}

} // namespace winnow
