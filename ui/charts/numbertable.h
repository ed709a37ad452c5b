// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/clickthrough.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QString>
#include <QVariant>
#include <QVector>

namespace winnow {

/// One number of a table as people read it.
struct NumberCell {
    QString text;
    /// What it is sorted and exported by; invalid = missing, sorted last. Text cells may leave it out.
    QVariant value = {};
    QString tip = {};
    /// What a click opens.
    ClickThrough open = {};
    /// A small square before the text; invalid = none.
    QColor swatch = {};
};

struct NumberColumn {
    QString title;
    /// Numbers stand right-aligned.
    bool numeric = true;
    QString tip;
    /// What people's choice of columns is kept by, in every language; empty = the title.
    QString id = {};
    /// Not shown until people choose it.
    bool usuallyHidden = false;
};

/// A chart or a statistic as text. An immutable value.
struct NumberTable {
    QVector<NumberColumn> columns;
    QVector<QVector<NumberCell>> rows;

    bool isEmpty() const { return rows.isEmpty(); }
    /// Leaves out the columns in which no row says anything.
    void dropEmptyColumns();
    /// What is shown, tab-separated with a heading, for the clipboard.
    QString toTsv() const;
    /// Values in full precision, RFC 4180 with a heading, for files.
    QByteArray toCsv() const;
};

/// Shows a NumberTable; sorts by value. Formats nothing and reads nothing. OpenRole is what a cell opens.
class NumberTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        ValueRole = Qt::UserRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const NumberTable& table);
    const NumberTable& table() const { return m_table; }
    /// The row of the table that stands there, however it is sorted; -1 for none.
    int rowOf(const QModelIndex& index) const
    {
        return index.isValid() ? m_order.value(index.row(), -1) : -1;
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();

    NumberTable m_table;
    /// Row of the table by shown row.
    QVector<int> m_order;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace winnow
