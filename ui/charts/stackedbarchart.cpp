// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stackedbarchart.h"

#include "ui/charts/chartstyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

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
            [&](const BarSegment& entry) { return entry.label == segment.label; });
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
            m_legend.insert(before, *segment);
        }
    }
    refresh();
}

QStringList StackedBarChart::legend() const
{
    QStringList labels;
    for (const BarSegment& entry : m_legend) {
        labels.append(entry.label);
    }
    return labels;
}

int StackedBarChart::preferredHeight() const
{
    return int(drawLegend(nullptr, qMax(240, width())) + kRow * double(m_bars.size())) + 4;
}

double StackedBarChart::drawLegend(QPainter* painter, double width) const
{
    const QFontMetricsF metrics(chartStyle().font);
    const double line = metrics.height() + 6;
    double x = 0;
    double y = 0;
    for (const BarSegment& entry : m_legend) {
        const double wide = 18 + metrics.horizontalAdvance(entry.label) + 18;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            fillBar(*painter, QRectF(x, y + (line - 12) / 2, 12, 12), entry.color, entry.pattern);
            painter->setPen(chartStyle().muted);
            painter->drawText(QRectF(x + 18, y, wide, line), Qt::AlignLeft | Qt::AlignVCenter, entry.label);
        }
        x += wide;
    }
    return m_legend.isEmpty() ? 0 : y + line + 8;
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
    painter.translate(area.topLeft());
    double y = drawLegend(&painter, area.width());
    painter.translate(-area.topLeft());
    y += area.top();
    const double left = area.left() + labels + kGap;
    const double width = qMax(20.0, area.right() - notes - kGap - left);
    for (const Bar& bar : m_bars) {
        const QRectF label(area.left(), y, labels, kRow);
        painter.setPen(bar.target >= 0 ? style.accent : style.text);
        painter.drawText(
            label, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(bar.label, Qt::ElideMiddle, labels));
        if (bar.target >= 0) {
            marks.append({label, bar.label, bar.target});
        }
        double total = 0;
        for (const BarSegment& segment : bar.segments) {
            total += segment.value;
        }
        double sum = 0;
        for (const BarSegment& segment : bar.segments) {
            if (segment.value <= 0 || total <= 0) {
                continue;
            }
            const double from = left + width * sum / total;
            sum += segment.value;
            const double to = left + width * sum / total;
            // A hairline between neighbours, but never a segment too thin to see.
            const QRectF rect(from, y + (kRow - kBar) / 2, qMax(2.0, to - from - 1), kBar);
            fillBar(painter, rect, segment.color, segment.pattern);
            marks.append({rect, segment.tip, segment.target});
        }
        painter.setPen(style.muted);
        painter.drawText(
            QRectF(area.right() - notes, y, notes, kRow), Qt::AlignRight | Qt::AlignVCenter, bar.note);
        y += kRow;
    }
}

} // namespace winnow
