// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "ui/models/timeleft.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QMutex>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace winnow {

/// The Progress that a worker speaks to and the GUI reads. Thread-safe.
class JobProgress : public Progress {
public:
    struct Snapshot {
        qint64 done = 0;
        qint64 total = 0;
        QString step;
        /// Of this step; nullopt = not known.
        std::optional<qint64> secondsLeft;

        /// 0..1; nullopt = the end is not known.
        std::optional<double> share() const;
    };

    JobProgress() { m_clock.start(); }
    bool isCancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void report(qint64 done, qint64 total, const QString& step) override;
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    Snapshot snapshot() const;

private:
    std::atomic<bool> m_cancelled{false};
    mutable QMutex m_mutex;
    Snapshot m_state;
    TimeLeft m_left;
    QElapsedTimer m_clock;
};

/// The long jobs that are running, as the status bar shows them. Reads their progress ten times a second
/// while there are any. GUI thread only.
class JobModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        TitleRole = Qt::DisplayRole,
        StepRole = Qt::UserRole,
        DoneRole,
        TotalRole,
        /// Seconds; invalid = not known.
        SecondsLeftRole,
        CancelledRole
    };

    explicit JobModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Adds a running job; returns the id to remove it by.
    int add(const QString& title, std::shared_ptr<JobProgress> progress);
    void remove(int id);
    /// Asks the job of a row to stop; it leaves the list when its worker has returned.
    void cancel(int row);
    void cancelAll();

private:
    struct Row {
        int id;
        QString title;
        std::shared_ptr<JobProgress> progress;
        JobProgress::Snapshot shown;
    };

    void poll();

    QVector<Row> m_rows;
    QTimer m_timer;
    int m_nextId = 1;
};

} // namespace winnow
