// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
#include "core/store/sampleindex.h"

#include <QStringList>
#include <QVector>

namespace winnow {

/// One decision taken on many samples at once.
struct BulkDecision {
    QVector<SampleId> samples;
    /// None = only the verdict.
    Action action = Action::None;
    /// None = only the action. Given to every open flag of each sample, or only to those of `kinds`.
    Verdict verdict = Verdict::None;
    /// Empty = every kind.
    QStringList kinds;
};

/// The events that a bulk decision comes to. What a person decided before is never overwritten: samples that
/// have an action keep it, flags that have a verdict keep it.
struct BulkEvents {
    QVector<Decision> events;
    /// Verdicts among the events.
    qint64 flags = 0;
    qint64 decided = 0;
    /// Samples with nothing left to decide in this way.
    qint64 skipped = 0;
};

/// Works them out from the index alone; any thread.
BulkEvents bulkEvents(const SampleIndex& index, const BulkDecision& decision, const QString& annotator);
/// The kinds as bits of SampleIndex::Row::openMask; every bit for none.
quint32 maskOfKinds(const QStringList& kinds);
/// "Drop on MathV/5" or "Drop on 37 samples".
QString describeDecisions(const QVector<Decision>& decisions);

} // namespace winnow
