// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/intervalchart.h"

#include "ui/charts/axis.h"
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

IntervalChart::Layout IntervalChart::layOut(const QRectF& area) const
{
    const QFontMetricsF metrics(chartStyle().font);
    Layout layout;
    layout.area = area;
    layout.low = m_low;
    layout.high = m_high;
    double labels = 0;
    double notes = metrics.horizontalAdvance(m_labels.notes);
    for (const IntervalRow& row : m_rows) {
        if (row.heading) {
            continue;
        }
        labels = qMax(labels, metrics.horizontalAdvance(row.label));
        notes = qMax(notes, metrics.horizontalAdvance(row.note));
        for (const auto& point : {row.before, row.after}) {
            if (point) {
                layout.low = qMin(layout.low, point->low);
                layout.high = qMax(layout.high, point->high);
            }
        }
    }
    if (m_reference) {
        layout.high = qMax(layout.high, *m_reference);
    }
    layout.labels = qMin(std::ceil(labels) + 2, area.width() * 0.3);
    layout.notes = std::ceil(notes) + 2;
    layout.left = area.left() + layout.labels + kGap;
    layout.right = qMax(layout.left + 20, area.right() - (layout.notes > 2 ? layout.notes + kGap : kGap));
    layout.top = area.top() + (isTall() ? 2 : 1) * lineHeight() + 6;
    layout.bottom = layout.top + kRow * double(m_rows.size());
    return layout;
}

