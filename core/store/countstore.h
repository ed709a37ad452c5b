// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/condition.h"
#include "core/sqlite/connection.h"

#include <QString>
#include <QVector>

namespace winnow {

/// How much there is of everything, without reading it. Responses are counted by ResponseStore. Throws
/// sqlite::Failure; use inside Project::read.
class CountStore {
public:
    explicit CountStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    struct OfProject {
        qint64 datasets = 0;
        qint64 images = 0;
        /// Images of samples that are not there or cannot be read.
        qint64 missingImages = 0;
        qint64 models = 0;
        qint64 runs = 0;
        qint64 flags = 0;
        qint64 openFlags = 0;
        qint64 decisions = 0;
        qint64 exports = 0;
        /// Any dataset was made by the demonstration.
        bool generated = false;
    };
    OfProject ofProject();
    qint64 datasets();

    struct OfDataset {
        qint64 samples = 0;
        qint64 mcq = 0;
        qint64 withGold = 0;
        qint64 withQuestion = 0;
        qint64 splits = 0;
        /// An image counts for each sample that shows it.
        qint64 images = 0;
    };
    OfDataset ofDataset(DatasetId dataset);

    struct OfCapability {
        QString dataset;
        QString capability;
        qint64 samples = 0;
    };
    /// Samples by dataset and capability.
    QVector<OfCapability> samplesByCapability();

    struct OfRuns {
        QString dataset;
        qint64 models = 0;
        /// By name.
        QVector<Condition> conditions;
    };
    /// Models with a run, and the conditions of the runs, of each dataset that has any.
    QVector<OfRuns> runsByDataset();

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
