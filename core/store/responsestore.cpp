// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responsestore.h"

#include "core/base/clock.h"
#include "core/store/responseblock.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

const QString kRunColumns = QStringLiteral(
    "SELECT r.id, r.model_id, r.dataset_id, m.name, m.family, d.name, r.condition, r.setting, r.source_path"
    " FROM runs r JOIN models m ON m.id = r.model_id JOIN datasets d ON d.id = r.dataset_id ");

Run rowToRun(const sqlite::Statement& row)
{
    return {.id = {row.integer(0)},
        .modelId = {row.integer(1)},
        .datasetId = {row.integer(2)},
        .model = row.text(3),
        .family = row.text(4),
        .dataset = row.text(5),
        .condition = conditionFromId(row.text(6)).value_or(Condition::Standard),
        .setting = row.text(7),
        .sourcePath = row.text(8)};
}

std::optional<double> known(const std::vector<double>& column, std::size_t row)
{
    return row < column.size() && !std::isnan(column[row]) ? std::optional(column[row]) : std::nullopt;
}

std::optional<qint64> known(const std::vector<qint64>& column, std::size_t row)
{
    return row < column.size() && column[row] >= 0 ? std::optional(column[row]) : std::nullopt;
}

ScoreBlock scoresIn(const QByteArray& bytes)
{
    auto block = unpackScores(bytes);
    if (!block) {
        throw sqlite::Failure{damagedResponses()};
    }
    return *std::move(block);
}

DetailBlock detailsIn(const QByteArray& bytes, std::size_t entries)
{
    auto block = bytes.isEmpty() ? std::optional(DetailBlock()) : unpackDetails(bytes, entries);
    if (!block) {
        throw sqlite::Failure{damagedResponses()};
    }
    return *std::move(block);
}

const QString kScoresOfSets
    = QStringLiteral("SELECT b.attempt, b.shift, b.block, s.bytes, b.replies FROM score_sets c"
                     " JOIN response_blocks b ON b.run_id = c.run_id AND b.score_set = c.id"
                     " JOIN packed s ON s.id = b.scores WHERE c.run_id = ?1");
const QString kBlocksOfSets
    = QStringLiteral("SELECT b.attempt, b.shift, b.block, s.bytes, b.replies, d.bytes FROM score_sets c"
                     " JOIN response_blocks b ON b.run_id = c.run_id AND b.score_set = c.id"
                     " JOIN packed s ON s.id = b.scores LEFT JOIN packed d ON d.id = b.details"
                     " WHERE c.run_id = ?1");
const QString kCurrent = QStringLiteral(" AND c.current = 1");
const QString kScores = kScoresOfSets + kCurrent;

} // namespace

QVector<Model> ResponseStore::models()
{
    QVector<Model> models;
    auto& query = m_connection.cached(QStringLiteral("SELECT id, name, family FROM models ORDER BY name"));
    while (query.step()) {
        models.append({{query.integer(0)}, query.text(1), query.text(2)});
    }
    query.reset();
    return models;
}

RunId ResponseStore::findRun(
    DatasetId dataset, const QString& model, Condition condition, const QString& setting)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT id FROM runs WHERE dataset_id = ?1 AND condition = ?3 AND setting = ?4"
                       " AND model_id = coalesce((SELECT id FROM models WHERE name = ?2),"
                       " (SELECT id FROM aliases WHERE kind = 'model' AND name = ?2))"));
    query.bindAll(dataset.value, model, conditionId(condition), setting);
    const RunId run{query.step() ? query.integer(0) : 0};
    query.reset();
    return run;
}

ModelId ResponseStore::upsertModel(const QString& name, const QString& family)
{
    auto& alias
        = m_connection.cached(QStringLiteral("SELECT id FROM aliases WHERE kind = 'model' AND name = ?1"
                                             " AND NOT EXISTS(SELECT 1 FROM models WHERE name = ?1)"));
    alias.bind(1, name);
    const ModelId known{alias.step() ? alias.integer(0) : 0};
    alias.reset();
    if (known) {
        return known;
    }
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT INTO models(name, family) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET"
        " family = CASE WHEN models.family = '' THEN excluded.family ELSE models.family END RETURNING id"));
    insert.bindAll(name, family);
    return {insert.runForInteger()};
}

