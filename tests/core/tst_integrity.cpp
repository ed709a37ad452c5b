// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/integrity.h"
#include "core/store/migrations.h"
#include "tests/support/testproject.h"

#include <QFile>

#include <sqlite3.h>

using namespace winnow;

/// What a check notices: bits, pages, objects of the schema, texts, pictures.
class TestIntegrity : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const QString& name) { return m_dir.filePath(name); }

    /// A project with samples and flags, closed.
    QString make(const QString& name, int samples = 300)
    {
        const QString file = path(name);
        auto project = Project::create(file);
        if (!project || !test::addSamples(**project, QStringLiteral("set"), samples, 3)) {
            qFatal("%s", qPrintable(file));
        }
        return file;
    }
    static QByteArray bytesOf(const QString& file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    static bool put(const QString& file, const QByteArray& bytes)
    {
        QFile opened(file);
        return opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size();
    }
    static IntegrityReport check(const QString& file, bool repair = false)
    {
        IntegrityReport report;
        auto project = Project::open(file, Project::Mode::Repair);
        if (!project) {
            report.problems.append(project.error().text());
            return report;
        }
        SilentProgress progress;
        auto checked = checkProject(**project, repair, progress);
        if (!checked) {
            report.problems.append(checked.error().text());
            return report;
        }
        return *checked;
    }
    /// What another program does: SQLite over the system's own files.
    static bool byOtherProgram(const QString& file, const char* sql)
    {
        sqlite3* handle = nullptr;
        bool done
            = sqlite3_open_v2(QFile::encodeName(file).constData(), &handle, SQLITE_OPEN_READWRITE, "unix")
            == SQLITE_OK;
        done = done && sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
        sqlite3_close(handle);
        return done;
    }

private slots:
    void aSoundProjectIsSound()
    {
        const QString file = make(QStringLiteral("sound.winnow"));
        const IntegrityReport report = check(file);
        QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.join(u'\n')));
        QVERIFY(report.notes.isEmpty());
        // Free pages and pages that were moved about are no damage.
        QVERIFY(byOtherProgram(file, "PRAGMA user_version"));
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT((*project)->write({}, [](sqlite::Connection& c) -> Result<> {
                c.execute(QStringLiteral("DELETE FROM flags; DELETE FROM samples WHERE id % 7 < 6"));
                return {};
            }));
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("more"), 40));
        }
        const IntegrityReport after = check(file, true);
        QVERIFY2(!after.damagedPages, qPrintable(after.problems.join(u'\n')));
    }

    void everyFlippedBitIsNoticed()
    {
        const QString file = make(QStringLiteral("bits.winnow"), 60);
        const QByteArray whole = bytesOf(file);
        QVERIFY(whole.contains("How many squares are in picture 31?"));
        // In a text, in a flag's score, in the eight bytes of a checksum, in the file's version and its mark.
        QVector<qsizetype> places{whole.indexOf("squares are in picture 31?"), whole.indexOf("planted"),
            whole.size() - 3, 4096 * 9 - 1, 97, 60 + 3, 68, 0, 20, 17};
        for (qsizetype at = 5000; at < whole.size(); at += 6151) {
            places.append(at);
        }
        QSet<qint64> used;
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT((*project)->read([&](sqlite::Connection& c) {
                sqlite::Statement pages(c, QStringLiteral("SELECT pageno FROM dbstat"));
                while (pages.step()) {
                    used.insert(pages.integer(0));
                }
            }));
        }
        QVERIFY(used.size() > 20);
        const QString copy = path(QStringLiteral("copy.winnow"));
        for (const qsizetype at : places) {
            QByteArray damaged = whole;
            damaged[at] ^= 0x10;
            QVERIFY(put(copy, damaged));
            const IntegrityReport report = check(copy);
            // Bytes of a free page are nobody's.
            QVERIFY2(
                !report.problems.isEmpty() || !used.contains(at / 4096 + 1), qPrintable(QString::number(at)));
        }
    }

    void swappedAndZeroedPagesAreNoticed()
    {
        const QString file = make(QStringLiteral("swap.winnow"));
        const QByteArray whole = bytesOf(file);
        const QString copy = path(QStringLiteral("swapped.winnow"));
        const qsizetype pages = whole.size() / 4096;
        QVERIFY(pages > 20);
        for (qsizetype page = 2; page + 1 < pages; page += 3) {
            QByteArray swapped = whole;
            swapped.replace(page * 4096, 4096, whole.mid(page * 4096 + 4096, 4096));
            swapped.replace(page * 4096 + 4096, 4096, whole.mid(page * 4096, 4096));
            QVERIFY(put(copy, swapped));
            QVERIFY2(check(copy).problems.size() > 0, qPrintable(QString::number(page)));
            QByteArray zeroed = whole;
            zeroed.replace(page * 4096, 4096, QByteArray(4096, '\0'));
            QVERIFY(put(copy, zeroed));
            QVERIFY2(check(copy).problems.size() > 0, qPrintable(QString::number(page)));
        }
    }

    void otherProgramsReadTheFileAndTheirWritesAreTold()
    {
        const QString file = make(QStringLiteral("other.winnow"));
        QVERIFY(byOtherProgram(file, "SELECT count(*) FROM samples; PRAGMA integrity_check"));
        QVERIFY(check(file).problems.isEmpty());
        QVERIFY(byOtherProgram(file, "UPDATE flags SET score = 0.25 WHERE id = 2"));
        const IntegrityReport report = check(file);
        QVERIFY(report.damagedPages);
        const QString said = report.problems.join(u'\n');
        QVERIFY2(said.contains(QStringLiteral("another program")) && said.contains(QStringLiteral("flags")),
            qPrintable(said));
    }

    void backupsAndUpgradedProjectsHaveChecksums()
    {
        const QString file = make(QStringLiteral("kept.winnow"), 3000);
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            SilentProgress progress;
            auto made = (*project)->backup(progress);
            QVERIFY_RESULT(made);
            QVERIFY(QFile::rename(*made, path(QStringLiteral("restored.winnow"))));
        }
        const IntegrityReport backup = check(path(QStringLiteral("restored.winnow")));
        QVERIFY2(backup.problems.isEmpty(), qPrintable(backup.problems.join(u'\n')));
        QVERIFY(backup.notes.isEmpty());

        const QString old = path(QStringLiteral("old.winnow"));
        {
            // As an older program made it: the first schema, no room in its pages.
            sqlite3* handle = nullptr;
            QCOMPARE(sqlite3_open(QFile::encodeName(old).constData(), &handle), SQLITE_OK);
            const QByteArray script = "PRAGMA journal_mode=WAL;" + projectMigrations().at(0).script.toUtf8()
                + QStringLiteral("; PRAGMA application_id=%1; PRAGMA user_version=1")
                      .arg(kApplicationId)
                      .toUtf8();
            QCOMPARE(sqlite3_exec(handle, script.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
            sqlite3_close(handle);
        }
        QCOMPARE(int(bytesOf(old).at(20)), 0);
        const IntegrityReport upgraded = check(old);
        QVERIFY2(upgraded.problems.isEmpty(), qPrintable(upgraded.problems.join(u'\n')));
        QVERIFY(upgraded.notes.isEmpty());
        QCOMPARE(int(bytesOf(old).at(20)), 8);
    }

    void everyForeignOrMissingObjectIsNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<bool>("repairable");
        QTest::newRow("trigger that lies")
            << "CREATE TRIGGER sly AFTER UPDATE ON flags BEGIN UPDATE flags SET score = 0"
               " WHERE id = new.id; END"
            << "sly" << false << true;
        QTest::newRow("trigger that deletes") << "CREATE TRIGGER gone AFTER INSERT ON decisions BEGIN"
                                                 " DELETE FROM samples; END"
                                              << "gone" << false << true;
        QTest::newRow("guard replaced")
            << "DROP TRIGGER decisions_no_delete; CREATE TRIGGER decisions_no_delete"
               " AFTER INSERT ON flags BEGIN SELECT 1; END"
            << "decisions_no_delete" << false << true;
        QTest::newRow("guard removed") << "DROP TRIGGER decisions_no_update"
                                       << "decisions_no_update" << true << true;
        QTest::newRow("view that hides")
            << "DROP VIEW sample_search; CREATE VIEW sample_search(rowid, question,"
               " options, gold) AS SELECT 1, 'x', 'x', 'x'"
            << "sample_search" << false << true;
        QTest::newRow("view of one's own") << "CREATE VIEW mine AS SELECT * FROM flags"
                                           << "mine" << true << true;
        QTest::newRow("index of one's own") << "CREATE INDEX mine ON flags(score)"
                                            << "mine" << true << true;
        QTest::newRow("index removed") << "DROP INDEX flags_kind"
                                       << "flags_kind" << true << true;
        QTest::newRow("table of one's own") << "CREATE TABLE mine(a)"
                                            << "mine" << true << false;
        QTest::newRow("column of one's own") << "ALTER TABLE flags ADD COLUMN mine TEXT"
                                             << "flags" << true << false;
    }
    void everyForeignOrMissingObjectIsNamed()
    {
        QFETCH(QString, sql);
        QFETCH(QString, named);
        QFETCH(bool, opens);
        QFETCH(bool, repairable);
        const QString file = make(QStringLiteral("schema-%1.winnow").arg(qHash(sql)), 30);
        {
            auto connection = sqlite::Connection::open(file, sqlite::OpenMode::ReadWrite);
            QVERIFY_RESULT(connection);
            QVERIFY_RESULT(sqlite::guarded([&] { (*connection)->execute(sql); }));
        }
        {
            auto project = Project::open(file);
            QCOMPARE(project.has_value(), opens);
            if (!opens) {
                QVERIFY2(project.error().text().contains(named), qPrintable(project.error().text()));
                QVERIFY(project.error().remedy.contains(QStringLiteral("--repair")));
                QVERIFY(!Project::open(file, Project::Mode::ReadOnly).has_value());
            }
        }
        const QString said = check(file).problems.join(u'\n');
        QVERIFY2(said.contains(named), qPrintable(said));
        const IntegrityReport repaired = check(file, true);
        QCOMPARE(repaired.damagedPages, !repairable);
        if (repairable) {
            QVERIFY2(check(file).problems.isEmpty(), qPrintable(check(file).problems.join(u'\n')));
            QVERIFY_RESULT(Project::open(file));
        }
    }

    void stepsThatNoImportMakesAreNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("faulty");
        const QString add
            = QStringLiteral("INSERT INTO sample_steps(sample_id, parent, size, step) SELECT id, %1, 1, 's'"
                             " FROM samples WHERE %2");
        const QString below
            = QStringLiteral("(SELECT p.source_index FROM samples p WHERE p.id = samples.id - 1)");
        QTest::newRow("a chain") << add.arg(below, QStringLiteral("id > 1")) << 0;
        QTest::newRow("a question that is not there")
            << add.arg(QStringLiteral("'nowhere'"), QStringLiteral("id > 1")) << 0;
        QTest::newRow("of itself") << add.arg(QStringLiteral("source_index"), QStringLiteral("id = 4")) << 1;
        QTest::newRow("of nothing") << add.arg(QStringLiteral("''"), QStringLiteral("id < 4")) << 3;
        // 1 is a step of 5, which is one of 4, which is one of 3 …; what hangs on the circle is none.
        QTest::newRow("a circle") << add.arg(
            QStringLiteral("coalesce(%1, (SELECT p.source_index FROM samples p WHERE p.id = 5))").arg(below),
            QStringLiteral("id < 9"))
                                  << 5;
    }
    void stepsThatNoImportMakesAreNamed()
    {
        QFETCH(QString, sql);
        QFETCH(int, faulty);
        const QString file
            = make(QStringLiteral("steps-%1.winnow").arg(QLatin1String(QTest::currentDataTag())), 30);
        const auto steps = [&] {
            auto project = Project::open(file);
            return (*project)
                ->read([](sqlite::Connection& c) {
                    return c.integer(QStringLiteral("SELECT count(*) FROM sample_steps"));
                })
                .value_or(-1);
        };
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT((*project)->write({}, [&](sqlite::Connection& c) -> Result<> {
                c.execute(sql);
                return {};
            }));
        }
        const qint64 before = steps();
        const IntegrityReport report = check(file);
        QVERIFY(!report.damagedPages);
        QCOMPARE(report.problems.size(), faulty > 0 ? 1 : 0);
        if (faulty > 0) {
            QVERIFY2(report.problems.first().startsWith(QString::number(faulty)),
                qPrintable(report.problems.first()));
            QVERIFY(!check(file, true).repaired.isEmpty());
            QVERIFY(check(file).problems.isEmpty());
        }
        QCOMPARE(steps(), before - faulty);
    }

    void aSampleThatIsNotWhatWasImportedIsNamed()
    {
        const QString file = make(QStringLiteral("edited.winnow"), 30);
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT((*project)->write({}, [](sqlite::Connection& c) -> Result<> {
                c.execute(
                    QStringLiteral("UPDATE options SET text = 'five' WHERE sample_id = 5 AND position = 2"));
                return {};
            }));
        }
        const QString said = check(file).problems.join(u'\n');
        QVERIFY2(said.contains(QStringLiteral("set/4")), qPrintable(said));
        QVERIFY(!check(file, true).repaired.isEmpty());
        const IntegrityReport after = check(file);
        QVERIFY2(after.problems.isEmpty(), qPrintable(after.problems.join(u'\n')));
        QCOMPARE(after.notes.size(), 1); // not verified, until it is imported again
    }

    void picturesAreWhatTheirHashSays()
    {
        const QString file = path(QStringLiteral("pictures.winnow"));
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT((*project)->addImageBytes(QByteArray(3000, 'a') + QByteArray("needle")));
            QVERIFY_RESULT((*project)->addImageBytes(QByteArray(9000, 'b')));
            QVERIFY_RESULT((*project)->flushImages());
        }
        QVERIFY(check(file).problems.isEmpty());
        const QString images = file + QStringLiteral("-images");
        QByteArray bytes = bytesOf(images);
        const qsizetype needle = bytes.indexOf("needle");
        QVERIFY(needle > 0);
        bytes[needle] = 'N';
        QVERIFY(put(images, bytes));
        const IntegrityReport report = check(file);
        QVERIFY2(
            report.problems.join(u'\n').contains(QStringLiteral("embedded images are not what their hash")),
            qPrintable(report.problems.join(u'\n')));
        QVERIFY(report.damagedPages);
    }
};

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"
