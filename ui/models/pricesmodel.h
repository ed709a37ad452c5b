// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/modelprice.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QVector>

#include <array>
#include <utility>

namespace winnow {

/// Prices of models while they are edited, a row a model. What is typed stays as it is typed; what cannot be
/// stored is marked and said.
class PricesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        ModelColumn,
        InputColumn,
        OutputColumn,
        ImageColumn,
        HourColumn,
        DateColumn,
        NoteColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `today` dates a price that is entered.
    void show(const QStringList& models, const QVector<ModelPrice>& prices, const QDate& today);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    /// What cannot be stored, in words, of the first such cell; empty = everything can.
    QString problem() const;
    struct Changes {
        QVector<ModelPrice> put;
        QStringList removed;

        bool isEmpty() const { return put.isEmpty() && removed.isEmpty(); }
    };
    /// Since show(); only without a problem.
    Changes changes() const;

private:
    using Row = std::array<QString, ColumnCount>;

    /// By column: what it is called, and its tip.
    static QVector<std::pair<QString, QString>> headings();
    static Row rowOf(const QString& model, const std::optional<ModelPrice>& price);
    static bool hasPrice(const Row& row);
    static ModelPrice priceOf(const Row& row);
    /// Of one cell; empty = it can be stored.
    static QString problemOf(const Row& row, int column);
    static bool isGood(const Row& row, int column) { return problemOf(row, column).isEmpty(); }

    QVector<Row> m_rows;
    QVector<Row> m_before;
    QDate m_today;
};

} // namespace winnow
