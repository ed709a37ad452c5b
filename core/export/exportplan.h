// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/dispositions.h"
#include "core/domain/subset.h"
#include "core/store/project.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

/// One sample that is written, and how it is changed on the way.
struct ExportItem {
    SampleId id;
    SampleOutcome outcome;
    /// What it counts in the subset.
    double weight = 1;
};

/// What of a project is exported.
struct ExportSelection {
    QString policy;
    /// Empty = all samples.
    QString subset{};
    /// Empty = all datasets.
    QString dataset{};
    /// Holds in the place of the project's policy of that name.
    std::optional<Policy> exactly{};
};

/// What an export writes and what the manifest must say about it. Made in the snapshot that is written; shown
/// before.
struct ExportPlan {
    struct DatasetPart {
        Dataset dataset;
        /// Kept samples in source order.
        QVector<ExportItem> items;
        /// All that were looked at, dropped ones too, in the same order.
        QVector<SampleId> samples;
        /// Of this dataset; the same of all are below.
        QMap<QString, qint64> dispositions;
        QMap<QString, qint64> reasons;
    };
    /// Of a subset, those that it has samples of.
    QVector<DatasetPart> datasets;
    /// Samples that are not kept as they are, the dropped ones included, in the same order.
    QVector<ExportItem> changed;
    Policy policy;
    /// What the export is restricted to; not set = all samples.
    std::optional<Subset> subset;
    /// Some sample of the subset has another weight than 1.
    bool weighted = false;
    /// SHA-256 over the ledger.
    QByteArray ledgerHash;
    qint64 decisions = 0;
    qint64 total = 0;
    qint64 exported = 0;
    QMap<QString, qint64> dispositions;
    QMap<QString, qint64> reasons;
    /// Samples kept only because annotators disagree on them.
    qint64 disputed = 0;
    /// Flagged samples, and those of them that are reviewed.
    qint64 flagged = 0;
    qint64 reviewed = 0;
    /// Flagged samples that are not reviewed, in the order of the datasets.
    QVector<SampleId> unreviewed;
    /// Samples that are dropped on flags that nobody confirmed.
    QVector<SampleId> unconfirmedDrops;

    /// Reads what the policy does to the project, restricted to a dataset or subset when named. NotFound
    /// names what is unknown. Not on the GUI thread.
    static Result<ExportPlan> make(const Project& project, const ExportSelection& selection);
    /// The same in the snapshot of the caller.
    static Result<ExportPlan> make(sqlite::Connection& connection, const ExportSelection& selection);
};

} // namespace winnow
