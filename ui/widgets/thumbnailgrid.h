// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QTimer>

namespace winnow {

class ThumbnailProvider;

/// A grid of cells of one size over a SampleModel. Everything is computed from the row number, so a million
/// rows cost as much as ten; only visible cells ask for thumbnails.
class ThumbnailGrid : public QAbstractItemView {
    Q_OBJECT
public:
    ThumbnailGrid(ThumbnailProvider* thumbnails, QWidget* parent = nullptr);

    /// Width of a cell's picture, 96..320 px.
    int cellWidth() const { return m_cell; }
    void setCellWidth(int width);
    void setModel(QAbstractItemModel* model) override;

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;

signals:
    void cellWidthChanged(int width);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void keyboardSearch(const QString&) override { }
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int columns() const;
    QSize cellSize() const;
    int rowHeight() const;
    QRect cellRect(int row) const;
    int firstVisible() const;
    int lastVisible() const;
    void paintCell(QPainter* painter, const QModelIndex& index, const QRect& rect) const;
    void dropUnwanted();

    ThumbnailProvider* m_thumbnails;
    int m_cell = 184;
    int m_hovered = -1;
    QTimer m_settle;
};

} // namespace winnow
