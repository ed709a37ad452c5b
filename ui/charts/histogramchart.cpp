// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/histogramchart.h"

#include "ui/charts/chartstyle.h"
#include "ui/util/plainwidgets.h"

#include <QAreaSeries>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kSmallest = 1e-12;
/// Counts over a wider range share their bins.
constexpr double kMostWhole = 60;
constexpr double kGrip = 7;
constexpr double kTop = 26;

/// The least that a bin with anything in it shows of the height: one sample among thousands is seen too.
constexpr double kLeastSeen = 0.025;

} // namespace

ScoreHistogram ScoreHistogram::of(const std::vector<float>& scores, bool logScale, int bins,
    const std::vector<double>& alsoShown, bool flagAbove)
{
    ScoreHistogram histogram;
    histogram.logScale = logScale;
    histogram.flagAbove = flagAbove;
    for (const float score : scores) {
        if (std::isfinite(score)) {
            histogram.sorted.push_back(score);
        }
    }
    if (histogram.sorted.empty() || bins < 1) {
        return histogram;
    }
    std::sort(histogram.sorted.begin(), histogram.sorted.end());
    double low = double(histogram.sorted.front());
    double high = double(histogram.sorted.back());
    for (const double value : alsoShown) {
        if (std::isfinite(value) && (!logScale || value > 0)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (logScale) {
        low = std::max(low, kSmallest);
        high = std::max(high, low);
        // Whole decades, so that the ticks are round.
        low = std::pow(10.0, std::floor(std::log10(low)));
        high = std::pow(10.0, std::ceil(std::log10(high)));
        high = high > low ? high : low * 10;
    } else if (low >= 0 && high > 1 && high - low < kMostWhole
        && std::all_of(histogram.sorted.begin(), histogram.sorted.end(),
            [](float score) { return score == std::floor(score); })) {
        histogram.whole = true;
        low = std::floor(low) - (flagAbove ? 0 : 1);
        high = std::ceil(high) + (flagAbove ? 1 : 0);
        bins = int(high - low);
    } else {
        // Shares and probabilities are read against their whole range.
        low = low >= 0 && low <= 1 ? 0 : low;
        high = low >= 0 && high <= 1 ? 1 : high;
        high = high > low ? high : low + 1;
    }
    for (int i = 0; i <= bins; ++i) {
        const double share = double(i) / bins;
        histogram.edges.push_back(logScale ? low * std::pow(high / low, share) : low + (high - low) * share);
    }
    histogram.counts.assign(size_t(bins), 0);
    for (const float score : histogram.sorted) {
        ++histogram.counts[histogram.binOf(double(score))];
    }
    return histogram;
}

size_t ScoreHistogram::binOf(double score) const
{
    const double low = edges.front();
    const double high = edges.back();
    const auto bins = double(counts.size());
    const double share = logScale ? std::log(std::max(score, low) / low) / std::log(high / low)
                                  : (score - low) / (high - low);
    const double at = whole ? score - low - (flagAbove ? 0 : 1) : share * bins;
    return size_t(std::clamp(int(at), 0, int(counts.size()) - 1));
}

qint64 ScoreHistogram::flagged(double threshold, bool above) const
{
    if (above) {
        return sorted.end() - std::partition_point(sorted.begin(), sorted.end(), [&](float score) {
            return double(score) < threshold;
        });
    }
    return std::partition_point(sorted.begin(), sorted.end(), [&](float score) {
        return double(score) <= threshold;
    }) - sorted.begin();
}

void HistogramChart::setHistogram(
    std::shared_ptr<const ScoreHistogram> histogram, const Look& look, double threshold)
{
    m_histogram = std::move(histogram);
    m_look = look;
    m_threshold = threshold;
    m_dragging = false;
    rebuild();
    refresh();
}

void HistogramChart::setThreshold(double threshold)
{
    if (m_threshold == threshold) {
        return;
    }
    m_threshold = threshold;
    splitAtThreshold();
    redraw();
}

AxisScale HistogramChart::scoreScale() const
{
    const ScoreHistogram& h = *m_histogram;
    ChartAxis axis;
    axis.log = h.logScale;
    axis.low = h.edges.front();
    axis.high = h.edges.back();
    AxisScale scale = AxisScale::of(axis, {}, h.whole ? 8 : 5);
    if (h.whole && scale.ticks.size() > 1 && scale.ticks.at(1) - scale.ticks.at(0) < 1) {
        // Scores are counts.
        scale.ticks.clear();
        for (double tick = std::ceil(scale.low); tick <= scale.high; ++tick) {
            scale.ticks.append(tick);
        }
    }
    return scale;
}

AxisScale HistogramChart::countScale() const
{
    const auto most = double(*std::max_element(m_histogram->counts.begin(), m_histogram->counts.end()));
    ChartAxis axis;
    axis.fromZero = true;
    // Samples come whole.
    return AxisScale::of(axis, {most}, most < 5 ? int(most) : 4);
}

void HistogramChart::rebuild() const
{
    m_qt.clear();
    if (!m_histogram || m_histogram->isEmpty()) {
        return;
    }
    QAbstractAxis* x = m_qt.addAxis(scoreScale(), m_look.scoreTitle, Qt::AlignBottom, false);
    QAbstractAxis* y = m_qt.addAxis(countScale(), tr("Samples"), Qt::AlignLeft, true);
    const auto area = [&](const QColor& color) {
        auto* series = new QAreaSeries(new QLineSeries, new QLineSeries);
        series->upperSeries()->setParent(series);
        series->lowerSeries()->setParent(series);
        series->setBrush(color);
        // No outline: it would run along the axis where nothing is.
        series->setPen(Qt::NoPen);
        m_qt.add(series, x, y);
        return series;
    };
    m_others = area(chartStyle().second);
    m_flagged = area(m_look.color);
    splitAtThreshold();
}

std::vector<qint64> HistogramChart::flaggedByBin() const
{
    const ScoreHistogram& h = *m_histogram;
    // The flagged ones are the highest scores (or the lowest), and bins are in order.
    qint64 left = h.flagged(m_threshold, m_look.flagAbove);
    std::vector<qint64> flagged(h.counts.size(), 0);
    for (size_t i = 0; i < h.counts.size() && left > 0; ++i) {
        const size_t bin = m_look.flagAbove ? h.counts.size() - 1 - i : i;
        flagged[bin] = std::min(left, h.counts[bin]);
        left -= flagged[bin];
    }
    return flagged;
}

// Flagged samples below, the others on top of them: a bin that the threshold cuts shows how many of each.
void HistogramChart::splitAtThreshold() const
{
    if (!m_histogram || m_histogram->isEmpty()) {
        return;
    }
    const ScoreHistogram& h = *m_histogram;
    const double least = kLeastSeen * double(*std::max_element(h.counts.begin(), h.counts.end()));
    const std::vector<qint64> flagged = flaggedByBin();
    QList<QPointF> ground, cut, top;
    for (size_t bin = 0; bin < h.counts.size(); ++bin) {
        const double from = h.edges[bin];
        const double to = h.edges[bin + 1];
        const double count = double(h.counts[bin]);
        const double tall = count > 0 ? std::max(least, count) : 0;
        const double share = count > 0 ? double(flagged[bin]) / count : 0;
        ground << QPointF(from, 0) << QPointF(to, 0);
        cut << QPointF(from, tall * share) << QPointF(to, tall * share);
        top << QPointF(from, tall) << QPointF(to, tall);
    }
    m_flagged->lowerSeries()->replace(ground);
    m_flagged->upperSeries()->replace(cut);
    m_others->lowerSeries()->replace(cut);
    m_others->upperSeries()->replace(top);
}

double HistogramChart::place(double score) const
{
    const AxisScale scale = scoreScale();
    const QRectF plot = m_qt.plot();
    return plot.left() + scale.share(std::clamp(score, scale.low, scale.high)) * plot.width();
}

double HistogramChart::positionOf(double score) const
{
    if (!m_histogram || m_histogram->isEmpty()) {
        return 0;
    }
    // Laid out for the widget, whatever was drawn last.
    marks();
    return place(score);
}

QString HistogramChart::binTip(size_t bin) const
{
    const QString count = QLocale().toString(m_histogram->counts[bin]);
    if (m_histogram->whole) {
        return tr("%1\nSamples: %2")
            .arg(shortNumber(m_histogram->edges[bin] + (m_look.flagAbove ? 0 : 1)), count);
    }
    return tr("%1 to %2\nSamples: %3")
        .arg(shortNumber(m_histogram->edges[bin]), shortNumber(m_histogram->edges[bin + 1]), count);
}

void HistogramChart::listBins(QVector<ChartMark>& marks) const
{
    const ScoreHistogram& h = *m_histogram;
    const QRectF plot = m_qt.plot();
    const AxisScale counts = countScale();
    for (size_t bin = 0; bin < h.counts.size(); ++bin) {
        if (h.counts[bin] == 0) {
            continue;
        }
        const double tall = std::max(6.0, plot.height() * counts.share(double(h.counts[bin])));
        const double from = place(h.edges[bin]);
        marks.append({QRectF(from, plot.bottom() - tall, place(h.edges[bin + 1]) - from, tall), binTip(bin),
            m_look.open.value(qsizetype(bin))});
    }
}

void HistogramChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (!m_histogram || m_histogram->isEmpty()) {
        return;
    }
    if (!m_qt.isCurrent()) {
        rebuild();
    }
    m_qt.draw(painter, area.adjusted(0, kTop, 0, 0));
    listBins(marks);
    // Flagged ground is hatched too: not told by the hue alone.
    QRectF flagged = m_qt.plot();
    if (m_look.flagAbove) {
        flagged.setLeft(place(m_threshold));
    } else {
        flagged.setRight(place(m_threshold));
    }
    QColor lines = m_look.color;
    lines.setAlphaF(0.28f);
    hatch(painter, flagged, lines, 8, 1);
    if (m_look.chance) {
        drawTitledLine(painter, *m_look.chance, m_look.chanceTitle, 0, marks);
    }
    if (m_look.critical) {
        drawTitledLine(painter, *m_look.critical, m_look.criticalTitle, 1, marks);
    }
    drawThreshold(painter, area);
}

void HistogramChart::drawThreshold(QPainter& painter, const QRectF& area) const
{
    const ChartStyle& style = chartStyle();
    const double at = place(m_threshold);
    painter.setPen(QPen(style.text, 1.6));
    painter.drawLine(QPointF(at, area.top() + kTop - 6), QPointF(at, m_qt.plot().bottom()));
    const QString text = m_look.flagAbove ? QStringLiteral("≥ ") + shortNumber(m_threshold)
                                          : QStringLiteral("≤ ") + shortNumber(m_threshold);
    const double wide = QFontMetricsF(style.font).horizontalAdvance(text) + 14;
    const double left = std::clamp(at - wide / 2, area.left(), std::max(area.left(), area.right() - wide));
    const QRectF grip(left, area.top() + 1, wide, 19);
    painter.setPen(QPen(style.text, 1));
    painter.setBrush(isMovable() ? style.text : style.background);
    painter.drawRoundedRect(grip, 6, 6);
    painter.setPen(isMovable() ? style.background : style.text);
    painter.drawText(grip, Qt::AlignCenter, text);
}

void HistogramChart::drawTitledLine(
    QPainter& painter, double score, const QString& title, int row, QVector<ChartMark>& marks) const
{
    const ChartStyle& style = chartStyle();
    const QRectF plot = m_qt.plot();
    const QFontMetricsF metrics(style.font);
    const double x = place(score);
    // On a line of the ground, so that it is seen over the bars.
    for (const QPen& pen : {QPen(style.background, 3),
             QPen(style.text, 1.2, row == 0 ? Qt::DashLine : Qt::DotLine, Qt::FlatCap)}) {
        painter.setPen(pen);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    const double wide = std::min(metrics.horizontalAdvance(title) + 2, plot.width());
    // Beside the line where neither the edge nor the threshold is in the way.
    const double cut = place(m_threshold);
    const bool toLeft
        = x + wide + 8 > plot.right() || (cut > x && cut < x + wide + 8 && x - wide - 8 >= plot.left());
    const QRectF box(toLeft ? std::max(plot.left(), x - wide - 5) : x + 5,
        plot.top() + 1 + row * (metrics.height() + 4), wide, metrics.height());
    // On a ground of its own: bars and hatching may stand behind.
    QColor ground = style.background;
    ground.setAlphaF(0.85f);
    painter.fillRect(box.adjusted(-3, -1, 3, 1), ground);
    painter.setPen(style.text);
    painter.drawText(box, (toLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, title);
    marks.append({QRectF(x - 4, plot.top(), 8, plot.height()),
        QStringLiteral("%1: %2").arg(title, shortNumber(score)), {}});
}

QString HistogramChart::thresholdTip() const
{
    const qint64 flagged = m_histogram->flagged(m_threshold, m_look.flagAbove);
    const qint64 all = qint64(m_histogram->sorted.size());
    return tr("Threshold %1\nFlagged: %2 of %3 with a score (%4%)")
        .arg((m_look.flagAbove ? QStringLiteral("≥ ") : QStringLiteral("≤ ")) + shortNumber(m_threshold),
            QLocale().toString(flagged), QLocale().toString(all),
            QLocale().toString(all > 0 ? 100.0 * double(flagged) / double(all) : 0, 'f', 1));
}

bool HistogramChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_histogram && !m_histogram->isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (std::abs(help->pos().x() - positionOf(m_threshold)) <= kGrip || help->pos().y() < kTop - 4) {
            showTip(help->globalPos(), thresholdTip(), this);
            return true;
        }
    }
    return Chart::event(event);
}

NumberTable HistogramChart::table() const
{
    NumberTable table;
    table.columns = {
        {tr("From"), true, {}}, {tr("To"), true, {}}, {tr("Samples"), true, {}}, {tr("Flagged"), true, {}}};
    if (m_histogram) {
        const std::vector<qint64> flagged = flaggedByBin();
        for (size_t bin = 0; bin < m_histogram->counts.size(); ++bin) {
            const double from = m_histogram->edges[bin];
            const double to = m_histogram->edges[bin + 1];
            const qint64 count = m_histogram->counts[bin];
            table.rows.append({{shortNumber(from), from, {}, {}, {}}, {shortNumber(to), to, {}, {}, {}},
                {QLocale().toString(count), count, {}, m_look.open.value(qsizetype(bin)), {}},
                {QLocale().toString(flagged[bin]), flagged[bin], {}, {}, {}}});
        }
    }
    return table;
}

bool HistogramChart::isOnThreshold(const QPointF& point) const
{
    return isMovable()
        && (std::abs(point.x() - positionOf(m_threshold)) <= kGrip
            || (point.y() <= kTop - 4 && std::abs(point.x() - positionOf(m_threshold)) <= 5 * kGrip));
}

double HistogramChart::allowed(double value) const
{
    if (m_look.step > 0) {
        value = std::round(value / m_look.step) * m_look.step;
    }
    return std::clamp(value, m_look.minimum, m_look.maximum);
}

void HistogramChart::move(double value)
{
    const double next = allowed(value);
    if (next != m_threshold) {
        setThreshold(next);
        emit thresholdMoved(next);
    }
}

void HistogramChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isOnThreshold(event->position())) {
        m_dragging = true;
        return;
    }
    Chart::mousePressEvent(event);
}

void HistogramChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        marks();
        const QRectF plot = m_qt.plot();
        move(scoreScale().at(std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0)));
        return;
    }
    Chart::mouseMoveEvent(event);
    if (isOnThreshold(event->position())) {
        setCursor(Qt::SplitHCursor);
    }
}

void HistogramChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_dragging) {
        m_dragging = false;
        emit thresholdChosen(m_threshold);
        return;
    }
    Chart::mouseReleaseEvent(event);
}

void HistogramChart::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (direction == 0 || !isMovable()) {
        Chart::keyPressEvent(event);
        return;
    }
    const ScoreHistogram& h = *m_histogram;
    // A hundredth of the axis, ten of them with Shift.
    const double steps = direction * (event->modifiers() & Qt::ShiftModifier ? 10 : 1);
    if (h.logScale) {
        move(std::max(m_threshold, kSmallest) * std::pow(h.edges.back() / h.edges.front(), steps * 0.01));
    } else {
        move(m_threshold + steps * std::max(m_look.step, (h.edges.back() - h.edges.front()) / 100));
    }
    setAccessibleDescription(thresholdTip());
    emit thresholdChosen(m_threshold);
}

} // namespace winnow
