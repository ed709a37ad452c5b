// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/qtchart.h"
#include "ui/charts/reference.h"

#include <memory>
#include <optional>
#include <vector>

class QAreaSeries;

namespace winnow {

/// Scores counted into bins; made in a worker, an immutable value.
struct ScoreHistogram {
    /// count + 1 borders, ascending.
    std::vector<double> edges;
    std::vector<qint64> counts;
    /// All scores that are not NaN, ascending, so that a threshold is counted in no time.
    std::vector<float> sorted;
    bool logScale = false;
    /// Scores are counts: one bin each, with its border on the side where a threshold at that count lies.
    bool whole = false;
    bool flagAbove = true;

    /// NaN scores are left out. On a logarithmic scale everything up to 1e-12 falls into the first bin. The
    /// range takes in `alsoShown` (thresholds and chance levels) as well.
    static ScoreHistogram of(const std::vector<float>& scores, bool logScale, int bins = 40,
        const std::vector<double>& alsoShown = {}, bool flagAbove = true);
    bool isEmpty() const { return sorted.empty(); }
    qint64 flagged(double threshold, bool above) const;
    /// The bin in which a score is counted.
    size_t binOf(double score) const;
};

/// Scores of a detector over one dataset with a threshold that can be dragged (or moved with the arrow keys)
/// and the line that chance would score. What would be flagged is hatched in the hue of its group.
class HistogramChart : public Chart {
    Q_OBJECT
public:
    struct Look {
        QString scoreTitle;
        bool flagAbove = true;
        QColor color;
        std::optional<double> chance;
        QString chanceTitle;
        /// From here on a score is more than chance.
        std::optional<double> critical;
        QString criticalTitle;
        /// What the threshold may become; equal ends = it cannot be moved.
        double minimum = 0;
        double maximum = 0;
        /// Steps of the threshold, 0 = any value.
        double step = 0;
        /// What each bin opens.
        QVector<ClickThrough> open = {};
    };

    using Chart::Chart;

    void setHistogram(std::shared_ptr<const ScoreHistogram> histogram, const Look& look, double threshold);
    void setThreshold(double threshold);
    double threshold() const { return m_threshold; }
    /// Whether the line is being held.
    bool isDragging() const { return m_dragging; }
    /// Pixel position of a score, for tests and tool tips.
    double positionOf(double score) const;
    NumberTable table() const override;

signals:
    /// While it moves.
    void thresholdMoved(double threshold);
    /// When it is let go.
    void thresholdChosen(double threshold);

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override;
    int preferredHeight() const override { return 220; }
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool isMovable() const { return m_look.maximum > m_look.minimum && m_histogram; }
    bool isOnThreshold(const QPointF& point) const;
    double allowed(double value) const;
    void move(double value);
    void rebuild() const;
    AxisScale scoreScale() const;
    AxisScale countScale() const;
    void splitAtThreshold() const;
    /// How many of each bin are flagged.
    std::vector<qint64> flaggedByBin() const;
    QString binTip(size_t bin) const;
    /// The line, and what it flags.
    QString thresholdTip() const;
    /// Pixel position in what is drawn just now.
    double place(double score) const;
    void listBins(QVector<ChartMark>& marks) const;
    void drawThreshold(QPainter& painter, const QRectF& area) const;
    void drawTitledLine(
        QPainter& painter, double score, const QString& title, int row, QVector<ChartMark>& marks) const;

    std::shared_ptr<const ScoreHistogram> m_histogram;
    Look m_look;
    double m_threshold = 0;
    bool m_dragging = false;
    mutable QtChart m_qt;
    mutable QAreaSeries* m_flagged = nullptr;
    mutable QAreaSeries* m_others = nullptr;
};

} // namespace winnow
