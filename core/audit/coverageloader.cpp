// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/coverageloader.h"

#include "core/store/datasetstore.h"
#include "core/store/judgementstore.h"

namespace winnow {

Coverage readCoverage(sqlite::Connection& connection, const Dataset& dataset)
{
    Coverage coverage;
    coverage.dataset = dataset.name;
    coverage.datasets = int(connection.integer(QStringLiteral("SELECT count(*) FROM datasets")));
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
    auto& runs = connection.cached(
        QStringLiteral("SELECT condition, count(DISTINCT model_id) FROM runs r WHERE dataset_id = ?"
                       " AND EXISTS(SELECT 1 FROM responses p WHERE p.run_id = r.id) GROUP BY condition"));
    runs.bind(1, dataset.id.value);
    while (runs.step()) {
        if (const auto condition = conditionFromId(runs.text(0))) {
            coverage.models[std::size_t(*condition)] = int(runs.integer(1));
        }
    }
    runs.reset();
    // A run that has probabilities has them from the start; scanning all details would take minutes.
    auto& probable = connection.cached(QStringLiteral(
        "SELECT count(DISTINCT model_id) FROM runs r WHERE dataset_id = ? AND EXISTS(SELECT 1 FROM"
        " (SELECT probabilities FROM response_details d WHERE d.run_id = r.id LIMIT 500)"
        " WHERE probabilities IS NOT NULL)"));
    probable.bind(1, dataset.id.value);
    coverage.modelsWithProbabilities = probable.step() ? int(probable.integer(0)) : 0;
    probable.reset();
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
