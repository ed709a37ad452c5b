// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

#include <QAbstractListModel>
#include <QVector>

namespace winnow {

/// The policies of a project while somebody edits them: what is stored stays as it is until changes() are
/// written. Built-in ones can only be copied and chosen.
class PolicyDrafts : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        /// bool: it is the one that the project is looked at through.
        ChosenRole = Qt::UserRole + 1,
        /// bool: it cannot be changed.
        BuiltInRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void set(const QVector<Policy>& policies, const QString& chosen);
    const Policy& policy(int row) const { return m_policies.at(row); }
    bool isBuiltIn(int row) const;
    QString chosen() const { return m_chosen; }
    int chosenRow() const;

    /// These give the row of the new one, which is the last.
    int copy(int row);
    int add(Policy policy);
    /// One that is built in stays.
    void remove(int row);
    void rename(int row, const QString& name);
    void describe(int row, const QString& description);
    void choose(int row);
    /// `dataset` empty = of all datasets.
    void setRule(int row, const QString& dataset, const QString& kind, const PolicyRule& rule);
    /// The dataset has no rule of its own for the kind any more.
    void inheritRule(int row, const QString& dataset, const QString& kind);
    static bool hasOwnRule(const Policy& policy, const QString& dataset, const QString& kind);

    /// What is wrong with the name; empty = nothing.
    QString problem(int row) const;
    bool isValid() const;

    struct Changes {
        QStringList removed;
        QVector<Policy> written;
        /// Empty = as before.
        QString chosen;

        bool isEmpty() const { return removed.isEmpty() && written.isEmpty() && chosen.isEmpty(); }
    };
    /// What to write so that the project has what is here.
    Changes changes() const;

signals:
    /// Rules, names or the choice are others.
    void edited();

private:
    QString freeName(const QString& wanted) const;
    void touch(int row);

    QVector<Policy> m_before;
    QString m_chosenBefore;
    QVector<Policy> m_policies;
    QString m_chosen;
};

} // namespace winnow
