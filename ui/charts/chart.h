// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/charts/cut.h"
#include "ui/charts/numbertable.h"
#include "ui/models/clickthrough.h"

#include <QPixmap>
#include <QWidget>

class QPagedPaintDevice;

namespace winnow {

/// Something drawn that can be pointed at.
struct ChartMark {
    QRectF where;
    /// The values behind it, for hover and for screen readers.
    QString tip;
    /// What a click opens.
    ClickThrough open = {};

    bool isLink() const { return !open.isEmpty(); }
};

/// A chart that also knows its numbers: hover tells values, a click or Enter opens what is behind a mark, the
/// arrow keys go from mark to mark in reading order, Escape leaves them, Ctrl+C copies the numbers. The same
/// drawing goes to the screen, to PNG, to SVG and to paper; it is kept as a picture until data, size or style
/// change. Colours come with the data or from chartStyle(); nothing is told by colour alone. GUI thread only.
class Chart : public QWidget {
    Q_OBJECT
public:
    explicit Chart(QWidget* parent = nullptr);

    /// The same numbers as text.
    virtual NumberTable table() const = 0;
    /// A sentence for screen readers, also the accessible name.
    void setTitle(const QString& title);
    QString title() const { return m_title; }
    /// In reading order, in pixels of the widget.
    const QVector<ChartMark>& marks() const;

    /// At least 1,200 pixels wide.
    QImage toImage() const;
    Result<> savePng(const QString& path) const;
    Result<> saveSvg(const QString& path) const;
    /// Draws for paper into a rectangle of any painter, as large as fits from its top on; for reports.
    void paintInto(QPainter& painter, const QRectF& area) const;
    /// One page with the title over the chart: a printer or a PDF. Fails when it cannot be begun.
    Result<> print(QPagedPaintDevice& device) const;
    /// Forgets the picture that is kept: the next paint draws anew.
    void redraw();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    /// Draws into the rectangle and lists the marks in it, in reading order. Nothing may rely on clipping.
    virtual void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const = 0;
    /// Height that suits the width.
    virtual int preferredHeight() const = 0;
    /// Index of the mark that a point means, -1 for none: the topmost one around it.
    virtual int markAt(const QPointF& point) const;
    /// The mark whose middle is nearest to a point, within a reach in pixels.
    int nearestMark(const QPointF& point, double reach) const;
    /// Data changed: lays out and paints anew.
    void refresh();

    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QSize pictureSize() const;
    void drawAll(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const;
    void layOut() const;
    void updateMark(int index);
    void setCurrent(int index);

    QString m_title;
    mutable QVector<ChartMark> m_marks;
    mutable QPixmap m_picture;
    /// What the picture was drawn with; 0 = out of date. A drawing in another size leaves its layout behind,
    /// so it is out of date after one too.
    mutable quint64 m_drawnWith = 0;
    int m_hovered = -1;
    int m_pressed = -1;
    /// The mark that the keyboard is on.
    int m_current = -1;
};

} // namespace winnow
