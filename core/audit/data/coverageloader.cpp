// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/coverageloader.h"

#include "core/store/countstore.h"
#include "core/store/datasetstore.h"
#include "core/store/goldcheckstore.h"
#include "core/store/judgementstore.h"
#include "core/store/responsestore.h"

#include <QSet>

namespace winnow {

Coverage readCoverage(sqlite::Connection& connection, const Dataset& dataset)
{
    Coverage coverage;
    coverage.dataset = dataset.name;
    CountStore counts(connection);
    coverage.datasets = int(counts.datasets());
    const CountStore::OfDataset of = counts.ofDataset(dataset.id);
    coverage.samples = of.samples;
    coverage.mcq = of.mcq;
    coverage.withGold = of.withGold;
    coverage.withQuestion = of.withQuestion;
    coverage.splits = int(of.splits);
    coverage.images = of.images;
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
    coverage.verdicts = JudgementStore(connection).count(dataset.id)
        + GoldCheckStore(connection).decidedSamples(dataset.id);
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
