// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scatterchart.h"

#include "ui/charts/chartstyle.h"

#include <QLineSeries>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kReach = 12;
constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

/// Many points are drawn small, so that dense places still show their shape.
double markerSize(qsizetype points)
{
    return points <= 300 ? 8 : points <= 2000 ? 6 : 4;
}

bool hasPlace(double share)
{
    return share >= 0 && share <= 1;
}

bool isInterval(double low, double high)
{
    return std::isfinite(low) && std::isfinite(high);
}

QString withInterval(const ChartAxis& axis, double value, double low, double high)
{
    return isInterval(low, high)
        ? QStringLiteral("%1 (%2 – %3)").arg(axis.text(value), axis.text(low), axis.text(high))
        : axis.text(value);
}

/// The two ends of an interval as a cell.
NumberCell intervalCell(const ChartAxis& axis, double low, double high)
{
    return isInterval(low, high)
        ? NumberCell{axis.text(low) + QStringLiteral(" – ") + axis.text(high), low, {}, {}, {}}
        : NumberCell{QStringLiteral("–"), {}, {}, {}, {}};
}

} // namespace

void ScatterChart::setData(const ScatterData& numbers)
{
    m_data = numbers;
    QVector<double> xs;
    QVector<double> ys;
    for (const ScatterPoint& point : numbers.points) {
        xs << point.x << point.xLow << point.xHigh;
        ys << point.y << point.yLow << point.yHigh;
    }
    for (const ReferenceLine& line : numbers.references) {
        (line.vertical ? xs : ys).append(line.value);
    }
    m_x = AxisScale::of(numbers.x, xs, 6);
    m_y = AxisScale::of(numbers.y, ys);
    m_order.clear();
    m_tips.clear();
    m_missing = 0;
    m_anyBeyond = false;
    for (qsizetype i = 0; i < numbers.points.size(); ++i) {
        const ScatterPoint& point = numbers.points.at(i);
        m_tips.append(tipOf(point));
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            ++m_missing;
            continue;
        }
        m_anyBeyond = m_anyBeyond || !hasPlace(m_x.share(point.x)) || !hasPlace(m_y.share(point.y));
        m_order.append(i);
    }
    std::stable_sort(m_order.begin(), m_order.end(),
        [&](qsizetype a, qsizetype b) { return numbers.points.at(a).x < numbers.points.at(b).x; });
    rebuild();
    refresh();
}

QString ScatterChart::tipOf(const ScatterPoint& point) const
{
    const QString group = m_data.groups.size() > 1 ? m_data.groups.value(point.group) : QString();
    const QString head = point.name.isEmpty() ? group
        : group.isEmpty()                     ? point.name
                                              : point.name + QStringLiteral(" · ") + group;
    const QString numbers = m_data.x.title % QStringLiteral(": ")
        % withInterval(m_data.x, point.x, point.xLow, point.xHigh) % u'\n' % m_data.y.title
        % QStringLiteral(": ") % withInterval(m_data.y, point.y, point.yLow, point.yHigh);
    return head.isEmpty() ? numbers : head % u'\n' % numbers;
}

void ScatterChart::rebuild() const
{
    m_qt.clear();
    QAbstractAxis* x = m_qt.addAxis(m_x, m_data.x.caption(), Qt::AlignBottom, true);
    QAbstractAxis* y = m_qt.addAxis(m_y, m_data.y.caption(), Qt::AlignLeft, true);
    m_qt.add(new QLineSeries, x, y);
}

