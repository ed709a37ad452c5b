// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/sqlite/connection.h"

#include <optional>

namespace winnow {

/// Datasets of a project. Throws sqlite::Failure; use inside Project::read / write.
class DatasetStore {
public:
    explicit DatasetStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// All datasets by name, with their sample counts.
    QVector<Dataset> all();
    std::optional<Dataset> byName(const QString& name);
    std::optional<Dataset> byId(DatasetId id);
    /// Adds it, or updates source, hash, format and generated of the one with that name.
    DatasetId upsert(const Dataset& dataset);
    /// What the samples of a dataset name as their capability, sorted; empty where some name none.
    QStringList capabilities(DatasetId dataset);
    void setCapability(DatasetId dataset, const QString& capability);
    /// meta table: free project-wide values.
    QString meta(const QString& key);
    void setMeta(const QString& key, const QString& value);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
