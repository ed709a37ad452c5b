// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/sqlite/connection.h"

#include <QSet>

#include <optional>

namespace winnow {

/// Datasets of a project. Throws sqlite::Failure; use inside Project::read / write.
class DatasetStore {
public:
    explicit DatasetStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// All datasets by name, with their sample counts. Those of imports on their way are none yet.
    QVector<Dataset> all();
    /// By its name or one that it had before.
    std::optional<Dataset> byName(const QString& name);
    std::optional<Dataset> byId(DatasetId id);
    /// Adds it, or updates source, hash, format and generated of the one with that name.
    DatasetId upsert(const Dataset& dataset);
    /// Makes the dataset in which an import arrived a dataset of the project.
    void publish(DatasetId staged, const Dataset& dataset);
    /// The datasets of imports on their way: who reads all samples leaves theirs out.
    QSet<qint64> staged();
    /// Whether any of its samples has rotations.
    bool hasRotations(DatasetId dataset);
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