QVector<LegendEntry> ScatterChart::legend() const
{
    QVector<LegendEntry> entries;
    for (qsizetype i = 0; i < m_data.groups.size() && m_data.groups.size() > 1; ++i) {
        LegendEntry entry;
        entry.label = m_data.groups.at(i);
        entry.color = chartStyle().seriesColor(i);
        entry.kind = LegendEntry::Kind::Marker;
        entry.shape = shapeOf(i);
        entries.append(entry);
    }
    for (qsizetype i = 0; i < m_data.lines.size(); ++i) {
        LegendEntry entry;
        entry.label = m_data.lines.at(i).label;
        entry.color = chartStyle().text;
        entry.kind = LegendEntry::Kind::Rule;
        entry.dash = kDashes[i % 4];
        entries.append(entry);
    }
    for (qsizetype i = 0; i < m_data.paths.size(); ++i) {
        LegendEntry entry;
        entry.label = m_data.paths.at(i).label;
        entry.color = chartStyle().text;
        entry.kind = LegendEntry::Kind::Rule;
        entry.dash = kDashes[(i + m_data.lines.size()) % 4];
        entries.append(entry);
    }
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        entries.append(legendOf(m_data.references.at(i), i + m_data.lines.size() + m_data.paths.size()));
    }
    if (m_anyBeyond) {
        entries.append(edgeEntry());
    }
    if (m_missing > 0) {
        LegendEntry entry = missingEntry();
        entry.label = tr("Not drawn, a value is missing: %1").arg(QLocale().toString(m_missing));
        entries.append(entry);
    }
    return entries;
}

void ScatterChart::drawLine(QPainter& painter, const ScatterLine& line, qsizetype index) const
{
    const QRectF plot = m_qt.plot();
    // Straight where the axes are of one kind; else followed in short steps.
    QPolygonF path;
    constexpr int kSteps = 64;
    for (int i = 0; i <= kSteps; ++i) {
        const double x = m_x.at(double(i) / kSteps);
        const double y = line.offset + line.slope * (m_x.log ? std::log10(x) : x);
        const double share = m_y.share(m_y.log ? std::pow(10.0, y) : y);
        path.append({plot.left() + plot.width() * i / kSteps, plot.bottom() - share * plot.height()});
    }
    stroke(painter, path, index);
}

void ScatterChart::drawPath(QPainter& painter, const ScatterPath& path, qsizetype index) const
{
    QPolygonF places;
    for (const QPointF& place : path.places) {
        places.append(placeOf(place.x(), place.y()));
    }
    stroke(painter, places, index);
}

QPointF ScatterChart::placeOf(double x, double y) const
{
    const QRectF plot = m_qt.plot();
    return {plot.left() + plot.width() * m_x.share(x), plot.bottom() - plot.height() * m_y.share(y)};
}

void ScatterChart::drawIntervals(QPainter& painter) const
{
    const QRectF plot = m_qt.plot();
    for (const qsizetype index : m_order) {
        const ScatterPoint& point = m_data.points.at(index);
        QColor color = chartStyle().seriesColor(point.group);
        color.setAlphaF(0.45f);
        painter.setPen(QPen(color, 1.4));
        const auto whisker = [&](const QPointF& from, const QPointF& to) {
            if (const auto part = cutLine(QLineF(from, to), plot)) {
                painter.drawLine(*part);
            }
        };
        if (isInterval(point.yLow, point.yHigh)) {
            whisker(placeOf(point.x, point.yLow), placeOf(point.x, point.yHigh));
        }
        if (isInterval(point.xLow, point.xHigh)) {
            whisker(placeOf(point.xLow, point.y), placeOf(point.xHigh, point.y));
        }
    }
}

void ScatterChart::stroke(QPainter& painter, const QPolygonF& path, qsizetype index) const
{
    const QVector<QPolygonF> parts = cutPath(path, m_qt.plot());
    for (const QPen& pen : {QPen(chartStyle().background, 4, Qt::SolidLine, Qt::FlatCap),
             QPen(chartStyle().text, 1.6, kDashes[index % 4], Qt::FlatCap)}) {
        painter.setPen(pen);
        for (const QPolygonF& part : parts) {
            painter.drawPolyline(part);
        }
    }
}

