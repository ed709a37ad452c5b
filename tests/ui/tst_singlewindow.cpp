// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/singlewindow.h"
#include "ui/models/settings.h"
#include "ui/pages/page.h"
#include "ui/widgets/theme.h"

#include <QListWidget>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtConcurrent>

#include <csignal>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace winnow;

namespace {

/// A socket file that nobody listens on any more.
bool leaveSocket(const QString& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= qsizetype(sizeof(address.sun_path))) {
        return false;
    }
    std::copy(name.begin(), name.end(), address.sun_path);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    ::close(fd);
    return bound && QFile::exists(path);
}

} // namespace

/// One window a project in a session.
class TestSingleWindow : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        // Short: the path of a socket has little room.
        m_folder = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/wXXXXXX"));
        QVERIFY(m_folder->isValid());
        qputenv("XDG_STATE_HOME", path("state").toUtf8());
        qputenv("XDG_CONFIG_HOME", path("config").toUtf8());
        qputenv("XDG_CACHE_HOME", path("cache").toUtf8());
        Theme::instance().apply(ThemeMode::Light);
        QVERIFY(QDir().mkpath(path("run")));
        for (const char* name : {"p.winnow", "q.winnow"}) {
            QVERIFY_RESULT(Project::create(path(name)));
        }
    }

    void theSecondStartHandsOver_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::newRow("the same") << QStringLiteral("%1/p.winnow");
        QTest::newRow("a detour") << QStringLiteral("%1/run/../p.winnow");
        QTest::newRow("a link") << QStringLiteral("%1/link.winnow");
        QTest::newRow("a hard link") << QStringLiteral("%1/hard.winnow");
        QTest::newRow("a linked folder") << QStringLiteral("%1/folder/p.winnow");
    }
    void theSecondStartHandsOver()
    {
        QFETCH(QString, spelling);
        QVERIFY(QFile::link(path("p.winnow"), path("link.winnow")));
        QVERIFY(QFile::link(m_folder->path(), path("folder")));
        QCOMPARE(::link(qPrintable(path("p.winnow")), qPrintable(path("hard.winnow"))), 0);
        SingleWindow first(path("run"), ":0");
        auto claim = first.claim(path("p.winnow"), {});
        QVERIFY_RESULT(claim);
        QVERIFY(*claim);
        QVERIFY_RESULT(first.listen(**claim));
        QList<Handover> taken;
        connect(&first, &SingleWindow::handedOver, this, [&](const QString& name, const Handover& handover) {
            QCOMPARE(name, (*claim)->name());
            taken.append(handover);
        });

        const Handover handover{{QStringLiteral("/data/a \"b\"\n.jsonl"), QStringLiteral("/data/b.csv")},
            QStringLiteral("samples"), "token-1"};
        const SingleWindow second(path("run"), ":0");
        const Result<Claimed> refused = elsewhere(second, spelling.arg(m_folder->path()), handover);
        QVERIFY_RESULT(refused);
        QVERIFY(!*refused);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.first().files, handover.files);
        QCOMPARE(taken.first().page, handover.page);
        QCOMPARE(taken.first().activationToken, handover.activationToken);

        // Another project, and the same one on another desktop, get windows of their own.
        const Result<Claimed> other = elsewhere(second, path("q.winnow"), {});
        QVERIFY(other && *other);
        const SingleWindow remote(path("run"), "host:10");
        const Result<Claimed> far = elsewhere(remote, path("p.winnow"), {});
        QVERIFY(far && *far);

        // Only this user may look in.
        struct stat found { };
        QCOMPARE(::stat(qPrintable((*claim)->name()), &found), 0);
        QCOMPARE(int(found.st_mode & 077), 0);

        // When the window goes, the project is free and nothing is left behind.
        const QString name = (*claim)->name();
        first.release(*claim);
        const Result<Claimed> free = elsewhere(second, path("p.winnow"), {});
        QVERIFY(free && *free);
        QCOMPARE((*free)->name(), name);
        QVERIFY(!QFile::exists(name));
    }

    void whatADeadWindowLeftIsReplaced()
    {
        SingleWindow single(path("run"), ":0");
        const QString name = single.nameOf(path("p.winnow"));
        QVERIFY(leaveSocket(name));
        QFile lock(name + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.close();
        auto claim = single.claim(path("p.winnow"), {});
        QVERIFY(claim && *claim);
        QVERIFY_RESULT(single.listen(**claim));
        const QSignalSpy taken(&single, &SingleWindow::handedOver);
        const SingleWindow second(path("run"), ":0");
        const Result<Claimed> refused = elsewhere(second, path("p.winnow"), {});
        QVERIFY(refused && !*refused);
        QCOMPARE(taken.size(), 1);
    }

    void manyAtOnceLeaveOneWindow()
    {
        for (int round = 0; round < 20; ++round) {
            std::vector<std::unique_ptr<SingleWindow>> starts;
            QVector<QFuture<Result<Claimed>>> futures;
            Claimed winner;
            int handed = 0;
            for (int i = 0; i < 6; ++i) {
                starts.push_back(std::make_unique<SingleWindow>(path("run"), ":0"));
                connect(starts.back().get(), &SingleWindow::handedOver, this, [&handed] { ++handed; });
            }
            QThreadPool pool;
            pool.setMaxThreadCount(6);
            QSemaphore go;
            QVector<SingleWindow*> winners;
            for (auto& start : starts) {
                futures.append(QtConcurrent::run(&pool, [&go, &winner, &winners, this, single = start.get()] {
                    go.acquire();
                    Result<Claimed> claim = single->claim(path("p.winnow"), {});
                    if (claim && *claim) {
                        // The window that won begins to listen a little later.
                        QMetaObject::invokeMethod(
                            single,
                            [single, &winner, &winners, won = *claim] {
                                winner = won;
                                winners.append(single);
                                QVERIFY_RESULT(single->listen(*won));
                            },
                            Qt::QueuedConnection);
                    }
                    return claim;
                }));
            }
            go.release(6);
            QTRY_VERIFY(std::all_of(
                futures.begin(), futures.end(), [](const auto& future) { return future.isFinished(); }));
            QTRY_COMPARE(winners.size(), 1);
            QCOMPARE(handed, 5);
            for (auto& future : futures) {
                QVERIFY_RESULT(future.result());
            }
            futures.clear();
            winners.first()->release(winner);
        }
    }

    void aWindowThatDoesNotAnswerIsSaid()
    {
        const SingleWindow first(path("run"), ":0");
        const auto claim = first.claim(path("p.winnow"), {});
        QVERIFY(claim && *claim);
        SingleWindow second(path("run"), ":0");
        second.setPatience(100);
        const Result<Claimed> refused = elsewhere(second, path("p.winnow"), {});
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), int(ErrorCode::Locked));
        QVERIFY2(refused.error().text().contains(u"p.winnow"), qPrintable(refused.error().text()));
    }

    void strangeMessagesAreDropped_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("not ours") << QByteArray("hello\n") << QByteArray("no\n");
        QTest::newRow("another version") << QByteArray("{\"winnow\":2}\n") << QByteArray("no\n");
        QTest::newRow("too long") << QByteArray(2 * 1024 * 1024, 'x') << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void strangeMessagesAreDropped()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, answer);
        SingleWindow single(path("run"), ":0");
        single.setPatience(300);
        auto claim = single.claim(path("p.winnow"), {});
        QVERIFY(claim && *claim);
        QVERIFY_RESULT(single.listen(**claim));
        const QSignalSpy taken(&single, &SingleWindow::handedOver);
        QLocalSocket socket;
        socket.connectToServer((*claim)->name());
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write(message);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(socket.readAll(), answer);
        QCOMPARE(taken.size(), 0);
    }

    void relativeFilesAreNotTaken()
    {
        const auto handover = Handover::fromJson("{\"winnow\":1,\"files\":[\"a.csv\",\"/b.csv\",3]}");
        QVERIFY(handover);
        QCOMPARE(handover->files, QStringList{QStringLiteral("/b.csv")});
    }

    void aWindowSendsTheUserToTheOtherOne()
    {
        SingleWindow meeting1(path("run"), ":0");
        SingleWindow meeting2(path("run"), ":0");
        auto first = std::make_unique<MainWindow>(&meeting1);
        MainWindow second(&meeting2);
        first->show();
        second.show();
        first->openProject(path("p.winnow"), QStringLiteral("overview"));
        QTRY_VERIFY(first->context().project());
        second.openProject(path("q.winnow"), QStringLiteral("samples"));
        QTRY_VERIFY(second.context().project());
        first->showMinimized();

        second.openProject(path("run/../p.winnow"), QStringLiteral("audits"));
        QTRY_VERIFY2(second.messageText().contains(u"another window"), qPrintable(second.messageText()));
        QCOMPARE(second.context().project()->path(), path("q.winnow"));
        QCOMPARE(second.currentPage(), QStringLiteral("samples"));
        QTRY_VERIFY(!first->isMinimized());
        QCOMPARE(first->currentPage(), QStringLiteral("audits"));

        // Its own project again: nothing is read anew.
        const auto before = second.context().project();
        second.openProject(path("q.winnow"), QStringLiteral("review"));
        QTRY_COMPARE(second.currentPage(), QStringLiteral("review"));
        QCOMPARE(second.context().project(), before);

        // What was closed is free, and what was left is too.
        first->closeProject();
        second.openProject(path("p.winnow"));
        QTRY_COMPARE(second.context().project()->path(), path("p.winnow"));
        first->openProject(path("q.winnow"));
        QTRY_VERIFY(first->context().project());
        first.reset();
        second.openProject(path("q.winnow"));
        QTRY_COMPARE(second.context().project()->path(), path("q.winnow"));
    }

    void whatCannotBeOpenedIsNotKept()
    {
        QFile none(path("none.winnow"));
        QVERIFY(none.open(QIODevice::WriteOnly));
        none.write("not a project");
        none.close();
        SingleWindow meeting(path("run"), ":0");
        MainWindow window(&meeting);
        window.show();
        window.openProject(path("p.winnow"));
        QTRY_VERIFY(window.context().project());
        window.openProject(path("none.winnow"));
        QTRY_VERIFY(!window.messageText().isEmpty());
        QCOMPARE(window.context().project()->path(), path("p.winnow"));
        const SingleWindow other(path("run"), ":0");
        const Result<Claimed> claim = elsewhere(other, path("none.winnow"), {});
        QVERIFY(claim && *claim);
        const Result<Claimed> held = elsewhere(other, path("p.winnow"), {});
        QVERIFY(held && !*held);
    }

    void filesArriveOnTheImportPage()
    {
        const QString file = path("s.jsonl");
        QFile samples(file);
        QVERIFY(samples.open(QIODevice::WriteOnly));
        samples.write("{\"index\":1,\"question\":\"Which?\",\"answer\":\"this\"}\n");
        samples.close();
        SingleWindow meeting(path("run"), ":0");
        MainWindow window(&meeting);
        window.show();
        window.openProject(path("p.winnow"), QStringLiteral("overview"));
        const SingleWindow second(path("run"), ":0");
        // The window's job claims it first; before that the second start would be the first.
        QTRY_VERIFY(QFile::exists(second.nameOf(path("p.winnow")) + QStringLiteral(".lock")));
        // Handed over while the project is still being opened, as by two starts in a row.
        const Result<Claimed> claim = elsewhere(second, path("p.winnow"), {{file}, {}, {}});
        QVERIFY_RESULT(claim);
        QVERIFY(!*claim);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("import"));
        QTRY_COMPARE(window.page(QStringLiteral("import"))->findChild<QListWidget*>()->count(), 1);
    }

    void aStartWithoutAScreenTakesNoPart()
    {
        QCOMPARE(QGuiApplication::platformName(), QStringLiteral("offscreen"));
        QCOMPARE(SingleWindow::runtimeFolder(), QString());
        const SingleWindow nobody;
        const auto first = nobody.claim(path("p.winnow"), {});
        const auto second = nobody.claim(path("p.winnow"), {});
        QVERIFY(first && *first && second && *second);
    }

    void realProcesses()
    {
        const QString server = QStandardPaths::findExecutable(QStringLiteral("Xvfb"));
        if (server.isEmpty()) {
            QSKIP("Xvfb is not installed: two real windows are not tried");
        }
        QProcess screen;
        screen.start(server,
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"),
                QStringLiteral("tcp"), QStringLiteral("-screen"), QStringLiteral("0"),
                QStringLiteral("1280x800x24")});
        QVERIFY(screen.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(
            screen.bytesAvailable() > 1 || screen.state() == QProcess::NotRunning, 20000);
        const QByteArray number = screen.readAllStandardOutput().trimmed();
        if (number.isEmpty()) {
            QSKIP("Xvfb does not start here: two real windows are not tried");
        }
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), u':' + QString::fromLatin1(number));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        QVERIFY(QDir().mkpath(path("x")));
        QVERIFY(QFile::setPermissions(path("x"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("x"));
        const auto start = [&](QProcess& process, const QString& project, const QStringList& more = {}) {
            process.setProcessEnvironment(environment);
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(QStringLiteral(WINNOW_BIN_DIR "/winnow"), QStringList{project} + more);
            QVERIFY(process.waitForStarted());
        };
        const auto ended = [](QProcess& process) { return process.state() == QProcess::NotRunning; };
        // One socket an open project, one lock beside each.
        const auto sockets = [&] {
            return QDir(path("x/winnow"))
                .entryList(QDir::System | QDir::Files)
                .filter(QRegularExpression(QStringLiteral("^[0-9a-f]+$")))
                .size();
        };

        QProcess first;
        start(first, path("p.winnow"));
        QTRY_COMPARE_WITH_TIMEOUT(sockets(), 1, 30000);
        QProcess again;
        start(again, path("p.winnow"), {path("q.winnow")});
        QTRY_VERIFY_WITH_TIMEOUT(ended(again), 30000);
        QVERIFY2(
            again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0, again.readAll().constData());
        QVERIFY(!ended(first));
        QProcess other;
        start(other, path("q.winnow"));
        QTRY_COMPARE_WITH_TIMEOUT(sockets(), 2, 30000);

        // Killed, it leaves its socket; the next start takes its place. Two at once leave one.
        ::kill(pid_t(first.processId()), SIGKILL);
        QVERIFY(first.waitForFinished());
        QProcess left;
        QProcess right;
        start(left, path("p.winnow"));
        start(right, path("p.winnow"));
        QTRY_VERIFY_WITH_TIMEOUT(ended(left) || ended(right), 30000);
        QProcess& gone = ended(left) ? left : right;
        QProcess& stays = ended(left) ? right : left;
        QCOMPARE(gone.exitCode(), 0);
        QVERIFY(!ended(stays));
        QVERIFY(!ended(other));
        QCOMPARE(sockets(), 2);
        for (QProcess* process : {&other, &stays, &screen}) {
            process->terminate();
            if (!process->waitForFinished(5000)) {
                process->kill();
                process->waitForFinished();
            }
        }
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    /// Claims as another process would: the window of this one goes on answering.
    static Result<Claimed> elsewhere(
        const SingleWindow& single, const QString& project, const Handover& handover)
    {
        QFuture<Result<Claimed>> future = QtConcurrent::run([&] { return single.claim(project, handover); });
        QEventLoop loop;
        QFutureWatcher<Result<Claimed>> watcher;
        connect(&watcher, &QFutureWatcher<Result<Claimed>>::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
        return future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestSingleWindow)
#include "tst_singlewindow.moc"
