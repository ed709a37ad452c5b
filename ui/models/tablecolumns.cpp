// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablecolumns.h"

#include "ui/models/preferences.h"

#include <QJsonArray>

#include <algorithm>

namespace winnow {

std::optional<QSet<QString>> hiddenColumns(const QString& table)
{
    const QJsonObject all = Preferences().object(Preference::TableColumns);
    if (!all.contains(table)) {
        return std::nullopt;
    }
    QSet<QString> hidden;
    const QJsonArray kept = all.value(table).toArray();
    for (const QJsonValue& column : kept) {
        hidden.insert(column.toString());
    }
    return hidden;
}

void setHiddenColumns(const QString& table, const QSet<QString>& columns)
{
    QStringList sorted(columns.cbegin(), columns.cend());
    std::sort(sorted.begin(), sorted.end());
    Preferences preferences;
    QJsonObject all = preferences.object(Preference::TableColumns);
    all.insert(table, QJsonArray::fromStringList(sorted));
    preferences.setObject(Preference::TableColumns, all);
}

void forgetHiddenColumns(const QString& table)
{
    Preferences preferences;
    QJsonObject all = preferences.object(Preference::TableColumns);
    all.remove(table);
    preferences.setObject(Preference::TableColumns, all);
}

} // namespace winnow
