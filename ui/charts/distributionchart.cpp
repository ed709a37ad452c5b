// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/distributionchart.h"

#include "ui/charts/chartstyle.h"

#include <QBoxPlotSeries>
#include <QBoxSet>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Of a place: the box left of its middle, the points right of it.
constexpr double kBoxWidth = 0.3;
constexpr double kStrip = 0.34;

double quantile(const QVector<double>& sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = qsizetype(std::floor(place));
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted.at(below) + (sorted.at(above) - sorted.at(below)) * (place - double(below));
}

/// Between -1 and 1, far from those of its neighbours, the same each time (multiples of the golden ratio).
double strewn(qsizetype index)
{
    const double share = std::fmod(double(index) * 0.6180339887498949, 1.0);
    return 2 * share - 1;
}

} // namespace

BoxNumbers BoxNumbers::of(const QVector<DistributionPoint>& points)
{
    BoxNumbers box;
    QVector<double> sorted;
    for (const DistributionPoint& point : points) {
        if (std::isfinite(point.value)) {
            sorted.append(point.value);
        }
    }
    box.n = sorted.size();
    box.missing = points.size() - sorted.size();
    if (sorted.isEmpty()) {
        return box;
    }
    std::sort(sorted.begin(), sorted.end());
    box.lower = quantile(sorted, 0.25);
    box.median = quantile(sorted, 0.5);
    box.upper = quantile(sorted, 0.75);
    const double reach = 1.5 * (box.upper - box.lower);
    box.low = *std::lower_bound(sorted.cbegin(), sorted.cend(), box.lower - reach);
    box.high = *(std::upper_bound(sorted.cbegin(), sorted.cend(), box.upper + reach) - 1);
    return box;
}

void DistributionChart::setData(const DistributionData& numbers)
{
    m_data = numbers;
    m_labels.clear();
    m_boxes.clear();
    m_tips.clear();
    m_missing = m_points = 0;
    m_anyBeyond = false;
    QVector<double> values;
    for (const DistributionGroup& group : numbers.groups) {
        m_boxes.append(BoxNumbers::of(group.points));
        m_missing += m_boxes.last().missing;
        m_points += m_boxes.last().n;
        m_labels.append(group.label);
        QStringList tips;
        for (const DistributionPoint& point : group.points) {
            values.append(point.value);
            const QString number = m_data.axis.title % QStringLiteral(": ") % m_data.axis.text(point.value);
            tips.append(
                point.name.isEmpty() ? group.label.text % u'\n' % number : point.name % u'\n' % number);
        }
        m_tips.append(tips);
    }
    for (const ReferenceLine& line : numbers.references) {
        values.append(line.value);
    }
    m_scale = AxisScale::of(numbers.axis, values);
    for (const double value : std::as_const(values)) {
        const double share = m_scale.share(value);
        m_anyBeyond = m_anyBeyond || (std::isfinite(value) && !(share >= 0 && share <= 1));
    }
    rebuild();
    refresh();
}

void DistributionChart::rebuild() const
{
    m_qt.clear();
    if (m_data.groups.isEmpty()) {
        return;
    }
    QAbstractAxis* values = m_qt.addAxis(m_scale, m_data.axis.caption(), Qt::AlignLeft, true);
    QAbstractAxis* places = m_qt.addPlaces(int(m_data.groups.size()), Qt::AlignBottom);
    auto* boxes = new QBoxPlotSeries;
    boxes->setBoxWidth(kBoxWidth);
    boxes->setPen(QPen(chartStyle().text, 1.2));
    for (qsizetype group = 0; group < m_boxes.size(); ++group) {
        const BoxNumbers& box = m_boxes.at(group);
        const auto at = [&](double value) {
            const double shown
                = m_scale.hasPlace(value) ? std::clamp(value, m_scale.low, m_scale.high) : m_scale.low;
            return QtChart::value(m_scale, box.n > 0 ? shown : m_scale.low);
        };
        auto* set = new QBoxSet(at(box.low), at(box.lower), at(box.median), at(box.upper), at(box.high));
        QColor fill = chartStyle().seriesColor(0);
        fill.setAlphaF(0.28f);
        set->setBrush(fill);
        // A group without values has a place and no box.
        set->setPen(box.n > 0 ? QPen(chartStyle().text, 1.2) : QPen(Qt::NoPen));
        boxes->append(set);
    }
    m_qt.add(boxes, places, values);
}

QVector<LegendEntry> DistributionChart::legend() const
{
    QVector<LegendEntry> entries;
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        entries.append(legendOf(m_data.references.at(i), i));
    }
    if (m_anyBeyond) {
        entries.append(edgeEntry());
    }
    if (m_missing > 0) {
        LegendEntry entry = missingEntry();
        entry.label = tr("Missing: %1").arg(QLocale().toString(m_missing));
        entries.append(entry);
    }
    return entries;
}

double DistributionChart::heightOf(double value) const
{
    const double share = m_scale.share(value);
    const QRectF plot = m_qt.plot();
    return plot.bottom() - std::clamp(std::isnan(share) ? 0 : share, 0.0, 1.0) * plot.height();
}

QRectF DistributionChart::boxAt(qsizetype group) const
{
    const QRectF plot = m_qt.plot();
    const double slot = plot.width() / double(m_data.groups.size());
    const double middle = plot.left() + (double(group) + 0.5) * slot;
    const BoxNumbers& box = m_boxes.at(group);
    const double top = heightOf(box.upper);
    return {middle - kBoxWidth * slot / 2, top, kBoxWidth * slot, std::max(6.0, heightOf(box.lower) - top)};
}

