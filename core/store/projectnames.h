// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QStringList>

#include <optional>

namespace winnow {

/// What datasets and models are called. A name that one had before stays its alias: files, ledgers and people
/// that use it find the same thing. Throws sqlite::Failure; use inside Project::read / write. Errors:
/// NotFound, AlreadyExists (the name is another's), InvalidInput (no name).
class ProjectNames {
public:
    enum class Kind { Dataset, Model };

    explicit ProjectNames(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// By name or alias; 0 = none.
    qint64 find(Kind kind, const QString& name);
    /// The same; NotFound where there is none.
    Result<qint64> named(Kind kind, const QString& name);
    QStringList aliases(Kind kind, qint64 id);
    Result<> rename(Kind kind, const QString& name, const QString& to);
    Result<> addAlias(Kind kind, const QString& name, const QString& alias);
    /// Not that of a dataset under which decisions were made.
    Result<> removeAlias(Kind kind, const QString& alias);
    Result<> setFamily(const QString& model, const QString& family);

private:
    Result<> free(Kind kind, const QString& name, qint64 except);
    void add(Kind kind, const QString& alias, qint64 id);
    sqlite::Connection& m_connection;
};

} // namespace winnow
