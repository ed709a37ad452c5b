// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stepstore.h"

#include "core/domain/stepcircles.h"

namespace winnow {

namespace {

const QString kSteps
    = QStringLiteral("SELECT t.sample_id, t.parent, coalesce(p.id, 0), t.step, s.position, s.source_index"
                     " FROM sample_steps t CROSS JOIN samples s ON s.id = t.sample_id"
                     " LEFT JOIN samples p ON p.dataset_id = s.dataset_id"
                     " AND p.source_index = t.parent");

} // namespace

QVector<SampleStep> StepStore::rows(sqlite::Statement& query)
{
    QVector<SampleStep> steps;
    while (query.step()) {
        steps.append({{query.integer(0)}, query.text(1), {query.integer(2)}, query.text(3), query.integer(4),
            query.text(5)});
    }
    query.reset();
    return steps;
}

QVector<SampleStep> StepStore::ofDataset(DatasetId dataset)
{
    auto& query
        = m_connection.cached(kSteps + QStringLiteral(" WHERE s.dataset_id = ? ORDER BY s.position, s.id"));
    query.bind(1, dataset.value);
    return rows(query);
}

std::optional<SampleStep> StepStore::ofSample(SampleId sample)
{
    auto& query = m_connection.cached(kSteps + QStringLiteral(" WHERE t.sample_id = ?"));
    query.bind(1, sample.value);
    const QVector<SampleStep> found = rows(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QVector<SampleStep> StepStore::stepsOf(SampleId question)
{
    auto& query = m_connection.cached(kSteps
        + QStringLiteral(
            " WHERE t.parent = (SELECT source_index FROM samples WHERE id = ?1) AND s.dataset_id ="
            " (SELECT dataset_id FROM samples WHERE id = ?1) ORDER BY s.position, s.id"));
    query.bind(1, question.value);
    return rows(query);
}

QHash<QString, QString> StepStore::parents(DatasetId dataset)
{
    QHash<QString, QString> parents;
    for (const SampleStep& step : ofDataset(dataset)) {
        parents.insert(step.sourceIndex, step.parent);
    }
    return parents;
}

QVector<SampleId> StepStore::faulty()
{
    QVector<DatasetId> datasets;
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT DISTINCT s.dataset_id FROM sample_steps t JOIN samples s ON s.id = t.sample_id"));
    while (query.step()) {
        datasets.append(DatasetId{query.integer(0)});
    }
    query.reset();
    QVector<SampleId> found;
    for (const DatasetId dataset : std::as_const(datasets)) {
        const QVector<SampleStep> steps = ofDataset(dataset);
        QHash<QString, QString> parentOf;
        for (const SampleStep& step : steps) {
            parentOf.insert(step.sourceIndex, step.parent);
        }
        const QSet<QString> circles = stepsInCircles(parentOf);
        for (const SampleStep& step : steps) {
            if (step.parent.isEmpty() || circles.contains(step.sourceIndex)) {
                found.append(step.sample);
            }
        }
    }
    return found;
}

void StepStore::forget(SampleId sample)
{
    m_connection.cached(QStringLiteral("DELETE FROM sample_steps WHERE sample_id = ?"))
        .bindAll(sample.value)
        .run();
}

} // namespace winnow
