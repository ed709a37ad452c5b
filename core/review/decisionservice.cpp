// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionservice.h"

#include "core/base/clock.h"
#include "core/domain/undostack.h"
#include "core/review/decisionworker.h"
#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"

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

int DecisionService::countUnsaved() const
{
    // A place in the queue is no change that anybody made.
    return int(std::count_if(m_requests.cbegin(), m_requests.cend(),
        [](const DecisionRequest& request) { return request.what != DecisionReceipt::What::Remembered; }));
}

qint64 DecisionService::enqueue(DecisionRequest request)
{
    request.ticket = ++m_lastTicket;
    if (request.uuid.isEmpty()) {
        request.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    m_requests.append(request);
    m_state.unsaved = countUnsaved();
    emit pendingChanged(++m_pending);
    emit stateChanged(m_state);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, request] { worker->add(request); }, Qt::QueuedConnection);
    return request.ticket;
}

void DecisionService::take(qint64 ticket, const DecisionReceipt& receipt)
{
    --m_pending;
    m_requests.removeIf([&](const DecisionRequest& request) { return request.ticket == ticket; });
    m_state.unsaved = countUnsaved();
    emit stored(receipt);
    emit pendingChanged(m_pending);
    emit stateChanged(m_state);
}

void DecisionService::takeFailure(qint64 ticket, const Error& error)
{
    --m_pending;
    m_requests.removeIf([&](const DecisionRequest& request) { return request.ticket == ticket; });
    m_state.unsaved = countUnsaved();
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
    DecisionRequest request;
    request.what = DecisionReceipt::What::Decided;
    request.decisions = std::move(decisions);
    request.mark = mark;
    return enqueue(std::move(request));
}

qint64 DecisionService::undo(const QString& annotator)
{
    DecisionRequest request;
    request.what = DecisionReceipt::What::Undone;
    request.annotator = annotator;
    return enqueue(std::move(request));
}

qint64 DecisionService::redo(const QString& annotator)
{
    DecisionRequest request;
    request.what = DecisionReceipt::What::Redone;
    request.annotator = annotator;
    return enqueue(std::move(request));
}

qint64 DecisionService::remember(const SessionMark& mark)
{
    DecisionRequest request;
    request.what = DecisionReceipt::What::Remembered;
    request.mark = mark;
    return enqueue(std::move(request));
}

void DecisionService::retry()
{
    QMetaObject::invokeMethod(m_worker, &DecisionWorker::workOff, Qt::QueuedConnection);
}

void DecisionService::adopt(const QVector<DecisionRequest>& requests)
{
    for (const DecisionRequest& request : requests) {
        enqueue(request);
    }
}

namespace {

/// The events of the requests, batch by batch, as the project would write them now.
Result<QVector<QVector<Decision>>> eventsOf(sqlite::Connection& c, QVector<DecisionRequest>& requests)
{
    DecisionStore store(c);
    QHash<QString, UndoStack> stacks;
    const auto stackOf = [&](const QString& annotator) -> UndoStack& {
        auto found = stacks.find(annotator);
        if (found == stacks.end()) {
            found = stacks.insert(annotator, {});
            const QVector<Decision> before = store.ofAnnotator(annotator);
            for (const Decision& event : before) {
                found->add(event);
            }
        }
        return *found;
    };
    QVector<QVector<Decision>> batches;
    qint64 order = std::max(nowMicroseconds(), store.greatestOrder());
    for (DecisionRequest& request : requests) {
        QVector<Decision> events;
        switch (request.what) {
        case DecisionReceipt::What::Decided:
            for (Decision& decision : request.decisions) {
                WINNOW_TRY(store.complete(decision));
                decision.batchSize = decision.batch.isEmpty() ? 0 : int(request.decisions.size());
            }
            events = request.decisions;
            break;
        case DecisionReceipt::What::Undone:
            events = stackOf(request.annotator).undoEvents(request.uuid);
            break;
        case DecisionReceipt::What::Redone:
            events = stackOf(request.annotator).redoEvents(request.uuid);
            break;
        case DecisionReceipt::What::Remembered:
            break;
        }
        for (Decision& event : events) {
            event.order = ++order;
            stackOf(event.annotator).add(event);
        }
        if (!events.isEmpty()) {
            batches.append(events);
        }
    }
    return batches;
}

} // namespace

Result<> writeDecisionsElsewhere(Project& project, QVector<DecisionRequest> requests, const QString& path)
{
    QString uuid;
    // What fails is the disk, or the name: the open file can still be read. A line without its sample's name
    // would be nobody's.
    const auto batches = project.read([&](sqlite::Connection& c) -> Result<QVector<QVector<Decision>>> {
        uuid = DatasetStore(c).meta(QStringLiteral("uuid"));
        return eventsOf(c, requests);
    });
    if (!batches) {
        return tl::unexpected<Error>(batches.error());
    }
    LedgerSeat seat{uuid, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, {}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                .arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder")));
    }
    for (const QVector<Decision>& batch : *batches) {
        for (const Decision& decision : batch) {
            ++seat.number;
            const LedgerEvent event = makeLedgerEvent(decision, seat);
            seat.previous = event.hash;
            file.write(event.line + '\n');
        }
    }
    if (!file.commit()) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                .arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder")));
    }
    return {};
}

} // namespace winnow
