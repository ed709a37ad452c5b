// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisionservice.h"

#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>
#include <utility>

namespace winnow {

/// How far an annotator is and how fast.
struct ReviewProgress {
    qint64 done = 0;
    qint64 total = 0;
    /// Samples an hour of work (breaks left out); nothing before a few samples are decided.
    std::optional<double> perHour;
    /// Nothing while the rate is unknown or all is done.
    std::optional<double> minutesLeft;
};

/// Samples decided an hour, from decision times. A gap over two minutes counts as two minutes, one over half
/// an hour begins a new sitting. Nothing before three samples.
class ReviewRate {
public:
    /// `milliseconds` since the epoch; in order of time.
    void add(qint64 milliseconds, SampleId sample);
    std::optional<double> perHour() const;

private:
    QSet<SampleId> m_samples;
    qint64 m_last = 0;
    qint64 m_active = 0;
};

/// What the ledger knows of an annotator's progress.
struct ReviewKnown {
    QVector<SampleId> reviewed;
    ReviewRate rate;

    /// Any thread but the GUI's.
    static Result<ReviewKnown> read(const Project& project, const QString& annotator);
};

/// An annotator's way through an ordered queue of samples. A plain value without threads or storage of its
/// own: marks() say what to store, restore() reads it back.
class ReviewSession {
public:
    ReviewSession() = default;
    /// Starts at `startAt`, or at the first sample when that is not in the queue. Takes a moment for a
    /// million samples: then not on the GUI thread.
    ReviewSession(QString annotator, QVector<SampleId> queue, QString title, SampleId startAt = {});

    const QString& annotator() const { return m_annotator; }
    /// Somebody else goes on with the queue; what is known of the one before does not count: setKnown().
    void setAnnotator(const QString& annotator) { m_annotator = annotator; }
    const QString& title() const { return m_title; }
    /// The kinds of flags that the queue is about, stored with it; empty = any.
    const QStringList& kinds() const { return m_kinds; }
    void setKinds(const QStringList& kinds) { m_kinds = kinds; }
    const QVector<SampleId>& queue() const { return m_queue; }
    bool isEmpty() const { return m_queue.isEmpty(); }

    /// The sample to show: that of the position, or the one visited outside the queue; 0 in an empty queue.
    SampleId current() const;
    /// 0-based place in the queue.
    qsizetype position() const { return m_position; }
    bool isVisiting() const { return bool(m_visited); }
    /// The sample `offset` places from here, without going there; 0 outside the queue.
    SampleId peek(qsizetype offset) const;

    /// Each returns false, and stays, when there is nowhere to go.
    bool next();
    bool previous();
    /// The next sample that is not reviewed yet, going round once.
    bool nextUndecided();
    /// Goes to a sample; one outside the queue is visited, and next() comes back from it.
    void goTo(SampleId sample);
    /// Looks at a sample beside the queue: next() and previous() come back from it.
    void visit(SampleId sample);

    void setReviewed(SampleId sample, bool reviewed);
    void setKnown(const ReviewKnown& known);
    bool isReviewed(SampleId sample) const { return m_reviewed.contains(sample); }
    qint64 undecided() const { return m_queue.size() - m_done; }
    ReviewRate& rate() { return m_rate; }
    ReviewProgress progress() const;

    /// What to store when the queue was opened, and after each move.
    SessionMark queueMark() const;
    SessionMark positionMark() const;
    /// The stored session with what is known of its progress; nullopt when the annotator has none.
    /// Damaged state counts as none. Any thread but the GUI's.
    static Result<std::optional<ReviewSession>> restore(const Project& project, const QString& annotator);

private:
    qsizetype indexOf(SampleId sample) const;

    QString m_annotator;
    QString m_title;
    QStringList m_kinds;
    QVector<SampleId> m_queue;
    /// (sample, place), by sample.
    QVector<std::pair<SampleId, qsizetype>> m_index;
    qsizetype m_position = 0;
    SampleId m_visited;
    QSet<SampleId> m_reviewed;
    qint64 m_done = 0;
    ReviewRate m_rate;
};

} // namespace winnow
