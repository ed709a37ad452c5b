// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keymap.h"

#include <QAbstractTableModel>

namespace winnow {

/// The commands whose keys can be chosen, page by page, as the preferences list them.
class KeyMapModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PageColumn, WhatColumn, KeysColumn, ColumnCount };
    enum Role { CommandRole = Qt::UserRole };

    /// `titles` are the pages by id, "window" = everywhere.
    explicit KeyMapModel(QHash<QString, QString> titles, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QHash<QString, QString> m_titles;
    QVector<const KeyCommand*> m_commands;
};

} // namespace winnow
