// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/coverageloader.h"

#include "core/store/datasetstore.h"
#include "core/store/judgementstore.h"
#include "core/store/responsestore.h"

#include <QSet>

namespace winnow {

Coverage readCoverage(sqlite::Connection& connection, const Dataset& dataset)
{
    Coverage coverage;
    coverage.dataset = dataset.name;
    coverage.datasets = int(DatasetStore(connection).count());
    auto& counts = connection.cached(
        QStringLiteral("SELECT count(*), count(nullif(option_count, 0)), count(nullif(gold, '')),"
                       " count(nullif(question, '')), count(DISTINCT split) FROM samples"
                       " WHERE dataset_id = ?"));
    counts.bind(1, dataset.id.value);
    if (counts.step()) {
        coverage.samples = counts.integer(0);
        coverage.mcq = counts.integer(1);
        coverage.withGold = counts.integer(2);
        coverage.withQuestion = counts.integer(3);
        coverage.splits = int(counts.integer(4));
    }
    counts.reset();
    auto& images = connection.cached(
        QStringLiteral("SELECT count(*) FROM sample_images si JOIN samples s ON s.id = si.sample_id"
                       " WHERE s.dataset_id = ?"));
    images.bind(1, dataset.id.value);
    coverage.images = images.step() ? images.integer(0) : 0;
    images.reset();
    std::array<QSet<ModelId>, kConditions.size()> models;
    QSet<ModelId> probable;
    ResponseStore responses(connection);
    for (const Run& run : responses.runsOf(dataset.id)) {
        const auto known = responses.coverage(run.id);
        if (known.responses > 0) {
            models[std::size_t(run.condition)].insert(run.modelId);
        }
        if (known.probable > 0) {
            probable.insert(run.modelId);
        }
    }
    for (std::size_t i = 0; i < models.size(); ++i) {
        coverage.models[i] = int(models[i].size());
    }
    coverage.modelsWithProbabilities = int(probable.size());
    coverage.verdicts = JudgementStore(connection).count(dataset.id);
    auto& decided
        = connection.cached(QStringLiteral("SELECT count(DISTINCT d.sample_id) FROM effective_decisions d"
                                           " JOIN samples s ON s.id = d.sample_id WHERE s.dataset_id = ?"));
    decided.bind(1, dataset.id.value);
    coverage.verdicts += decided.step() ? decided.integer(0) : 0;
    decided.reset();
    return coverage;
}

QVector<std::pair<DatasetId, Coverage>> readCoverage(sqlite::Connection& connection)
{
    QVector<std::pair<DatasetId, Coverage>> all;
    const QVector<Dataset> datasets = DatasetStore(connection).all();
    for (const Dataset& dataset : datasets) {
        all.append({dataset.id, readCoverage(connection, dataset)});
    }
    return all;
}

Result<QVector<std::pair<DatasetId, Coverage>>> loadCoverage(const Project& project)
{
    return project.read([](sqlite::Connection& connection) { return readCoverage(connection); });
}

} // namespace winnow
