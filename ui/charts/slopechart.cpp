// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/slopechart.h"

#include "ui/charts/chartstyle.h"
#include "ui/charts/marker.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace winnow {

namespace {

constexpr double kPoint = 7;
constexpr qsizetype kMostThick = 60;
/// Between a point and its label, with room for the line that leads to a label that had to move.
constexpr double kLead = 22;

double lineHeight()
{
    return std::ceil(QFontMetricsF(chartStyle().font).height());
}

/// Moves labels apart, each as little as it can: those that would overlap become a block around their middle.
void spread(QVector<double>& places, double least, double top, double bottom)
{
    struct Block {
        double middle;
        qsizetype count;
        double sum;
    };
    if (places.isEmpty()) {
        return;
    }
    least = std::min(least, (bottom - top) / double(std::max<qsizetype>(1, places.size())));
    QVector<Block> blocks;
    for (const double place : std::as_const(places)) {
        blocks.append({place, 1, place});
        const auto clamped = [&](const Block& block) {
            const double half = least * double(block.count) / 2;
            return std::clamp(
                block.sum / double(block.count), top + half, std::max(top + half, bottom - half));
        };
        blocks.last().middle = clamped(blocks.last());
        while (blocks.size() > 1) {
            const Block& before = blocks.at(blocks.size() - 2);
            const Block& last = blocks.last();
            if (last.middle - before.middle >= least * double(before.count + last.count) / 2) {
                break;
            }
            Block both{0, before.count + last.count, before.sum + last.sum};
            both.middle = clamped(both);
            blocks.removeLast();
            blocks.last() = both;
        }
    }
    qsizetype at = 0;
    for (const Block& block : std::as_const(blocks)) {
        for (qsizetype i = 0; i < block.count; ++i) {
            places[at++] = block.middle + least * (double(i) - double(block.count - 1) / 2);
        }
    }
}

} // namespace

void SlopeChart::setData(const SlopeData& numbers)
{
    m_data = numbers;
    QVector<double> values;
    for (const SlopeLine& line : numbers.lines) {
        for (const SlopeValue& value : line.values) {
            values.append(value.value);
        }
    }
    m_scale = AxisScale::of(numbers.axis, values);
    values.removeIf([](double value) { return !std::isfinite(value); });
    if (!numbers.axis.log && !values.isEmpty()) {
        // The lines fill the height: their labels say the values.
        const auto [low, high] = std::minmax_element(values.cbegin(), values.cend());
        m_scale.low = numbers.axis.low.value_or(*low);
        m_scale.high = numbers.axis.high.value_or(*high);
        m_scale.high = m_scale.high > m_scale.low ? m_scale.high : m_scale.low + 1;
    }
    m_anyStrong = std::any_of(
        numbers.lines.cbegin(), numbers.lines.cend(), [](const SlopeLine& line) { return line.strong; });
    m_tips.clear();
    for (qsizetype line = 0; line < numbers.lines.size(); ++line) {
        QStringList tips;
        for (qsizetype column = 0; column < numbers.columns.size(); ++column) {
            tips.append(tipOf(line, column));
        }
        m_tips.append(tips);
    }
    refresh();
}

int SlopeChart::preferredHeight() const
{
    const double rows = double(m_data.lines.size()) * (lineHeight() + 2);
    return int(std::clamp(rows * 1.2 + 3 * lineHeight(), 220.0, 2000.0));
}

QString SlopeChart::labelText(const SlopeLine& line, qsizetype column) const
{
    return column == 0 ? line.name + QStringLiteral("  ") + m_data.axis.text(line.values.value(0).value)
                       : m_data.axis.text(line.values.value(column).value) + QStringLiteral("  ") + line.name;
}

double SlopeChart::endWidth(qsizetype column) const
{
    const QFontMetricsF metrics(chartStyle().font);
    double widest = 0;
    for (const SlopeLine& line : m_data.lines) {
        widest = std::max(widest, metrics.horizontalAdvance(labelText(line, column)));
    }
    return std::ceil(widest) + 2;
}

QPointF SlopeChart::pointOf(const QRectF& plot, qsizetype line, qsizetype column) const
{
    const double value = m_data.lines.at(line).values.value(column).value;
    double share = m_scale.share(value);
    // A zero on a logarithmic axis stands at its edge.
    share = std::isfinite(value) && std::isnan(share) ? 0 : share;
    const double down = m_data.lowOnTop ? share : 1 - share;
    const double x = plot.left()
        + plot.width() * double(column) / double(std::max<qsizetype>(1, m_data.columns.size() - 1));
    return {x, plot.top() + std::clamp(down, 0.0, 1.0) * plot.height()};
}

