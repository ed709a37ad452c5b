// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/flag.h"
#include "core/sqlite/connection.h"

#include <QVector>

#include <optional>

namespace winnow {

/// One run of a detector over one dataset, as it is kept.
struct DetectorRun {
    DetectorRunId id;
    QString detector;
    int version = 1;
    DatasetId datasetId;
    /// JSON object of parameter values.
    QJsonObject parameters;
    QString startedAt;
    QString finishedAt;
    /// done, failed, cancelled or unmet.
    QString status;
    /// Why it failed or what it needs.
    QString message;
    qint64 added = 0;
    qint64 kept = 0;
    qint64 resolved = 0;
    /// Dataset-level findings.
    QJsonObject summary;
    /// In latestRuns: an import changed the dataset after it began.
    bool stale = false;
};

/// What a run did to a flag.
enum class RunChange {
    /// The run raised it, and it did not stand before.
    Added,
    /// It stood before and the run raised it again.
    Kept,
    /// It stood before and the run no longer raised it.
    Resolved,
};

/// Which flags to list; empty fields do not restrict.
struct FlagFilter {
    QString kind;
    QString detector;
    DatasetId datasetId;
    std::optional<FlagState> state;
    bool activeOnly = true;
    qint64 limit = -1;
};

/// Flags and the runs that raised them. Throws sqlite::Failure; use inside Project::read / write.
class FlagStore {
public:
    explicit FlagStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// SHA-256 of (detector, kind, dataset name, source index, discriminator).
    static QByteArray fingerprint(const QString& detector, const QString& kind, const QString& dataset,
        const QString& sourceIndex, const QString& discriminator);

    /// Brings the flags of (detector, dataset) to `drafts`: new ones are added, known fingerprints updated
    /// only when score or evidence differ (their state stays), vanished ones become inactive. Fills in added,
    /// kept, resolved and id of `run` and stores it, unless nothing changed and the same run is stored
    /// already.
    void applyRun(DetectorRun& run, const QVector<FlagDraft>& drafts);
    /// Stores a run that raised nothing because it failed, was cancelled or its needs are not met.
    void recordRun(DetectorRun& run);

    /// How many detectors have run on a dataset.
    qint64 detectorsRunOn(DatasetId dataset);

    QVector<Flag> list(const FlagFilter& filter);
    /// Samples with an active flag of a detector, in dataset order.
    QVector<SampleId> flaggedSamples(const QString& detector, DatasetId dataset);
    /// Samples with an active flag of a kind whose evidence gives this reason, in the order of the ids.
    QVector<SampleId> samplesOfReason(const QString& kind, const QString& reason);
    QVector<Flag> ofSample(SampleId sample, bool activeOnly = true);
    std::optional<Flag> byId(FlagId id);
    /// Samples whose flags the last run of its detector and dataset added, kept or resolved, in dataset
    /// order. Empty for an earlier run.
    QVector<SampleId> samplesOfRun(DetectorRunId run, RunChange change);
    /// The last run of each detector on each dataset.
    QVector<DetectorRun> latestRuns();

    struct KindCount {
        QString kind;
        DatasetId datasetId;
        qint64 open = 0;
        qint64 confirmed = 0;
        qint64 overridden = 0;
        qint64 unsure = 0;
        qint64 disputed = 0;
    };
    QVector<KindCount> countsByKind();

    struct DetectorCount {
        QString detector;
        qint64 open = 0;
        qint64 confirmed = 0;
        qint64 overridden = 0;
        qint64 unsure = 0;
        qint64 disputed = 0;
        /// Mean scores of those that are confirmed or overridden, and of the open ones; 0 without any.
        double decidedScore = 0;
        double openScore = 0;
    };
    /// Active flags of each detector by state.
    QVector<DetectorCount> countsByDetector();

private:
    /// The last run of the same detector on the same dataset; without an id when there is none.
    DetectorRun storedRun(const DetectorRun& run);

    sqlite::Connection& m_connection;
};

} // namespace winnow