QVector<Run> ResponseStore::runs()
{
    QVector<Run> runs;
    auto& query = m_connection.cached(
        kRunColumns + QStringLiteral("ORDER BY d.name, m.name, r.condition, r.setting"));
    while (query.step()) {
        runs.append(rowToRun(query));
    }
    query.reset();
    return runs;
}

QVector<Run> ResponseStore::runsOf(DatasetId dataset)
{
    QVector<Run> runs;
    auto& query = m_connection.cached(
        kRunColumns + QStringLiteral("WHERE r.dataset_id = ? ORDER BY m.name, r.condition, r.setting, r.id"));
    query.bind(1, dataset.value);
    while (query.step()) {
        runs.append(rowToRun(query));
    }
    query.reset();
    return runs;
}

RunId ResponseStore::upsertRun(DatasetId dataset, ModelId model, Condition condition, const QString& setting,
    const QString& sourcePath, const QByteArray& sourceHash)
{
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT INTO runs(model_id, dataset_id, condition, setting, source_path, source_hash, created_at)"
        " VALUES(?,?,?,?,?,?,?) ON CONFLICT(dataset_id, model_id, condition, setting) DO UPDATE SET"
        " source_path = excluded.source_path, source_hash = excluded.source_hash RETURNING id"));
    insert.bindAll(
        model.value, dataset.value, conditionId(condition), setting, sourcePath, sourceHash, nowUtc());
    return {insert.runForInteger()};
}

QVector<ResponseStore::RunResponse> ResponseStore::ofSample(SampleId sample)
{
    // One look-up per run of the dataset: blocks are clustered by run, so no second index is needed.
    QVector<Run> runs;
    auto& runQuery = m_connection.cached(kRunColumns
        + QStringLiteral("WHERE r.dataset_id = (SELECT dataset_id FROM samples WHERE id = ?)"
                         " ORDER BY m.name, r.condition, r.setting"));
    runQuery.bind(1, sample.value);
    while (runQuery.step()) {
        runs.append(rowToRun(runQuery));
    }
    runQuery.reset();

    QVector<RunResponse> all;
    for (const Run& run : runs) {
        for (const Response& response : ofSampleInRun(run.id, sample)) {
            all.append({run, response});
        }
    }
    return all;
}

QVector<Response> ResponseStore::ofSampleInRun(RunId run, SampleId sample, qint64 scoreSet)
{
    QVector<Response> all;
    auto& query = m_connection.cached(kBlocksOfSets + (scoreSet ? QStringLiteral(" AND c.id = ?3") : kCurrent)
        + QStringLiteral(" AND b.block = ?2 ORDER BY b.shift, b.attempt"));
    query.bindAll(run.value, sample.value >> kBlockBits);
    if (scoreSet) {
        query.bind(3, scoreSet);
    }
    while (query.step()) {
        const ScoreBlock scores = scoresIn(query.blob(3));
        const int row = scores.find(quint16(sample.value & (kBlockSize - 1)));
        if (row < 0) {
            continue;
        }
        const auto at = std::size_t(row);
        const DetailBlock details = detailsIn(query.blob(5), scores.size());
        const std::string_view answer = scores.answer(at);
        Response response;
        response.runId = run;
        response.sampleId = sample;
        response.attempt = int(query.integer(0));
        response.shift = int(query.integer(1));
        response.score = known(scores.scores, at);
        response.answer = QString::fromUtf8(answer.data(), qsizetype(answer.size()));
        response.text = at < details.texts.size() ? text(details.texts[at]) : QString();
        response.promptTokens = known(details.promptTokens, at);
        response.outputTokens = known(details.outputTokens, at);
        response.latency = known(details.latency, at);
        response.cost = known(details.cost, at);
        response.verifier = known(details.verifier, at);
        response.logProbability = known(details.logProbability, at);
        if (!details.probabilities.empty()) {
            for (quint32 i = details.probabilityOffsets[at]; i < details.probabilityOffsets[at + 1]; ++i) {
                response.optionProbabilities.append(details.probabilities[i]);
            }
        }
        all.append(response);
    }
    query.reset();
    return all;
}

int ResponseStore::attempts(RunId run)
{
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT coalesce(max(b.attempt) + 1, 0) FROM score_sets c JOIN response_blocks b"
        " ON b.run_id = c.run_id AND b.score_set = c.id WHERE c.run_id = ? AND c.current = 1"));
    query.bind(1, run.value);
    const int count = query.step() ? int(query.integer(0)) : 0;
    query.reset();
    return count;
}

