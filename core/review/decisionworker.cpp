// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionworker.h"

#include "core/store/datasetstore.h"

namespace winnow {

namespace {

constexpr int kRetryMilliseconds = 2000;
constexpr int kCatchUpMilliseconds = 250;

/// What the request itself got wrong fails again; the rest is the disk's or another program's doing.
bool isWorthRetrying(const Error& error)
{
    return error.code != ErrorCode::InvalidInput && error.code != ErrorCode::NotFound
        && error.code != ErrorCode::Cancelled;
}

} // namespace

DecisionWorker::DecisionWorker(std::shared_ptr<Project> project, DecisionService* service)
    : m_project(std::move(project))
    , m_service(service)
    , m_retry(this)
    , m_catchUp(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &DecisionWorker::workOff);
    m_catchUp.setInterval(kCatchUpMilliseconds);
    connect(&m_catchUp, &QTimer::timeout, this, [this] {
        m_project->ledger().applyPending();
        tell(std::nullopt);
    });
}

void DecisionWorker::add(DecisionRequest request)
{
    Waiting waiting{std::move(request), {}};
    waiting.clock.start();
    m_waiting.push_back(std::move(waiting));
    if (!m_retry.isActive()) {
        workOff();
    }
}

void DecisionWorker::workOff()
{
    m_retry.stop();
    const Result<> worked = sqlite::guarded([this] {
        while (!m_waiting.empty() && workOne()) { }
    });
    if (!worked) {
        tell(worked.error());
        m_retry.start();
    }
}

bool DecisionWorker::workOne()
{
    const DecisionRequest& request = m_waiting.front().request;
    Ledger& ledger = m_project->ledger();
    Result<QVector<Decision>> outcome;
    switch (request.what) {
    case DecisionReceipt::What::Decided: {
        Ledger::Marks marks;
        if (!request.mark.key.isEmpty()) {
            marks.insert(request.mark.key, request.mark.value);
        }
        outcome = ledger.decide(request.decisions, marks);
        break;
    }
    case DecisionReceipt::What::Undone:
        outcome = ledger.undo(request.annotator, request.uuid);
        break;
    case DecisionReceipt::What::Redone:
        outcome = ledger.redo(request.annotator, request.uuid);
        break;
    case DecisionReceipt::What::Remembered:
        ledger.remember({{request.mark.key, request.mark.value}});
        break;
    }
    if (!outcome && isWorthRetrying(outcome.error())) {
        tell(outcome.error());
        m_retry.start();
        return false;
    }
    const qint64 ticket = request.ticket;
    const double milliseconds = double(m_waiting.front().clock.nsecsElapsed()) / 1e6;
    const DecisionReceipt::What what = request.what;
    m_waiting.pop_front();
    DecisionService* service = m_service;
    if (outcome) {
        QMetaObject::invokeMethod(
            service,
            [service, ticket, receipt = DecisionReceipt{ticket, what, *outcome, milliseconds}] {
                service->take(ticket, receipt);
            },
            Qt::QueuedConnection);
    } else {
        QMetaObject::invokeMethod(
            service, [service, ticket, error = outcome.error()] { service->takeFailure(ticket, error); },
            Qt::QueuedConnection);
    }
    tell(std::nullopt);
    return true;
}

void DecisionWorker::tell(const std::optional<Error>& problem)
{
    const LedgerStatus status = m_project->ledger().status();
    if (status.pending > 0 && !m_catchUp.isActive()) {
        m_catchUp.start();
    } else if (status.pending == 0) {
        m_catchUp.stop();
    }
    if (problem || m_waiting.empty()) {
        m_problem = problem;
    }
    DecisionService* service = m_service;
    QMetaObject::invokeMethod(
        service, [service, stands = m_problem, status] { service->takeState(stands, status); },
        Qt::QueuedConnection);
}

} // namespace winnow
