// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"
#include "ui/models/jobtracker.h"

#include <QObject>

#include <memory>
#include <optional>

namespace winnow {

/// A queue that is to be gone through.
struct ReviewQueue {
    QVector<SampleId> samples;
    QString title;
    SampleId startAt;
    /// The kinds of flags that it is about: theirs are decided on first.
    QStringList kinds;
};

/// What is read when a project opens.
struct ReviewOpening {
    /// Nothing when the annotator has none.
    std::optional<ReviewSession> session;
    bool blind = false;
};

/// Makes review sessions off the GUI thread: the stored one when a project opens, one for each queue that is
/// asked for. A queue asked for while the project is still being read takes the place of the stored session.
class ReviewSessionReader : public QObject {
    Q_OBJECT
public:
    explicit ReviewSessionReader(QObject* parent = nullptr);

    /// Drops what is being read of the one before.
    void setProject(std::shared_ptr<Project> project, const QString& annotator);
    /// The project was read, with success or without.
    bool isOpen() const { return m_open; }
    void openQueue(const ReviewQueue& queue, const QString& annotator);
    /// What the ledger knows of the session's annotator; the mark of its queue comes too.
    void readKnown(const ReviewSession& session, bool withMark);

signals:
    /// `opening.session` is also empty when a queue that was asked for follows.
    void opened(const winnow::ReviewOpening& opening, bool queueFollows);
    void queueRead(const winnow::ReviewSession& session, const winnow::SessionMark& mark);
    void knownRead(
        const QString& annotator, const winnow::ReviewKnown& known, const winnow::SessionMark& mark);
    void failed(const winnow::Error& error);

private:
    void start(const QString& annotator);

    std::shared_ptr<Project> m_project;
    bool m_open = false;
    std::optional<ReviewQueue> m_requested;
    JobTracker m_jobs;
};

} // namespace winnow
