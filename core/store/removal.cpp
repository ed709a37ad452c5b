// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/removal.h"

#include "core/store/responseblock.h"
#include "core/store/samplestore.h"
#include "core/store/settingsstore.h"
#include "core/store/unusedimages.h"

#include <algorithm>
#include <vector>

namespace winnow {

void Removal::exec(const QString& sql, qint64 id)
{
    m_connection.cached(sql).bindAll(id).run();
}

Result<> Removal::refuseWhileImporting()
{
    if (m_connection.integer(QStringLiteral("SELECT count(*) FROM staged_imports")) > 0) {
        return fail(ErrorCode::Locked, Sentence::of(QT_TRANSLATE_NOOP("Error", "An import is on its way")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Wait until it has finished")));
    }
    return {};
}

void Removal::samples(const QVector<SampleId>& samples)
{
    SampleWriter writer(m_connection);
    for (const SampleId sample : samples) {
        exec(
            QStringLiteral("INSERT OR IGNORE INTO waiting_decisions SELECT d.id, d.sample_key FROM standing s"
                           " JOIN decisions d ON d.id = s.decision_id WHERE s.sample_id = ?"),
            sample.value);
        exec(QStringLiteral("DELETE FROM flags WHERE sample_id = ?"), sample.value);
        exec(QStringLiteral("DELETE FROM subset_samples WHERE sample_id = ?"), sample.value);
        exec(QStringLiteral("DELETE FROM replaced WHERE kind = 'sample' AND id = ?"), sample.value);
        // The rest goes with the sample.
        writer.remove(sample);
    }
    if (!samples.isEmpty()) {
        UnusedImages::mark(m_connection);
    }
}

void Removal::dataset(DatasetId dataset)
{
    const QVector<SampleId> all = SampleStore(m_connection).idsOf(dataset);
    exec(QStringLiteral("DELETE FROM runs WHERE dataset_id = ?"), dataset.value);
    samples(all);
    exec(QStringLiteral("DELETE FROM detector_runs WHERE dataset_id = ?"), dataset.value);
    forgetImports(dataset);
    exec(QStringLiteral("DELETE FROM aliases WHERE kind = 'dataset' AND id = ?"), dataset.value);
    exec(QStringLiteral("DELETE FROM settings WHERE dataset_id = ?"), dataset.value);
    exec(QStringLiteral("DELETE FROM datasets WHERE id = ?"), dataset.value);
    unusedModels();
}

// Ids of rows are given anew, so that what is noted of these imports would name rows of others one day.
void Removal::forgetImports(DatasetId dataset)
{
    const QString ofDataset = QStringLiteral("(SELECT id FROM imports WHERE dataset_id = ?)");
    exec(QStringLiteral("DELETE FROM import_rows WHERE kind <> 'part' AND import_id IN ") + ofDataset,
        dataset.value);
    exec(QStringLiteral("DELETE FROM replaced WHERE import_id IN ") + ofDataset, dataset.value);
    exec(QStringLiteral("INSERT INTO import_rows(import_id, kind, first, last)"
                        " SELECT id, 'undone', 0, 0 FROM imports WHERE dataset_id = ?"),
        dataset.value);
    exec(QStringLiteral("UPDATE imports SET dataset_id = NULL WHERE dataset_id = ?"), dataset.value);
}

void Removal::unusedModels()
{
    m_connection.execute(
        QStringLiteral("DELETE FROM models WHERE id NOT IN (SELECT model_id FROM runs);"
                       "DELETE FROM aliases WHERE kind = 'model' AND id NOT IN (SELECT id FROM models)"));
}

void Removal::model(ModelId model)
{
    QVector<DatasetId> answered;
    auto& query
        = m_connection.cached(QStringLiteral("SELECT DISTINCT dataset_id FROM runs WHERE model_id = ?"));
    query.bind(1, model.value);
    while (query.step()) {
        answered.append(DatasetId{query.integer(0)});
    }
    query.reset();
    for (const DatasetId dataset : answered) {
        SettingsStore(m_connection).dataChanged(dataset);
    }
    exec(QStringLiteral("DELETE FROM runs WHERE model_id = ?"), model.value);
    exec(QStringLiteral("DELETE FROM aliases WHERE kind = 'model' AND id = ?"), model.value);
    exec(QStringLiteral("DELETE FROM models WHERE id = ?"), model.value);
}

void Removal::run(RunId run)
{
    exec(QStringLiteral("DELETE FROM runs WHERE id = ?"), run.value);
}

void Removal::unusedResponses()
{
    m_connection.execute(
        QStringLiteral("DELETE FROM packed WHERE id NOT IN (SELECT scores FROM response_blocks)"
                       " AND id NOT IN (SELECT details FROM response_blocks WHERE details IS NOT NULL);"
                       // The next score set may get the id of one that is gone.
                       "DELETE FROM import_rows WHERE kind = 'score_set' AND first NOT IN (SELECT id FROM"
                       " score_sets)"));
    std::vector<qint64> used;
    sqlite::Statement blocks(m_connection,
        QStringLiteral("SELECT DISTINCT d.id, d.bytes, b.entries FROM response_blocks b JOIN packed d"
                       " ON d.id = b.details"));
    while (blocks.step()) {
        const auto details = unpackDetails(blocks.blob(1), std::size_t(blocks.integer(2)));
        if (!details) {
            throw sqlite::Failure{damagedResponses()};
        }
        used.insert(used.end(), details->texts.begin(), details->texts.end());
    }
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    // Everything between two that are used.
    sqlite::Statement forget(
        m_connection, QStringLiteral("DELETE FROM response_texts WHERE id > ? AND id < ?"));
    qint64 before = 0;
    for (const qint64 id : used) {
        if (id > before + 1) {
            forget.bindAll(before, id).run();
        }
        before = id;
    }
    forget.bindAll(before, std::numeric_limits<qint64>::max()).run();
}

} // namespace winnow
