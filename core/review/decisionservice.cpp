// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionservice.h"

#include "core/base/clock.h"
#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"

#include <QElapsedTimer>
#include <QUuid>

namespace winnow {

namespace {

QVector<SampleId> samplesOf(const QVector<Decision>& decisions)
{
    QVector<SampleId> samples;
    for (const Decision& decision : decisions) {
        if (!samples.contains(decision.sampleId)) {
            samples.append(decision.sampleId);
        }
    }
    return samples;
}

ChangeSet decisionsChanged(const QVector<SampleId>& samples = {})
{
    // The states of flags follow from the decisions: whoever shows them looks at both.
    return {.parts = ChangeSet::Decisions, .samples = samples};
}

} // namespace

DecisionService::DecisionService(std::shared_ptr<Project> project, QObject* parent)
    : QObject(parent)
    , m_project(std::move(project))
    , m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("decisions"));
    m_thread.start();
}

DecisionService::~DecisionService()
{
    // Queued behind every request, so that none is lost.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

qint64 DecisionService::enqueue(DecisionReceipt::What what, Work work)
{
    const qint64 ticket = ++m_lastTicket;
    emit pendingChanged(++m_pending);
    QElapsedTimer clock;
    clock.start();
    QMetaObject::invokeMethod(
        m_worker,
        [this, ticket, what, clock, work = std::move(work)] {
            Result<QVector<Decision>> outcome = work();
            const double milliseconds = double(clock.nsecsElapsed()) / 1e6;
            QMetaObject::invokeMethod(
                this,
                [this, ticket, what, milliseconds, outcome = std::move(outcome)] {
                    --m_pending;
                    if (outcome) {
                        emit stored({ticket, what, *outcome, milliseconds});
                    } else {
                        emit failed(ticket, outcome.error());
                    }
                    emit pendingChanged(m_pending);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    return ticket;
}

qint64 DecisionService::decide(QVector<Decision> decisions, const SessionMark& mark)
{
    // The time of a decision is that of the key, not of the disk.
    const QString at = nowUtc();
    for (Decision& decision : decisions) {
        decision.at = at;
    }
    if (decisions.size() > 1 && decisions.first().batch.isEmpty()) {
        const QString batch = QUuid::createUuid().toString(QUuid::WithoutBraces);
        for (Decision& decision : decisions) {
            decision.batch = batch;
        }
    }
    return enqueue(DecisionReceipt::What::Decided,
        [this, mark, decisions = std::move(decisions)]() mutable -> Result<QVector<Decision>> {
            return m_project->write(decisionsChanged(samplesOf(decisions)),
                [&](sqlite::Connection& c) -> Result<QVector<Decision>> {
                    DecisionStore ledger(c);
                    for (Decision& decision : decisions) {
                        Result<DecisionId> id = ledger.append(decision);
                        if (!id) {
                            return tl::unexpected<Error>(id.error());
                        }
                        decision.id = *id;
                    }
                    if (!mark.key.isEmpty()) {
                        DatasetStore(c).setMeta(mark.key, mark.value);
                    }
                    return decisions;
                });
        });
}

qint64 DecisionService::undo(const QString& annotator)
{
    return enqueue(DecisionReceipt::What::Undone, [this, annotator]() -> Result<QVector<Decision>> {
        return m_project->write(
            [&](sqlite::Connection& c, ChangeSet& changes) {
                auto taken = DecisionStore(c).undo(annotator);
                changes.samples = taken ? samplesOf(*taken) : QVector<SampleId>();
                return taken;
            },
            decisionsChanged());
    });
}

qint64 DecisionService::redo(const QString& annotator)
{
    return enqueue(DecisionReceipt::What::Redone, [this, annotator]() -> Result<QVector<Decision>> {
        return m_project->write(
            [&](sqlite::Connection& c, ChangeSet& changes) {
                auto again = DecisionStore(c).redo(annotator);
                changes.samples = again ? samplesOf(*again) : QVector<SampleId>();
                return again;
            },
            decisionsChanged());
    });
}

qint64 DecisionService::remember(const SessionMark& mark)
{
    return enqueue(DecisionReceipt::What::Remembered, [this, mark]() -> Result<QVector<Decision>> {
        return m_project->write({}, [&](sqlite::Connection& c) -> Result<QVector<Decision>> {
            DatasetStore(c).setMeta(mark.key, mark.value);
            return QVector<Decision>();
        });
    });
}

} // namespace winnow
