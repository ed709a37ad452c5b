// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/connection.h"
#include "ui/models/jobmodel.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QWaitCondition>

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace winnow {

/// Runs core work off the GUI thread for one owner and hands the result back on the GUI thread.
/// A slot holds one piece of work: starting another in the same slot cancels the first and drops its result.
/// The destructor cancels what runs and waits for it, so work may use what its owner keeps alive.
class JobTracker : public QObject {
    Q_OBJECT
public:
    /// `model` lists the jobs that have a title; may be null.
    explicit JobTracker(JobModel* model, QObject* parent = nullptr);
    ~JobTracker() override;

    /// Runs `work(Progress&)`, which returns a Result, on a worker thread, then `done(result)` here unless
    /// superseded. What the work throws becomes the error of its result. Work with a title is shown in the
    /// status bar and runs on the pool for long jobs; work without is a quick read.
    template <typename Work, typename Done>
    void start(const QString& slot, const QString& title, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work, Progress&>;
        static_assert(std::is_same_v<Value, typename sqlite::GuardedOutcome<Value>::Type>,
            "work that may fail must be able to say so: return a Result");
        const std::shared_ptr<JobProgress> progress = begin(slot, title);
        const std::shared_ptr<Running> running = m_running;
        JobTracker* self = this;
        pool(!title.isEmpty())
            ->start([self, running, progress, slot, work = std::move(work),
                        done = std::move(done)]() mutable {
                {
                    // What the work holds, such as a project, goes before the owner may.
                    Work mine = std::move(work);
                    auto value = std::make_shared<Value>(sqlite::guarded([&] { return mine(*progress); }));
                    QMetaObject::invokeMethod(
                        self,
                        [self, progress, slot, value, done = std::move(done)]() mutable {
                            if (self->finish(slot, progress)) {
                                done(std::move(*value));
                            }
                        },
                        Qt::QueuedConnection);
                }
                running->leave();
            });
    }

    /// The same for work that has something to show before it is done: `work(Progress&, deliver)` calls
    /// `deliver(part)` from its thread, `part(value)` is called here with the newest while the work goes on;
    /// one that is overtaken by a newer is left out.
    template <typename Part, typename Work, typename Done>
    void startInParts(const QString& slot, const QString& title, Work work,
        std::function<void(const Part&)> part, Done done)
    {
        auto newest = std::make_shared<Newest<Part>>();
        newest->slot = slot;
        newest->tracker = this;
        newest->take = std::move(part);
        start(
            slot, title,
            [newest, work = std::move(work)](Progress& progress) mutable {
                const std::function<void(const Part&)> deliver
                    = [newest, &progress](const Part& value) { newest->put(newest, value, progress); };
                return work(progress, deliver);
            },
            std::move(done));
        newest->progress = m_slots.value(slot).progress;
    }

    /// Drops the result of a slot's work and asks the work to stop.
    void cancel(const QString& slot);
    /// Asks a slot's work to stop but still delivers what it returns (usually ErrorCode::Cancelled).
    void requestStop(const QString& slot);
    void cancelAll();
    bool isRunning(const QString& slot) const { return m_slots.contains(slot); }
    bool isIdle() const { return m_slots.isEmpty(); }
    /// Progress of a slot's work for a page that draws its own bar.
    JobProgress::Snapshot progressOf(const QString& slot) const;
    /// Cancels everything and waits until no worker runs.
    void waitForAll();

signals:
    /// No slot has work left.
    void idle();

private:
    struct Running {
        QMutex mutex;
        QWaitCondition none;
        int count = 0;

        void leave();
    };
    /// The newest part on its way from a worker to the GUI thread.
    template <typename Part> struct Newest {
        QMutex mutex;
        std::optional<Part> value;
        QString slot;
        JobTracker* tracker = nullptr;
        std::shared_ptr<JobProgress> progress;
        std::function<void(const Part&)> take;

        static void put(const std::shared_ptr<Newest>& self, const Part& value, const Progress& progress)
        {
            const QMutexLocker lock(&self->mutex);
            const bool onItsWay = self->value.has_value();
            self->value = value;
            if (onItsWay || progress.isCancelled()) {
                return;
            }
            QMetaObject::invokeMethod(
                self->tracker,
                [self] {
                    QMutexLocker taking(&self->mutex);
                    const Part part = *std::exchange(self->value, std::nullopt);
                    taking.unlock();
                    if (self->tracker->m_slots.value(self->slot).progress == self->progress) {
                        self->take(part);
                    }
                },
                Qt::QueuedConnection);
        }
    };
    struct Entry {
        std::shared_ptr<JobProgress> progress;
        int modelId = 0;
    };

    static QThreadPool* pool(bool longWork);
    std::shared_ptr<JobProgress> begin(const QString& slot, const QString& title);
    bool finish(const QString& slot, const std::shared_ptr<JobProgress>& progress);

    JobModel* m_model;
    QHash<QString, Entry> m_slots;
    /// Titles of superseded work that is still running.
    QHash<const JobProgress*, int> m_leaving;
    std::shared_ptr<Running> m_running = std::make_shared<Running>();
};

} // namespace winnow
