// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heatmap.h"

#include "ui/charts/chartstyle.h"
#include "ui/charts/legend.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace winnow {

namespace {

constexpr double kTree = 56;
constexpr double kTreeGap = 6;
constexpr double kScale = 160;
constexpr double kLeastRow = 22;

double lineHeight()
{
    return std::ceil(QFontMetricsF(chartStyle().font).height());
}

bool isTree(const QVector<Merge>& merges, int leaves)
{
    QVector<bool> used(leaves + merges.size(), false);
    for (qsizetype i = 0; i < merges.size(); ++i) {
        for (const int part : {merges.at(i).left, merges.at(i).right}) {
            if (part < 0 || part >= leaves + i || used.at(part)) {
                return false;
            }
            used[part] = true;
        }
    }
    return true;
}

} // namespace

QVector<int> leafOrder(const QVector<Merge>& merges, int leaves)
{
    QVector<int> order(leaves);
    std::iota(order.begin(), order.end(), 0);
    if (merges.isEmpty() || !isTree(merges, leaves)) {
        return order;
    }
    // From the last merge down; what no merge joins is a tree of its own.
    QVector<int> open;
    QVector<bool> inside(leaves + merges.size(), false);
    for (const Merge& merge : merges) {
        inside[merge.left] = inside[merge.right] = true;
    }
    for (int node = 0; node < int(inside.size()); ++node) {
        if (!inside.at(node)) {
            open.append(node);
        }
    }
    order.clear();
    while (!open.isEmpty()) {
        const int node = open.takeLast();
        if (node < leaves) {
            order.append(node);
        } else {
            open << merges.at(node - leaves).right << merges.at(node - leaves).left;
        }
    }
    return order;
}

void HeatMap::setData(const HeatData& numbers)
{
    m_data = numbers;
    m_data.cells.resize(numbers.rows.size());
    QVector<double> values;
    m_anyMissing = false;
    for (QVector<HeatCell>& row : m_data.cells) {
        row.resize(numbers.columns.size());
        for (const HeatCell& cell : row) {
            values.append(cell.value);
            m_anyMissing = m_anyMissing || !std::isfinite(cell.value);
        }
    }
    m_scale = AxisScale::of(numbers.axis, values);
    if (!isTree(numbers.rowMerges, int(numbers.rows.size()))) {
        m_data.rowMerges.clear();
    }
    if (!isTree(numbers.columnMerges, int(numbers.columns.size()))) {
        m_data.columnMerges.clear();
    }
    m_rowOrder = leafOrder(m_data.rowMerges, int(numbers.rows.size()));
    m_columnOrder = leafOrder(m_data.columnMerges, int(numbers.columns.size()));
    m_rows.clear();
    m_columns.clear();
    for (const int row : std::as_const(m_rowOrder)) {
        m_rows.append(numbers.rows.at(row));
    }
    for (const int column : std::as_const(m_columnOrder)) {
        m_columns.append(numbers.columns.at(column));
    }
    m_tips.clear();
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            m_tips.append(tipOf(row, column));
        }
    }
    refresh();
}

const HeatCell& HeatMap::cellAt(qsizetype row, qsizetype column) const
{
    return m_data.cells.at(m_rowOrder.at(row)).at(m_columnOrder.at(column));
}

QString HeatMap::tipOf(qsizetype row, qsizetype column) const
{
    const HeatCell& cell = cellAt(row, column);
    const QString tip = m_rows.at(row).text % QStringLiteral(" × ") % m_columns.at(column).text % u'\n'
        % m_data.axis.title % QStringLiteral(": ")
        % (std::isfinite(cell.value) ? m_data.axis.text(cell.value) : tr("missing"));
    return cell.note.isEmpty() ? tip : tip % u'\n' % cell.note;
}

int HeatMap::preferredHeight() const
{
    const double rows = kLeastRow * double(m_rows.size());
    return int(std::clamp(rows + 90 + (m_data.columnMerges.isEmpty() ? 40 : 40 + kTree), 160.0, 2400.0));
}

QColor HeatMap::colorOf(double value) const
{
    const double share = m_scale.share(value);
    const ChartStyle& style = chartStyle();
    return colorBetween(m_data.diverging ? style.diverging : style.ramp, std::isnan(share) ? 0 : share);
}

