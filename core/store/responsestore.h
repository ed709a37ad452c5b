// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/sqlite/connection.h"
#include "core/store/responseblock.h"

#include <QByteArray>

#include <functional>

namespace winnow {

/// Models, runs and responses. Throws sqlite::Failure; use inside Project::read / write.
class ResponseStore {
public:
    explicit ResponseStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    QVector<Model> models();
    /// Finds it by its name or one that it had before, or adds it; a family that is known stays.
    ModelId upsertModel(const QString& name, const QString& family);
    /// All runs, by dataset, model, condition, setting.
    QVector<Run> runs();
    /// Those of one dataset, by model, condition, setting.
    QVector<Run> runsOf(DatasetId dataset);
    /// 0 when there is none. A model is found by names that it had before, too.
    RunId findRun(DatasetId dataset, const QString& model, Condition condition, const QString& setting);
    /// Finds or adds the run of (dataset, model, condition, setting).
    RunId upsertRun(DatasetId dataset, ModelId model, Condition condition, const QString& setting,
        const QString& sourcePath, const QByteArray& sourceHash);

    /// A run and what it answered to one sample, in run, shift, attempt order.
    struct RunResponse {
        Run run;
        Response response;
    };
    QVector<RunResponse> ofSample(SampleId sample);
    /// What one run answered to it in one of its score sets (0 = the current one), by shift and attempt.
    QVector<Response> ofSampleInRun(RunId run, SampleId sample, qint64 scoreSet = 0);
    /// How often the sample that was asked most often was asked; 0 without responses.
    int attempts(RunId run);
    /// Responses of the current score sets, and those of them without a score.
    qint64 count();
    qint64 missing();
    /// What the current score set of a run holds: how many responses, and of them without a score, with a
    /// text, with probabilities.
    struct RunCoverage {
        qint64 responses = 0;
        qint64 missing = 0;
        qint64 replies = 0;
        qint64 probable = 0;
    };
    RunCoverage coverage(RunId run);
    /// Samples with a score in any run of the dataset (empty = of all), ascending.
    QVector<SampleId> answeredSamples(const QString& dataset);

    /// The responses of a run in one attempt, one rotation and one block of samples.
    struct Block {
        int attempt = 0;
        int shift = 0;
        /// The sample ids are this and what `scores.samples` says.
        qint64 firstSample = 0;
        /// Whether any of them has a text.
        bool hasReplies = false;
        ScoreBlock scores;
        /// Empty unless asked for.
        DetailBlock details;
    };
    /// Blocks of one of a run's score sets (0 = the current one) by attempt, rotation and sample; false from
    /// `each` stops.
    void forEachBlock(
        RunId run, bool withDetails, const std::function<bool(const Block&)>& each, qint64 scoreSet = 0);
    /// The numbers of the blocks that a run has responses in, ascending; and what is in one of them.
    QVector<qint64> blockNumbers(RunId run);
    std::vector<Block> blocksAt(RunId run, qint64 number);
    /// Of a response; empty for 0.
    QString text(qint64 id);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
