// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/charts/chartstyle.h"

#include <QBarSeries>
#include <QBarSet>
#include <QHorizontalBarSeries>
#include <QPainter>

#include <algorithm>

namespace winnow {

namespace {

constexpr qsizetype kMostQtBars = 400;
/// Of a place, what its bars take.
constexpr double kFilled = 0.74;
constexpr double kRow = 24;
constexpr double kLeastMark = 6;

BarPattern patternOf(qsizetype series)
{
    return BarPattern(series % 4);
}

QColor fillOf(qsizetype series)
{
    QColor color = chartStyle().seriesColor(series);
    color.setAlphaF(patternOf(series) == BarPattern::Outline ? 0.18f : 1.0f);
    return color;
}

} // namespace

void BarChart::setData(const BarData& numbers)
{
    m_data = numbers;
    m_labels.clear();
    m_tips.clear();
    m_anyMissing = m_anyBeyond = false;
    for (BarGroup& group : m_data.groups) {
        group.values.resize(m_data.series.size());
    }
    QVector<double> values;
    for (const ReferenceLine& line : numbers.references) {
        values.append(line.value);
    }
    for (qsizetype group = 0; group < numbers.groups.size(); ++group) {
        m_labels.append(numbers.groups.at(group).label);
        for (qsizetype series = 0; series < numbers.series.size(); ++series) {
            const BarValue& value = valueOf(group, series);
            values << value.value << value.low << value.high;
            m_tips.append(tipOf(group, series));
            m_anyMissing = m_anyMissing || !std::isfinite(value.value);
        }
    }
    ChartAxis axis = numbers.axis;
    axis.fromZero = true;
    m_scale = AxisScale::of(axis, values);
    for (const BarGroup& group : numbers.groups) {
        for (const BarValue& value : group.values) {
            const double share = m_scale.share(value.value);
            m_anyBeyond = m_anyBeyond || (std::isfinite(value.value) && !(share >= 0 && share <= 1));
        }
    }
    rebuild();
    refresh();
}

const BarValue& BarChart::valueOf(qsizetype group, qsizetype series) const
{
    return m_data.groups.at(group).values.at(series);
}

bool BarChart::isDrawnByQt() const
{
    return m_data.groups.size() * m_data.series.size() <= kMostQtBars;
}

double BarChart::baseline() const
{
    return m_scale.log ? m_scale.low : std::clamp(0.0, m_scale.low, m_scale.high);
}

double BarChart::endOf(double value) const
{
    return m_scale.hasPlace(value) ? std::clamp(value, m_scale.low, m_scale.high) : baseline();
}

void BarChart::rebuild() const
{
    m_qt.clear();
    if (m_data.groups.isEmpty() || m_data.series.isEmpty()) {
        return;
    }
    const bool flat = m_data.horizontal;
    QAbstractAxis* values
        = m_qt.addAxis(m_scale, m_data.axis.caption(), flat ? Qt::AlignBottom : Qt::AlignLeft, true);
    QAbstractAxis* places = m_qt.addPlaces(int(m_data.groups.size()), flat ? Qt::AlignLeft : Qt::AlignBottom);
    addBars(places, values);
}

// Without bars of its own Qt Charts still needs a series for its axes.
void BarChart::addBars(QAbstractAxis* places, QAbstractAxis* values) const
{
    const bool flat = m_data.horizontal;
    QAbstractBarSeries* bars = flat ? static_cast<QAbstractBarSeries*>(new QHorizontalBarSeries)
                                    : static_cast<QAbstractBarSeries*>(new QBarSeries);
    bars->setBarWidth(kFilled);
    const qsizetype groups = isDrawnByQt() ? m_data.groups.size() : 0;
    for (qsizetype i = 0; i < m_data.series.size(); ++i) {
        // Lying bars are stacked from the bottom up; the first is to be on top.
        const qsizetype series = flat ? m_data.series.size() - 1 - i : i;
        auto* set = new QBarSet(QString::number(series));
        set->setPen(Qt::NoPen);
        set->setBrush(fillOf(series));
        for (qsizetype j = 0; j < groups; ++j) {
            const qsizetype group = flat ? groups - 1 - j : j;
            set->append(QtChart::value(m_scale, endOf(valueOf(group, series).value)));
        }
        bars->append(set);
    }
    m_qt.add(bars, flat ? values : places, flat ? places : values);
}

QVector<LegendEntry> BarChart::legend() const
{
    QVector<LegendEntry> entries;
    for (qsizetype i = 0; i < m_data.series.size() && m_data.series.size() > 1; ++i) {
        LegendEntry entry;
        entry.label = m_data.series.at(i);
        entry.color = chartStyle().seriesColor(i);
        entry.pattern = patternOf(i);
        entries.append(entry);
    }
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        entries.append(legendOf(m_data.references.at(i), i));
    }
    if (m_anyMissing) {
        entries.append(missingEntry());
    }
    if (m_anyBeyond) {
        entries.append(edgeEntry());
    }
    return entries;
}

