// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/projectsession.h"

#include "core/responses/readresults.h"
#include "ui/models/subsetlist.h"

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("index");
/// Above this many touched samples a full read is cheaper.
constexpr int kMostTouched = 5000;

} // namespace

ProjectSession::ProjectSession(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_tracker(jobs)
    , m_subsets(new SubsetList(this, this))
{
    connect(m_subsets, &SubsetList::failed, this, &ProjectSession::failed);
    qRegisterMetaType<ChangeSet>();
}

void ProjectSession::setProject(std::shared_ptr<Project> project)
{
    disconnect(m_notifier);
    m_tracker.waitForAll();
    m_index.reset();
    m_touched.clear();
    m_reload = false;
    m_staleSubsets = false;
    m_wantsResults = false;
    m_staleResults = false;
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

void ProjectSession::wantResults()
{
    if (!m_wantsResults && m_project) {
        m_wantsResults = true;
        schedule();
    }
}

void ProjectSession::onChanged(const ChangeSet& changes)
{
    emit storeChanged(changes);
    const bool responses = bool(changes.parts & ChangeSet::Responses);
    m_staleResults |= responses;
    const bool subsets = bool(changes.parts & ChangeSet::Subsets);
    m_staleSubsets |= subsets;
    const bool decisionsOnly = !(changes.parts & ~ChangeSet::Parts(ChangeSet::Decisions));
    if (decisionsOnly && !changes.samples.isEmpty() && changes.samples.size() <= kMostTouched) {
        m_touched += changes.samples;
    } else if (changes.parts & (ChangeSet::Samples | ChangeSet::Flags | ChangeSet::Decisions)) {
        m_reload = true;
    } else if (!responses && !subsets) {
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
        reload();
    } else if (!m_touched.isEmpty()) {
        m_tracker.start(
            kSlot, {},
            [project, index = m_index, touched = std::exchange(m_touched, {})](
                Progress&) { return index->refreshed(*project, touched); },
            done);
    } else if (m_index && std::exchange(m_staleSubsets, false)) {
        m_tracker.start(
            kSlot, {}, [project, index = m_index](Progress&) { return index->withSubsets(*project); }, done);
    } else if (m_wantsResults && m_index && (m_staleResults || !m_index->results())) {
        readResults();
    }
}

void ProjectSession::readResults()
{
    m_staleResults = false;
    m_tracker.start(
        kSlot, {},
        [project = m_project, index = m_index](
            Progress& progress) { return withResults(*project, index, progress); },
        [this](Result<std::shared_ptr<const SampleIndex>> loaded) {
            // What cannot be read is tried again when it is wanted again.
            m_wantsResults = loaded.has_value();
            take(std::move(loaded));
        });
}

void ProjectSession::reload()
{
    m_reload = false;
    m_staleSubsets = false;
    m_touched.clear();
    m_tracker.start(
        kSlot, {},
        [project = m_project, before = m_index](
            Progress& progress) -> Result<std::shared_ptr<const SampleIndex>> {
            auto index = SampleIndex::load(*project, progress);
            if (!index || !before || !before->results()) {
                return index;
            }
            // Who saw results goes on seeing some.
            return before->ids() == (*index)->ids() ? (*index)->withResults(before->results())
                                                    : withResults(*project, *index, progress);
        },
        [this](Result<std::shared_ptr<const SampleIndex>> loaded) { take(std::move(loaded)); });
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
