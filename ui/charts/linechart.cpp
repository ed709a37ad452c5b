// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/linechart.h"

#include "ui/charts/chartstyle.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>

namespace winnow {

namespace {

constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine};
constexpr double kMarker = 7;
/// Closer than this, markers would hide the line.
constexpr double kLeastSpace = 7;
/// Where they would be closer, there is one marker a stretch, as long as this.
constexpr double kStretch = 48;
/// Of more points than this dashes are no longer seen, and they and thick lines take long.
constexpr qsizetype kMostDashed = 300;
constexpr double kReach = 14;
/// Each two or three pixels of a picture.
constexpr int kColumns = 400;
constexpr int kBandColumns = 200;
constexpr QRectF kUnitSquare(0, 0, 1, 1);

/// First, lowest, highest and last of each column, in order: the same line to the eye.
QPolygonF thinned(const QPolygonF& path)
{
    if (path.size() <= 4 * kColumns) {
        return path;
    }
    QPolygonF kept;
    const auto columnOf = [](const QPointF& point) { return int(point.x() * kColumns); };
    for (qsizetype from = 0; from < path.size();) {
        qsizetype to = from;
        qsizetype lowest = from;
        qsizetype highest = from;
        while (to < path.size() && columnOf(path.at(to)) == columnOf(path.at(from))) {
            lowest = path.at(to).y() < path.at(lowest).y() ? to : lowest;
            highest = path.at(to).y() > path.at(highest).y() ? to : highest;
            ++to;
        }
        qsizetype wanted[] = {from, lowest, highest, to - 1};
        std::sort(std::begin(wanted), std::end(wanted));
        for (const qsizetype* it = std::begin(wanted);
             it != std::unique(std::begin(wanted), std::end(wanted)); ++it) {
            kept.append(path.at(*it));
        }
        from = to;
    }
    return kept;
}

/// One pair of ends a column, the widest of it.
void thinBand(QPolygonF& low, QPolygonF& high)
{
    if (low.size() <= kBandColumns) {
        return;
    }
    QPolygonF thinLow;
    QPolygonF thinHigh;
    for (qsizetype i = 0; i < low.size(); ++i) {
        const bool same = !thinLow.isEmpty()
            && int(low.at(i).x() * kBandColumns) == int(thinLow.last().x() * kBandColumns);
        if (!same) {
            thinLow.append(low.at(i));
            thinHigh.append(high.at(i));
        } else {
            thinLow.last().setY(std::min(thinLow.last().y(), low.at(i).y()));
            thinHigh.last().setY(std::max(thinHigh.last().y(), high.at(i).y()));
        }
    }
    // To its end.
    thinLow.append(low.last());
    thinHigh.append(high.last());
    low = thinLow;
    high = thinHigh;
}

} // namespace

void LineChart::setData(const LineData& numbers)
{
    m_data = numbers;
    m_anyMissing = m_anyBeyond = false;
    m_tips.clear();
    QVector<double> xs;
    QVector<double> ys;
    for (const LineSeries& series : numbers.series) {
        for (const LinePoint& point : series.points) {
            xs.append(point.x);
            ys << point.y << point.low << point.high;
        }
    }
    for (const ReferenceLine& line : numbers.references) {
        (line.vertical ? xs : ys).append(line.value);
    }
    m_x = AxisScale::of(numbers.x, xs, 6);
    m_y = AxisScale::of(numbers.y, ys);
    for (const LineSeries& series : numbers.series) {
        QStringList tips;
        for (const LinePoint& point : series.points) {
            const double share = m_y.share(point.y);
            m_anyMissing = m_anyMissing || !std::isfinite(point.y);
            m_anyBeyond = m_anyBeyond || (std::isfinite(point.y) && !(share >= 0 && share <= 1));
            tips.append(tipOf(series, point));
        }
        m_tips.append(tips);
    }
    rebuild();
    refresh();
}

