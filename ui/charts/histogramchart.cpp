// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/histogramchart.h"

#include "ui/charts/chartstyle.h"
#include "ui/util/plainwidgets.h"

#include <QAreaSeries>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QHelpEvent>
#include <QLineSeries>
#include <QLocale>
#include <QLogValueAxis>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

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

QString shortNumber(double value)
{
    // A small e, as on the axis.
    return QLocale().toString(value, 'g', 3).replace(u'E', u'e');
}

} // namespace

ScoreHistogram ScoreHistogram::of(const std::vector<float>& scores, bool logScale, int bins,
    const std::vector<double>& alsoShown, bool flagAbove)
{
    ScoreHistogram histogram;
    histogram.logScale = logScale;
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
        const double value = double(score);
        const double share = logScale ? std::log(std::max(value, low) / low) / std::log(high / low)
                                      : (value - low) / (high - low);
        const double place = histogram.whole ? value - low - (flagAbove ? 0 : 1) : share * bins;
        ++histogram.counts[size_t(std::clamp(int(place), 0, bins - 1))];
    }
    return histogram;
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

/// The drawing by Qt Charts; laid out for whatever rectangle is painted.
struct HistogramChart::Scene {
    QGraphicsScene scene;
    QChart* chart = nullptr;
    QAreaSeries* flagged = nullptr;
    QAreaSeries* others = nullptr;
};

HistogramChart::HistogramChart(QWidget* parent)
    : Chart(parent)
    , m_scene(std::make_unique<Scene>())
{
}

HistogramChart::~HistogramChart() = default;

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
    update();
}

