// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
#include "core/store/ledger.h"
#include "core/store/project.h"

#include <QMetaType>
#include <QObject>
#include <QThread>
#include <QVector>

#include <functional>

namespace winnow {

/// What became of one request to the decision service.
struct DecisionReceipt {
    enum class What { Decided, Undone, Redone, Remembered };

    qint64 ticket = 0;
    What what = What::Decided;
    /// The events decided, or those taken back or brought again. On disk when the receipt arrives.
    QVector<Decision> decisions;
    /// Between the request and the disk.
    double milliseconds = 0;
};

/// A project-wide value that is stored with a decision (where the annotator is in the queue). It goes to the
/// project only: after a crash it may be one decision behind.
struct SessionMark {
    QString key;
    QString value;
};

/// What was asked of the decision service.
struct DecisionRequest {
    qint64 ticket = 0;
    /// The same however often, and wherever, it is tried.
    QString uuid;
    DecisionReceipt::What what = DecisionReceipt::What::Decided;
    QVector<Decision> decisions;
    QString annotator;
    SessionMark mark;
};

/// How what was decided stands.
struct SaveState {
    /// Changes (decisions, undos, redos) that are not on any disk yet.
    int unsaved = 0;
    /// Why the oldest of them cannot be saved; it is tried again by itself.
    std::optional<Error> problem;
    LedgerStatus ledger;

    bool allSaved() const { return unsaved == 0; }
};

class DecisionWorker;

/// The one place where a person's decisions become events: a single worker thread that hands them to the
/// ledger, in the order of the requests. Requests return at once with a ticket; receipts are queued to the
/// thread that the service lives on. What cannot be saved is kept, tried again every two seconds, and can be
/// written elsewhere. The destructor waits until all is stored, or was tried once more.
class DecisionService : public QObject {
    Q_OBJECT
public:
    explicit DecisionService(std::shared_ptr<Project> project, QObject* parent = nullptr);
    ~DecisionService() override;

    /// Appends the decisions as one. Several share a batch and are undone together.
    qint64 decide(QVector<Decision> decisions, const SessionMark& mark = {});
    /// Takes back, or brings again, the annotator's last decision or batch, wherever it was taken.
    qint64 undo(const QString& annotator);
    qint64 redo(const QString& annotator);
    /// Stores the mark alone (moving on without deciding).
    qint64 remember(const SessionMark& mark);

    /// Requests whose receipt has not arrived yet.
    int pending() const { return m_pending; }
    SaveState state() const { return m_state; }
    /// Tries again now.
    void retry();
    /// What is not saved yet, in order.
    const QVector<DecisionRequest>& unsaved() const { return m_requests; }
    /// Takes over what another service of the same project could not save.
    void adopt(const QVector<DecisionRequest>& requests);
    const std::shared_ptr<Project>& project() const { return m_project; }

signals:
    void stored(const winnow::DecisionReceipt& receipt);
    /// Nothing was changed, and trying again would not help. `ticket` tells which request.
    void failed(qint64 ticket, const winnow::Error& error);
    /// `pending()` changed.
    void pendingChanged(int pending);
    void stateChanged(const winnow::SaveState& state);

private:
    friend class DecisionWorker;
    int countUnsaved() const;
    qint64 enqueue(DecisionRequest request);
    void take(qint64 ticket, const DecisionReceipt& receipt);
    void takeFailure(qint64 ticket, const Error& error);
    void takeState(const std::optional<Error>& problem, const LedgerStatus& ledger);

    std::shared_ptr<Project> m_project;
    QThread m_thread;
    DecisionWorker* m_worker;
    /// Requests without a receipt, oldest first.
    QVector<DecisionRequest> m_requests;
    SaveState m_state;
    qint64 m_lastTicket = 0;
    int m_pending = 0;
};

/// Writes what could not be saved as ledger lines that `merge` reads, into a new file; undo and redo choose
/// their targets as the project would now. Not on the GUI thread.
Result<> writeDecisionsElsewhere(Project& project, QVector<DecisionRequest> requests, const QString& path);

} // namespace winnow

Q_DECLARE_METATYPE(winnow::DecisionReceipt)
Q_DECLARE_METATYPE(winnow::SaveState)
