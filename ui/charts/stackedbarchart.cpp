// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stackedbarchart.h"

#include "ui/charts/chartstyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kRow = 28;
constexpr double kBar = 16;
constexpr double kGap = 12;

} // namespace

void StackedBarChart::setBars(const QVector<Bar>& bars, const NumberTable& table)
{
    m_bars = bars;
    m_table = table;
    m_legend.clear();
    const auto place = [this](const BarSegment& segment) {
        return std::find_if(m_legend.begin(), m_legend.end(),
            [&](const LegendEntry& entry) { return entry.label == segment.label; });
    };
    for (const Bar& bar : bars) {
        // What this bar adds goes before what follows it in the bar: the legend reads as the bars do.
        for (auto segment = bar.segments.cbegin(); segment != bar.segments.cend(); ++segment) {
            if (segment->value <= 0 || place(*segment) != m_legend.end()) {
                continue;
            }
            auto before = m_legend.end();
            for (auto next = segment + 1; next != bar.segments.cend() && before == m_legend.end(); ++next) {
                before = next->value > 0 ? place(*next) : m_legend.end();
            }
            LegendEntry entry;
            entry.label = segment->label;
            entry.color = segment->color;
            entry.pattern = segment->pattern;
            m_legend.insert(before, entry);
        }
    }
    refresh();
}

QStringList StackedBarChart::legend() const
{
    QStringList labels;
    for (const LegendEntry& entry : m_legend) {
        labels.append(entry.label);
    }
    return labels;
}

int StackedBarChart::preferredHeight() const
{
    return int(legendHeight(m_legend, qMax(240, width())) + kRow * double(m_bars.size())) + 4;
}

void StackedBarChart::drawBar(
    QPainter& painter, const Bar& bar, const QRectF& room, QVector<ChartMark>& marks) const
{
    double total = 0;
    for (const BarSegment& segment : bar.segments) {
        total += std::max(0.0, segment.value);
    }
    double sum = 0;
    for (const BarSegment& segment : bar.segments) {
        if (!(segment.value > 0) || total <= 0) {
            continue;
        }
        // On whole pixels: crisp, and many times as fast.
        const double from = std::round(room.left() + room.width() * sum / total);
        sum += segment.value;
        const double to = std::round(room.left() + room.width() * sum / total);
        // A hairline between neighbours, but never a segment too thin to see.
        const QRectF rect(from, std::round(room.center().y() - kBar / 2), qMax(2.0, to - from - 1), kBar);
        fillBar(painter, rect, segment.color, segment.pattern);
        marks.append({rect, segment.tip, segment.open});
    }
}

void StackedBarChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    const ChartStyle& style = chartStyle();
    const QFontMetricsF metrics(style.font);
    double labels = 0;
    double notes = 0;
    for (const Bar& bar : m_bars) {
        labels = qMax(labels, metrics.horizontalAdvance(bar.label));
        notes = qMax(notes, metrics.horizontalAdvance(bar.note));
    }
    labels = qMin(std::ceil(labels) + 2, area.width() * 0.28);
    notes = std::ceil(notes) + 2;
    double y = area.top() + drawLegend(painter, area.topLeft(), area.width(), m_legend);
    const double left = area.left() + labels + kGap;
    const double width = qMax(20.0, area.right() - notes - kGap - left);
    for (const Bar& bar : m_bars) {
        const QRectF label(area.left(), y, labels, kRow);
        painter.setPen(!bar.open.isEmpty() ? style.accent : style.text);
        painter.drawText(
            label, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(bar.label, Qt::ElideMiddle, labels));
        if (!bar.open.isEmpty()) {
            marks.append({label, bar.label, bar.open});
        }
        drawBar(painter, bar, QRectF(left, y, width, kRow), marks);
        painter.setPen(style.muted);
        painter.drawText(
            QRectF(area.right() - notes, y, notes, kRow), Qt::AlignRight | Qt::AlignVCenter, bar.note);
        y += kRow;
    }
}

} // namespace winnow