void ScatterChart::drawPoints(QPainter& painter, QVector<ChartMark>& marks) const
{
    const QRectF plot = m_qt.plot();
    const double size = markerSize(m_order.size());
    const double half = std::max(4.0, size / 2 + 1);
    MarkerSprites sprites(painter, size);
    QVector<QColor> colors;
    for (qsizetype i = 0; i < std::max<qsizetype>(1, m_data.groups.size()); ++i) {
        colors.append(chartStyle().seriesColor(i));
        // Where many lie over each other it grows darker.
        colors.last().setAlphaF(m_order.size() > 300 ? 0.65f : 0.9f);
    }
    marks.reserve(m_order.size());
    for (const qsizetype index : m_order) {
        const ScatterPoint& point = m_data.points.at(index);
        const double x = m_x.share(point.x);
        const double y = m_y.share(point.y);
        const QColor& color = colors.at(qBound(0, point.group, int(colors.size()) - 1));
        QPointF at(plot.left() + std::clamp(std::isnan(x) ? 0 : x, 0.0, 1.0) * plot.width(),
            plot.bottom() - std::clamp(std::isnan(y) ? 0 : y, 0.0, 1.0) * plot.height());
        if (hasPlace(x) && hasPlace(y)) {
            sprites.draw(at, color, shapeOf(point.group));
        } else {
            const bool down = !(y > 1);
            drawAtEdge(painter, at, color, down);
            at.ry() += down ? -4 : 4;
        }
        marks.append(
            {QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), m_tips.at(index), point.open});
    }
}

void ScatterChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (m_data.points.isEmpty()) {
        return;
    }
    if (!m_qt.isCurrent()) {
        rebuild();
    }
    const double top = drawLegend(painter, area.topLeft(), area.width(), legend());
    m_qt.draw(painter, area.adjusted(0, top, 0, 0));
    drawIntervals(painter);
    for (qsizetype i = 0; i < m_data.paths.size(); ++i) {
        drawPath(painter, m_data.paths.at(i), i + m_data.lines.size());
    }
    drawPoints(painter, marks);
    const qsizetype drawn = m_data.lines.size() + m_data.paths.size();
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        const ReferenceLine& line = m_data.references.at(i);
        drawReference(painter, m_qt.plot(), line.vertical ? m_x : m_y, line, i + drawn);
    }
    for (qsizetype i = 0; i < m_data.lines.size(); ++i) {
        drawLine(painter, m_data.lines.at(i), i);
    }
}

int ScatterChart::markAt(const QPointF& point) const
{
    return nearestMark(point, kReach);
}

NumberTable ScatterChart::table() const
{
    NumberTable table;
    const auto has = [&](auto low, auto high) {
        return std::any_of(m_data.points.cbegin(), m_data.points.cend(),
            [&](const ScatterPoint& point) { return isInterval(point.*low, point.*high); });
    };
    const bool xs = has(&ScatterPoint::xLow, &ScatterPoint::xHigh);
    const bool ys = has(&ScatterPoint::yLow, &ScatterPoint::yHigh);
    const NumberColumn interval{tr("95% interval"), true, {}};
    table.columns = {{tr("Name"), false, {}}, {tr("Group"), false, {}}, {m_data.x.caption(), true, {}}};
    if (xs) {
        table.columns.append(interval);
    }
    table.columns.append({m_data.y.caption(), true, {}});
    if (ys) {
        table.columns.append(interval);
    }
    const auto cell = [](const ChartAxis& axis, double value) -> NumberCell {
        return {axis.text(value), std::isfinite(value) ? QVariant(value) : QVariant(), {}, {}, {}};
    };
    for (const ScatterPoint& point : m_data.points) {
        QVector<NumberCell> row{{point.name, {}, {}, point.open, {}},
            {m_data.groups.value(point.group), {}, {}, {}, {}}, cell(m_data.x, point.x)};
        if (xs) {
            row.append(intervalCell(m_data.x, point.xLow, point.xHigh));
        }
        row.append(cell(m_data.y, point.y));
        if (ys) {
            row.append(intervalCell(m_data.y, point.yLow, point.yHigh));
        }
        table.rows.append(row);
    }
    return table;
}

} // namespace winnow
