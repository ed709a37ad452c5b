// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keymapmodel.h"

#include "ui/models/plaintext.h"
#include "ui/models/tableroles.h"

namespace winnow {

KeyMapModel::KeyMapModel(QHash<QString, QString> titles, QObject* parent)
    : QAbstractTableModel(parent)
    , m_titles(std::move(titles))
{
    for (const KeyCommand& command : keyCommands()) {
        if (command.use == KeyCommand::Use::Chosen) {
            m_commands.append(&command);
        }
    }
    connect(&KeyMap::instance(), &KeyMap::changed, this,
        [this] { emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); });
}

int KeyMapModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_commands.size());
}

int KeyMapModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyMapModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const KeyCommand& command = *m_commands.at(index.row());
    const QString id = QLatin1String(command.id);
    if (role == CommandRole) {
        return id;
    }
    if (role == StrongRole) {
        return index.column() == KeysColumn && KeyMap::instance().isChanged(id);
    }
    if (role == MutedRole) {
        return index.column() == PageColumn;
    }
    if (role == Qt::ToolTipRole && index.column() == WhatColumn) {
        return plainTip(keyCommandText(command));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case PageColumn:
        return m_titles.value(command.page());
    case WhatColumn:
        return keyCommandText(command);
    default:
        return KeyMap::instance().text(id);
    }
}

QVariant KeyMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case PageColumn:
        return tr("Page");
    case WhatColumn:
        return tr("What it does");
    case KeysColumn:
        return tr("Keys");
    default:
        return {};
    }
}

} // namespace winnow
