// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace winnow {

class NumberTableModel;

/// A table of numbers, sorted by a click on a heading; cells that open something look and act like links
/// (click, Enter). Ctrl+C copies the selected rows.
class NumberTableView : public QTableView {
    Q_OBJECT
public:
    explicit NumberTableView(QWidget* parent = nullptr);
    void setNumbers(NumberTableModel* model);
    /// As high as its rows, at most `rows` of them, so that the page scrolls and not the table.
    void setVisibleRows(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void targetActivated(int target);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void activate(const QModelIndex& index);
    void fitColumns();

    NumberTableModel* m_numbers = nullptr;
    int m_visibleRows = 12;
};

/// How its cells are drawn, for other tables: a cell whose NumberTableModel::TargetRole is not negative is a
/// link.
QAbstractItemDelegate* makeNumberDelegate(QObject* parent);

} // namespace winnow
