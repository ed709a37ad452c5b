// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdataloader.h"
#include "core/audit/run/detectorregistry.h"
#include "core/base/progress.h"
#include "core/store/project.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QVector>

namespace winnow {

/// What to audit.
struct AuditRequest {
    /// Detector ids; empty = every detector whose needs are met but those that run on request only.
    QStringList detectors;
    /// Empty = all datasets.
    QVector<DatasetId> datasets;
    /// Preset id; empty = defaults.
    QString preset;
    /// "detector.parameter" -> value, over the preset.
    QJsonObject settings;
};

/// How one detector fared on one dataset.
struct DetectorOutcome {
    enum class State { Done, Unmet, Failed };

    QString detector;
    DatasetId datasetId;
    QString dataset;
    State state = State::Done;
    /// What it needs, or why it failed.
    Sentence message;
    qint64 added = 0;
    qint64 kept = 0;
    qint64 resolved = 0;
    /// Flags raised, by kind.
    QMap<QString, qint64> byKind;
    std::vector<DatasetFinding> findings;
    SentenceList notes;
    double seconds = 0;
};

struct AuditReport {
    QVector<DetectorOutcome> outcomes;
    qint64 added = 0;
    qint64 kept = 0;
    qint64 resolved = 0;
    bool anyFailed() const;
};

/// Runs detectors over a project and stores their flags. Any thread but the GUI's; one run at a time a
/// project.
class AuditRunner {
public:
    explicit AuditRunner(Project& project, const DetectorRegistry& registry = DetectorRegistry::instance());

    /// Checks the request before anything runs (unknown detector, dataset, preset or parameter: InvalidInput
    /// or NotFound). A detector that fails is reported and the others go on. Cancelled keeps what was stored
    /// up to then: flags are stored in one transaction a detector and dataset. Unchanged data leaves the
    /// project unchanged to the row.
    Result<AuditReport> run(const AuditRequest& request, Progress& progress);

private:
    Project& m_project;
    const DetectorRegistry& m_registry;
};

/// Runs one detector without storing anything, for previews. Never throws.
Result<DetectorResult> evaluateDetector(
    const Detector& detector, const DetectorInput& input, const QJsonObject& overrides, Progress& progress);

/// Findings and notes as they are stored in a detector run's summary.
QJsonObject findingsJson(const std::vector<DatasetFinding>& findings, const SentenceList& notes);
QString outcomeStateId(DetectorOutcome::State state);

} // namespace winnow
