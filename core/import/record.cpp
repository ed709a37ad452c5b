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

int ColumnNames::addHeading(std::string_view heading, size_t number)
{
    while (!heading.empty() && heading.front() == ' ') {
        heading.remove_prefix(1);
    }
    while (!heading.empty() && heading.back() == ' ') {
        heading.remove_suffix(1);
    }
    const std::string base = heading.empty() ? "column " + std::to_string(number) : std::string(heading);
    std::string name = base;
    for (int n = 2; find(name) >= 0; ++n) {
        name = base + " (" + std::to_string(n) + ")";
    }
    return findOrAdd(name);
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