QColor SlopeChart::colorOf(qsizetype line) const
{
    if (m_data.lines.at(line).muted) {
        return chartStyle().muted;
    }
    return m_data.lines.at(line).strong ? chartStyle().accent
        : m_anyStrong                   ? chartStyle().second
                                        : chartStyle().seriesColor(line);
}

Qt::PenStyle SlopeChart::dashOf(qsizetype line, qsizetype column) const
{
    const double from = m_data.lines.at(line).values.value(column).value;
    const double to = m_data.lines.at(line).values.value(column + 1).value;
    const bool worse = m_data.lowOnTop ? to > from : to < from;
    // Among very many, dashes are not seen.
    return worse && m_data.lines.size() <= kMostThick ? Qt::DashLine : Qt::SolidLine;
}

QString SlopeChart::tipOf(qsizetype line, qsizetype column) const
{
    const SlopeLine& shown = m_data.lines.at(line);
    const SlopeValue value = shown.values.value(column);
    const QString text = std::isfinite(value.value) ? m_data.axis.text(value.value) : tr("missing");
    const QString tip = QStringLiteral("%1 · %2\n%3: %4")
                            .arg(shown.name, m_data.columns.value(column), m_data.axis.title, text);
    return value.note.isEmpty() ? tip : tip + u'\n' + value.note;
}

QVector<SlopeChart::Label> SlopeChart::labelsOf(const QRectF& plot, qsizetype column) const
{
    QVector<Label> labels;
    for (qsizetype line = 0; line < m_data.lines.size(); ++line) {
        const double value = m_data.lines.at(line).values.value(column).value;
        // What is missing is named below the others.
        const double at
            = std::isfinite(value) ? pointOf(plot, line, column).y() : plot.bottom() + lineHeight();
        labels.append({line, at, at});
    }
    std::stable_sort(
        labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.at < b.at; });
    QVector<double> places;
    for (const Label& label : std::as_const(labels)) {
        places.append(label.at);
    }
    spread(places, lineHeight() + 1, plot.top() - lineHeight() / 2, plot.bottom() + 1.5 * lineHeight());
    for (qsizetype i = 0; i < labels.size(); ++i) {
        labels[i].place = places.at(i);
    }
    return labels;
}

// What the dashes say.
QVector<LegendEntry> SlopeChart::legend() const
{
    if (m_data.lines.size() > kMostThick) {
        return {};
    }
    LegendEntry level;
    level.label = tr("Up or level");
    level.color = chartStyle().muted;
    level.kind = LegendEntry::Kind::Rule;
    LegendEntry down = level;
    down.label = tr("Down");
    down.dash = Qt::DashLine;
    return {level, down};
}

void SlopeChart::drawHeadings(QPainter& painter, const QRectF& area, const QRectF& plot) const
{
    const QFontMetricsF metrics(chartStyle().font);
    QFont strong = chartStyle().font;
    strong.setBold(true);
    const double line = lineHeight();
    painter.setPen(chartStyle().muted);
    const double caption = std::ceil(metrics.horizontalAdvance(m_data.axis.caption())) + 22;
    painter.drawText(QRectF(area.left(), area.top(), caption, line + 6), Qt::AlignLeft | Qt::AlignVCenter,
        m_data.axis.caption());
    drawLegend(painter, area.topLeft() + QPointF(caption, 0), area.width() - caption, legend());
    for (qsizetype column = 0; column < m_data.columns.size(); ++column) {
        const double x = pointOf(plot, 0, column).x();
        painter.setPen(QPen(chartStyle().grid, 1));
        painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom() + 4));
        painter.setPen(chartStyle().text);
        painter.setFont(strong);
        // The outer ones over their labels, so that those between have room.
        const bool first = column == 0;
        const bool last = column + 1 == m_data.columns.size();
        const double half = plot.width() / double(std::max<qsizetype>(1, m_data.columns.size() - 1)) - 16;
        const double from = first ? area.left() : last ? x - 4 : x - half;
        const double to = first ? x + 4 : last ? area.right() : x + half;
        const QRectF box(from, area.top() + line + 10, to - from, line);
        const auto side = first ? Qt::AlignRight : last ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.drawText(box, side | Qt::AlignVCenter,
            QFontMetricsF(strong).elidedText(m_data.columns.at(column), Qt::ElideRight, box.width()));
    }
    painter.setFont(chartStyle().font);
}

