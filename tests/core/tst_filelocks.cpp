// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sqlite/filelocks.h"
#include "tests/support/testproject.h"

#include <QDir>
#include <QMimeDatabase>
#include <QProcess>

#include <sqlite3.h>

#include <cstdio>
#include <thread>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <fcntl.h>

using namespace winnow;
using sqlite::Connection;
using sqlite::FileLocks;
using sqlite::OpenMode;

namespace {

const QStringList kParts{QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};

/// What a file dialog, a hash or a copy does to the files of a project.
void openAndCloseAll(const QString& path)
{
    for (const QString& part : kParts) {
        const int descriptor = ::open(QFile::encodeName(path + part).constData(), O_RDONLY | O_CLOEXEC);
        ::close(descriptor);
        QFile file(path + part);
        if (file.open(QIODevice::ReadOnly)) {
            file.read(512);
        }
        (void)QMimeDatabase().mimeTypeForFile(path + part, QMimeDatabase::MatchContent);
    }
}

/// A file system that knows only the locks of processes.
int refusingFcntl(int descriptor, int command, ...)
{
    std::va_list arguments;
    va_start(arguments, command);
    void* argument = va_arg(arguments, void*);
    va_end(arguments);
    if (command == F_OFD_SETLK || command == F_OFD_GETLK || command == F_OFD_SETLKW) {
        errno = EINVAL;
        return -1;
    }
    return ::fcntl(descriptor, command, argument);
}

void say(const QByteArray& text)
{
    std::printf("%s\n", text.constData());
    std::fflush(stdout);
}

/// A second program with SQLite as it comes: POSIX locks.
class PlainDatabase {
public:
    explicit PlainDatabase(const QString& path)
    {
        sqlite3_open(QFile::encodeName(path).constData(), &m_handle);
    }
    ~PlainDatabase() { sqlite3_close(m_handle); }
    PlainDatabase(const PlainDatabase&) = delete;
    PlainDatabase& operator=(const PlainDatabase&) = delete;

    QByteArray run(const QByteArray& sql)
    {
        QByteArray value;
        const int rc = sqlite3_exec(
            m_handle, sql.constData(),
            [](void* to, int, char** columns, char**) {
                *static_cast<QByteArray*>(to) = columns[0];
                return 0;
            },
            &value, nullptr);
        return rc == SQLITE_OK ? value : QByteArray("error ") + QByteArray::number(rc);
    }

private:
    sqlite3* m_handle = nullptr;
};

/// The same through the program's own connections.
class GuardedDatabase {
public:
    explicit GuardedDatabase(const QString& path)
        : m_connection(Connection::open(path, OpenMode::Create))
    {
        run("PRAGMA busy_timeout=0");
    }
    QByteArray run(const QByteArray& sql)
    {
        auto value = sqlite::guarded([&]() -> QByteArray {
            if (sql.startsWith("SELECT")) {
                return QByteArray::number((*m_connection)->integer(QString::fromLatin1(sql)));
            }
            (*m_connection)->execute(QString::fromLatin1(sql));
            return {};
        });
        return value ? *value : "error " + errorCodeName(value.error().code).toLatin1();
    }

private:
    Result<std::unique_ptr<Connection>> m_connection;
};

/// Answers each line of SQL on the input with a line; "touch" opens and closes the files.
template <typename Database> int answer(const QString& path)
{
    Database database(path);
    say("ready");
    char line[1000];
    while (std::fgets(line, sizeof line, stdin)) {
        const QByteArray sql = QByteArray(line).trimmed();
        if (sql == "touch") {
            openAndCloseAll(path);
            say("touched");
        } else if (sql == "quit") {
            break;
        } else {
            say("> " + database.run(sql));
        }
    }
    return 0;
}

int child(const QByteArray& mode, const QString& path)
{
    if (mode == "plain") {
        return answer<PlainDatabase>(path);
    }
    if (mode == "guarded") {
        return answer<GuardedDatabase>(path);
    }
    if (mode == "descriptors") {
        for (const QFileInfo& link :
            QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System)) {
            if (link.symLinkTarget().startsWith(path)) {
                say(link.symLinkTarget().toUtf8());
            }
        }
        return 0;
    }
    sqlite3_initialize();
    sqlite3_vfs* vfs = sqlite3_vfs_find("unix");
    vfs->xSetSystemCall(vfs, "fcntl", reinterpret_cast<sqlite3_syscall_ptr>(&refusingFcntl));
    auto project = Project::create(path);
    if (!project || !test::addSamples(**project, QStringLiteral("set"), 3)) {
        return 1;
    }
    say((*project)->locksHoldThroughCloses() ? "hold" : "weak");
    const auto count = (*project)->read(
        [](Connection& c) { return c.integer(QStringLiteral("SELECT count(*) FROM samples")); });
    say(QByteArray::number(count.value_or(-1)));
    return 0;
}

