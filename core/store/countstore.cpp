// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/countstore.h"

#include "core/domain/decision.h"
#include "core/store/datasetstore.h"

namespace winnow {

CountStore::OfProject CountStore::ofProject()
{
    const auto count = [&](const char* what) {
        return m_connection.integer(QStringLiteral("SELECT count(*) FROM ") + QString::fromLatin1(what));
    };
    auto& openFlags
        = m_connection.cached(QStringLiteral("SELECT count(*) FROM flags WHERE active = 1 AND state = ?"));
    openFlags.bindAll(flagStateId(FlagState::Open));
    const bool importing = !DatasetStore(m_connection).staged().isEmpty();
    const auto images = [&](const char* all, const char* ofSamples) {
        // Those of an import on its way belong to nobody yet; telling them apart costs a look at every
        // sample.
        return count(importing ? ofSamples : all);
    };
    return {.datasets = datasets(),
        .images = images("images",
            "images WHERE id IN (SELECT i.image_id FROM sample_images i JOIN samples s ON s.id = i.sample_id"
            " WHERE s.dataset_id NOT IN (SELECT dataset_id FROM staged_imports))"),
        .missingImages = images("sample_images WHERE state <> 'ok'",
            "sample_images i JOIN samples s ON s.id = i.sample_id WHERE i.state <> 'ok'"
            " AND s.dataset_id NOT IN (SELECT dataset_id FROM staged_imports)"),
        .models = count("models"),
        .runs = count("runs"),
        .flags = count("flags WHERE active = 1"),
        .openFlags = openFlags.runForInteger(),
        .decisions = count("decisions"),
        .exports = count("exports"),
        .generated = count("datasets WHERE generated = 1") > 0};
}

qint64 CountStore::datasets()
{
    return m_connection.integer(QStringLiteral(
        "SELECT count(*) FROM datasets WHERE id NOT IN (SELECT dataset_id FROM staged_imports)"));
}

CountStore::OfDataset CountStore::ofDataset(DatasetId dataset)
{
    OfDataset counts;
    auto& samples = m_connection.cached(
        QStringLiteral("SELECT count(*), count(nullif(option_count, 0)), count(nullif(gold, '')),"
                       " count(nullif(question, '')), count(DISTINCT split) FROM samples"
                       " WHERE dataset_id = ?"));
    samples.bind(1, dataset.value);
    if (samples.step()) {
        counts.samples = samples.integer(0);
        counts.mcq = samples.integer(1);
        counts.withGold = samples.integer(2);
        counts.withQuestion = samples.integer(3);
        counts.splits = samples.integer(4);
    }
    samples.reset();
    auto& images = m_connection.cached(
        QStringLiteral("SELECT count(*) FROM sample_images si JOIN samples s ON s.id = si.sample_id"
                       " WHERE s.dataset_id = ?"));
    images.bind(1, dataset.value);
    counts.images = images.step() ? images.integer(0) : 0;
    images.reset();
    return counts;
}

QVector<CountStore::OfCapability> CountStore::samplesByCapability()
{
    QVector<OfCapability> counts;
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT d.name, s.capability, count(*) FROM samples s JOIN datasets d ON d.id = s.dataset_id"
        " WHERE d.id NOT IN (SELECT dataset_id FROM staged_imports)"
        " GROUP BY s.dataset_id, s.capability"));
    while (query.step()) {
        counts.append({query.text(0), query.text(1), query.integer(2)});
    }
    query.reset();
    return counts;
}

QVector<CountStore::OfRuns> CountStore::runsByDataset()
{
    QVector<OfRuns> counts;
    auto& models = m_connection.cached(QStringLiteral(
        "SELECT d.name, count(DISTINCT r.model_id) FROM runs r JOIN datasets d ON d.id = r.dataset_id"
        " GROUP BY d.name ORDER BY d.name"));
    while (models.step()) {
        counts.append({models.text(0), models.integer(1), {}});
    }
    models.reset();
    auto& conditions = m_connection.cached(
        QStringLiteral("SELECT DISTINCT d.name, r.condition FROM runs r"
                       " JOIN datasets d ON d.id = r.dataset_id ORDER BY d.name, r.condition"));
    qsizetype at = 0;
    while (conditions.step()) {
        while (counts[at].dataset != conditions.text(0)) {
            ++at;
        }
        counts[at].conditions.append(conditionFromId(conditions.text(1)).value_or(Condition::Standard));
    }
    conditions.reset();
    return counts;
}

} // namespace winnow
