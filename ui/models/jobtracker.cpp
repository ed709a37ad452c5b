// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobtracker.h"

#include <QCoreApplication>

namespace winnow {

void JobTracker::Running::leave()
{
    const QMutexLocker lock(&mutex);
    if (--count == 0) {
        none.wakeAll();
    }
}

JobTracker::JobTracker(JobModel* model, QObject* parent)
    : QObject(parent)
    , m_model(model)
{
}

JobTracker::~JobTracker()
{
    waitForAll();
}

QThreadPool* JobTracker::pool(bool longWork)
{
    // Long jobs have their own threads so that they never keep a page from reading.
    static QThreadPool quick;
    static QThreadPool slow;
    // Their threads end with the application: what Qt keeps for each thread is gone when statics are
    // destroyed.
    static const bool ended = [] {
        qAddPostRoutine([] {
            quick.waitForDone();
            slow.waitForDone();
        });
        return true;
    }();
    Q_UNUSED(ended)
    quick.setMaxThreadCount(qMax(3, QThread::idealThreadCount()));
    slow.setMaxThreadCount(4);
    return longWork ? &slow : &quick;
}

std::shared_ptr<JobProgress> JobTracker::begin(const QString& slot, const QString& title)
{
    cancel(slot);
    auto progress = std::make_shared<JobProgress>();
    Entry entry{progress, 0};
    if (m_model && !title.isEmpty()) {
        entry.modelId = m_model->add(title, progress);
    }
    m_slots.insert(slot, entry);
    const QMutexLocker lock(&m_running->mutex);
    ++m_running->count;
    return progress;
}

bool JobTracker::finish(const QString& slot, const std::shared_ptr<JobProgress>& progress)
{
    const auto leaving = m_leaving.constFind(progress.get());
    if (leaving != m_leaving.constEnd()) {
        if (m_model) {
            m_model->remove(*leaving);
        }
        m_leaving.erase(leaving);
    }
    const auto found = m_slots.constFind(slot);
    if (found == m_slots.constEnd() || found->progress != progress) {
        return false;
    }
    if (m_model && found->modelId != 0) {
        m_model->remove(found->modelId);
    }
    m_slots.erase(found);
    if (m_slots.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_slots.isEmpty()) {
                    emit idle();
                }
            },
            Qt::QueuedConnection);
    }
    return true;
}

void JobTracker::cancel(const QString& slot)
{
    const auto found = m_slots.constFind(slot);
    if (found == m_slots.constEnd()) {
        return;
    }
    found->progress->cancel();
    if (found->modelId != 0) {
        m_leaving.insert(found->progress.get(), found->modelId);
    }
    m_slots.erase(found);
}

void JobTracker::requestStop(const QString& slot)
{
    const auto found = m_slots.constFind(slot);
    if (found != m_slots.constEnd()) {
        found->progress->cancel();
    }
}

void JobTracker::cancelAll()
{
    const QStringList names = m_slots.keys();
    for (const QString& slot : names) {
        cancel(slot);
    }
}

JobProgress::Snapshot JobTracker::progressOf(const QString& slot) const
{
    const auto found = m_slots.constFind(slot);
    return found == m_slots.constEnd() ? JobProgress::Snapshot{} : found->progress->snapshot();
}

void JobTracker::waitForAll()
{
    cancelAll();
    if (m_model) {
        for (const int id : std::as_const(m_leaving)) {
            m_model->remove(id);
        }
    }
    m_leaving.clear();
    QMutexLocker lock(&m_running->mutex);
    while (m_running->count > 0) {
        m_running->none.wait(&m_running->mutex);
    }
}

} // namespace winnow
