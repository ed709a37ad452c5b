// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
#include "core/sqlite/connection.h"

#include <QVector>

#include <optional>

namespace winnow {

/// The append-only ledger. Throws sqlite::Failure; use inside Project::read / write.
class DecisionStore {
public:
    explicit DecisionStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Appends the event (uuid, time, sample key and content hash are filled in) and brings the derived state
    /// of the sample's flags and action up to date. InvalidInput when it says nothing, or names an unknown
    /// sample, or a kind that is not flagged on it while a verdict is given.
    Result<DecisionId> append(Decision decision);
    /// Appends the inverse of the annotator's last effective decision (its whole batch). NotFound when there
    /// is none. Returns what was taken back.
    Result<QVector<Decision>> undo(const QString& annotator);
    /// Appends again what the annotator's last undo took back, if no decision came between. NotFound
    /// otherwise.
    Result<QVector<Decision>> redo(const QString& annotator);

    /// The newest events first. Empty annotator = everyone's.
    QVector<Decision> history(const QString& annotator, int limit);
    /// All events in order, undos included.
    QVector<Decision> all();
    QVector<Decision> ofSample(SampleId sample);
    /// What stands after all undos, oldest first.
    QVector<Decision> effective();
    /// Samples with every active flag decided, or an action taken, by id (as SampleIndex says it, but without
    /// reading every sample).
    QVector<SampleId> reviewedSamples();
    qint64 count();
    /// SHA-256 over all events in order; equal ledgers have equal hashes. 32 bytes, also for an empty ledger.
    QByteArray ledgerHash();
    /// Derives flag states and sample actions anew from the whole ledger. Returns how many rows differed.
    qint64 rebuildDerived();

private:
    DecisionId insert(const Decision& decision);
    void derive(SampleId sample);
    sqlite::Connection& m_connection;
};

} // namespace winnow
