// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QHash>
#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

/// A sample that is a step of another.
struct SampleStep {
    SampleId sample;
    /// Source index of the question in the same dataset, and its sample; 0 = not in the project.
    QString parent;
    SampleId parentSample;
    QString step;
    /// Of the sample, in its source.
    qint64 position = 0;
    /// Of the sample.
    QString sourceIndex{};
};

/// Which samples are steps of others. Circles are kept out by imports and told by the check. Throws
/// sqlite::Failure; use inside Project::read / write.
class StepStore {
public:
    explicit StepStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// In source order; empty without steps.
    QVector<SampleStep> ofDataset(DatasetId dataset);
    /// What one sample is a step of; nothing when it is none.
    std::optional<SampleStep> ofSample(SampleId sample);
    /// The steps of one question, in source order.
    QVector<SampleStep> stepsOf(SampleId question);
    /// What each is a step of, by source index.
    QHash<QString, QString> parents(DatasetId dataset);
    /// Of all datasets, those that are over others steps of themselves, and steps without a question.
    QVector<SampleId> faulty();
    void forget(SampleId sample);

private:
    QVector<SampleStep> rows(sqlite::Statement& query);
    sqlite::Connection& m_connection;
};

} // namespace winnow