QString DistributionChart::tipOf(qsizetype group) const
{
    const BoxNumbers& box = m_boxes.at(group);
    const ChartAxis& axis = m_data.axis;
    const QString name = m_data.groups.at(group).label.text;
    if (box.n == 0) {
        return tr("%1\nNo values, %2 missing").arg(name, QLocale().toString(box.missing));
    }
    return tr("%1: n = %2, missing %3\nMedian %4, middle half %5 to %6\nWhiskers %7 to %8")
        .arg(name, QLocale().toString(box.n), QLocale().toString(box.missing), axis.text(box.median),
            axis.text(box.lower), axis.text(box.upper), axis.text(box.low), axis.text(box.high));
}

// Under each box, where they have room.
void DistributionChart::drawCounts(QPainter& painter, double line) const
{
    const QRectF plot = m_qt.plot();
    const QFontMetricsF metrics(chartStyle().font);
    const double slot = plot.width() / double(m_data.groups.size());
    for (qsizetype group = 0; group < m_data.groups.size(); ++group) {
        const QString text = tr("n = %1").arg(QLocale().toString(m_boxes.at(group).n));
        if (metrics.horizontalAdvance(text) < slot) {
            painter.setPen(chartStyle().muted);
            painter.drawText(QRectF(plot.left() + double(group) * slot, plot.bottom() + 4, slot, line),
                Qt::AlignCenter, text);
        }
    }
}

// Qt Charts draws the median as thin as the rest.
void DistributionChart::drawMedian(QPainter& painter, qsizetype group) const
{
    const QRectF box = boxAt(group);
    const double y = heightOf(m_boxes.at(group).median);
    painter.setPen(QPen(chartStyle().text, 2.4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
}

void DistributionChart::drawPoints(
    QPainter& painter, MarkerSprites& sprites, qsizetype group, QVector<ChartMark>& marks) const
{
    const QRectF plot = m_qt.plot();
    const double slot = plot.width() / double(m_data.groups.size());
    // Beside the box, from its right edge to the end of the place.
    const double middle = plot.left() + (double(group) + 0.5 + kBoxWidth / 2 + kStrip / 2) * slot;
    QColor color = chartStyle().seriesColor(0);
    color.setAlphaF(m_points > 400 ? 0.55f : 0.85f);
    const auto& points = m_data.groups.at(group).points;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const DistributionPoint& point = points.at(i);
        if (!std::isfinite(point.value)) {
            continue;
        }
        const double share = m_scale.share(point.value);
        QPointF at(middle + strewn(i) * kStrip * slot * 0.42, heightOf(point.value));
        if (share >= 0 && share <= 1) {
            sprites.draw(at, color, MarkerShape::Disc);
        } else {
            drawAtEdge(painter, at, color, !(share > 1));
        }
        marks.append({QRectF(at.x() - 4, at.y() - 4, 8, 8), m_tips.at(group).at(i), point.open});
    }
}

void DistributionChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (m_data.groups.isEmpty()) {
        return;
    }
    if (!m_qt.isCurrent()) {
        rebuild();
    }
    const double top = drawLegend(painter, area.topLeft(), area.width(), legend());
    const QRectF body = area.adjusted(0, top, 0, 0);
    const PlaceLabels labels(m_labels, Qt::BottomEdge);
    const double room = labels.room((body.width() - 60) / double(m_data.groups.size()), body.height() * 0.35);
    const double line = std::ceil(QFontMetricsF(chartStyle().font).height()) + 2;
    m_qt.setMargins(QMarginsF(0, 0, 0, room + line));
    m_qt.draw(painter, body);
    const QRectF plot = m_qt.plot();
    drawCounts(painter, line);
    MarkerSprites sprites(painter, m_points > 400 ? 4 : 5);
    for (qsizetype group = 0; group < m_data.groups.size(); ++group) {
        if (m_boxes.at(group).n > 0) {
            drawMedian(painter, group);
            marks.append({boxAt(group), tipOf(group), m_data.groups.at(group).open});
        } else {
            const double slot = plot.width() / double(m_data.groups.size());
            const QPointF seat(plot.left() + (double(group) + 0.5) * slot, plot.bottom() - 6);
            drawMissing(painter, seat);
            marks.append({QRectF(seat.x() - 6, seat.y() - 6, 12, 12), tipOf(group), {}});
        }
        drawPoints(painter, sprites, group, marks);
    }
    labels.draw(painter, plot.adjusted(0, 0, 0, line), room, marks);
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        drawReference(painter, plot, m_scale, m_data.references.at(i), i);
    }
}

NumberTable DistributionChart::table() const
{
    NumberTable table;
    table.columns = {{m_data.groupTitle, false, {}}, {tr("n"), true, {}}, {tr("Missing"), true, {}},
        {tr("Lower whisker"), true, m_data.axis.caption()},
        {tr("Lower quartile"), true, m_data.axis.caption()}, {tr("Median"), true, m_data.axis.caption()},
        {tr("Upper quartile"), true, m_data.axis.caption()},
        {tr("Upper whisker"), true, m_data.axis.caption()}};
    for (qsizetype group = 0; group < m_boxes.size(); ++group) {
        const BoxNumbers& box = m_boxes.at(group);
        const DistributionGroup& shown = m_data.groups.at(group);
        QVector<NumberCell> row{{shown.label.text, {}, {}, shown.label.open, {}},
            {QLocale().toString(box.n), box.n, {}, shown.open, {}},
            {QLocale().toString(box.missing), box.missing, {}, {}, {}}};
        for (const double value : {box.low, box.lower, box.median, box.upper, box.high}) {
            row.append({box.n > 0 ? m_data.axis.text(value) : QStringLiteral("–"),
                box.n > 0 ? QVariant(value) : QVariant(), {}, {}, {}});
        }
        table.rows.append(row);
    }
    return table;
}

} // namespace winnow
