// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionservice.h"

#include "core/base/clock.h"
#include "core/review/decisionworker.h"
#include "core/store/datasetstore.h"

#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace winnow {

DecisionService::DecisionService(std::shared_ptr<Project> project, QObject* parent)
    : QObject(parent)
    , m_project(std::move(project))
    , m_worker(new DecisionWorker(m_project, this))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("decisions"));
    m_thread.start();
    m_state.ledger = m_project->ledger().status();
}

DecisionService::~DecisionService()
{
    // Queued behind every request, so that none is lost.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_worker->workOff();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

qint64 DecisionService::enqueue(Request request)
{
    request.ticket = ++m_lastTicket;
    m_requests.append(request);
    m_state.unsaved = int(m_requests.size());
    emit pendingChanged(++m_pending);
    emit stateChanged(m_state);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, request] { worker->add(request); }, Qt::QueuedConnection);
    return request.ticket;
}

void DecisionService::take(qint64 ticket, const DecisionReceipt& receipt)
{
    --m_pending;
    m_requests.removeIf([&](const Request& request) { return request.ticket == ticket; });
    m_state.unsaved = int(m_requests.size());
    emit stored(receipt);
    emit pendingChanged(m_pending);
    emit stateChanged(m_state);
}

void DecisionService::takeFailure(qint64 ticket, const Error& error)
{
    --m_pending;
    m_requests.removeIf([&](const Request& request) { return request.ticket == ticket; });
    m_state.unsaved = int(m_requests.size());
    emit failed(ticket, error);
    emit pendingChanged(m_pending);
    emit stateChanged(m_state);
}

void DecisionService::takeState(const std::optional<Error>& problem, const LedgerStatus& ledger)
{
    m_state.problem = problem;
    m_state.ledger = ledger;
    emit stateChanged(m_state);
}

qint64 DecisionService::decide(QVector<Decision> decisions, const SessionMark& mark)
{
    // The time of a decision is that of the key, not of the disk; and it is the same event however often, and
    // wherever, it is written.
    const QString at = nowUtc();
    const QString batch
        = decisions.size() > 1 ? QUuid::createUuid().toString(QUuid::WithoutBraces) : QString();
    for (Decision& decision : decisions) {
        decision.at = at;
        if (decision.uuid.isEmpty()) {
            decision.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        }
        if (decision.batch.isEmpty()) {
            decision.batch = batch;
        }
    }
    Request request;
    request.what = DecisionReceipt::What::Decided;
    request.decisions = std::move(decisions);
    request.mark = mark;
    return enqueue(std::move(request));
}

qint64 DecisionService::undo(const QString& annotator)
{
    Request request;
    request.what = DecisionReceipt::What::Undone;
    request.annotator = annotator;
    return enqueue(std::move(request));
}

qint64 DecisionService::redo(const QString& annotator)
{
    Request request;
    request.what = DecisionReceipt::What::Redone;
    request.annotator = annotator;
    return enqueue(std::move(request));
}

qint64 DecisionService::remember(const SessionMark& mark)
{
    Request request;
    request.what = DecisionReceipt::What::Remembered;
    request.mark = mark;
    return enqueue(std::move(request));
}

void DecisionService::retry()
{
    QMetaObject::invokeMethod(m_worker, &DecisionWorker::workOff, Qt::QueuedConnection);
}

QVector<QVector<Decision>> DecisionService::unsaved() const
{
    QVector<QVector<Decision>> batches;
    QVector<QVector<Decision>> undone;
    for (const Request& request : m_requests) {
        switch (request.what) {
        case DecisionReceipt::What::Decided:
            batches.append(request.decisions);
            undone.clear();
            break;
        case DecisionReceipt::What::Undone:
            if (!batches.isEmpty()) {
                undone.append(batches.takeLast());
            }
            break;
        case DecisionReceipt::What::Redone:
            if (!undone.isEmpty()) {
                batches.append(undone.takeLast());
            }
            break;
        case DecisionReceipt::What::Remembered:
            break;
        }
    }
    return batches;
}

Result<> writeDecisionsElsewhere(
    Project& project, const QVector<QVector<Decision>>& batches, const QString& path)
{
    QString uuid;
    // The project may be what fails: what the decisions lack is then left out.
    auto read
        = project.read([&](sqlite::Connection& c) { return DatasetStore(c).meta(QStringLiteral("uuid")); });
    uuid = read.value_or(QString());
    LedgerSeat seat{uuid, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, {}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()),
            QStringLiteral("Choose another folder"));
    }
    qint64 order = nowMicroseconds();
    for (const QVector<Decision>& batch : batches) {
        for (Decision decision : batch) {
            decision.batchSize = decision.batch.isEmpty() ? 0 : int(batch.size());
            decision.order = ++order;
            ++seat.number;
            const LedgerEvent event = makeLedgerEvent(decision, seat);
            seat.previous = event.hash;
            file.write(event.line + '\n');
        }
    }
    if (!file.commit()) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()),
            QStringLiteral("Choose another folder"));
    }
    return {};
}

} // namespace winnow