void SlopeChart::drawLines(QPainter& painter, const QRectF& plot) const
{
    // Hairlines are drawn many times as fast.
    const double thin = m_data.lines.size() > kMostThick ? 1 : 1.8;
    for (const bool strong : {false, true}) {
        for (qsizetype line = 0; line < m_data.lines.size(); ++line) {
            if (m_data.lines.at(line).strong != strong) {
                continue;
            }
            for (qsizetype column = 0; column < m_data.columns.size(); ++column) {
                const auto finite = [&](qsizetype at) {
                    return std::isfinite(m_data.lines.at(line).values.value(at).value);
                };
                if (!finite(column)) {
                    continue;
                }
                const QPointF from = pointOf(plot, line, column);
                if (column + 1 < m_data.columns.size() && finite(column + 1)) {
                    painter.setPen(
                        QPen(colorOf(line), strong ? 2.6 : thin, dashOf(line, column), Qt::FlatCap));
                    painter.drawLine(from, pointOf(plot, line, column + 1));
                }
            }
        }
    }
}

void SlopeChart::drawLabels(QPainter& painter, const QRectF& area, const QRectF& plot, qsizetype column,
    QVector<ChartMark>& marks) const
{
    const QFontMetricsF metrics(chartStyle().font);
    const bool first = column == 0;
    const bool last = column + 1 == m_data.columns.size();
    const double line = lineHeight();
    const QVector<Label> labels = labelsOf(plot, column);
    MarkerSprites sprites(painter, kPoint);
    // Where not all names have room, one in so many is written, and those that stand out.
    const double room = std::max(1.0, plot.height() / (line + 1) / (labels.size() > kMostThick ? 2 : 1));
    const auto every = qsizetype(std::max(1.0, std::ceil(double(labels.size()) / room)));
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const Label& label = labels.at(i);
        const SlopeLine& shown = m_data.lines.at(label.line);
        const QPointF at = pointOf(plot, label.line, column);
        const bool missing = !std::isfinite(shown.values.value(column).value);
        if (!missing) {
            sprites.draw(at, colorOf(label.line), shapeOf(label.line));
        }
        if ((first || last) && (i % every == 0 || shown.strong)) {
            const double edge = first ? at.x() - kLead : at.x() + kLead;
            if (!missing) {
                painter.setPen(QPen(chartStyle().grid.darker(115), 1));
                painter.drawLine(QPointF(at.x() + (first ? -6 : 6), at.y()),
                    QPointF(edge + (first ? 3 : -3), label.place));
            }
            const QRectF box = first ? QRectF(area.left(), label.place - line / 2, edge - area.left(), line)
                                     : QRectF(edge, label.place - line / 2, area.right() - edge, line);
            painter.setPen(!shown.open.isEmpty() ? chartStyle().accent : chartStyle().text);
            painter.drawText(box, (first ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                metrics.elidedText(labelText(shown, column), Qt::ElideMiddle, box.width()));
            if (first) {
                marks.append({box, shown.name, shown.open});
            }
        }
        if (!missing) {
            marks.append({QRectF(at.x() - 5, at.y() - 5, 10, 10), m_tips.at(label.line).at(column),
                shown.values.value(column).open});
        }
    }
}

void SlopeChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (m_data.lines.isEmpty() || m_data.columns.isEmpty()) {
        return;
    }
    const double line = lineHeight();
    // Columns between need room for their heading.
    const double most = area.width() * (m_data.columns.size() > 2 ? 0.27 : 0.36);
    const double left = std::min(endWidth(0), most) + kLead;
    const double right = std::min(endWidth(m_data.columns.size() - 1), most) + kLead;
    const QRectF plot = area.adjusted(left, 2.5 * line + 16, -right, -2 * line);
    drawHeadings(painter, area, plot);
    drawLines(painter, plot);
    for (qsizetype column = 0; column < m_data.columns.size(); ++column) {
        drawLabels(painter, area, plot, column, marks);
    }
}

NumberTable SlopeChart::table() const
{
    NumberTable table;
    table.columns = {{tr("Name"), false, {}}};
    for (const QString& column : m_data.columns) {
        table.columns.append({column, true, m_data.axis.caption()});
    }
    for (const SlopeLine& line : m_data.lines) {
        QVector<NumberCell> row{{line.name, {}, {}, line.open, {}}};
        for (qsizetype column = 0; column < m_data.columns.size(); ++column) {
            const SlopeValue value = line.values.value(column);
            row.append({m_data.axis.text(value.value),
                std::isfinite(value.value) ? QVariant(value.value) : QVariant(), {}, value.open, {}});
        }
        table.rows.append(row);
    }
    return table;
}

} // namespace winnow
