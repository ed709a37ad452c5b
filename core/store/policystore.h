// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/sqlite/connection.h"

#include <QVector>

#include <optional>

namespace winnow {

/// Named policies (built-in ones and the project's own), the chosen one, and the record of exports. Throws
/// sqlite::Failure; use inside Project::read / write.
class PolicyStore {
public:
    explicit PolicyStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Built-in policies, replaced by the project's own of the same name, then the project's others.
    QVector<Policy> all();
    std::optional<Policy> byName(const QString& name);
    void put(const Policy& policy);
    /// Takes one of the project's own away; does nothing for other names.
    void remove(const QString& name);
    /// The policy that Overview, Insights and Export look through, "reviewed" until another is chosen.
    Policy chosen();
    /// Chooses one of all(); another name is no choice and stands for the default.
    void choose(const QString& name);

    void recordExport(
        const QString& format, const QString& path, const QString& policy, const QByteArray& manifestJson);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
