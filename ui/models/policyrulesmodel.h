// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/policydrafts.h"

#include <QAbstractTableModel>

namespace winnow {

/// What one policy does with each kind of flag, for all datasets or for one: a row a kind. Editable unless
/// the policy is built in; a rule that a dataset gets of its own is shown strong, others there faint.
class PolicyRulesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { KindColumn, ConfirmedColumn, UnreviewedColumn, ScoreColumn, WhereColumn, ColumnCount };
    enum Role {
        /// bool: the dataset has a rule of its own.
        OwnRole = Qt::UserRole + 200,
    };

    explicit PolicyRulesModel(PolicyDrafts* drafts, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// EditRole: a Disposition as int, a score from 0 to 1, or whether flags count only where gold answers
    /// have been checked.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    /// What a cell can be set to, with its title; empty where it is a number or nothing.
    QVector<std::pair<QString, QVariant>> choices(int column) const;
    /// Row -1 shows nothing; `dataset` empty = all datasets.
    void show(int row, const QString& dataset);
    int policyRow() const { return m_row; }
    QString dataset() const { return m_dataset; }
    /// The kind of a row goes by the rule of all datasets again.
    void inherit(int row);

private:
    PolicyRule rule(int row) const;
    bool isEditable(const QModelIndex& index) const;
    bool isOwn(int row) const;
    QString text(int column, const PolicyRule& rule) const;

    PolicyDrafts* m_drafts;
    int m_row = -1;
    QString m_dataset;
};

} // namespace winnow