QString LineChart::tipOf(const LineSeries& series, const LinePoint& point) const
{
    QString tip = series.name.isEmpty() ? QString() : series.name + u'\n';
    tip += m_data.x.title + QStringLiteral(": ") + m_data.x.text(point.x) + u'\n' + m_data.y.title
        + QStringLiteral(": ") + (std::isfinite(point.y) ? m_data.y.text(point.y) : tr("missing"));
    if (std::isfinite(point.low) && std::isfinite(point.high)) {
        tip += u'\n' + tr("Interval %1 to %2").arg(m_data.y.text(point.low), m_data.y.text(point.high));
    }
    return point.note.isEmpty() ? tip : tip + u'\n' + point.note;
}

void LineChart::rebuild() const
{
    m_qt.clear();
    if (m_data.series.isEmpty()) {
        return;
    }
    QAbstractAxis* x = m_qt.addAxis(m_x, m_data.x.caption(), Qt::AlignBottom, false);
    QAbstractAxis* y = m_qt.addAxis(m_y, m_data.y.caption(), Qt::AlignLeft, true);
    // Bands below all lines; and a series without points, for axes that no line has a place on.
    for (qsizetype i = 0; i < m_data.series.size(); ++i) {
        addBand(i, x, y);
    }
    m_qt.add(new QLineSeries, x, y);
    for (qsizetype i = 0; i < m_data.series.size(); ++i) {
        addLine(i, x, y);
    }
}

void LineChart::addLine(qsizetype series, QAbstractAxis* x, QAbstractAxis* y) const
{
    QPolygonF path;
    for (const LinePoint& point : m_data.series.at(series).points) {
        path.append(QPointF(m_x.share(point.x), m_y.share(point.y)));
    }
    const Qt::PenStyle dash = path.size() > kMostDashed ? Qt::SolidLine : kDashes[series % 4];
    const double width = path.size() > kMostDashed ? 1 : 2;
    const QPen pen(chartStyle().seriesColor(series), width, dash, Qt::FlatCap, Qt::BevelJoin);
    const QVector<QPolygonF> parts = cutPath(path, kUnitSquare);
    for (const QPolygonF& part : parts) {
        if (part.size() < 2) {
            continue;
        }
        auto* line = new QLineSeries;
        QList<QPointF> points;
        for (const QPointF& share : thinned(part)) {
            points.append({QtChart::value(m_x, m_x.at(share.x())), QtChart::value(m_y, m_y.at(share.y()))});
        }
        line->replace(points);
        line->setPen(pen);
        m_qt.add(line, x, y);
    }
}

void LineChart::addBand(qsizetype series, QAbstractAxis* x, QAbstractAxis* y) const
{
    QPolygonF low;
    QPolygonF high;
    QColor fill = chartStyle().seriesColor(series);
    fill.setAlphaF(0.18f);
    const auto finish = [&] {
        thinBand(low, high);
        if (low.size() > 1) {
            const auto lineOf = [&](const QPolygonF& shares) {
                auto* line = new QLineSeries;
                for (const QPointF& share : shares) {
                    line->append(
                        QtChart::value(m_x, m_x.at(share.x())), QtChart::value(m_y, m_y.at(share.y())));
                }
                return line;
            };
            auto* band = new QAreaSeries(lineOf(high), lineOf(low));
            band->upperSeries()->setParent(band);
            band->lowerSeries()->setParent(band);
            band->setPen(Qt::NoPen);
            band->setBrush(fill);
            m_qt.add(band, x, y);
        }
        low.clear();
        high.clear();
    };
    for (const LinePoint& point : m_data.series.at(series).points) {
        const double at = m_x.share(point.x);
        const double top = m_y.share(point.high);
        // An end that has no place on a logarithmic axis lies below it.
        const double bottom = m_y.hasPlace(point.low) || !std::isfinite(point.low) ? m_y.share(point.low) : 0;
        if (!(at >= 0 && at <= 1) || !std::isfinite(bottom) || !std::isfinite(top)) {
            finish();
            continue;
        }
        low.append({at, std::clamp(bottom, 0.0, 1.0)});
        high.append({at, std::clamp(top, 0.0, 1.0)});
    }
    finish();
}

