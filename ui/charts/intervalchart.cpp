// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/intervalchart.h"

#include "ui/charts/chartstyle.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace winnow {

namespace {

constexpr double kRow = 26;
constexpr double kGap = 16;
constexpr double kPoint = 5;

double lineHeight()
{
    return QFontMetricsF(chartStyle().font).height() + 6;
}

} // namespace

void IntervalChart::setRows(const QVector<IntervalRow>& rows, const Labels& labels, const NumberTable& table)
{
    m_rows = rows;
    m_labels = labels;
    m_table = table;
    refresh();
}

void IntervalChart::setAxis(double low, double high, bool percent)
{
    m_low = low;
    m_high = high;
    m_percent = percent;
    refresh();
}

void IntervalChart::setReference(std::optional<double> value, const QString& title)
{
    m_reference = value;
    m_referenceTitle = title;
    refresh();
}

int IntervalChart::preferredHeight() const
{
    return int((isTall() ? 3 : 2) * lineHeight() + kRow * double(m_rows.size())) + 16;
}

void IntervalChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    const ChartStyle& style = chartStyle();
    const QFontMetricsF metrics(style.font);
    const double line = lineHeight();
    double labels = 0;
    double notes = metrics.horizontalAdvance(m_labels.notes);
    double low = m_low;
    double high = m_high;
    for (const IntervalRow& row : m_rows) {
        if (row.heading) {
            continue;
        }
        labels = qMax(labels, metrics.horizontalAdvance(row.label));
        notes = qMax(notes, metrics.horizontalAdvance(row.note));
        for (const auto& point : {row.before, row.after}) {
            if (point) {
                low = qMin(low, point->low);
                high = qMax(high, point->high);
            }
        }
    }
    if (m_reference) {
        high = qMax(high, *m_reference);
    }
    labels = qMin(std::ceil(labels) + 2, area.width() * 0.3);
    notes = std::ceil(notes) + 2;
    const double left = area.left() + labels + kGap;
    const double right = qMax(left + 20, area.right() - (notes > 2 ? notes + kGap : kGap));
    const auto place = [&](double value) { return left + (right - left) * (value - low) / (high - low); };

    // Legend: the two marks in words, and what the notes are.
    double x = left;
    const double middle = area.top() + line / 2;
    for (const bool after : {false, true}) {
        painter.setPen(QPen(after ? style.accent : style.muted, 2));
        painter.setBrush(after ? style.accent : style.background);
        painter.drawEllipse(QPointF(x + kPoint, middle), kPoint - 1, kPoint - 1);
        const QString text = after ? m_labels.after : m_labels.before;
        painter.setPen(style.muted);
        painter.drawText(QRectF(x + 16, area.top(), right - x, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += 16 + metrics.horizontalAdvance(text) + 20;
    }
    painter.setPen(style.muted);
    painter.drawText(QRectF(area.right() - notes, area.top(), notes, line), Qt::AlignRight | Qt::AlignVCenter,
        m_labels.notes);

    const double top = area.top() + (isTall() ? 2 : 1) * line + 6;
    const double bottom = top + kRow * double(m_rows.size());
    const QLocale locale;
    for (const double tick : niceTicks(low, high, int(qBound(2.0, (right - left) / 90, 10.0)))) {
        const double at = std::round(place(tick)) + 0.5;
        painter.setPen(QPen(style.grid, 1));
        painter.drawLine(QPointF(at, top), QPointF(at, bottom + 4));
        painter.setPen(style.muted);
        const QString text = m_percent ? locale.toString(tick * 100, 'f', 0) + u'%'
                                       : locale.toString(tick, 'f', high - low < 1 ? 2 : 1);
        painter.drawText(QRectF(at - 40, bottom + 4, 80, line), Qt::AlignCenter, text);
        if (isTall()) {
            painter.drawText(QRectF(at - 40, top - line - 2, 80, line), Qt::AlignCenter, text);
        }
    }
    if (m_reference) {
        const double at = std::round(place(*m_reference)) + 0.5;
        painter.setPen(QPen(style.text, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(at, top - 2), QPointF(at, bottom + 4));
        const double wide = metrics.horizontalAdvance(m_referenceTitle) + 4;
        const double from = qBound(x, at - wide / 2, qMax(x, right - wide));
        painter.setPen(style.text);
        painter.drawText(QRectF(from, area.top(), wide, line), Qt::AlignCenter, m_referenceTitle);
    }

    double y = top;
    for (const IntervalRow& row : m_rows) {
        const double centre = y + kRow / 2;
        const QRectF label(area.left(), y, labels, kRow);
        if (row.heading) {
            QFont strong = style.font;
            strong.setBold(true);
            const QFontMetricsF wide(strong);
            const QRectF over(
                area.left(), y, qMin(std::ceil(wide.horizontalAdvance(row.label)) + 2, area.width()), kRow);
            // Over the grid, which is drawn for values.
            painter.fillRect(QRectF(area.left(), y, area.width(), kRow), style.background);
            painter.setFont(strong);
            painter.setPen(row.target >= 0 ? style.accent : style.text);
            painter.drawText(over, Qt::AlignLeft | Qt::AlignVCenter,
                wide.elidedText(row.label, Qt::ElideRight, over.width()));
            painter.setFont(style.font);
            marks.append({over, row.tip.isEmpty() ? row.label : row.tip, row.target});
            y += kRow;
            continue;
        }
        painter.setPen(row.target >= 0 ? style.accent : style.text);
        painter.drawText(
            label, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(row.label, Qt::ElideMiddle, labels));
        if (row.target >= 0) {
            marks.append({label, row.tip.isEmpty() ? row.label : row.tip, row.target});
        }
        if (row.before && row.after) {
            painter.setPen(QPen(style.grid.darker(115), 3, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(
                QPointF(place(row.before->value), centre), QPointF(place(row.after->value), centre));
        }
        for (const bool after : {false, true}) {
            const auto& point = after ? row.after : row.before;
            if (!point) {
                continue;
            }
            const double level = centre + (after ? 6 : -6);
            painter.setPen(QPen(after ? style.accent : style.muted, 1.2));
            painter.drawLine(QPointF(place(point->low), level), QPointF(place(point->high), level));
            const QPointF at(place(point->value), centre);
            painter.setPen(QPen(after ? style.accent : style.muted, 2));
            painter.setBrush(after ? style.accent : style.background);
            painter.drawEllipse(at, kPoint - 0.5, kPoint - 0.5);
            marks.append({QRectF(at.x() - kPoint - 1, centre - kPoint - 1, 2 * kPoint + 2, 2 * kPoint + 2),
                point->tip, point->target});
        }
        painter.setPen(row.noteStrong ? style.text : style.muted);
        painter.drawText(
            QRectF(area.right() - notes, y, notes, kRow), Qt::AlignRight | Qt::AlignVCenter, row.note);
        y += kRow;
    }
}

} // namespace winnow
