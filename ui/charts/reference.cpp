// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/reference.h"

#include "ui/charts/chartstyle.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace winnow {

namespace {

constexpr Qt::PenStyle kDashes[] = {Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};

QString tr(const char* text)
{
    // lupdate files free functions under their namespace.
    return QCoreApplication::translate("winnow", text);
}

} // namespace

void drawReference(
    QPainter& painter, const QRectF& plot, const AxisScale& scale, const ReferenceLine& line, qsizetype index)
{
    const double share = scale.share(line.value);
    if (!(share >= 0 && share <= 1)) {
        return;
    }
    const double x = plot.left() + share * plot.width();
    const double y = plot.bottom() - share * plot.height();
    const QLineF across
        = line.vertical ? QLineF(x, plot.top(), x, plot.bottom()) : QLineF(plot.left(), y, plot.right(), y);
    // On a line of the ground, so that it is seen over what it crosses.
    QColor ground = chartStyle().background;
    ground.setAlphaF(0.7f);
    painter.setPen(QPen(ground, 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(across);
    painter.setPen(QPen(chartStyle().text, 1.3, kDashes[index % 4], Qt::FlatCap));
    painter.drawLine(across);
}

LegendEntry legendOf(const ReferenceLine& line, qsizetype index)
{
    LegendEntry entry;
    entry.label = line.label;
    entry.color = chartStyle().text;
    entry.kind = LegendEntry::Kind::Rule;
    entry.dash = kDashes[index % 4];
    return entry;
}

LegendEntry missingEntry()
{
    LegendEntry entry;
    entry.label = tr("Missing");
    entry.color = chartStyle().muted;
    entry.kind = LegendEntry::Kind::Missing;
    return entry;
}

void drawMissing(QPainter& painter, const QPointF& at)
{
    painter.setPen(QPen(chartStyle().muted, 1.6, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(at + QPointF(-4, 0), at + QPointF(4, 0));
}

LegendEntry edgeEntry()
{
    LegendEntry entry;
    entry.label = tr("Beyond the axis");
    entry.color = chartStyle().muted;
    entry.kind = LegendEntry::Kind::Edge;
    return entry;
}

void drawAtEdge(QPainter& painter, const QPointF& at, const QColor& color, bool down)
{
    const double way = down ? 1 : -1;
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(chartStyle().background);
    painter.drawPolygon(QPolygonF{at, at + QPointF(-4.5, -8 * way), at + QPointF(4.5, -8 * way)});
}

} // namespace winnow
