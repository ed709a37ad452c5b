// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/datasetstore.h"

#include "core/base/clock.h"
#include "core/store/textlist.h"

namespace winnow {

namespace {

const QString kStaged = QStringLiteral("(SELECT dataset_id FROM staged_imports)");
const QString kColumns
    = QStringLiteral(
          "SELECT d.id, d.name, d.source_path, d.source_hash, d.format, d.generated,"
          " (SELECT count(*) FROM samples s WHERE s.dataset_id = d.id) FROM datasets d WHERE d.id NOT IN ")
    + kStaged + QStringLiteral(" ");

Dataset rowToDataset(const sqlite::Statement& row)
{
    return {.id = {row.integer(0)},
        .name = row.text(1),
        .sourcePath = row.text(2),
        .sourceHash = row.blob(3),
        .format = row.text(4),
        .generated = row.integer(5) != 0,
        .sampleCount = row.integer(6)};
}

} // namespace

QVector<Dataset> DatasetStore::all()
{
    QVector<Dataset> datasets;
    auto& query = m_connection.cached(kColumns + QStringLiteral("ORDER BY d.name"));
    while (query.step()) {
        datasets.append(rowToDataset(query));
    }
    query.reset();
    return datasets;
}

std::optional<Dataset> DatasetStore::byName(const QString& name)
{
    auto& query = m_connection.cached(kColumns
        + QStringLiteral("AND d.id = coalesce((SELECT id FROM datasets WHERE name = ?1),"
                         " (SELECT id FROM aliases WHERE kind = 'dataset' AND name = ?1))"));
    query.bind(1, name);
    std::optional<Dataset> found;
    if (query.step()) {
        found = rowToDataset(query);
    }
    query.reset();
    return found;
}

std::optional<Dataset> DatasetStore::byId(DatasetId id)
{
    auto& query = m_connection.cached(kColumns + QStringLiteral("AND d.id = ?"));
    query.bind(1, id.value);
    std::optional<Dataset> found;
    if (query.step()) {
        found = rowToDataset(query);
    }
    query.reset();
    return found;
}

DatasetId DatasetStore::upsert(const Dataset& dataset)
{
    auto& insert = m_connection.cached(
        QStringLiteral("INSERT INTO datasets(name, source_path, source_hash, format, generated, created_at) "
                       "VALUES(?,?,?,?,?,?)"
                       " ON CONFLICT(name) DO UPDATE SET source_path = excluded.source_path, source_hash = "
                       "excluded.source_hash,"
                       " format = excluded.format, generated = excluded.generated RETURNING id"));
    insert.bindAll(dataset.name, dataset.sourcePath, dataset.sourceHash, dataset.format,
        qint64(dataset.generated), nowUtc());
    return {insert.runForInteger()};
}

void DatasetStore::publish(DatasetId staged, const Dataset& dataset)
{
    m_connection
        .cached(QStringLiteral("UPDATE datasets SET name = ?, source_path = ?, source_hash = ?, format = ?,"
                               " generated = ? WHERE id = ?"))
        .bindAll(dataset.name, dataset.sourcePath, dataset.sourceHash, dataset.format,
            qint64(dataset.generated), staged.value)
        .run();
}

QSet<qint64> DatasetStore::staged()
{
    QSet<qint64> datasets;
    auto& query = m_connection.cached(QStringLiteral("SELECT dataset_id FROM staged_imports"));
    while (query.step()) {
        datasets.insert(query.integer(0));
    }
    query.reset();
    return datasets;
}

bool DatasetStore::hasRotations(DatasetId dataset)
{
    auto& query = m_connection.cached(QStringLiteral("SELECT EXISTS(SELECT 1 FROM rotations r JOIN samples s "
                                                     "ON s.id = r.sample_id WHERE s.dataset_id = ?)"));
    query.bind(1, dataset.value);
    return query.runForInteger() != 0;
}

QStringList DatasetStore::capabilities(DatasetId dataset)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT DISTINCT capability FROM samples WHERE dataset_id = ? ORDER BY capability"));
    query.bind(1, dataset.value);
    return firstColumn(query);
}

void DatasetStore::setCapability(DatasetId dataset, const QString& capability)
{
    m_connection
        .cached(
            QStringLiteral("UPDATE samples SET capability = ?2 WHERE dataset_id = ?1 AND capability <> ?2"))
        .bindAll(dataset.value, capability)
        .run();
}

QString DatasetStore::meta(const QString& key)
{
    auto& query = m_connection.cached(QStringLiteral("SELECT value FROM meta WHERE key = ?"));
    query.bind(1, key);
    const QString value = query.step() ? query.text(0) : QString();
    query.reset();
    return value;
}

void DatasetStore::setMeta(const QString& key, const QString& value)
{
    m_connection
        .cached(QStringLiteral("INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET "
                               "value = excluded.value"))
        .bindAll(key, value)
        .run();
}

} // namespace winnow