int BarChart::preferredHeight() const
{
    if (!m_data.horizontal) {
        return 300;
    }
    const double rows
        = double(m_data.groups.size()) * std::max(kRow, 14.0 * double(m_data.series.size()) + 8);
    return int(std::clamp(rows + 60 + legendHeight(legend(), std::max(240, width())), 120.0, 4000.0));
}

QRectF BarChart::barAt(const QRectF& plot, qsizetype group, qsizetype series) const
{
    const double slot = (m_data.horizontal ? plot.height() : plot.width()) / double(m_data.groups.size());
    const double thick = slot * kFilled / double(m_data.series.size());
    const double from = slot * (double(group) + (1 - kFilled) / 2) + thick * double(series);
    const double start = m_scale.share(baseline());
    const double end = m_scale.share(endOf(valueOf(group, series).value));
    const auto [low, high] = std::minmax(start, end);
    if (m_data.horizontal) {
        return {plot.left() + low * plot.width(), plot.top() + from, (high - low) * plot.width(), thick};
    }
    return {plot.left() + from, plot.bottom() - high * plot.height(), thick, (high - low) * plot.height()};
}

QString BarChart::tipOf(qsizetype group, qsizetype series) const
{
    const BarValue& value = valueOf(group, series);
    const QString name = m_data.series.size() > 1
        ? QStringLiteral("%1 · %2").arg(m_data.groups.at(group).label.text, m_data.series.at(series))
        : m_data.groups.at(group).label.text;
    QString tip = std::isfinite(value.value)
        ? QStringLiteral("%1\n%2: %3").arg(name, m_data.axis.title, m_data.axis.text(value.value))
        : tr("%1\n%2: missing").arg(name, m_data.axis.title);
    if (std::isfinite(value.low) && std::isfinite(value.high)) {
        tip += u'\n' + tr("Interval %1 to %2").arg(m_data.axis.text(value.low), m_data.axis.text(value.high));
    }
    return value.note.isEmpty() ? tip : tip + u'\n' + value.note;
}

void BarChart::drawWhisker(QPainter& painter, const Place& place, const BarValue& value) const
{
    if (!m_scale.hasPlace(value.high)) {
        return;
    }
    const QRectF plot = m_qt.plot();
    const bool flat = m_data.horizontal;
    const double low = std::clamp(m_scale.share(endOf(value.low)), 0.0, 1.0);
    const double high = std::clamp(m_scale.share(value.high), 0.0, 1.0);
    const double cap = std::min(4.0, (flat ? place.bar.height() : place.bar.width()) / 3);
    const auto at = [&](double share, double side) {
        return flat ? QPointF(plot.left() + share * plot.width(), place.bar.center().y() + side)
                    : QPointF(place.bar.center().x() + side, plot.bottom() - share * plot.height());
    };
    painter.setPen(QPen(chartStyle().text, 1.3));
    painter.drawLine(at(low, 0), at(high, 0));
    painter.drawLine(at(low, -cap), at(low, cap));
    painter.drawLine(at(high, -cap), at(high, cap));
}

void BarChart::drawBar(QPainter& painter, const Place& place, QVector<ChartMark>& marks) const
{
    const BarValue& value = valueOf(place.group, place.series);
    const QRectF& bar = place.bar;
    const double share = m_scale.share(value.value);
    const QColor color = chartStyle().seriesColor(place.series);
    const double thin = m_data.horizontal ? bar.width() : bar.height();
    // Where nothing is long enough to be pointed at, the place beside the baseline is the mark.
    QRectF where = bar;
    const double grow = std::max(0.0, kLeastMark - thin);
    where.adjust(0, m_data.horizontal ? 0 : -grow, m_data.horizontal ? grow : 0, 0);
    const QPointF seat = m_data.horizontal ? QPointF(bar.left() + 6, bar.center().y())
                                           : QPointF(bar.center().x(), bar.bottom() - 6);
    if (!std::isfinite(value.value)) {
        drawMissing(painter, seat);
        where = QRectF(seat.x() - 6, seat.y() - 6, 12, 12);
    } else if (!(share >= 0 && share <= 1)) {
        drawAtEdge(painter, m_data.horizontal ? seat : QPointF(seat.x(), bar.bottom()), color, !(share > 1));
        where = QRectF(seat.x() - 6, seat.y() - 6, 12, 12);
    } else if (isDrawnByQt()) {
        drawPattern(painter, bar, color, patternOf(place.series));
    }
    marks.append({where, m_tips.at(place.group * m_data.series.size() + place.series), value.open});
}

