// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recentdecisions.h"
#include "ui/models/reviewdecisions.h"
#include "ui/models/reviewsessionreader.h"
#include "ui/models/reviewwalk.h"

#include <QObject>

namespace winnow {

/// A review without a window: the queue and where it stands, the sample that is shown, the decisions on it.
/// Views ask it for all they show and are told what of it changed. GUI thread only.
class ReviewController : public QObject {
    Q_OBJECT
public:
    explicit ReviewController(QObject* parent = nullptr);

    /// The writer of the project that is reviewed; null: no project is open. The stored session of the
    /// annotator begins when it has been read.
    void setProject(DecisionService* service);
    /// The project was read: queues can begin and decisions be taken.
    bool isOpen() const { return m_reader.isOpen(); }
    /// While the page is in view.
    void setActive(bool active) { m_decisions.setActive(active); }
    /// Goes on under the name that is set now.
    void takeAnnotator();
    void storeChanged(const ChangeSet& changes);

    ReviewWalk& walk() { return m_walk; }
    const ReviewWalk& walk() const { return m_walk; }
    ReviewDecisions& decisions() { return m_decisions; }
    const ReviewDecisions& decisions() const { return m_decisions; }
    /// Decisions that are shown and not stored.
    const DecisionsInFlight& inFlight() const { return m_inFlight; }
    /// The last decisions, without what others decided on a sample that is reviewed blind.
    QVector<Decision> history() const;

    /// Begins a queue as soon as the project has been read.
    void openQueue(const ReviewQueue& queue);
    void move(ReviewWalk::Step step);
    /// Looks at a sample beside the queue.
    void visit(const QString& sampleKey);
    /// Round the flags of the sample, where they may be seen.
    void moveFlag(int step);

signals:
    void changed(winnow::ReviewParts parts);
    /// A hint that goes by itself.
    void said(const QString& hint);
    /// Something of the review could not be read.
    void failed(const winnow::Error& error);
    /// What was shown as decided is not.
    void notSaved(const winnow::Error& error);
    /// A request of the review to its DecisionService.
    void asked(qint64 ticket);
    void detailReady(int image, const QImage& whole);

private:
    void connectParts();
    void opened(const ReviewOpening& opening, bool queueFollows);
    void begin(const ReviewSession& session);
    /// Where the next start finds this annotator.
    void rememberQueue(const SessionMark& queue, const ReviewSession& session);

    QPointer<DecisionService> m_service;
    DecisionsInFlight m_inFlight;
    ReviewWalk m_walk;
    ReviewDecisions m_decisions;
    ReviewSessionReader m_reader;
    RecentDecisions m_recent;
    JobTracker m_jobs;
};

} // namespace winnow
