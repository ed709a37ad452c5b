// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobtracker.h"
#include "ui/models/recentprojects.h"
#include "ui/util/format.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QtConcurrent>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace winnow;

class TestJobs : public QObject {
    Q_OBJECT
private slots:
    void timeLeftIsKnownOnceEnoughWasSeen()
    {
        TimeLeft left;
        QVERIFY(!left.seconds(0));
        left.report(0, 1000, QStringLiteral("a"), 0);
        left.report(100, 1000, QStringLiteral("a"), 1000);
        QVERIFY(!left.seconds(1000)); // too early
        left.report(200, 1000, QStringLiteral("a"), 4000);
        QCOMPARE(left.seconds(4000), std::optional<qint64>(16)); // 800 at 50 a second
        QCOMPARE(left.seconds(9000), std::optional<qint64>(11)); // time goes on without news
        QCOMPARE(left.seconds(60000), std::optional<qint64>(0));
        left.report(10, 40, QStringLiteral("b"), 5000); // another step
        QVERIFY(!left.seconds(5000));
        left.report(30, 40, QStringLiteral("b"), 9000);
        QCOMPARE(left.seconds(9000), std::optional<qint64>(2));
        left.report(30, 0, QStringLiteral("c"), 10000);
        left.report(90, 0, QStringLiteral("c"), 20000);
        QVERIFY(!left.seconds(20000)); // no end
    }