/// A second process at work on a database.
class Other {
public:
    Other(const char* mode, const QString& path)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(mode), path});
        m_line = read();
    }
    ~Other()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Other(const Other&) = delete;
    Other& operator=(const Other&) = delete;

    QByteArray line() const { return m_line; }
    QByteArray ask(const QByteArray& what)
    {
        m_process.write(what + '\n');
        const QByteArray reply = read();
        return reply.startsWith("> ") ? reply.mid(2) : reply;
    }
    QByteArray read()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30000)) {
                return {};
            }
        }
        return m_process.readLine().chopped(1);
    }
    void quit()
    {
        m_process.write("quit\n");
        m_process.waitForFinished();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    QByteArray m_line;
};

/// A child that only says something and ends.
QByteArrayList outputOf(const char* mode, const QString& path)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(mode), path});
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed().split('\n');
}

QStringList descriptorsOf(const QString& path)
{
    QStringList found;
    for (const QFileInfo& link :
        QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System)) {
        if (path.isEmpty() || link.symLinkTarget() == path) {
            found.append(link.fileName());
        }
    }
    return found;
}

} // namespace

/// Locks of SQLite that hold through any open and close of the files, and a writer that sees when what it has
/// open is not what its path names.
class TestFileLocks : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_number = 0;
    QString newPath() { return m_dir.filePath(QStringLiteral("p%1.winnow").arg(++m_number)); }

    static std::unique_ptr<Connection> open(const QString& path, OpenMode mode)
    {
        auto connection = Connection::open(path, mode);
        if (!connection) {
            qFatal("%s", qPrintable(connection.error().text()));
        }
        (*connection)->execute(QStringLiteral("PRAGMA busy_timeout=0"));
        return std::move(*connection);
    }

    QString newDatabase()
    {
        const QString path = newPath();
        open(path, OpenMode::Create)->execute(QStringLiteral("CREATE TABLE t(a)"));
        return path;
    }

    std::shared_ptr<Project> newProject()
    {
        auto project = Project::create(newPath());
        if (!project || !test::addSamples(**project, QStringLiteral("set"), 5)) {
            qFatal("no project");
        }
        return *project;
    }

