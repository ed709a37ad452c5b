// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/undostack.h"
#include "core/store/decisionstore.h"
#include "core/store/ledgerjournal.h"

#include <QHash>
#include <QMap>
#include <QMutex>

namespace winnow {

class Project;

/// How the ledger of an open project stands.
struct LedgerStatus {
    /// Events that are durable in the journal and wait for the project: an import holds it, or it refuses
    /// them.
    qint64 pending = 0;
    /// Of a read-only project: events of the journal that the project lacks.
    qint64 unapplied = 0;
    /// Lines of the journal whose hash does not hold.
    qint64 badLines = 0;
    /// Why the journal is not written at present: decisions go to the project alone.
    std::optional<Error> journalProblem;
    /// Why the project does not take the pending events, other than that somebody else writes it.
    std::optional<Error> projectProblem;
    /// Where another project's, or a broken, journal was moved to.
    QString setAside;
    /// Flags whose state changed at opening because annotators disagree.
    QVector<FlagName> disputedAtOpening;
};

/// What a merge brought.
struct MergeReport {
    qint64 read = 0;
    qint64 added = 0;
    /// Lines that are no sound event; the first ones with their line numbers and why.
    qint64 rejected = 0;
    QStringList problems;
    /// Events that wait for samples or for the rest of their batch, of all in the project.
    qint64 waiting = 0;
    QVector<FlagName> newlyDisputed;
};

/// The ledger of one open project: an event is written to the journal and synced there (durable, though an
/// import holds the project), then added to the project. Thread-safe; not for the GUI thread. The protocol,
/// and why it is so: core/store/README.md.
class Ledger {
public:
    explicit Ledger(Project& project);
    ~Ledger();

    /// Project-wide values to store with the events, in the project only.
    using Marks = QMap<QString, QString>;

    /// Appends the decisions as one; several share a batch and are undone together. Fills in uuid, time,
    /// sample key and content hash. On disk when it returns. InvalidInput and NotFound as
    /// DecisionStore::complete says; Replaced when the project file is not the one that was opened any more;
    /// nothing is stored then.
    Result<QVector<Decision>> decide(QVector<Decision> decisions, const Marks& marks = {});
    /// Appends undos of the annotator's latest standing decision, or of its batch; returns what was taken
    /// back. NotFound when there is none. Tried again under the same `request` (a uuid) it is the same event.
    Result<QVector<Decision>> undo(const QString& annotator, const QString& request = {});
    /// Cancels the annotator's latest undo, if no decision came after it; returns the decisions that stand
    /// again.
    Result<QVector<Decision>> redo(const QString& annotator, const QString& request = {});

    /// Brings project and journal to the same events. `wait`: for whoever writes the project, up to five
    /// seconds.
    Result<> sync(bool wait = true);
    /// The same over every line of both, damaged ones included, instead of what is new since they were last
    /// equal.
    Result<> syncAll();
    /// Writes the journal anew without its damaged lines; the old file stays beside it (`status().setAside`).
    Result<> renewJournal();
    /// Adds events of others that are not here yet.
    Result<MergeReport> merge(const QVector<LedgerEvent>& events);
    /// Stores values without an event; now, or when the project can be written.
    void remember(const Marks& marks);
    /// Tries to add what is pending without waiting for anybody.
    void applyPending();

    LedgerStatus status() const;
    /// Names the project, whatever its file is called. Constant once the project is open.
    QString projectUuid() const { return m_seat.project; }
    /// Events on the sample that are not in the project yet, oldest first.
    QVector<Decision> pendingOf(SampleId sample) const;

private:
    friend class Project;
    using Choose = std::function<Result<QVector<Decision>>()>;

    void open(const QVector<FlagName>& disputed);
    Result<QVector<LedgerEvent>> write(const Choose& choose, const Marks& marks);
    Result<> lockJournal();
    Result<> createJournal(const std::function<Result<>()>& beforeLink = {});
    /// Takes what the journal has beyond what was read; needs its lock.
    Result<> readJournal();
    Result<> compareAll();
    void take(const QVector<LedgerEvent>& events);
    QVector<LedgerEvent> stamp(const QVector<Decision>& decisions);
    Result<> apply(bool wait, bool alone);
    Result<> rewriteJournal();
    void setJournalProblem(const std::optional<Error>& problem);
    Result<UndoStack*> stackOf(const QString& annotator);
    void publish();

    Project& m_project;
    QMutex m_mutex;
    std::unique_ptr<LedgerJournal> m_journal;
    LedgerSeat m_seat;
    qint64 m_greatest = 0;
    /// The journal up to readTo() was compared with the table.
    bool m_compared = false;
    /// ... and is to be compared as a whole.
    bool m_compareAll = false;
    /// ... by this very sync.
    bool m_comparedNow = false;
    QVector<LedgerEvent> m_pending;
    Marks m_marks;
    QHash<QString, UndoStack> m_stacks;
    LedgerGain m_lastGain;

    mutable QMutex m_statusMutex;
    LedgerStatus m_status;
    QVector<Decision> m_pendingDecisions;
};

} // namespace winnow
