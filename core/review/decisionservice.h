// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
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
    /// Between the request and the commit.
    double milliseconds = 0;
};

/// A project-wide value that is stored together with a decision (where the annotator is in the queue), so
/// that a crash never separates the two.
struct SessionMark {
    QString key;
    QString value;
};

/// The one place where a person's decisions become events: a single worker thread that appends to the
/// ledger, in the order of the requests, one transaction each. Requests return at once with a ticket;
/// receipts are queued to the thread that the service lives on. The destructor waits until all is stored.
class DecisionService : public QObject {
    Q_OBJECT
public:
    explicit DecisionService(std::shared_ptr<Project> project, QObject* parent = nullptr);
    ~DecisionService() override;

    /// Appends the decisions in one transaction. Several share a batch and are undone together.
    qint64 decide(QVector<Decision> decisions, const SessionMark& mark = {});
    /// Takes back, or brings again, the annotator's last decision or batch, wherever it was taken.
    qint64 undo(const QString& annotator);
    qint64 redo(const QString& annotator);
    /// Stores the mark alone (moving on without deciding).
    qint64 remember(const SessionMark& mark);

    /// Requests whose receipt has not arrived yet.
    int pending() const { return m_pending; }
    const std::shared_ptr<Project>& project() const { return m_project; }

signals:
    void stored(const winnow::DecisionReceipt& receipt);
    /// Nothing was changed. `ticket` tells which request.
    void failed(qint64 ticket, const winnow::Error& error);
    /// `pending()` changed.
    void pendingChanged(int pending);

private:
    using Work = std::function<Result<QVector<Decision>>()>;
    qint64 enqueue(DecisionReceipt::What what, Work work);

    std::shared_ptr<Project> m_project;
    QThread m_thread;
    QObject* m_worker;
    qint64 m_lastTicket = 0;
    int m_pending = 0;
};

} // namespace winnow

Q_DECLARE_METATYPE(winnow::DecisionReceipt)