void HistogramChart::rebuild()
{
    m_scene->scene.clear();
    m_scene->chart = nullptr;
    if (!m_histogram || m_histogram->isEmpty()) {
        return;
    }
    const ChartStyle& style = chartStyle();
    auto* chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({0, 0, 0, 0});
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    QAbstractAxis* x = nullptr;
    if (m_histogram->logScale) {
        auto* axis = new QLogValueAxis;
        axis->setBase(10);
        axis->setRange(m_histogram->edges.front(), m_histogram->edges.back());
        axis->setLabelFormat(QStringLiteral("%g"));
        x = axis;
    } else {
        auto* axis = new QValueAxis;
        axis->setRange(m_histogram->edges.front(), m_histogram->edges.back());
        if (m_histogram->whole) {
            const QVector<double> ticks = niceTicks(m_histogram->edges.front(), m_histogram->edges.back(), 8);
            axis->setTickType(QValueAxis::TicksDynamic);
            axis->setTickAnchor(0);
            axis->setTickInterval(ticks.size() > 1 ? std::max(1.0, ticks.at(1) - ticks.at(0)) : 1);
        } else {
            axis->setTickCount(6);
        }
        axis->setLabelFormat(QStringLiteral("%.3g"));
        x = axis;
    }
    x->setTitleText(m_look.scoreTitle);
    auto* y = new QValueAxis;
    const qint64 most = *std::max_element(m_histogram->counts.begin(), m_histogram->counts.end());
    y->setRange(0, double(most));
    if (most < 5) {
        // Samples come whole.
        y->setTickCount(int(most) + 1);
    } else {
        y->applyNiceNumbers();
    }
    y->setLabelFormat(QStringLiteral("%d"));
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    for (QAbstractAxis* axis : {x, static_cast<QAbstractAxis*>(y)}) {
        axis->setLabelsFont(style.font);
        axis->setTitleFont(style.font);
        axis->setLabelsColor(style.muted);
        axis->setTitleBrush(style.muted);
        axis->setLinePen(QPen(style.grid));
        axis->setGridLinePen(QPen(style.grid));
        axis->setMinorGridLineVisible(false);
    }
    x->setGridLineVisible(false);
    m_scene->flagged = new QAreaSeries(new QLineSeries, new QLineSeries);
    m_scene->others = new QAreaSeries(new QLineSeries, new QLineSeries);
    for (QAreaSeries* series : {m_scene->others, m_scene->flagged}) {
        series->upperSeries()->setParent(series);
        series->lowerSeries()->setParent(series);
        const bool flagged = series == m_scene->flagged;
        series->setBrush(flagged ? QBrush(m_look.color) : QBrush(style.second));
        // No outline: it would run along the axis where nothing is.
        series->setPen(Qt::NoPen);
        chart->addSeries(series);
        series->attachAxis(x);
        series->attachAxis(y);
    }
    m_scene->chart = chart;
    m_scene->scene.addItem(chart);
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
void HistogramChart::splitAtThreshold()
{
    if (!m_scene->chart) {
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
    m_scene->flagged->lowerSeries()->replace(ground);
    m_scene->flagged->upperSeries()->replace(cut);
    m_scene->others->lowerSeries()->replace(cut);
    m_scene->others->upperSeries()->replace(top);
}

double HistogramChart::positionOf(double score) const
{
    if (!m_scene->chart) {
        return 0;
    }
    const ScoreHistogram& h = *m_histogram;
    const QRectF plot = m_scene->chart->plotArea();
    const double value = std::clamp(score, h.edges.front(), h.edges.back());
    const double share = h.logScale
        ? std::log(value / h.edges.front()) / std::log(h.edges.back() / h.edges.front())
        : (value - h.edges.front()) / (h.edges.back() - h.edges.front());
    return plot.left() + share * plot.width();
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

void HistogramChart::draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    if (!m_scene->chart) {
        return;
    }
    const ChartStyle& style = chartStyle();
    QChart* chart = m_scene->chart;
    const QSizeF size(area.width(), area.height() - kTop);
    if (chart->size() != size) {
        chart->resize(size);
        m_scene->scene.setSceneRect(QRectF(QPointF(), size));
    }
    const QPointF origin = area.topLeft() + QPointF(0, kTop);
    m_scene->scene.render(&painter, QRectF(origin, size), QRectF(QPointF(), size));
    painter.setFont(style.font);
    const QRectF plot = chart->plotArea().translated(origin);
    const ScoreHistogram& h = *m_histogram;
    const auto place = [&](double score) { return origin.x() + positionOf(score); };

    const auto* axis = qobject_cast<const QValueAxis*>(chart->axes(Qt::Vertical).value(0));
    const double highest = axis ? axis->max() : 1;
    for (size_t bin = 0; bin < h.counts.size(); ++bin) {
        if (h.counts[bin] == 0) {
            continue;
        }
        const double tall = std::max(6.0, plot.height() * double(h.counts[bin]) / highest);
        const double from = place(h.edges[bin]);
        marks.append({QRectF(from, plot.bottom() - tall, place(h.edges[bin + 1]) - from, tall), binTip(bin),
            int(bin)});
    }
    // Flagged ground is hatched too: not told by the hue alone.
    const double at = place(m_threshold);
    QRectF flagged = plot;
    if (m_look.flagAbove) {
        flagged.setLeft(at);
    } else {
        flagged.setRight(at);
    }
    QColor hatch = m_look.color;
    hatch.setAlphaF(0.22f);
    painter.fillRect(flagged, QBrush(hatch, Qt::BDiagPattern));

    const QFontMetricsF metrics(style.font);
    if (m_look.chance) {
        drawReference(painter, plot, place(*m_look.chance), m_look.chanceTitle, 0);
        marks.append({QRectF(place(*m_look.chance) - 4, plot.top(), 8, plot.height()),
            QStringLiteral("%1: %2").arg(m_look.chanceTitle, shortNumber(*m_look.chance)), -1});
    }
    if (m_look.critical) {
        drawReference(painter, plot, place(*m_look.critical), m_look.criticalTitle, 1);
        marks.append({QRectF(place(*m_look.critical) - 4, plot.top(), 8, plot.height()),
            QStringLiteral("%1: %2").arg(m_look.criticalTitle, shortNumber(*m_look.critical)), -1});
    }
    painter.setPen(QPen(style.text, 1.6));
    painter.drawLine(QPointF(at, area.top() + kTop - 6), QPointF(at, plot.bottom()));
    const QString text = m_look.flagAbove ? QStringLiteral("≥ ") + shortNumber(m_threshold)
                                          : QStringLiteral("≤ ") + shortNumber(m_threshold);
    const double wide = metrics.horizontalAdvance(text) + 14;
    const QRectF grip(qBound(area.left(), at - wide / 2, area.right() - wide), area.top() + 1, wide, 19);
    painter.setPen(QPen(style.text, 1));
    painter.setBrush(isMovable() ? style.text : style.background);
    painter.drawRoundedRect(grip, 6, 6);
    painter.setPen(isMovable() ? style.background : style.text);
    painter.drawText(grip, Qt::AlignCenter, text);
}

void HistogramChart::drawReference(
    QPainter& painter, const QRectF& plot, double x, const QString& title, int row) const
{
    const ChartStyle& style = chartStyle();
    const QFontMetricsF metrics(style.font);
    painter.setPen(QPen(style.muted, 1.2, row == 0 ? Qt::DashLine : Qt::DotLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const double wide = std::min(metrics.horizontalAdvance(title) + 2, plot.width());
    // Beside the line where neither the edge nor the threshold is in the way.
    const double cut = plot.left() + positionOf(m_threshold) - m_scene->chart->plotArea().left();
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
            table.rows.append({{shortNumber(from), from, {}, -1, {}}, {shortNumber(to), to, {}, -1, {}},
                {QLocale().toString(count), count, {}, count ? int(bin) : -1, {}},
                {QLocale().toString(flagged[bin]), flagged[bin], {}, -1, {}}});
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
        const ScoreHistogram& h = *m_histogram;
        const QRectF plot = m_scene->chart->plotArea();
        const double share = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0);
        move(h.logScale ? h.edges.front() * std::pow(h.edges.back() / h.edges.front(), share)
                        : h.edges.front() + share * (h.edges.back() - h.edges.front()));
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
