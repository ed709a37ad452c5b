// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QStandardItem;

namespace winnow {

/// A calm table of numbers: lines between rows, right-aligned figures, links that open what is behind a
/// number, Ctrl+C copies the selected rows (or all) as tab-separated text.
class DataTable : public QTableView {
    Q_OBJECT
public:
    explicit DataTable(QWidget* parent = nullptr);

    /// Columns take the width of their contents; `stretch` takes what is left.
    void setStretchColumn(int column);
    /// Grows with its rows instead of scrolling, up to `rows` (0 = no limit).
    void setFitsRows(int rows);
    /// The whole table as tab-separated text with the headings.
    QString asText(QChar separator = u'\t') const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A cell with LinkRole was clicked, or Enter pressed on it.
    void linkActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyboardSearch(const QString&) override { }
    void wheelEvent(QWheelEvent* event) override;

private:
    int m_fitRows = -1;
};

/// A cell of a table whose model is a QStandardItemModel: to be read only, a long text also as its tip.
QStandardItem* tableItem(const QString& text, bool number = false);

} // namespace winnow
