// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/record.h"

#include <QStringList>

namespace winnow {

int ColumnNames::find(std::string_view name) const
{
    const auto it = m_index.find(name);
    return it == m_index.end() ? -1 : it->second;
}

int ColumnNames::findOrAdd(std::string_view name, int hint)
{
    if (hint >= 0 && size_t(hint) < m_names.size() && m_names[size_t(hint)] == name) {
        return hint;
    }
    const auto it = m_index.find(name);
    if (it != m_index.end()) {
        return it->second;
    }
    const int column = count();
    m_names.emplace_back(name);
    m_index.emplace(std::string(name), column);
    return column;
}

QStringList ColumnNames::all() const
{
    QStringList names;
    names.reserve(count());
    for (const std::string& name : m_names) {
        names.append(QString::fromStdString(name));
    }
    return names;
}

} // namespace winnow
