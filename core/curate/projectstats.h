// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/condition.h"
#include "core/sqlite/connection.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QVector>

namespace winnow {

/// One dataset x capability cell of the overview.
struct OverviewRow {
    QString dataset;
    QString capability;
    qint64 samples = 0;
    qint64 flagged = 0;
    /// Of the flagged ones, as StandingStore::reviewOfFlagged() says.
    qint64 reviewed = 0;
};

/// How much there is of everything.
struct ProjectStats {
    qint64 datasets = 0;
    qint64 samples = 0;
    qint64 images = 0;
    qint64 missingImages = 0;
    qint64 models = 0;
    qint64 runs = 0;
    qint64 responses = 0;
    qint64 missingResponses = 0;
    qint64 flags = 0;
    qint64 openFlags = 0;
    qint64 decisions = 0;
    qint64 exports = 0;
    bool generated = false;
    QVector<OverviewRow> rows;
    /// By dataset: number of models and the conditions covered.
    QMap<QString, qint64> modelsOf;
    QMap<QString, QVector<Condition>> conditionsOf;

    /// Throws sqlite::Failure; use inside Project::read.
    static ProjectStats read(sqlite::Connection& connection);
    QJsonObject toJson() const;
};

} // namespace winnow
