// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sqlite/backup.h"
#include "core/store/backups.h"
#include "tests/support/testproject.h"

#include <QDir>

using namespace winnow;
using sqlite::Connection;
using sqlite::OpenMode;

namespace {

/// Does something at each report, which may be to cancel.
class Watching : public Progress {
public:
    explicit Watching(std::function<bool()> onReport)
        : m_onReport(std::move(onReport))
    {
    }
    bool isCancelled() const override { return m_cancelled; }
    void report(qint64, qint64, const QString&) override
    {
        ++reports;
        m_cancelled = m_cancelled || m_onReport();
    }
    int reports = 0;

private:
    std::function<bool()> m_onReport;
    bool m_cancelled = false;
};

void setTime(const char* time)
{
    qputenv("WINNOW_FIXED_TIME", time);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.write(bytes) != bytes.size()) {
        qFatal("cannot damage the file");
    }
}

} // namespace

/// Copies of a project beside it: made while others work, bounded, and brought back.
class TestBackups : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QDir m_folder;
    QString m_project;
    SilentProgress m_progress;

    QStringList names() const { return m_folder.entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QStringList backupNames() const
    {
        QStringList found;
        for (const Backup& backup : backupsOf(m_project)) {
            found.append(QFileInfo(backup.path).fileName().section(QStringLiteral(".backup-"), 1));
        }
        return found;
    }

    static qint64 samplesIn(const QString& path)
    {
        auto project = Project::open(path, Project::Mode::ReadOnly);
        if (!project) {
            qWarning("%s", qPrintable(project.error().text()));
            return -1;
        }
        return (*project)
            ->read([](Connection& c) { return c.integer(QStringLiteral("SELECT count(*) FROM samples")); })
            .value_or(-1);
    }

    std::unique_ptr<Connection> largeDatabase(const QString& path)
    {
        auto connection = Connection::open(path, OpenMode::Create).value();
        connection->execute(
            QStringLiteral("PRAGMA synchronous=OFF; CREATE TABLE t(a, b BLOB);"
                           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                           " INSERT INTO t SELECT i, randomblob(4000) FROM n"));
        return connection;
    }

private slots:
    void init()
    {
        qunsetenv("WINNOW_FIXED_TIME");
        static int number = 0;
        const QString name = QString::number(++number);
        QVERIFY(QDir(m_dir.path()).mkpath(name));
        m_folder = QDir(m_dir.filePath(name));
        m_project = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(m_project);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 50));
    }
    void cleanup() { qunsetenv("WINNOW_FIXED_TIME"); }

    void finishesWhileOthersCommit()
    {
        const QString path = m_folder.filePath(QStringLiteral("large"));
        const QString copy = m_folder.filePath(QStringLiteral("copy"));
        auto writer = largeDatabase(path);
        auto source = Connection::open(path, OpenMode::ReadOnly).value();
        Watching progress([&] {
            // Nobody waits: the writer commits in the middle of every step.
            writer->execute(
                QStringLiteral("INSERT INTO t VALUES(0, randomblob(9000)); UPDATE t SET a = a + 1"));
            return false;
        });
        QVERIFY_RESULT(sqlite::backUp(*source, copy, progress));
        QVERIFY(progress.reports > 5);
        QVERIFY(progress.reports < 100);
        auto saved = Connection::open(copy, OpenMode::ReadOnly).value();
        QCOMPARE(saved->integer(QStringLiteral("SELECT count(*) FROM t")), 3000);
        QCOMPARE(saved->integer(QStringLiteral("SELECT sum(a) FROM t")), 3000 * 3001 / 2);
        QCOMPARE(saved->text(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }

    void aCancelledBackupLeavesNothing()
    {
        const QString path = m_folder.filePath(QStringLiteral("large"));
        auto source = largeDatabase(path);
        const QStringList before = names();
        Watching progress([&] { return progress.reports == 3; });
        const auto done = sqlite::backUp(*source, m_folder.filePath(QStringLiteral("copy")), progress);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QCOMPARE(progress.reports, 3);
        QCOMPARE(names(), before);
    }

    void replacesNothing()
    {
        const QString taken = m_folder.filePath(QStringLiteral("taken"));
        QFile file(taken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        auto source = Connection::open(m_project, OpenMode::ReadOnly).value();
        const QStringList before = names();
        const auto done = sqlite::backUp(*source, taken, m_progress);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(bytesOf(taken), QByteArray("mine"));
        source.reset();
        QCOMPARE(names().filter(QStringLiteral("taken")), QStringList{QStringLiteral("taken")});
        QVERIFY(before.contains(QStringLiteral("taken")));
    }

    void isAClosedFile()
    {
        QVERIFY(QFile::setPermissions(m_project, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        const auto backup = (*project)->backup(m_progress);
        QVERIFY_RESULT(backup);
        project->reset();
        const QStringList before = names();
        QCOMPARE(samplesIn(*backup), 50);
        QCOMPARE(names(), before);
        QCOMPARE(QFile::permissions(*backup) & QFile::Permissions(0x0fff),
            QFile::permissions(m_project) & QFile::Permissions(0x0fff));
        QCOMPARE(Project::newestBackup(m_project), *backup);
    }

    void aBackupNeverTakesTheNameOfAnother()
    {
        setTime("2026-11-29T10:15:00.000Z");
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        for (int i = 0; i < 12; ++i) {
            QVERIFY_RESULT((*project)->backup(m_progress));
        }
        // The newest five; of what is older on the same day, none.
        QCOMPARE(backupNames().size(), 5);
        QCOMPARE(backupNames().first(), QStringLiteral("20261129T101500Z-12"));
    }

    void keepsTheNewestAndOneADay()
    {
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        for (int day = 10; day < 20; ++day) {
            for (const auto* hour : {"09", "18"}) {
                setTime(
                    qPrintable(QStringLiteral("2026-11-%1T%2:00:00.000Z").arg(day).arg(QLatin1String(hour))));
                QVERIFY_RESULT((*project)->backup(m_progress));
            }
        }
        QCOMPARE(backupNames(),
            (QStringList{QStringLiteral("20261119T180000Z"), QStringLiteral("20261119T090000Z"),
                QStringLiteral("20261118T180000Z"), QStringLiteral("20261118T090000Z"),
                QStringLiteral("20261117T180000Z"), QStringLiteral("20261116T180000Z"),
                QStringLiteral("20261115T180000Z"), QStringLiteral("20261114T180000Z"),
                QStringLiteral("20261113T180000Z"), QStringLiteral("20261112T180000Z")}));
    }

    void isBoundedInSizeAndSweepsUp()
    {
        const auto sparse = [&](const QString& name, qint64 bytes) {
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.resize(bytes));
        };
        const qint64 gib = qint64(1) << 30;
        sparse(QStringLiteral("p.winnow.backup-20261101T000000Z"), gib);
        sparse(QStringLiteral("p.winnow.backup-20261102T000000Z"), gib);
        sparse(QStringLiteral("p.winnow.backup-20261103T000000Z"), gib);
        sparse(QStringLiteral("p.winnow.backup-20261104T000000Z"), 3 * gib);
        sparse(QStringLiteral("p.winnow.backup-v1"), gib); // as earlier versions named them
        sparse(QStringLiteral("p.winnow.backup-v1-20251101T000000Z"), gib);
        sparse(QStringLiteral("p.winnow.backup-20261101T000000Z.Abc123.part"), 10);
        sparse(QStringLiteral("p.winnow.backup-20261102T000000Z.Abc123.part"), 10);
        sparse(QStringLiteral("p.winnow.backupper"), 10);
        sparse(QStringLiteral("other.winnow.backup-20261101T000000Z"), 3 * gib);
        QFile dead(m_folder.filePath(QStringLiteral("p.winnow.backup-20261101T000000Z.Abc123.part")));
        QVERIFY(dead.open(QIODevice::ReadWrite));
        QVERIFY(
            dead.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        dead.close();
        pruneBackups(m_project);
        QCOMPARE(names(),
            (QStringList{QStringLiteral("other.winnow.backup-20261101T000000Z"), QStringLiteral("p.winnow"),
                QStringLiteral("p.winnow.backup-20261102T000000Z.Abc123.part"),
                QStringLiteral("p.winnow.backup-20261104T000000Z"), QStringLiteral("p.winnow.backup-v1"),
                QStringLiteral("p.winnow.backup-v1-20251101T000000Z"),
                QStringLiteral("p.winnow.backupper")}));
    }

    void whatSomebodyHasOpenStays()
    {
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        setTime("2026-11-01T00:00:00.000Z");
        const auto old = (*project)->backup(m_progress);
        QVERIFY_RESULT(old);
        auto reader = Connection::open(*old, OpenMode::ReadOnly).value();
        reader->execute(QStringLiteral("BEGIN; SELECT count(*) FROM samples"));
        for (int i = 0; i < 8; ++i) {
            setTime("2026-11-02T00:00:00.000Z");
            QVERIFY_RESULT((*project)->backup(m_progress));
        }
        for (int day = 3; day < 10; ++day) {
            setTime(qPrintable(QStringLiteral("2026-11-0%1T00:00:00.000Z").arg(day)));
            QVERIFY_RESULT((*project)->backup(m_progress));
            QVERIFY_RESULT((*project)->backup(m_progress));
        }
        QVERIFY(QFileInfo::exists(*old));
        reader.reset();
        QVERIFY_RESULT((*project)->backup(m_progress));
        QVERIFY(!QFileInfo::exists(*old));
    }

    void restoresWhateverHappenedToTheProject_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"sound", "header", "pages", "cut header", "cut", "empty", "text",
                 "missing", "log", "all zero"}) {
            QTest::newRow(damage) << QString::fromLatin1(damage);
        }
    }
    void restoresWhateverHappenedToTheProject()
    {
        QFETCH(QString, damage);
        QString backup;
        {
            auto project = Project::open(m_project);
            QVERIFY_RESULT(project);
            auto made = (*project)->backup(m_progress);
            QVERIFY_RESULT(made);
            backup = *made;
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("later"), 2000));
        }
        const qint64 size = QFileInfo(m_project).size();
        if (damage == u"header") {
            overwrite(m_project, 0, QByteArray(100, '\0'));
        } else if (damage == u"pages") {
            overwrite(m_project, 4096, QByteArray(size - 4096, 'x'));
        } else if (damage == u"all zero") {
            overwrite(m_project, 0, QByteArray(size, '\0'));
        } else if (damage == u"cut header") {
            QVERIFY(QFile::resize(m_project, 50));
        } else if (damage == u"cut") {
            QVERIFY(QFile::resize(m_project, 3 * 4096 + 7));
        } else if (damage == u"empty") {
            QVERIFY(QFile::resize(m_project, 0));
        } else if (damage == u"text") {
            QVERIFY(QFile::resize(m_project, 0));
            overwrite(m_project, 0, QByteArray("once upon a time\n").repeated(1000));
        } else if (damage == u"missing") {
            QVERIFY(QFile::remove(m_project));
        } else if (damage == u"log") {
            overwrite(m_project + QStringLiteral("-wal"), 0, QByteArray(9000, 'x'));
        }
        const QByteArray before = bytesOf(m_project);
        const auto restored = restoreBackup(m_project, {}, m_progress);
        QVERIFY_RESULT(restored);
        QCOMPARE(restored->from, backup);
        QCOMPARE(samplesIn(m_project), 50);
        QCOMPARE(restored->keptAs.isEmpty(), damage == u"missing");
        if (damage != u"missing") {
            QCOMPARE(bytesOf(restored->keptAs), before);
        }
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("after"), 3));
        QCOMPARE((*project)
                     ->read([](Connection& c) { return c.text(QStringLiteral("PRAGMA integrity_check")); })
                     .value_or(QString()),
            QStringLiteral("ok"));
    }

    void refusesWhileTheProjectIsOpen()
    {
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT((*project)->backup(m_progress));
        const QStringList before = names();
        const auto restored = restoreBackup(m_project, {}, m_progress);
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::Locked);
        QCOMPARE(names(), before);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("after"), 3));
    }

    void takesTheNewestThatIsWhole()
    {
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        setTime("2026-11-01T00:00:00.000Z");
        const auto whole = (*project)->backup(m_progress);
        QVERIFY_RESULT(whole);
        setTime("2026-11-02T00:00:00.000Z");
        const auto broken = (*project)->backup(m_progress);
        QVERIFY_RESULT(broken);
        project->reset();
        overwrite(*broken, 4096, QByteArray(20000, 'x'));
        const auto chosen = restoreBackup(m_project, *broken, m_progress);
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, ErrorCode::Damaged);
        const auto restored = restoreBackup(m_project, {}, m_progress);
        QVERIFY_RESULT(restored);
        QCOMPARE(restored->from, *whole);
        QVERIFY(QFile::remove(*whole));
        const auto none = restoreBackup(m_project, {}, m_progress);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QVERIFY(!restoreBackup(m_project, m_project, m_progress));
    }

    void aCancelledRestoreChangesNothing()
    {
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("many"), 3000));
        QVERIFY_RESULT((*project)->backup(m_progress));
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("later"), 7));
        project->reset();
        Watching progress([&] { return progress.reports == 1; });
        const auto restored = restoreBackup(m_project, {}, progress);
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::Cancelled);
        QCOMPARE(samplesIn(m_project), 3057);
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
