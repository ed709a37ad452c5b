// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/placelabels.h"

#include "ui/charts/chartstyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kGap = 6;
constexpr qsizetype kMostMeasured = 300;
/// Of upright words that stand for more than themselves.
constexpr qsizetype kMostTurned = 20;

double lineHeight()
{
    return std::ceil(QFontMetricsF(chartStyle().font).height());
}

} // namespace

PlaceLabels::PlaceLabels(const QVector<PlaceLabel>& labels, Qt::Edge edge)
    : m_labels(labels)
    , m_edge(edge)
{
    const QFontMetricsF metrics(chartStyle().font);
    // Where there are more, not one of them has room beside the next.
    for (qsizetype i = 0; i < std::min(kMostMeasured, labels.size()); ++i) {
        m_widest = std::max(m_widest, std::ceil(metrics.horizontalAdvance(labels.at(i).text)) + 2);
    }
}

bool PlaceLabels::isUpright(double slot) const
{
    // A few letters less are read more easily than upright words.
    return m_edge == Qt::BottomEdge && m_widest + kGap > slot * 1.25;
}

double PlaceLabels::room(double slot, double most) const
{
    if (m_labels.isEmpty()) {
        return 0;
    }
    const bool across = m_edge != Qt::BottomEdge || isUpright(slot);
    return kGap + (across ? std::min(m_widest, most) : lineHeight());
}

void PlaceLabels::drawOne(QPainter& painter, const PlaceLabel& label, const QRectF& box, bool upright) const
{
    const QFontMetricsF metrics(chartStyle().font);
    painter.setPen(label.open.isEmpty() ? chartStyle().text : chartStyle().accent);
    if (upright) {
        painter.save();
        painter.translate(box.center().x(), box.top());
        painter.rotate(-90);
        const QRectF turned(-box.height(), -box.width() / 2, box.height(), box.width());
        painter.drawText(turned, Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(label.text, Qt::ElideMiddle, box.height()));
        painter.restore();
        return;
    }
    const auto side = m_edge == Qt::LeftEdge ? Qt::AlignRight
        : m_edge == Qt::RightEdge            ? Qt::AlignLeft
                                             : Qt::AlignHCenter;
    painter.drawText(
        box, side | Qt::AlignVCenter, metrics.elidedText(label.text, Qt::ElideMiddle, box.width()));
}

void PlaceLabels::draw(QPainter& painter, const QRectF& plot, double room, QVector<ChartMark>& marks) const
{
    if (m_labels.isEmpty()) {
        return;
    }
    const QFontMetricsF metrics(chartStyle().font);
    const bool bottom = m_edge == Qt::BottomEdge;
    const double slot = (bottom ? plot.width() : plot.height()) / double(m_labels.size());
    const bool upright = isUpright(slot);
    // Half a line more than the letters would touch the next.
    const double least = bottom && !upright ? 0 : lineHeight() * 0.9;
    auto every = qsizetype(std::clamp(std::ceil(least / std::max(slot, 0.01)), 1.0, double(m_labels.size())));
    if (every > 1 && upright) {
        // Turned letters take half a millisecond a word.
        every = std::max(every, (m_labels.size() + kMostTurned - 1) / kMostTurned);
    }
    const double thick = std::max(slot, lineHeight());
    for (qsizetype i = 0; i < m_labels.size(); i += every) {
        const double middle = (double(i) + 0.5) * slot;
        QRectF box;
        if (bottom) {
            const double wide = upright ? thick : slot;
            box = QRectF(plot.left() + middle - wide / 2, plot.bottom() + kGap, wide, room - kGap);
            if (!upright) {
                box.adjust(kGap / 2, 0, -kGap / 2, 0);
            }
        } else {
            const double left = m_edge == Qt::LeftEdge ? plot.left() - room : plot.right() + kGap;
            box = QRectF(left, plot.top() + middle - thick / 2, room - kGap, thick);
        }
        drawOne(painter, m_labels.at(i), box, upright);
        const PlaceLabel& label = m_labels.at(i);
        const bool shortened = metrics.horizontalAdvance(label.text) > (upright ? box.height() : box.width());
        if (!label.open.isEmpty() || !label.tip.isEmpty() || shortened) {
            marks.append({box, label.tip.isEmpty() ? label.text : label.tip, label.open});
        }
    }
}

} // namespace winnow
