// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetstudy.h"

#include <QAbstractTableModel>

namespace winnow {

/// The samples of a chosen set in the order of preference: which, why it is in, what models did with it.
/// Formats only.
class SubsetSampleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { KeyColumn, CapabilityColumn, WhyColumn, RightColumn, CorrelationColumn, ColumnCount };
    enum Role {
        /// SampleId as qint64.
        IdRole = Qt::UserRole,
        /// bool: a person wants it in.
        MustRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setChoice(const SubsetChoice& choice);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(qsizetype place, int column) const;
    QVariant plain(qsizetype place, int column) const;

    SubsetChoice m_choice;
};

} // namespace winnow
