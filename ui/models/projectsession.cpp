// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/projectsession.h"

#include "core/responses/sampleaccuracy.h"

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("index");
/// Above this many touched samples a full read is cheaper.
constexpr int kMostTouched = 5000;

} // namespace

ProjectSession::ProjectSession(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_tracker(jobs)
{
    qRegisterMetaType<ChangeSet>();
}

void ProjectSession::setProject(std::shared_ptr<Project> project)
{
    disconnect(m_notifier);
    m_tracker.waitForAll();
    m_index.reset();
    m_touched.clear();
    m_reload = false;
    m_project = std::move(project);
    if (m_project) {
        m_notifier = connect(&m_project->notifier(), &StoreNotifier::changed, this,
            &ProjectSession::onChanged, Qt::QueuedConnection);
        m_reload = true;
    }
    emit projectChanged();
    emit indexChanged();
    schedule();
}

void ProjectSession::wantAccuracy()
{
    if (!m_accuracy) {
        m_accuracy = true;
        m_reload = m_project != nullptr;
        schedule();
    }
}

void ProjectSession::onChanged(const ChangeSet& changes)
{
    emit storeChanged(changes);
    const bool decisionsOnly = !(changes.parts & ~ChangeSet::Parts(ChangeSet::Decisions));
    if (decisionsOnly && !changes.samples.isEmpty() && changes.samples.size() <= kMostTouched) {
        m_touched += changes.samples;
    } else if (changes.parts & (ChangeSet::Samples | ChangeSet::Flags | ChangeSet::Decisions)) {
        m_reload = true;
    } else if ((changes.parts & ChangeSet::Responses) && m_accuracy) {
        m_reload = true;
    } else {
        return;
    }
    schedule();
}

// One read at a time: what is committed meanwhile is read by the next.
void ProjectSession::schedule()
{
    if (!m_project || m_tracker.isRunning(kSlot)) {
        return;
    }
    const std::shared_ptr<Project> project = m_project;
    const auto done = [this](Result<std::shared_ptr<const SampleIndex>> loaded) { take(std::move(loaded)); };
    if (m_reload || (!m_index && !m_touched.isEmpty())) {
        m_reload = false;
        m_touched.clear();
        m_tracker.start(
            kSlot, {},
            [project, accuracy = m_accuracy](Progress& progress) {
                auto index = SampleIndex::load(*project, progress);
                return index && accuracy ? withAccuracy(*project, *index, progress) : index;
            },
            done);
    } else if (!m_touched.isEmpty()) {
        m_tracker.start(
            kSlot, {},
            [project, index = m_index, touched = std::exchange(m_touched, {})](
                Progress&) { return index->refreshed(*project, touched); },
            done);
    }
}

void ProjectSession::take(Result<std::shared_ptr<const SampleIndex>> loaded)
{
    if (loaded) {
        m_index = std::move(*loaded);
        emit indexChanged();
    } else {
        emit failed(loaded.error());
    }
    schedule();
}

} // namespace winnow
