// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ledgerevent.h"
#include "core/sqlite/connection.h"

#include <QSet>
#include <QVector>

#include <functional>

namespace winnow {

struct SampleStanding;

/// A flag kind on a sample, as it is named outside the project.
struct FlagName {
    QString sampleKey;
    QString kind;
};

/// What adding events changed.
struct LedgerGain {
    /// Events that the table did not have.
    qint64 added = 0;
    /// Samples whose standing was derived again.
    QVector<SampleId> samples;
    /// Flags that annotators disagree on now and did not before.
    QVector<FlagName> newlyDisputed;
};

/// The table of ledger events and what is derived from it. Throws sqlite::Failure; use inside Project::read /
/// write. Decisions are taken through `Ledger`, which writes the journal first.
class DecisionStore {
public:
    explicit DecisionStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Fills in sample key and content hash. InvalidInput when the decision says nothing; NotFound when it
    /// names an unknown sample, or gives a verdict on a kind that is not flagged on it, other than what a
    /// person sees without a detector: a wrong or ambiguous gold answer, an image that does not show it.
    Result<> complete(Decision& decision);

    /// Adds the events that are not there yet, in any order, and brings the standing of their samples up to
    /// date.
    LedgerGain add(const QVector<LedgerEvent>& events);
    /// Events whose samples have come since: called at the end of an import of samples.
    LedgerGain adoptWaiting();

    /// The newest events first. Empty annotator = everyone's.
    QVector<Decision> history(const QString& annotator, int limit);
    /// All events in ledger order, undos included.
    QVector<Decision> all();
    QVector<Decision> ofSample(SampleId sample);
    /// All events of an annotator, without their samples' ids.
    QVector<Decision> ofAnnotator(const QString& annotator);
    /// Decisions that nobody took back, in ledger order.
    QVector<Decision> effective();
    /// Samples with every active flag decided, or an action taken, by id (as SampleIndex says it, but without
    /// reading every sample).
    QVector<SampleId> reviewedSamples();
    qint64 count();
    /// The greatest order of any event; 0 for an empty ledger.
    qint64 greatestOrder();
    /// Events of samples that the project does not have, and events whose batch is not whole.
    qint64 waiting();
    /// Samples that annotators disagree on.
    qint64 disputedSamples();
    /// Calls `visit` with each line and its uuid in ledger order, until it returns false.
    void forEachLine(const std::function<bool(const QString& uuid, const QByteArray& line)>& visit);
    /// SHA-256 over all lines in ledger order; equal ledgers have equal hashes. 32 bytes, also for an empty
    /// one.
    QByteArray ledgerHash();
    /// Derives everything anew from the whole ledger. Returns how many rows differed.
    qint64 rebuildDerived();

private:
    struct SampleName {
        QString dataset;
        QString key;
        friend bool operator==(const SampleName&, const SampleName&) = default;
        friend size_t qHash(const SampleName& name, size_t seed = 0)
        {
            return qHashMulti(seed, name.dataset, name.key);
        }
    };
    /// What the dataset with this name or alias is called: its name first, then its aliases.
    QStringList namesOf(const QString& dataset);
    void derive(const SampleName& name, LedgerGain& gain);
    void keepStanding(SampleId sample, const QVector<Decision>& events, const SampleStanding& standing);
    void keepVerdicts(SampleId sample, const QString& key, const SampleStanding& standing, LedgerGain& gain);
    void keepAction(SampleId sample, const SampleStanding& standing);
    sqlite::Connection& m_connection;
};

} // namespace winnow
