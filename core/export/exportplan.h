// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/dispositions.h"
#include "core/store/project.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVector>

namespace winnow {

/// One sample that is written, and how it is changed on the way.
struct ExportItem {
    SampleId id;
    SampleOutcome outcome;
};

/// What an export writes and what the manifest must say about it. Made once, shown before writing.
struct ExportPlan {
    struct DatasetPart {
        Dataset dataset;
        /// Kept samples in source order.
        QVector<ExportItem> items;
        qint64 total = 0;
    };
    QVector<DatasetPart> datasets;
    /// Samples that are not kept as they are, the dropped ones included, in the same order.
    QVector<ExportItem> changed;
    Policy policy;
    /// Name of the subset the export is restricted to; empty = all samples.
    QString subset;
    QString subsetMethod;
    qint64 subsetBudget = 0;
    qint64 subsetSeed = 0;
    /// SHA-256 over the ledger.
    QByteArray ledgerHash;
    qint64 decisions = 0;
    qint64 total = 0;
    qint64 exported = 0;
    QMap<QString, qint64> dispositions;
    QMap<QString, qint64> reasons;

    /// Reads what the policy does to the project, restricted to a dataset or subset when named. NotFound
    /// names what is unknown. Not on the GUI thread.
    static Result<ExportPlan> make(const Project& project, const QString& policy, const QString& subset = {},
        const QString& dataset = {});
};

} // namespace winnow
