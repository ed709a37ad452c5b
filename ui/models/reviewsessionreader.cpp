// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reviewsessionreader.h"

#include "core/store/datasetstore.h"
#include "core/store/project.h"
#include "ui/models/blindreview.h"

#include <utility>

namespace winnow {

namespace {

Result<ReviewOpening> readOpening(const Project& project, const QString& annotator)
{
    auto session = ReviewSession::restore(project, annotator);
    if (!session) {
        return tl::unexpected<Error>(session.error());
    }
    auto blind = project.read([](sqlite::Connection& c) { return DatasetStore(c).meta(kBlindKey); });
    if (!blind) {
        return tl::unexpected<Error>(blind.error());
    }
    return ReviewOpening{std::move(*session), *blind == QLatin1String("1")};
}

Result<ReviewSession> makeSession(const Project& project, const ReviewQueue& queue, const QString& annotator)
{
    const auto known = ReviewKnown::read(project, annotator);
    if (!known) {
        return tl::unexpected<Error>(known.error());
    }
    ReviewSession session(annotator, queue.samples, queue.title, queue.startAt);
    session.setKnown(*known);
    session.setKinds(queue.kinds);
    return session;
}

} // namespace

ReviewSessionReader::ReviewSessionReader(QObject* parent)
    : QObject(parent)
    , m_jobs(nullptr)
{
}

void ReviewSessionReader::setProject(std::shared_ptr<Project> project, const QString& annotator)
{
    m_jobs.cancelAll();
    m_open = false;
    m_requested.reset();
    m_project = std::move(project);
    if (m_project) {
        start(annotator);
    }
}

void ReviewSessionReader::start(const QString& annotator)
{
    m_jobs.start(
        QStringLiteral("open"), {},
        [project = m_project, annotator](Progress&) { return readOpening(*project, annotator); },
        [this, annotator](Result<ReviewOpening> opening) {
            m_open = true;
            if (!opening) {
                emit failed(opening.error());
                opening = ReviewOpening();
            }
            const std::optional<ReviewQueue> requested = std::exchange(m_requested, std::nullopt);
            if (requested) {
                opening->session.reset();
            }
            emit opened(*opening, requested.has_value());
            if (requested) {
                openQueue(*requested, annotator);
            }
        });
}

void ReviewSessionReader::openQueue(const ReviewQueue& queue, const QString& annotator)
{
    if (!m_open) {
        m_requested = queue;
        return;
    }
    struct Opened {
        ReviewSession session;
        SessionMark mark;
    };
    m_jobs.start(
        QStringLiteral("queue"), {},
        [project = m_project, queue, annotator](Progress&) -> Result<Opened> {
            auto session = makeSession(*project, queue, annotator);
            if (!session) {
                return tl::unexpected<Error>(session.error());
            }
            const SessionMark mark = session->queueMark();
            return Opened{std::move(*session), mark};
        },
        [this](const Result<Opened>& opened) {
            opened ? emit queueRead(opened->session, opened->mark) : emit failed(opened.error());
        });
}

void ReviewSessionReader::readKnown(const ReviewSession& session, bool withMark)
{
    struct Known {
        ReviewKnown known;
        SessionMark mark;
    };
    // The session itself travels only where its queue is to be written down.
    const QString& annotator = session.annotator();
    m_jobs.start(
        withMark ? QStringLiteral("annotator") : QStringLiteral("progress"), {},
        [project = m_project, annotator, queue = withMark ? session : ReviewSession(), withMark](
            Progress&) -> Result<Known> {
            auto known = ReviewKnown::read(*project, annotator);
            return known ? Result<Known>(Known{*known, withMark ? queue.queueMark() : SessionMark()})
                         : tl::unexpected<Error>(known.error());
        },
        [this, annotator](const Result<Known>& read) {
            if (read) {
                emit knownRead(annotator, read->known, read->mark);
            }
        });
}

} // namespace winnow