qint64 ResponseStore::count()
{
    return m_connection.integer(
        QStringLiteral("SELECT sum(b.entries) FROM response_blocks b JOIN score_sets c ON c.id = b.score_set"
                       " WHERE c.current = 1"));
}

qint64 ResponseStore::missing()
{
    return m_connection.integer(
        QStringLiteral("SELECT sum(b.missing) FROM response_blocks b JOIN score_sets c ON c.id = b.score_set"
                       " WHERE c.current = 1"));
}

ResponseStore::RunCoverage ResponseStore::coverage(RunId run)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT total(b.entries), total(b.missing), total(b.replies), total(b.probable)"
                       " FROM score_sets c JOIN response_blocks b ON b.run_id = c.run_id"
                       " AND b.score_set = c.id WHERE c.run_id = ? AND c.current = 1"));
    query.bind(1, run.value);
    RunCoverage coverage;
    if (query.step()) {
        coverage = {query.integer(0), query.integer(1), query.integer(2), query.integer(3)};
    }
    query.reset();
    return coverage;
}

QVector<SampleId> ResponseStore::answeredSamples(const QString& dataset)
{
    std::vector<qint64> found;
    for (const Run& run : runs()) {
        if (!dataset.isEmpty() && run.dataset != dataset) {
            continue;
        }
        forEachBlock(run.id, false, [&](const Block& block) {
            for (std::size_t i = 0; i < block.scores.size(); ++i) {
                if (!std::isnan(block.scores.scores[i])) {
                    found.push_back(block.firstSample + block.scores.samples[i]);
                }
            }
            return true;
        });
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    QVector<SampleId> samples;
    samples.reserve(qsizetype(found.size()));
    for (const qint64 id : found) {
        samples.append(SampleId{id});
    }
    return samples;
}

void ResponseStore::forEachBlock(
    RunId run, bool withDetails, const std::function<bool(const Block&)>& each, qint64 scoreSet)
{
    auto& query = m_connection.cached((withDetails ? kBlocksOfSets : kScoresOfSets)
        + (scoreSet ? QStringLiteral(" AND c.id = ?2") : kCurrent)
        + QStringLiteral(" ORDER BY b.attempt, b.shift, b.block"));
    query.bind(1, run.value);
    if (scoreSet) {
        query.bind(2, scoreSet);
    }
    bool going = true;
    while (going && query.step()) {
        Block block;
        block.attempt = int(query.integer(0));
        block.shift = int(query.integer(1));
        block.firstSample = query.integer(2) << kBlockBits;
        block.hasReplies = query.integer(4) > 0;
        block.scores = scoresIn(query.blob(3));
        if (withDetails) {
            block.details = detailsIn(query.blob(5), block.scores.size());
        }
        going = each(block);
    }
    query.reset();
}

QVector<qint64> ResponseStore::blockNumbers(RunId run)
{
    QVector<qint64> numbers;
    auto& query = m_connection.cached(
        QStringLiteral("SELECT DISTINCT b.block FROM score_sets c JOIN response_blocks b"
                       " ON b.run_id = c.run_id AND b.score_set = c.id"
                       " WHERE c.run_id = ? AND c.current = 1 ORDER BY b.block"));
    query.bind(1, run.value);
    while (query.step()) {
        numbers.append(query.integer(0));
    }
    query.reset();
    return numbers;
}

std::vector<ResponseStore::Block> ResponseStore::blocksAt(RunId run, qint64 number)
{
    std::vector<Block> blocks;
    auto& query
        = m_connection.cached(kScores + QStringLiteral(" AND b.block = ?2 ORDER BY b.attempt, b.shift"));
    query.bindAll(run.value, number);
    while (query.step()) {
        blocks.push_back({int(query.integer(0)), int(query.integer(1)), number << kBlockBits,
            query.integer(4) > 0, scoresIn(query.blob(3)), {}});
    }
    query.reset();
    return blocks;
}

QString ResponseStore::text(qint64 id)
{
    if (id == 0) {
        return {};
    }
    auto& query = m_connection.cached(QStringLiteral("SELECT text FROM response_texts WHERE id = ?"));
    query.bind(1, id);
    const QString text = query.step() ? query.text(0) : QString();
    query.reset();
    return text;
}

} // namespace winnow