// Of bars that share a column of pixels the longest is seen, and it alone is filled, on whole pixels.
void BarChart::fillMany(QPainter& painter, const QRectF& plot) const
{
    const bool flat = m_data.horizontal;
    QRect pending;
    qsizetype pendingSeries = 0;
    const auto placeOf = [&](const QRect& bar) { return flat ? bar.top() : bar.left(); };
    const auto lengthOf = [&](const QRect& bar) { return flat ? bar.width() : bar.height(); };
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype group = 0; group < m_data.groups.size(); ++group) {
        for (qsizetype series = 0; series < m_data.series.size(); ++series) {
            const QRectF exact = barAt(plot, group, series);
            const QPoint corner(int(std::floor(exact.left())), int(std::floor(exact.top())));
            QRect bar(corner,
                QPoint(int(std::floor(exact.right())), int(std::floor(exact.bottom()))) - QPoint(1, 1));
            if (flat) {
                bar.setHeight(std::max(1, bar.height()));
            } else {
                bar.setWidth(std::max(1, bar.width()));
            }
            if (lengthOf(bar) < 1) {
                continue;
            }
            const bool same = !pending.isEmpty() && placeOf(pending) == placeOf(bar);
            if (same && lengthOf(bar) <= lengthOf(pending)) {
                continue;
            }
            if (!same) {
                painter.fillRect(pending, fillOf(pendingSeries));
            }
            pending = bar;
            pendingSeries = series;
        }
    }
    painter.fillRect(pending, fillOf(pendingSeries));
    painter.setRenderHint(QPainter::Antialiasing);
}

void BarChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (m_data.groups.isEmpty() || m_data.series.isEmpty()) {
        return;
    }
    if (!m_qt.isCurrent()) {
        rebuild();
    }
    const double top = drawLegend(painter, area.topLeft(), area.width(), legend());
    const QRectF body = area.adjusted(0, top, 0, 0);
    const bool flat = m_data.horizontal;
    const PlaceLabels labels(m_labels, flat ? Qt::LeftEdge : Qt::BottomEdge);
    // About the width of the value axis is not the places'.
    const double slot = (flat ? body.height() - 40 : body.width() - 60) / double(m_data.groups.size());
    const double room = labels.room(slot, flat ? body.width() * 0.3 : body.height() * 0.35);
    m_qt.setMargins(flat ? QMarginsF(room, 0, 0, 0) : QMarginsF(0, 0, 0, room));
    m_qt.draw(painter, body);
    const QRectF plot = m_qt.plot();
    QVector<ChartMark> names;
    labels.draw(painter, plot, room, names);
    if (!isDrawnByQt()) {
        fillMany(painter, plot);
    }
    marks.reserve(m_data.groups.size() * m_data.series.size() + names.size());
    for (qsizetype group = 0; group < m_data.groups.size(); ++group) {
        for (qsizetype series = 0; series < m_data.series.size(); ++series) {
            const Place place{group, series, barAt(plot, group, series)};
            drawBar(painter, place, marks);
            drawWhisker(painter, place, valueOf(group, series));
        }
    }
    if (flat) {
        // Row by row, each with its name first.
        const double row = plot.height() / double(m_data.groups.size());
        const auto rowOf
            = [&](const ChartMark& mark) { return int((mark.where.center().y() - plot.top()) / row); };
        marks = names + marks;
        std::stable_sort(marks.begin(), marks.end(),
            [&](const ChartMark& a, const ChartMark& b) { return rowOf(a) < rowOf(b); });
    } else {
        marks += names;
    }
    for (qsizetype i = 0; i < m_data.references.size(); ++i) {
        ReferenceLine line = m_data.references.at(i);
        line.vertical = flat;
        drawReference(painter, plot, m_scale, line, i);
    }
}

NumberTable BarChart::table() const
{
    NumberTable table;
    bool intervals = false;
    for (const BarGroup& group : m_data.groups) {
        intervals = intervals
            || std::any_of(group.values.cbegin(), group.values.cend(),
                [](const BarValue& value) { return std::isfinite(value.low) || std::isfinite(value.high); });
    }
    table.columns = {{m_data.groupTitle, false, {}}};
    for (const QString& series : m_data.series) {
        table.columns.append({m_data.series.size() > 1 ? series : m_data.axis.caption(), true, {}});
        if (intervals) {
            table.columns.append({tr("%1, low").arg(series), true, {}});
            table.columns.append({tr("%1, high").arg(series), true, {}});
        }
    }
    const auto cell = [&](double value, const ClickThrough& open) -> NumberCell {
        return {m_data.axis.text(value), std::isfinite(value) ? QVariant(value) : QVariant(), {}, open, {}};
    };
    for (qsizetype group = 0; group < m_data.groups.size(); ++group) {
        const PlaceLabel& label = m_data.groups.at(group).label;
        QVector<NumberCell> row{{label.text, {}, label.tip, label.open, {}}};
        for (qsizetype series = 0; series < m_data.series.size(); ++series) {
            const BarValue& value = valueOf(group, series);
            row.append(cell(value.value, value.open));
            if (intervals) {
                row << cell(value.low, {}) << cell(value.high, {});
            }
        }
        table.rows.append(row);
    }
    return table;
}

} // namespace winnow
