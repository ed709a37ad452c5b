// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responsestore.h"

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>

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

QVector<double> probabilitiesFromJson(const QByteArray& json)
{
    QVector<double> values;
    for (const QJsonValue& value : QJsonDocument::fromJson(json).array()) {
        values.append(value.isDouble() ? value.toDouble() : std::nan(""));
    }
    return values;
}

QString probabilitiesToJson(const QVector<double>& values)
{
    QJsonArray array;
    for (double value : values) {
        array.append(std::isfinite(value) ? QJsonValue(value) : QJsonValue());
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

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

ModelId ResponseStore::upsertModel(const QString& name, const QString& family)
{
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT INTO models(name, family) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET"
        " family = CASE WHEN excluded.family = '' THEN models.family ELSE excluded.family END RETURNING id"));
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
    // One look-up per run of the dataset: the table is clustered by run, so no second index is needed.
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
    auto& query = m_connection.cached(
        QStringLiteral("SELECT r.shift, r.attempt, r.score, r.answer, d.text, d.prompt_tokens, "
                       "d.output_tokens, d.latency, d.cost,"
                       " d.probabilities FROM responses r LEFT JOIN response_details d USING(run_id, "
                       "sample_id, shift, attempt)"
                       " WHERE r.run_id = ? AND r.sample_id = ? ORDER BY r.shift, r.attempt"));
    for (const Run& run : runs) {
        query.reset();
        query.bindAll(run.id.value, sample.value);
        while (query.step()) {
            Response response;
            response.runId = run.id;
            response.sampleId = sample;
            response.shift = int(query.integer(0));
            response.attempt = int(query.integer(1));
            response.score = query.optionalReal(2);
            response.answer = query.text(3);
            response.text = query.text(4);
            response.promptTokens = query.optionalInteger(5);
            response.outputTokens = query.optionalInteger(6);
            response.latency = query.optionalReal(7);
            response.cost = query.optionalReal(8);
            if (!query.isNull(9)) {
                response.optionProbabilities = probabilitiesFromJson(query.blob(9));
            }
            all.append({run, response});
        }
    }
    query.reset();
    return all;
}

qint64 ResponseStore::count()
{
    return m_connection.integer(QStringLiteral("SELECT count(*) FROM responses"));
}

ResponseWriter::ResponseWriter(sqlite::Connection& connection)
    : m_find(connection,
        QStringLiteral("SELECT r.score, r.answer, coalesce(d.text, '') FROM responses r"
                       " LEFT JOIN response_details d USING(run_id, sample_id, shift, attempt)"
                       " WHERE r.run_id = ? AND r.sample_id = ? AND r.shift = ? AND r.attempt = ?"))
    , m_insert(connection,
          QStringLiteral(
              "INSERT INTO responses(run_id, sample_id, shift, attempt, score, answer) VALUES(?,?,?,?,?,?)"))
    , m_delete(connection,
          QStringLiteral(
              "DELETE FROM responses WHERE run_id = ? AND sample_id = ? AND shift = ? AND attempt = ?"))
    , m_details(connection,
          QStringLiteral(
              "INSERT INTO response_details(run_id, sample_id, shift, attempt, text, prompt_tokens,"
              " output_tokens, latency, cost, probabilities) VALUES(?,?,?,?,?,?,?,?,?,?)"))
{
}

void ResponseWriter::writeDetails(const Response& response, std::string_view text)
{
    m_details.bindAll(response.runId.value, response.sampleId.value, response.shift, response.attempt);
    m_details.bindUtf8(5, text);
    m_details.bindOptional(6, response.promptTokens);
    m_details.bindOptional(7, response.outputTokens);
    m_details.bindOptional(8, response.latency);
    m_details.bindOptional(9, response.cost);
    if (response.optionProbabilities.isEmpty()) {
        m_details.bindNull(10);
    } else {
        m_details.bind(10, probabilitiesToJson(response.optionProbabilities));
    }
    m_details.run();
}

void ResponseWriter::addRaw(RunId run, SampleId sample, int shift, int attempt, double score,
    std::string_view answer, std::string_view text, const Response* details)
{
    m_insert.bindAll(run.value, sample.value, shift, attempt);
    if (std::isnan(score)) {
        m_insert.bindNull(5);
    } else {
        m_insert.bind(5, score);
    }
    m_insert.bindUtf8(6, answer).run();
    if (details) {
        Response keyed = *details;
        keyed.runId = run;
        keyed.sampleId = sample;
        keyed.shift = shift;
        keyed.attempt = attempt;
        writeDetails(keyed, text);
    } else if (!text.empty()) {
        Response keyed;
        keyed.runId = run;
        keyed.sampleId = sample;
        keyed.shift = shift;
        keyed.attempt = attempt;
        writeDetails(keyed, text);
    }
}

ResponseWriter::Outcome ResponseWriter::put(const Response& response)
{
    m_find.reset();
    m_find.bindAll(response.runId.value, response.sampleId.value, response.shift, response.attempt);
    Outcome outcome = Outcome::Added;
    if (m_find.step()) {
        const bool sameText = m_find.text(2) == response.text;
        const bool same
            = sameText && m_find.optionalReal(0) == response.score && m_find.text(1) == response.answer;
        m_find.reset();
        if (same) {
            return Outcome::Unchanged;
        }
        outcome = sameText && !response.text.isEmpty() ? Outcome::ReadAnew : Outcome::Changed;
        m_delete.bindAll(response.runId.value, response.sampleId.value, response.shift, response.attempt)
            .run();
    }
    m_find.reset();
    const QByteArray answer = response.answer.toUtf8();
    const QByteArray text = response.text.toUtf8();
    const bool details = !text.isEmpty() || response.promptTokens || response.outputTokens || response.latency
        || response.cost || !response.optionProbabilities.isEmpty();
    addRaw(response.runId, response.sampleId, response.shift, response.attempt,
        response.score.value_or(std::nan("")), std::string_view(answer.constData(), size_t(answer.size())),
        std::string_view(text.constData(), size_t(text.size())), details ? &response : nullptr);
    return outcome;
}

} // namespace winnow
