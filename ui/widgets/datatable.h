// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QMenu;
class QStandardItem;

namespace winnow {

/// The one table of the window: lines between rows, figures under each other, cells that open what is behind
/// them by click and Enter, sorting where the model sorts, columns that people choose and that are kept,
/// copying and saving of what is shown (the selected rows, or all).
class DataTable : public QTableView {
    Q_OBJECT
public:
    explicit DataTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Columns take the width of their contents; `stretch` takes what is left.
    void setStretchColumn(int column);
    /// The same, but never less than the contents ask for: the table scrolls sideways instead.
    void setWideColumn(int column);
    /// Grows with its rows instead of scrolling, up to `rows` (0 = no limit).
    void setFitsRows(int rows);
    /// A click on a heading sorts; the model does it (SortedModel for one that cannot).
    void setSorts();
    /// People may hide columns, by the menu of the headings; kept under this name.
    void keepColumns(const QString& name);
    /// The selected rows where there are several, else all; the columns that are shown, tab-separated.
    void copy() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A cell with LinkRole was clicked, or Enter pressed on it.
    void linkActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyboardSearch(const QString&) override { }
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    /// Columns that are hidden until people choose otherwise.
    virtual bool isUsuallyHidden(int column) const;
    /// Hides what is to be hidden.
    void applyColumns();

private:
    void widen();
    void activateLink(const QModelIndex& index);
    QString columnId(int column) const;
    QMenu* makeColumnMenu();
    void showColumn(int column, bool shown);
    QVector<int> shownColumns() const;
    QVector<int> chosenRows() const;
    void saveCsv();

    QString m_name;
    int m_fitRows = -1;
    int m_stretched = -1;
    int m_wide = -1;
};

/// A cell of a table whose model is a QStandardItemModel: to be read only, a long text also as its tip.
QStandardItem* tableItem(const QString& text, bool number = false);

} // namespace winnow
