// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobtracker.h"
#include "ui/models/recentprojects.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace winnow;

class TestJobs : public QObject {
    Q_OBJECT
private slots:
    void deliversOnTheCallingThread()
    {
        JobModel model;
        const QAbstractItemModelTester tester(&model);
        JobTracker tracker(&model);
        QThread* delivered = nullptr;
        int value = 0;
        tracker.start(
            QStringLiteral("a"), QStringLiteral("Adding"), [](Progress&) { return 41 + 1; },
            [&](int result) {
                value = result;
                delivered = QThread::currentThread();
            });
        QCOMPARE(model.rowCount(), 1);
        QTRY_COMPARE(value, 42);
        QCOMPARE(delivered, QThread::currentThread());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(tracker.isIdle());
    }

    void dropsStaleResults()
    {
        JobModel model;
        JobTracker tracker(&model);
        QSemaphore hold;
        QStringList results;
        const auto take = [&](const QString& result) { results.append(result); };
        tracker.start(
            QStringLiteral("q"), {},
            [&](Progress&) {
                hold.acquire();
                return QStringLiteral("old");
            },
            take);
        tracker.start(
            QStringLiteral("q"), {}, [](Progress&) { return QStringLiteral("new"); }, take);
        QTRY_COMPARE(results, QStringList{QStringLiteral("new")});
        hold.release();
        tracker.waitForAll();
        QCoreApplication::processEvents();
        QCOMPARE(results, QStringList{QStringLiteral("new")});
    }

    void cancelReachesTheWorkerAndItsAnswerComesBack()
    {
        JobModel model;
        const QAbstractItemModelTester tester(&model);
        JobTracker tracker(&model);
        QSemaphore started;
        bool answered = false;
        bool cancelled = false;
        tracker.start(
            QStringLiteral("long"), QStringLiteral("Long work"),
            [&](Progress& progress) {
                started.release();
                while (!progress.isCancelled()) {
                    progress.report(1, 10, QStringLiteral("step"));
                    QThread::msleep(1);
                }
                return true;
            },
            [&](bool result) {
                answered = true;
                cancelled = result;
            });
        started.acquire();
        QTRY_COMPARE(model.index(0).data(JobModel::TotalRole).toInt(), 10);
        model.cancel(0);
        QVERIFY(model.index(0).data(JobModel::CancelledRole).toBool());
        QTRY_VERIFY(answered);
        QVERIFY(cancelled);
        QCOMPARE(model.rowCount(), 0);
    }

    void theDestructorWaits()
    {
        std::atomic<bool> finished = false;
        {
            JobTracker tracker(nullptr);
            QSemaphore started;
            tracker.start(
                QStringLiteral("x"), {},
                [&](Progress& progress) {
                    started.release();
                    while (!progress.isCancelled()) {
                        QThread::msleep(1);
                    }
                    finished = true;
                    return 0;
                },
                [](int) { QFAIL("delivered to an owner that is gone"); });
            started.acquire();
        }
        QVERIFY(finished);
        QCoreApplication::processEvents();
    }

    void whatTheWorkHoldsIsGoneWhenTheWaitIsOver()
    {
        JobTracker tracker(nullptr);
        QSemaphore started;
        std::atomic<bool> gone = false;
        // Slow to go, as a project that is closed.
        std::shared_ptr<int> held(new int(1), [&](const int* value) {
            delete value;
            QThread::msleep(20);
            gone = true;
        });
        tracker.start(
            QStringLiteral("x"), {},
            [&started, held](Progress&) {
                started.acquire();
                return *held;
            },
            [](int) {});
        held.reset();
        started.release();
        tracker.waitForAll();
        QVERIFY(gone);
    }

    void recentProjectsAreKeptNewestFirst()
    {
        const QTemporaryDir state;
        qputenv("XDG_STATE_HOME", state.path().toUtf8());
        {
            RecentProjects recent;
            const QAbstractItemModelTester tester(&recent);
            for (int i = 0; i < 15; ++i) {
                recent.add(QStringLiteral("/nowhere/p%1.winnow").arg(i));
            }
            recent.add(QStringLiteral("/nowhere/p9.winnow"));
            QCOMPARE(recent.rowCount(), 12);
        }
        RecentProjects again;
        QCOMPARE(again.rowCount(), 12);
        QCOMPARE(again.index(0).data().toString(), QStringLiteral("p9"));
        QCOMPARE(
            again.index(1).data(RecentProjects::PathRole).toString(), QStringLiteral("/nowhere/p14.winnow"));
        again.clear();
        QCOMPARE(RecentProjects().rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
