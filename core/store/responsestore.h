// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/sqlite/connection.h"

#include <QByteArray>

#include <string_view>

namespace winnow {

/// Models, runs and responses. Throws sqlite::Failure; use inside Project::read / write.
class ResponseStore {
public:
    explicit ResponseStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    QVector<Model> models();
    ModelId upsertModel(const QString& name, const QString& family);
    /// All runs, by dataset, model, condition, setting.
    QVector<Run> runs();
    /// Finds or adds the run of (dataset, model, condition, setting).
    RunId upsertRun(DatasetId dataset, ModelId model, Condition condition, const QString& setting,
        const QString& sourcePath, const QByteArray& sourceHash);

    /// A run and what it answered to one sample, in run, shift, attempt order.
    struct RunResponse {
        Run run;
        Response response;
    };
    QVector<RunResponse> ofSample(SampleId sample);
    qint64 count();

private:
    sqlite::Connection& m_connection;
};

/// Adds responses inside one write transaction; prepared once.
class ResponseWriter {
public:
    explicit ResponseWriter(sqlite::Connection& connection);

    /// ReadAnew: the same text, with another answer or score than before.
    enum class Outcome { Added, Changed, ReadAnew, Unchanged };
    /// Adds the response, or replaces the one with its (run, sample, shift, attempt).
    Outcome put(const Response& response);
    /// The hot path: the caller promises that the key is new. `score` NaN = missing. Details are written
    /// only when there are any.
    void addRaw(RunId run, SampleId sample, int shift, int attempt, double score, std::string_view answer,
        std::string_view text, const Response* details = nullptr);

private:
    void writeDetails(const Response& response, std::string_view text);
    sqlite::Statement m_find;
    sqlite::Statement m_insert;
    sqlite::Statement m_delete;
    sqlite::Statement m_details;
};

} // namespace winnow
