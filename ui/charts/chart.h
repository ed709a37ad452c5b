// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/charts/numbertable.h"
#include "ui/models/clickthrough.h"

#include <QWidget>

namespace winnow {

/// Something drawn that can be pointed at.
struct ChartMark {
    QRectF where;
    /// The values behind it, for hover and for screen readers.
    QString tip;
    /// What a click opens, an index into the owner's targets; -1 = nothing.
    int target = -1;
    /// What a click opens.
    ClickThrough open = {};

    bool isLink() const { return target >= 0 || !open.isEmpty(); }
};

/// A chart that also knows its numbers: hover tells values, a click or Enter opens what is behind a mark, the
/// arrow keys go from mark to mark, and the same drawing goes to the screen, to PNG and to SVG. Colours come
/// with the data or from chartStyle(); nothing is told by colour alone. GUI thread only.
class Chart : public QWidget {
    Q_OBJECT
public:
    explicit Chart(QWidget* parent = nullptr);

    /// The same numbers as text.
    virtual NumberTable table() const = 0;
    /// A sentence for screen readers, also the accessible name.
    void setTitle(const QString& title);
    QString title() const { return m_title; }
    const QVector<ChartMark>& marks() const { return m_marks; }

    /// At least 1,200 pixels wide.
    QImage toImage() const;
    Result<> savePng(const QString& path) const;
    Result<> saveSvg(const QString& path) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A mark or a label with a target was chosen.
    void targetActivated(int target);

protected:
    /// Draws into the rectangle and lists the marks in it.
    virtual void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const = 0;
    /// Height that suits the width.
    virtual int preferredHeight() const = 0;
    /// Data changed: lays out and paints anew.
    void refresh();
    const ChartMark* markAt(const QPointF& point) const;
    void activate(const ChartMark& mark);

    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void drawAll(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const;

    QString m_title;
    QVector<ChartMark> m_marks;
    int m_hovered = -1;
    int m_pressed = -1;
    /// The mark that the keyboard is on.
    int m_current = -1;
};

/// Fills a bar; `pattern` adds a texture on top, so that neighbours differ without colour.
enum class BarPattern { Plain, Stripes, Dots, Outline };
void fillBar(QPainter& painter, const QRectF& rect, const QColor& color, BarPattern pattern);
/// Round steps (1, 2, 5) over a range, about `count` of them.
QVector<double> niceTicks(double low, double high, int count);

} // namespace winnow