// The two marks in words, and what the notes are.
double IntervalChart::drawLegend(QPainter& painter, const Layout& layout) const
{
    const ChartStyle& style = chartStyle();
    const QFontMetricsF metrics(style.font);
    const QRectF& area = layout.area;
    const double line = lineHeight();
    double x = layout.left;
    const double middle = area.top() + line / 2;
    for (const bool after : {false, true}) {
        const QString text = after ? m_labels.after : m_labels.before;
        if (text.isEmpty()) {
            continue;
        }
        painter.setPen(QPen(after ? style.accent : style.muted, 2));
        painter.setBrush(after ? style.accent : style.background);
        painter.drawEllipse(QPointF(x + kPoint, middle), kPoint - 1, kPoint - 1);
        painter.setPen(style.muted);
        painter.drawText(
            QRectF(x + 16, area.top(), layout.right - x, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += 16 + metrics.horizontalAdvance(text) + 20;
    }
    painter.setPen(style.muted);
    painter.drawText(QRectF(area.right() - layout.notes, area.top(), layout.notes, line),
        Qt::AlignRight | Qt::AlignVCenter, m_labels.notes);
    return x;
}

void IntervalChart::drawAxis(QPainter& painter, const Layout& layout) const
{
    const ChartStyle& style = chartStyle();
    const double line = lineHeight();
    const QLocale locale;
    const int count = int(qBound(2.0, (layout.right - layout.left) / 90, 10.0));
    const QVector<double> ticks = niceTicks(layout.low, layout.high, count);
    for (const double tick : ticks) {
        const double at = std::round(layout.at(tick)) + 0.5;
        painter.setPen(QPen(style.grid, 1));
        painter.drawLine(QPointF(at, layout.top), QPointF(at, layout.bottom + 4));
        painter.setPen(style.muted);
        const QString text = m_percent ? locale.toString(tick * 100, 'f', 0) + u'%'
                                       : locale.toString(tick, 'f', layout.high - layout.low < 1 ? 2 : 1);
        painter.drawText(QRectF(at - 40, layout.bottom + 4, 80, line), Qt::AlignCenter, text);
        if (isTall()) {
            painter.drawText(QRectF(at - 40, layout.top - line - 2, 80, line), Qt::AlignCenter, text);
        }
    }
}

void IntervalChart::drawReference(QPainter& painter, const Layout& layout, double from) const
{
    const double at = std::round(layout.at(*m_reference)) + 0.5;
    painter.setPen(QPen(chartStyle().text, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(at, layout.top - 2), QPointF(at, layout.bottom + 4));
    const double wide = QFontMetricsF(chartStyle().font).horizontalAdvance(m_referenceTitle) + 4;
    const double left = qBound(from, at - wide / 2, qMax(from, layout.right - wide));
    painter.setPen(chartStyle().text);
    painter.drawText(QRectF(left, layout.area.top(), wide, lineHeight()), Qt::AlignCenter, m_referenceTitle);
}

void IntervalChart::drawHeading(QPainter& painter, const Layout& layout, const IntervalRow& row, double y,
    QVector<ChartMark>& marks) const
{
    const ChartStyle& style = chartStyle();
    QFont strong = style.font;
    strong.setBold(true);
    const QFontMetricsF wide(strong);
    const QRectF& area = layout.area;
    const QRectF over(
        area.left(), y, qMin(std::ceil(wide.horizontalAdvance(row.label)) + 2, area.width()), kRow);
    // Over the grid, which is drawn for values.
    painter.fillRect(QRectF(area.left(), y, area.width(), kRow), style.background);
    painter.setFont(strong);
    painter.setPen(!row.open.isEmpty() ? style.accent : style.text);
    painter.drawText(
        over, Qt::AlignLeft | Qt::AlignVCenter, wide.elidedText(row.label, Qt::ElideRight, over.width()));
    painter.setFont(style.font);
    marks.append({over, row.tip.isEmpty() ? row.label : row.tip, row.open});
}

void IntervalChart::drawPoint(QPainter& painter, const Layout& layout, const IntervalPoint& point,
    double centre, bool after, QVector<ChartMark>& marks) const
{
    const ChartStyle& style = chartStyle();
    const double level = centre + (after ? 6 : -6);
    painter.setPen(QPen(after ? style.accent : style.muted, 1.2));
    painter.drawLine(QPointF(layout.at(point.low), level), QPointF(layout.at(point.high), level));
    const QPointF at(layout.at(point.value), centre);
    painter.setPen(QPen(after ? style.accent : style.muted, 2));
    painter.setBrush(after ? style.accent : style.background);
    painter.drawEllipse(at, kPoint - 0.5, kPoint - 0.5);
    marks.append({QRectF(at.x() - kPoint - 1, centre - kPoint - 1, 2 * kPoint + 2, 2 * kPoint + 2), point.tip,
        point.open});
}

void IntervalChart::drawRow(QPainter& painter, const Layout& layout, const IntervalRow& row, double y,
    QVector<ChartMark>& marks) const
{
    const ChartStyle& style = chartStyle();
    const QFontMetricsF metrics(style.font);
    const double centre = y + kRow / 2;
    const QRectF label(layout.area.left(), y, layout.labels, kRow);
    painter.setPen(!row.open.isEmpty() ? style.accent : style.text);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
        metrics.elidedText(row.label, Qt::ElideMiddle, layout.labels));
    if (!row.open.isEmpty()) {
        marks.append({label, row.tip.isEmpty() ? row.label : row.tip, row.open});
    }
    if (row.before && row.after) {
        painter.setPen(QPen(style.grid.darker(115), 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(
            QPointF(layout.at(row.before->value), centre), QPointF(layout.at(row.after->value), centre));
    }
    for (const bool after : {false, true}) {
        if (const auto& point = after ? row.after : row.before) {
            drawPoint(painter, layout, *point, centre, after, marks);
        }
    }
    painter.setPen(row.noteStrong ? style.text : style.muted);
    painter.drawText(QRectF(layout.area.right() - layout.notes, y, layout.notes, kRow),
        Qt::AlignRight | Qt::AlignVCenter, row.note);
}

void IntervalChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (m_rows.isEmpty()) {
        return;
    }
    const Layout layout = layOut(area);
    const double words = drawLegend(painter, layout);
    drawAxis(painter, layout);
    if (m_reference) {
        drawReference(painter, layout, words);
    }
    double y = layout.top;
    for (const IntervalRow& row : m_rows) {
        if (row.heading) {
            drawHeading(painter, layout, row, y, marks);
        } else {
            drawRow(painter, layout, row, y, marks);
        }
        y += kRow;
    }
}

} // namespace winnow
