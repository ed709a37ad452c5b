// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reviewcontroller.h"

#include "core/store/samplestore.h"
#include "ui/models/settings.h"

namespace winnow {

ReviewController::ReviewController(QObject* parent)
    : QObject(parent)
    , m_walk(m_inFlight)
    , m_decisions(m_walk, m_inFlight)
    , m_jobs(nullptr)
{
    connectParts();
}

void ReviewController::connectParts()
{
    connect(&m_walk, &ReviewWalk::changed, this, &ReviewController::changed);
    connect(&m_walk, &ReviewWalk::failed, this, &ReviewController::failed);
    connect(&m_walk, &ReviewWalk::detailReady, this, &ReviewController::detailReady);
    connect(&m_decisions, &ReviewDecisions::changed, this, &ReviewController::changed);
    connect(&m_decisions, &ReviewDecisions::said, this, &ReviewController::said);
    connect(&m_decisions, &ReviewDecisions::notSaved, this, &ReviewController::notSaved);
    connect(&m_decisions, &ReviewDecisions::asked, this, &ReviewController::asked);
    connect(&m_recent, &RecentDecisions::changed, this, [this] { emit changed(ReviewPart::History); });
    connect(&m_reader, &ReviewSessionReader::opened, this, &ReviewController::opened);
    connect(&m_reader, &ReviewSessionReader::failed, this, &ReviewController::failed);
    connect(&m_reader, &ReviewSessionReader::queueRead, this,
        [this](const ReviewSession& session, const SessionMark& queue) {
            rememberQueue(queue, session);
            begin(session);
        });
    connect(&m_reader, &ReviewSessionReader::knownRead, this,
        [this](const QString& annotator, const ReviewKnown& known, const SessionMark& queue) {
            if (m_walk.session().annotator() != annotator) {
                return;
            }
            m_walk.setKnown(known);
            if (!queue.key.isEmpty()) {
                rememberQueue(queue, m_walk.session());
            }
        });
}

void ReviewController::setProject(DecisionService* service)
{
    const auto project = service ? service->project() : nullptr;
    m_jobs.cancelAll();
    m_decisions.setService(nullptr, false);
    m_service = service;
    m_walk.setProject(service);
    m_recent.setProject(project);
    m_reader.setProject(project, annotatorName());
}

void ReviewController::opened(const ReviewOpening& opening, bool queueFollows)
{
    m_decisions.setService(m_service, opening.blind);
    if (opening.session) {
        begin(*opening.session);
    } else if (!queueFollows) {
        m_walk.showQueues();
    }
    m_recent.read();
}

void ReviewController::rememberQueue(const SessionMark& queue, const ReviewSession& session)
{
    if (m_service && !m_service->project()->isReadOnly()) {
        m_service->remember(queue);
        m_service->remember(session.positionMark());
    }
}

void ReviewController::openQueue(const ReviewQueue& queue)
{
    m_walk.rememberPlace();
    m_reader.openQueue(queue, annotatorName());
}

void ReviewController::begin(const ReviewSession& session)
{
    m_walk.begin(session);
    // The name may have been changed while the queue was read.
    takeAnnotator();
}

void ReviewController::takeAnnotator()
{
    const QString annotator = annotatorName();
    if (!m_reader.isOpen() || m_walk.session().annotator() == annotator) {
        return;
    }
    m_walk.setAnnotator(annotator);
    m_decisions.forgetAnswers();
    emit changed(ReviewPart::Standing);
    if (!m_walk.session().isEmpty()) {
        m_reader.readKnown(m_walk.session(), true);
    }
}

void ReviewController::storeChanged(const ChangeSet& changes)
{
    const ChangeSet::Parts seen
        = ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions;
    if (!m_walk.isOpen() || !(changes.parts & seen)) {
        return;
    }
    if (!m_walk.refresh(changes.samples)) {
        m_reader.readKnown(m_walk.session(), false);
    }
    if (changes.parts & ChangeSet::Decisions) {
        m_recent.read();
    }
}

QVector<Decision> ReviewController::history() const
{
    QVector<Decision> events = m_recent.events();
    if (m_decisions.isHidden()) {
        const SampleId sample = m_walk.shown().id();
        events.removeIf([&](const Decision& event) {
            return event.sampleId == sample && event.annotator != m_walk.session().annotator();
        });
    }
    return events;
}

void ReviewController::move(ReviewWalk::Step step)
{
    if (!m_walk.step(step)) {
        emit said(tr("This is the first sample of the queue"));
    }
}

void ReviewController::moveFlag(int step)
{
    const int flag = m_walk.shown().flagAfter(step);
    if (flag >= 0 && !m_decisions.isHidden()) {
        m_walk.setFlag(flag);
    }
}

void ReviewController::visit(const QString& sampleKey)
{
    if (sampleKey.isEmpty()) {
        emit said(tr("This flag names no other sample"));
        return;
    }
    if (!m_service) {
        return;
    }
    m_jobs.start(
        QStringLiteral("visit"), {},
        [project = m_service->project(), sampleKey](Progress&) {
            return project->read([&](sqlite::Connection& c) { return SampleStore(c).byKey(sampleKey); });
        },
        [this, sampleKey](const Result<std::optional<Sample>>& sample) {
            if (!sample || !*sample) {
                emit said(tr("%1 is not in the project any more").arg(sampleKey));
                return;
            }
            m_walk.goTo((*sample)->id, true);
            emit said(tr("Beside the queue; Left or Right comes back"));
        });
}

} // namespace winnow
