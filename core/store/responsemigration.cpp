// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responsemigration.h"

#include "core/store/responsewriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace winnow {

namespace {

void packAll(sqlite::Connection& connection)
{
    ResponseWriter writer(connection);
    sqlite::Statement rows(connection,
        QStringLiteral("SELECT r.run_id, r.sample_id, r.shift, r.attempt, r.score, r.answer, d.text,"
                       " d.prompt_tokens, d.output_tokens, d.latency, d.cost, d.probabilities"
                       " FROM responses_before_5 r LEFT JOIN details_before_5 d"
                       " USING(run_id, sample_id, shift, attempt)"
                       " ORDER BY r.run_id, r.sample_id, r.shift, r.attempt"));
    while (rows.step()) {
        Response details;
        details.promptTokens = rows.optionalInteger(7);
        details.outputTokens = rows.optionalInteger(8);
        details.latency = rows.optionalReal(9);
        details.cost = rows.optionalReal(10);
        for (const QJsonValue value : QJsonDocument::fromJson(rows.blob(11)).array()) {
            details.optionProbabilities.append(value.isDouble() ? value.toDouble() : std::nan(""));
        }
        const bool has = details.promptTokens || details.outputTokens || details.latency || details.cost
            || !details.optionProbabilities.isEmpty();
        const QByteArray text = rows.isNull(6) ? QByteArray() : rows.blob(6);
        writer.addRaw({rows.integer(0)}, {rows.integer(1)}, int(rows.integer(2)), int(rows.integer(3)),
            rows.optionalReal(4).value_or(std::nan("")), rows.utf8(5),
            {text.constData(), std::size_t(text.size())}, has ? &details : nullptr);
    }
    writer.finish();
}

} // namespace

LedgerGain packResponses(sqlite::Connection& connection)
{
    packAll(connection);
    connection.execute(QStringLiteral(
        "DROP TABLE details_before_5; DROP TABLE responses_before_5; DROP TABLE runs_before_5;"));
    return {};
}

} // namespace winnow
