// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/run/auditrunner.h"
#include "core/store/flagstore.h"
#include "ui/models/auditoverview.h"
#include "ui/models/clickthrough.h"

#include <QCoreApplication>

namespace winnow {

/// What the numbers of an audit open.
class AuditOpenings {
    Q_DECLARE_TR_FUNCTIONS(winnow::AuditOpenings)
public:
    /// The samples whose flags these runs added, kept or resolved; each once.
    static ClickThrough ofRuns(const QVector<DetectorRunId>& runs, RunChange change);
    /// The same of one run of a detector.
    static ClickThrough ofRun(
        const DetectorState& state, const DetectorRun& run, const QString& dataset, RunChange change);
    /// The samples that the last runs flagged anew, of detectors and datasets of a report.
    static ClickThrough ofNew(const AuditReport& report);
    /// The samples with flags of a detector, in one dataset or with one state where that is named.
    static ClickThrough ofFlags(
        const DetectorState& state, const QString& dataset, std::optional<FlagState> flags = std::nullopt);
    /// All samples with open flags.
    static ClickThrough ofOpenFlags();
    /// As many of the detector's open flags, drawn at random, as make its precision known.
    static ClickThrough untilPrecise(const DetectorState& state);
};

/// The open flags' samples in a random order that the seed fixes, at most `count` of them.
QVector<SampleId> randomQueue(QVector<SampleId> samples, int count, quint64 seed);

} // namespace winnow
