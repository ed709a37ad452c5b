// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "core/store/responsestore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace winnow::test {

/// The packed responses as rows, for questions in SQL: temporary tables `responses` (run_id, sample_id,
/// shift, attempt, score, answer) and `response_details` (text, prompt_tokens, output_tokens, latency, cost,
/// probabilities as JSON, verifier, logprob). Inside a write transaction.
inline void unpackResponses(sqlite::Connection& c)
{
    c.execute(QStringLiteral(
        "DROP TABLE IF EXISTS temp.responses; DROP TABLE IF EXISTS temp.response_details;"
        "CREATE TEMP TABLE responses(run_id INT, sample_id INT, shift INT, attempt INT, score REAL, answer "
        "TEXT);"
        "CREATE TEMP TABLE response_details(run_id INT, sample_id INT, shift INT, attempt INT, text TEXT,"
        " prompt_tokens INT, output_tokens INT, latency REAL, cost REAL, probabilities TEXT,"
        " verifier REAL, logprob REAL);"));
    ResponseStore store(c);
    sqlite::Statement row(c, QStringLiteral("INSERT INTO responses VALUES(?,?,?,?,?,?)"));
    sqlite::Statement detail(
        c, QStringLiteral("INSERT INTO response_details VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"));
    const auto number = [&](int at, const std::vector<double>& column, std::size_t i) {
        i < column.size() && !std::isnan(column[i]) ? detail.bind(at, column[i]) : detail.bindNull(at);
    };
    const auto count = [&](int at, const std::vector<qint64>& column, std::size_t i) {
        i < column.size() && column[i] >= 0 ? detail.bind(at, column[i]) : detail.bindNull(at);
    };
    for (const Run& run : store.runs()) {
        store.forEachBlock(run.id, true, [&](const ResponseStore::Block& block) {
            for (std::size_t i = 0; i < block.scores.size(); ++i) {
                const qint64 sample = block.firstSample + block.scores.samples[i];
                row.bindAll(run.id.value, sample, block.shift, block.attempt);
                const double score = block.scores.scores[i];
                std::isnan(score) ? row.bindNull(5) : row.bind(5, score);
                row.bindUtf8(6, block.scores.answer(i)).run();
                if (block.details.isEmpty()) {
                    continue;
                }
                const DetailBlock& d = block.details;
                detail.bindAll(run.id.value, sample, block.shift, block.attempt,
                    i < d.texts.size() ? store.text(d.texts[i]) : QString());
                count(6, d.promptTokens, i);
                count(7, d.outputTokens, i);
                number(8, d.latency, i);
                number(9, d.cost, i);
                QJsonArray probabilities;
                for (quint32 p = d.probabilities.empty() ? 0 : d.probabilityOffsets[i];
                     !d.probabilities.empty() && p < d.probabilityOffsets[i + 1]; ++p) {
                    probabilities.append(d.probabilities[p]);
                }
                probabilities.isEmpty()
                    ? detail.bindNull(10)
                    : detail.bind(10, QString::fromUtf8(QJsonDocument(probabilities).toJson()));
                number(11, d.verifier, i);
                number(12, d.logProbability, i);
                detail.run();
            }
            return true;
        });
    }
}

/// `ask(connection)` with the tables of `unpackResponses()` there; they are gone afterwards.
template <typename Ask> auto askRows(Project& project, Ask ask)
{
    using Value = std::invoke_result_t<Ask, sqlite::Connection&>;
    return project.write({}, [&](sqlite::Connection& c) -> Result<Value> {
        unpackResponses(c);
        Value value = ask(c);
        c.resetCached();
        c.execute(QStringLiteral("DROP TABLE temp.responses; DROP TABLE temp.response_details"));
        return value;
    });
}

} // namespace winnow::test
