// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/choosesubset.h"

#include <QAbstractTableModel>

namespace winnow {

/// How many samples of each dataset and capability are in a set at least and at most: two numbers a row that
/// can be written; an empty one asks for nothing.
class SubsetSharesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SamplesColumn, LeastColumn, MostColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Datasets and capabilities of an input with their candidates; what `shares` ask for stays, also of what
    /// is not there any more.
    void setInput(const SubsetInput& input);
    void setShares(const QVector<SubsetShare>& shares);
    /// Those that ask for something.
    QVector<SubsetShare> shares() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// EditRole: a number from 0 on, or nothing.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    void edited();

private:
    struct Row {
        SubsetShare share;
        qint64 samples = 0;
    };
    QString text(const Row& row, int column) const;
    void build(const QVector<SubsetShare>& wanted);

    QVector<Row> m_offered;
    QVector<Row> m_rows;
};

} // namespace winnow