private slots:
    // The first row shows what SQLite does on its own, and so that the test would see a loss.
    void anotherProcessIsNotTheLastUser_data()
    {
        QTest::addColumn<QByteArray>("holder");
        QTest::addColumn<bool>("keeps");
        QTest::newRow("SQLite's own locks") << QByteArray("plain") << false;
        QTest::newRow("ours") << QByteArray("guarded") << true;
    }
    void anotherProcessIsNotTheLastUser()
    {
        QFETCH(QByteArray, holder);
        QFETCH(bool, keeps);
        const QString path = newDatabase();
        Other window(holder.constData(), path);
        QCOMPARE(window.ask("INSERT INTO t VALUES(1)"), QByteArray());
        QCOMPARE(window.ask("touch"), QByteArray("touched"));
        for (const char* second : {"guarded", "plain"}) {
            Other other(second, path);
            QCOMPARE(other.ask("SELECT count(*) FROM t"), QByteArray("1"));
            other.quit();
        }
        QCOMPARE(QFileInfo::exists(path + QStringLiteral("-wal")), keeps);
        window.ask("INSERT INTO t VALUES(2)");
        window.kill();
        QCOMPARE(open(path, OpenMode::ReadWrite)->integer(QStringLiteral("SELECT count(*) FROM t")),
            keeps ? 2 : 1);
    }

    void writersExcludeEachOther_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("another of this program") << QByteArray("guarded");
        QTest::newRow("a program with POSIX locks") << QByteArray("plain");
    }
    void writersExcludeEachOther()
    {
        QFETCH(QByteArray, other);
        const QByteArray busy = other == "plain" ? "error 5" : "error locked";
        const QString path = newDatabase();
        auto mine = open(path, OpenMode::ReadWrite);
        Other theirs(other.constData(), path);
        mine->execute(QStringLiteral("BEGIN IMMEDIATE; INSERT INTO t VALUES(1)"));
        openAndCloseAll(path);
        QCOMPARE(theirs.ask("INSERT INTO t VALUES(2)"), busy);
        mine->execute(QStringLiteral("COMMIT"));
        QCOMPARE(theirs.ask("BEGIN IMMEDIATE"), QByteArray());
        QCOMPARE(theirs.ask("INSERT INTO t VALUES(3)"), QByteArray());
        const auto refused
            = sqlite::guarded([&] { mine->execute(QStringLiteral("INSERT INTO t VALUES(4)")); });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Locked);
        QCOMPARE(theirs.ask("COMMIT"), QByteArray());
        mine->execute(QStringLiteral("INSERT INTO t VALUES(5)"));
        QCOMPARE(theirs.ask("SELECT group_concat(a) FROM t").size(), qsizetype(other == "plain" ? 5 : 1));
        QCOMPARE(mine->text(QStringLiteral("SELECT group_concat(a) FROM t")), QStringLiteral("1,3,5"));
    }

    void readersHoldOffAWriterWithARollbackJournal()
    {
        const QString path = newPath();
        Other theirs("plain", path);
        QCOMPARE(theirs.ask("PRAGMA journal_mode=DELETE"), QByteArray("delete"));
        QCOMPARE(theirs.ask("CREATE TABLE t(a)"), QByteArray());
        auto mine = open(path, OpenMode::ReadOnly);
        mine->execute(QStringLiteral("BEGIN; SELECT * FROM t"));
        openAndCloseAll(path);
        QCOMPARE(theirs.ask("INSERT INTO t VALUES(1)"), QByteArray("error 5"));
        mine->execute(QStringLiteral("COMMIT"));
        QCOMPARE(theirs.ask("INSERT INTO t VALUES(1)"), QByteArray());
        QCOMPARE(theirs.ask("BEGIN EXCLUSIVE"), QByteArray());
        QVERIFY(!sqlite::guarded([&] { return mine->integer(QStringLiteral("SELECT count(*) FROM t")); }));
        QCOMPARE(theirs.ask("COMMIT"), QByteArray());
        QCOMPARE(mine->integer(QStringLiteral("SELECT count(*) FROM t")), 1);
    }

    // The first connection only reads, so that the locks begin on a description that cannot hold a write
    // lock.
    void aWriterAfterAReaderKeepsTheReadersLocks()
    {
        const QString path = newPath();
        PlainDatabase(path).run("PRAGMA journal_mode=DELETE; CREATE TABLE t(a)");
        auto reader = open(path, OpenMode::ReadOnly);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        reader->execute(QStringLiteral("BEGIN; SELECT * FROM t"));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        Other theirs("plain", path);
        QCOMPARE(theirs.ask("BEGIN EXCLUSIVE"), QByteArray("error 5"));
        PlainDatabase writer(path); // through the guard as well: it is in this process
        QCOMPARE(writer.run("BEGIN IMMEDIATE"), QByteArray());
        QCOMPARE(FileLocks::instance().state(path), FileLocks::State::Held);
        QCOMPARE(theirs.ask("BEGIN IMMEDIATE"), QByteArray("error 5"));
        QCOMPARE(writer.run("INSERT INTO t VALUES(1)"), QByteArray());
        QCOMPARE(writer.run("COMMIT"), QByteArray("error 5")); // for the reader's sake
        reader.reset();
        QCOMPARE(writer.run("COMMIT"), QByteArray());
        QCOMPARE(theirs.ask("BEGIN EXCLUSIVE"), QByteArray());
    }

    void theLastCloseCleansUp()
    {
        const QString path = newDatabase();
        auto first = open(path, OpenMode::ReadWrite);
        auto second = open(path, OpenMode::ReadWrite);
        first->execute(QStringLiteral("INSERT INTO t VALUES(1)"));
        QCOMPARE(second->integer(QStringLiteral("SELECT count(*) FROM t")), 1);
        QCOMPARE(FileLocks::instance().user(path), FileLocks::User::ThisProcess);
        first.reset();
        QVERIFY(QFileInfo::exists(path + QStringLiteral("-wal")));
        second.reset();
        QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal")));
        QVERIFY(!QFileInfo::exists(path + QStringLiteral("-shm")));
        QCOMPARE(FileLocks::instance().state(path), FileLocks::State::None);
        QCOMPARE(FileLocks::instance().user(path), FileLocks::User::Nobody);
        Other other("plain", path);
        QCOMPARE(other.ask("SELECT count(*) FROM t"), QByteArray("1"));
        QCOMPARE(FileLocks::instance().user(path), FileLocks::User::AnotherProcess);
    }

    void opensAndClosesLeakNothing()
    {
        const QString path = newDatabase();
        const qsizetype before = descriptorsOf({}).size();
        for (int i = 0; i < 1000; ++i) {
            const auto connection = open(path, i % 3 ? OpenMode::ReadWrite : OpenMode::ReadOnly);
            QCOMPARE(connection->integer(QStringLiteral("SELECT count(*) FROM t")), 0);
        }
        QCOMPARE(descriptorsOf({}).size(), before);
    }

    void programsThatAreStartedInheritNothing()
    {
        const QString path = newDatabase();
        const auto connection = open(path, OpenMode::ReadWrite);
        connection->execute(QStringLiteral("BEGIN IMMEDIATE"));
        QCOMPARE(descriptorsOf(path + QStringLiteral("-shm")).size(), 2); // SQLite's and ours
        QCOMPARE(outputOf("descriptors", path), QByteArrayList{QByteArray()});
    }

    void manyConnectionsOfManyThreads()
    {
        const QString path = newDatabase();
        constexpr int kThreads = 6;
        constexpr int kRows = 60;
        std::atomic<int> failures = 0;
        QByteArrayList refusals;
        {
            auto kept = open(path, OpenMode::ReadWrite);
            std::vector<std::thread> threads;
            for (int thread = 0; thread < kThreads; ++thread) {
                threads.emplace_back([&] {
                    for (int row = 0; row < kRows; ++row) {
                        const auto done = sqlite::guarded([&] {
                            auto connection = Connection::open(path, OpenMode::ReadWrite);
                            if (!connection) {
                                throw sqlite::Failure{connection.error()};
                            }
                            (*connection)->execute(QStringLiteral("PRAGMA synchronous=OFF"));
                            sqlite::Transaction transaction(**connection, sqlite::Transaction::Kind::Write);
                            (*connection)->execute(QStringLiteral("INSERT INTO t VALUES(1)"));
                            transaction.commit();
                        });
                        failures += done ? 0 : 1;
                        openAndCloseAll(path);
                    }
                });
            }
            for (int i = 0; i < 4; ++i) {
                Other other(i % 2 ? "plain" : "guarded", path);
                other.ask("PRAGMA busy_timeout=10000"); // SQLite says busy of an opening now and then
                const QByteArray count = other.ask("SELECT count(*) FROM t");
                if (count.startsWith("error")) {
                    refusals.append(count);
                }
                other.quit();
            }
            for (std::thread& thread : threads) {
                thread.join();
            }
        }
        QCOMPARE(refusals, QByteArrayList());
        QCOMPARE(failures.load(), 0);
        auto again = open(path, OpenMode::ReadWrite);
        QCOMPARE(again->integer(QStringLiteral("SELECT count(*) FROM t")), kThreads * kRows);
        QCOMPARE(again->text(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }

    void aFileSystemThatRefusesIsUsedAllTheSameAndSaysSo()
    {
        QCOMPARE(outputOf("refused", newPath()), (QByteArrayList{"weak", "3"}));
        auto project = newProject();
        QVERIFY(project->locksHoldThroughCloses());
        QCOMPARE(FileLocks::instance().kind(project->path()), FileLocks::Kind::OpenFile);
    }

    void nothingIsAcknowledgedInAFileThatIsNotThere_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("what");
        QTest::newRow("project deleted") << QString() << QStringLiteral("delete");
        QTest::newRow("project moved") << QString() << QStringLiteral("move");
        QTest::newRow("project replaced") << QString() << QStringLiteral("replace");
        QTest::newRow("log deleted") << QStringLiteral("-wal") << QStringLiteral("delete");
        QTest::newRow("log replaced") << QStringLiteral("-wal") << QStringLiteral("replace");
        QTest::newRow("index deleted") << QStringLiteral("-shm") << QStringLiteral("delete");
        QTest::newRow("index replaced") << QStringLiteral("-shm") << QStringLiteral("replace");
    }
    void nothingIsAcknowledgedInAFileThatIsNotThere()
    {
        QFETCH(QString, part);
        QFETCH(QString, what);
        auto project = newProject();
        const QString file = project->path() + part;
        const QByteArray theirs("another file of the same name");
        if (what == u"delete") {
            QVERIFY(QFile::remove(file));
        } else {
            QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
        }
        if (what == u"replace") {
            QFile other(file);
            QVERIFY(other.open(QIODevice::WriteOnly));
            QCOMPARE(other.write(theirs), theirs.size());
        }
        for (int i = 0; i < 2; ++i) {
            const auto written = test::addSamples(*project, QStringLiteral("more"), 1);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Replaced);
            QVERIFY2(written.error().message.contains(file), qPrintable(written.error().text()));
            QVERIFY(!written.error().remedy.isEmpty());
        }
        project.reset();
        if (what == u"replace") {
            // Closing leaves alone what belongs to another file.
            QFile other(file);
            QVERIFY(other.open(QIODevice::ReadOnly));
            QCOMPARE(other.readAll(), theirs);
        }
    }

    void aProjectThatIsMovedAwayIsWhole()
    {
        auto project = newProject();
        const QString path = project->path();
        const QString moved = newPath();
        QVERIFY(QFile::rename(path, moved));
        QVERIFY(!test::addSamples(*project, QStringLiteral("more"), 1));
        project.reset();
        auto again = Project::open(moved);
        QVERIFY_RESULT(again);
        QCOMPARE((*again)
                     ->read([](Connection& c) {
                         return c.integer(QStringLiteral("SELECT count(*) FROM samples"));
                     })
                     .value_or(-1),
            5);
    }

    void theImageStoreIsWatchedAsWell()
    {
        auto project = newProject();
        QVERIFY_RESULT(project->addImageBytes("one"));
        QVERIFY_RESULT(project->flushImages());
        QVERIFY(QFile::remove(project->imagesPath()));
        QVERIFY_RESULT(project->addImageBytes("two"));
        const auto flushed = project->flushImages();
        QVERIFY(!flushed);
        QCOMPARE(flushed.error().code, ErrorCode::Replaced);
    }

    void locksThatTheFileSystemForgotAreNoticed()
    {
        auto project = newProject();
        const QString index = project->path() + QStringLiteral("-shm");
        const QStringList descriptors = descriptorsOf(index);
        QCOMPARE(descriptors.size(), 2);
        struct flock all { };
        all.l_type = F_UNLCK;
        QCOMPARE(::fcntl(descriptors.first().toInt(), F_OFD_SETLK, &all), 0);
        QCOMPARE(FileLocks::instance().state(index), FileLocks::State::Lost);
        const auto written = test::addSamples(*project, QStringLiteral("more"), 1);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Replaced);
        QVERIFY(written.error().message.contains(index));
    }

    void aProjectBehindALinkIsTheFileThatTheLinkNames()
    {
        const QString link = newPath();
        const QString file = newProject()->path();
        QVERIFY(QFile::link(file, link));
        auto project = Project::open(link);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("more"), 1));
        QVERIFY(QFile::remove(link));
        QVERIFY(QFile::link(newProject()->path(), link));
        const auto written = test::addSamples(**project, QStringLiteral("still more"), 1);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Replaced);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QFileInfo(QString::fromLocal8Bit(argv[2])).absoluteDir().exists() && argv[1][0] != '-'
        && QByteArray(argv[2]).contains('/')) {
        return child(argv[1], QString::fromLocal8Bit(argv[2]));
    }
    TestFileLocks test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_filelocks.moc"