// Title, a strip of the colours between the two ends, and the hatching of what is missing.
double HeatMap::drawScale(QPainter& painter, const QRectF& area) const
{
    const QFontMetricsF metrics(chartStyle().font);
    const double line = lineHeight() + 6;
    double x = area.left();
    const auto say = [&](const QString& text) {
        const double wide = std::ceil(metrics.horizontalAdvance(text)) + 2;
        painter.setPen(chartStyle().muted);
        painter.drawText(QRectF(x, area.top(), wide, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += wide + 8;
    };
    say(m_data.axis.caption());
    say(m_scale.label(m_scale.low));
    const QRectF strip(x, area.top() + (line - 11) / 2, std::min(kScale, area.width() / 4), 11);
    // Steps and not a gradient: the SVG generator and printers draw them alike.
    constexpr int kSteps = 40;
    for (int i = 0; i < kSteps; ++i) {
        const double from = strip.left() + strip.width() * i / kSteps;
        painter.fillRect(
            QRectF(from, strip.top(), strip.width() / kSteps + (i + 1 < kSteps ? 0.5 : 0), strip.height()),
            colorOf(m_scale.at((i + 0.5) / kSteps)));
    }
    painter.setPen(QPen(chartStyle().muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(strip.adjusted(0.5, 0.5, -0.5, -0.5));
    x = strip.right() + 8;
    say(m_scale.label(m_scale.high));
    if (m_anyMissing) {
        LegendEntry missing;
        missing.label = tr("Missing");
        missing.color = chartStyle().muted;
        missing.kind = LegendEntry::Kind::Hatch;
        x += 10;
        const double below = x + 80 > area.right() ? line : 0;
        drawLegend(painter, QPointF(below > 0 ? area.left() : x, area.top() + below), 200, {missing});
        return line + below + 8;
    }
    return line + 8;
}

void HeatMap::drawCells(QPainter& painter, const QRectF& grid, QVector<ChartMark>& marks) const
{
    const double wide = grid.width() / double(m_columns.size());
    const double tall = grid.height() / double(m_rows.size());
    // Hairlines between cells, where they are large enough.
    const double gap = std::min(wide, tall) >= 8 ? 1 : 0;
    painter.setRenderHint(QPainter::Antialiasing, gap > 0);
    marks.reserve(marks.size() + m_rows.size() * m_columns.size());
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            const HeatCell& cell = cellAt(row, column);
            const QRectF box(
                grid.left() + wide * double(column), grid.top() + tall * double(row), wide, tall);
            const QRectF inner = box.adjusted(0, 0, -gap, -gap);
            if (std::isfinite(cell.value)) {
                painter.fillRect(inner, colorOf(cell.value));
            } else {
                hatch(painter, inner, chartStyle().second, 5, 1);
            }
            marks.append({inner, m_tips.at(row * m_columns.size() + column), cell.open});
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

QString HeatMap::numberIn(double value) const
{
    if (m_data.axis.percent) {
        return QLocale().toString(value * 100, 'f', 0);
    }
    const double largest = std::max(std::abs(m_scale.low), std::abs(m_scale.high));
    return largest >= 10 ? shortNumber(value) : QLocale().toString(value, 'f', 2);
}

void HeatMap::drawNumbers(QPainter& painter, const QRectF& grid) const
{
    const QFontMetricsF metrics(chartStyle().font);
    const double wide = grid.width() / double(m_columns.size());
    const double tall = grid.height() / double(m_rows.size());
    if (tall < metrics.height() + 2 || wide < metrics.horizontalAdvance(QStringLiteral("00")) + 4) {
        return;
    }
    // All or none: a number here and there would look like more than it is.
    for (const QVector<HeatCell>& row : m_data.cells) {
        for (const HeatCell& cell : row) {
            if (std::isfinite(cell.value) && metrics.horizontalAdvance(numberIn(cell.value)) + 6 > wide) {
                return;
            }
        }
    }
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            const double value = cellAt(row, column).value;
            if (std::isfinite(value)) {
                painter.setPen(inkOn(colorOf(value)));
                painter.drawText(
                    QRectF(grid.left() + wide * double(column), grid.top() + tall * double(row), wide, tall),
                    Qt::AlignCenter, numberIn(value));
            }
        }
    }
}

void HeatMap::drawTree(QPainter& painter, const QRectF& room, const QVector<Merge>& merges,
    const QVector<int>& order, bool ofRows) const
{
    double highest = 0;
    for (const Merge& merge : merges) {
        highest = std::max(highest, merge.height);
    }
    if (merges.isEmpty() || highest <= 0) {
        return;
    }
    // Along the leaves, and away from them.
    QVector<QPointF> nodes(order.size() + merges.size());
    const double slot = (ofRows ? room.height() : room.width()) / double(order.size());
    for (qsizetype place = 0; place < order.size(); ++place) {
        nodes[order.at(place)] = {(double(place) + 0.5) * slot, 0};
    }
    const auto at = [&](const QPointF& node) {
        return ofRows ? QPointF(room.left() + node.y() * room.width(), room.top() + node.x())
                      : QPointF(room.left() + node.x(), room.bottom() - node.y() * room.height());
    };
    painter.setPen(QPen(chartStyle().second, 1.2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    for (qsizetype i = 0; i < merges.size(); ++i) {
        const QPointF left = nodes.at(merges.at(i).left);
        const QPointF right = nodes.at(merges.at(i).right);
        const double height = merges.at(i).height / highest;
        nodes[order.size() + i] = {(left.x() + right.x()) / 2, height};
        painter.drawPolyline(QPolygonF{at(left), at({left.x(), height}), at({right.x(), height}), at(right)});
    }
}

void HeatMap::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (m_rows.isEmpty() || m_columns.isEmpty()) {
        return;
    }
    const double top = drawScale(painter, area);
    const double rowTree = m_data.rowMerges.isEmpty() ? 0 : std::min(kTree, area.width() / 8);
    const double columnTree = m_data.columnMerges.isEmpty() ? 0 : std::min(kTree, area.height() / 6);
    const double line = lineHeight();
    const PlaceLabels rows(m_rows, Qt::LeftEdge);
    const PlaceLabels columns(m_columns, Qt::BottomEdge);
    const double left = rows.room(0, area.width() * 0.28);
    QRectF grid = area.adjusted(left, top + (columnTree > 0 ? columnTree + kTreeGap : 0),
        -(rowTree > 0 ? rowTree + kTreeGap : 1), -(line + 4));
    const double bottom = columns.room(grid.width() / double(m_columns.size()), area.height() * 0.3);
    grid.adjust(0, 0, 0, -bottom);
    drawCells(painter, grid, marks);
    drawNumbers(painter, grid);
    drawTree(painter, QRectF(grid.right() + kTreeGap, grid.top(), rowTree, grid.height()), m_data.rowMerges,
        m_rowOrder, true);
    drawTree(painter, QRectF(grid.left(), grid.top() - kTreeGap - columnTree, grid.width(), columnTree),
        m_data.columnMerges, m_columnOrder, false);
    rows.draw(painter, grid, left, marks);
    columns.draw(painter, grid, bottom, marks);
    painter.setPen(chartStyle().muted);
    painter.drawText(QRectF(grid.left(), area.bottom() - line, grid.width(), line), Qt::AlignCenter,
        tr("Down: %1 · Across: %2").arg(m_data.rowTitle, m_data.columnTitle));
}

NumberTable HeatMap::table() const
{
    NumberTable table;
    table.columns = {{m_data.rowTitle, false, {}}};
    for (const PlaceLabel& column : m_columns) {
        table.columns.append({column.text, true, column.tip});
    }
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        QVector<NumberCell> cells{{m_rows.at(row).text, {}, m_rows.at(row).tip, m_rows.at(row).open, {}}};
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            const HeatCell& cell = cellAt(row, column);
            cells.append({m_data.axis.text(cell.value),
                std::isfinite(cell.value) ? QVariant(cell.value) : QVariant(), {}, cell.open, {}});
        }
        table.rows.append(cells);
    }
    return table;
}

} // namespace winnow