QVector<LegendEntry> LineChart::legend() const
{
    QVector<LegendEntry> entries;
    for (qsizetype i = 0; i < m_data.series.size() && m_data.series.size() > 1; ++i) {
        LegendEntry entry;
        entry.label = m_data.series.at(i).name;
        entry.color = chartStyle().seriesColor(i);
        entry.kind = LegendEntry::Kind::Line;
        entry.shape = shapeOf(i);
        entry.dash = kDashes[i % 4];
        entries.append(entry);
    }
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        entries.append(legendOf(m_data.references.at(i), i + 1));
    }
    if (m_anyMissing) {
        entries.append(missingEntry());
    }
    if (m_anyBeyond) {
        entries.append(edgeEntry());
    }
    return entries;
}

void LineChart::drawPoint(QPainter& painter, MarkerSprites& sprites, qsizetype series, qsizetype point,
    QVector<ChartMark>& marks) const
{
    const QRectF plot = m_qt.plot();
    const LinePoint& shown = m_data.series.at(series).points.at(point);
    const double across = m_x.share(shown.x);
    const double up = m_y.share(shown.y);
    if (!(across >= 0 && across <= 1)) {
        return;
    }
    const QColor color = chartStyle().seriesColor(series);
    QPointF at(plot.left() + across * plot.width(), plot.bottom() - 5);
    if (!std::isfinite(shown.y)) {
        drawMissing(painter, at);
    } else if (!(up >= 0 && up <= 1)) {
        const bool down = !(up > 1);
        drawAtEdge(painter, QPointF(at.x(), down ? plot.bottom() : plot.top()), color, down);
        at.setY(down ? plot.bottom() - 5 : plot.top() + 5);
    } else {
        at.setY(plot.bottom() - up * plot.height());
        const double space = plot.width() / double(m_data.series.at(series).points.size());
        const auto every = space >= kLeastSpace ? 1 : qsizetype(std::ceil(kStretch / std::max(space, 0.001)));
        if (point % every == 0) {
            sprites.draw(at, color, shapeOf(series));
        }
    }
    marks.append({QRectF(at.x() - 5, at.y() - 5, 10, 10), m_tips.at(series).at(point), shown.open});
}

void LineChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (m_data.series.isEmpty()) {
        return;
    }
    if (!m_qt.isCurrent()) {
        rebuild();
    }
    const double top = drawLegend(painter, area.topLeft(), area.width(), legend());
    m_qt.draw(painter, area.adjusted(0, top, 0, 0));
    MarkerSprites sprites(painter, kMarker);
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        const ReferenceLine& line = m_data.references.at(i);
        drawReference(painter, m_qt.plot(), line.vertical ? m_x : m_y, line, i + 1);
    }
    for (qsizetype series = 0; series < m_data.series.size(); ++series) {
        for (qsizetype point = 0; point < m_data.series.at(series).points.size(); ++point) {
            drawPoint(painter, sprites, series, point, marks);
        }
    }
}

int LineChart::markAt(const QPointF& point) const
{
    return nearestMark(point, kReach);
}

NumberTable LineChart::table() const
{
    NumberTable table;
    bool band = false;
    for (const LineSeries& series : m_data.series) {
        band = band || std::any_of(series.points.cbegin(), series.points.cend(), [](const LinePoint& point) {
            return std::isfinite(point.low) || std::isfinite(point.high);
        });
    }
    table.columns
        = {{tr("Series"), false, {}}, {m_data.x.caption(), true, {}}, {m_data.y.caption(), true, {}}};
    if (band) {
        table.columns << NumberColumn{tr("Low"), true, {}} << NumberColumn{tr("High"), true, {}};
    }
    const auto cell = [](const ChartAxis& axis, double value, const ClickThrough& open = {}) -> NumberCell {
        return {axis.text(value), std::isfinite(value) ? QVariant(value) : QVariant(), {}, open, {}};
    };
    for (const LineSeries& series : m_data.series) {
        for (const LinePoint& point : series.points) {
            QVector<NumberCell> row{
                {series.name, {}, {}, {}, {}}, cell(m_data.x, point.x), cell(m_data.y, point.y, point.open)};
            if (band) {
                row << cell(m_data.y, point.low) << cell(m_data.y, point.high);
            }
            table.rows.append(row);
        }
    }
    return table;
}

} // namespace winnow