    void progressIsSaidInWords_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << -1.0 << qint64(-1) << QString();
        QTest::newRow("share") << 0.349 << qint64(-1) << QStringLiteral("34%");
        QTest::newRow("not done") << 0.9999 << qint64(-1) << QStringLiteral("99%");
        QTest::newRow("seconds") << 0.5 << qint64(20) << QStringLiteral("50%, 20 s left");
        QTest::newRow("at least one") << 0.5 << qint64(0) << QStringLiteral("50%, 1 s left");
        QTest::newRow("minutes") << 0.5 << qint64(90) << QStringLiteral("50%, 2 min left");
        QTest::newRow("hours") << -1.0 << qint64(7200) << QStringLiteral("2 h left");
    }
    void progressIsSaidInWords()
    {
        QFETCH(double, share);
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        QCOMPARE(formatProgress(share < 0 ? std::nullopt : std::optional<double>(share),
                     seconds < 0 ? std::nullopt : std::optional<qint64>(seconds)),
            text);
    }

    void partsArriveWhileTheWorkGoesOn()
    {
        JobModel model;
        JobTracker tracker(&model);
        QSemaphore goOn;
        QVector<int> parts;
        int done = 0;
        const auto work = [&](Progress&, const std::function<void(const int&)>& deliver) -> Result<int> {
            deliver(1);
            goOn.acquire();
            for (int i = 2; i <= 1000; ++i) {
                deliver(i);
            }
            goOn.acquire();
            return 7;
        };
        tracker.startInParts<int>(
            QStringLiteral("a"), QStringLiteral("Parts"), work, [&](const int& part) { parts.append(part); },
            [&](const Result<int>& result) { done = *result; });
        QTRY_COMPARE(parts, QVector<int>{1});
        QCOMPARE(done, 0);
        goOn.release();
        QTRY_COMPARE(parts.last(), 1000); // the newest, however many were overtaken
        QVERIFY(parts.size() < 1000);
        QCOMPARE(done, 0);
        goOn.release();
        QTRY_COMPARE(done, 7);
    }

    void partsOfSupersededWorkAreDropped()
    {
        JobTracker tracker(nullptr);
        QSemaphore began;
        QSemaphore goOn;
        QVector<int> parts;
        tracker.startInParts<int>(
            QStringLiteral("a"), {},
            [&](Progress&, const std::function<void(const int&)>& deliver) -> Result<int> {
                deliver(1);
                began.release();
                goOn.acquire();
                deliver(2);
                return 0;
            },
            [&](const int& part) { parts.append(part); }, [](const Result<int>&) {});
        began.acquire();
        tracker.cancel(QStringLiteral("a"));
        goOn.release();
        tracker.waitForAll();
        QCoreApplication::processEvents();
        QVERIFY(parts.isEmpty());
    }

    void deliversOnTheCallingThread()
    {
        JobModel model;
        const QAbstractItemModelTester tester(&model);
        JobTracker tracker(&model);
        QThread* delivered = nullptr;
        int value = 0;
        tracker.start(
            QStringLiteral("a"), QStringLiteral("Adding"), [](Progress&) -> Result<int> { return 41 + 1; },
            [&](const Result<int>& result) {
                value = *result;
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
        const auto take = [&](const Result<QString>& result) { results.append(*result); };
        tracker.start(
            QStringLiteral("q"), {},
            [&](Progress&) -> Result<QString> {
                hold.acquire();
                return QStringLiteral("old");
            },
            take);
        tracker.start(
            QStringLiteral("q"), {}, [](Progress&) -> Result<QString> { return QStringLiteral("new"); },
            take);
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
            [&](Progress& progress) -> Result<bool> {
                started.release();
                while (!progress.isCancelled()) {
                    progress.report(1, 10, QStringLiteral("step"));
                    QThread::msleep(1);
                }
                return true;
            },
            [&](const Result<bool>& result) {
                answered = true;
                cancelled = *result;
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
                [&](Progress& progress) -> Result<> {
                    started.release();
                    while (!progress.isCancelled()) {
                        QThread::msleep(1);
                    }
                    finished = true;
                    return {};
                },
                [](const Result<>&) { QFAIL("delivered to an owner that is gone"); });
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
            [&started, held](Progress&) -> Result<int> {
                started.acquire();
                return *held;
            },
            [](const Result<int>&) {});
        held.reset();
        started.release();
        tracker.waitForAll();
        QVERIFY(gone);
    }

    void whatTheWorkThrowsIsItsError_data()
    {
        QTest::addColumn<int>("thrown");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("an exception")
            << 0 << int(ErrorCode::Internal) << QStringLiteral("the detector broke");
        QTest::newRow("no memory") << 1 << int(ErrorCode::LimitExceeded)
                                   << QStringLiteral("not enough memory");
        QTest::newRow("the store") << 2 << int(ErrorCode::DiskFull) << QStringLiteral("The disk is full");
        QTest::newRow("anything") << 3 << int(ErrorCode::Internal) << QStringLiteral("unknown exception");
        QTest::newRow("a worker of a worker")
            << 4 << int(ErrorCode::Internal) << QStringLiteral("from below");
    }
    void whatTheWorkThrowsIsItsError()
    {
        QFETCH(int, thrown);
        QFETCH(int, code);
        QFETCH(QString, says);
        JobModel model;
        JobTracker tracker(&model);
        std::optional<Error> error;
        tracker.start(
            QStringLiteral("a"), QStringLiteral("Breaking"),
            [thrown](Progress&) -> Result<int> {
                QVector<int> items{1};
                switch (thrown) {
                case 0:
                    throw std::runtime_error("the detector broke");
                case 1:
                    throw std::bad_alloc();
                case 2:
                    throw sqlite::Failure{{ErrorCode::DiskFull, QStringLiteral("The disk is full"), {}}};
                case 3:
                    throw 3;
                default:
                    QtConcurrent::blockingMap(items, [](int&) { throw std::runtime_error("from below"); });
                    return 0;
                }
            },
            [&](const Result<int>& result) { error = result.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(int(error->code), code);
        QVERIFY2(error->message.contains(says), qPrintable(error->message));
        // Nothing is left of it, and the next one runs.
        QVERIFY(tracker.isIdle());
        QCOMPARE(model.rowCount(), 0);
        int value = 0;
        tracker.start(
            QStringLiteral("a"), {}, [](Progress&) -> Result<int> { return 7; },
            [&](const Result<int>& result) { value = *result; });
        QTRY_COMPARE(value, 7);
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
