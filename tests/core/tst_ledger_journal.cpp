// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/samplebundle.h"
#include "core/store/decisionstore.h"
#include "core/store/integrity.h"
#include "core/store/ledger.h"
#include "core/store/migrations.h"
#include "tests/support/testproject.h"

#include <QSemaphore>
#include <QThread>

using namespace winnow;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Holds the project's writer, as an import does, until told to let go.
class LongWrite {
public:
    explicit LongWrite(Project& project)
        : m_thread(QThread::create([&] {
            (void)project.write({}, [&](sqlite::Connection& c) -> Result<int> {
                DatasetStore(c).setMeta(QStringLiteral("import"), QStringLiteral("runs"));
                m_holds.release();
                m_end.acquire();
                return 0;
            });
        }))
    {
        m_thread->start();
        m_holds.acquire();
    }
    ~LongWrite() { finish(); }
    void finish()
    {
        if (m_thread) {
            m_end.release();
            m_thread->wait();
            m_thread.reset();
        }
    }

private:
    QSemaphore m_holds;
    QSemaphore m_end;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

/// Project and journal hold the same events, whatever happens to either.
class TestLedgerJournal : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    QString m_journal;

    std::shared_ptr<Project> open() { return Project::open(m_path).value_or(nullptr); }
    Result<QVector<Decision>> decide(Project& project, int sample, Verdict verdict = Verdict::Confirm,
        const QString& who = QStringLiteral("kim"))
    {
        Decision decision;
        decision.annotator = who;
        decision.sampleId = {sample + 1};
        decision.kind = QStringLiteral("blind_solvable");
        decision.verdict = verdict;
        return project.ledger().decide({decision});
    }
    static qint64 events(Project& project)
    {
        return project.read([](sqlite::Connection& c) { return DecisionStore(c).count(); }).value_or(-1);
    }
    static QString states(Project& project)
    {
        return project
            .read([](sqlite::Connection& c) {
                return c.text(QStringLiteral(
                    "SELECT group_concat(state, ' ') FROM (SELECT state FROM flags ORDER BY id)"));
            })
            .value_or(QString());
    }
    qsizetype lines() const { return contents(m_journal).count('\n') - 1; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("p.winnow"));
        m_journal = m_path + QStringLiteral("-ledger");
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 6, 1));
    }

    void everyEventStandsInBoth()
    {
        auto project = open();
        QVERIFY(project);
        QVERIFY_RESULT(decide(*project, 0));
        QVERIFY_RESULT(decide(*project, 1, Verdict::Override));
        QVERIFY_RESULT(project->ledger().undo(QStringLiteral("kim")));
        QCOMPARE(events(*project), 3);
        QCOMPARE(lines(), 3);
        QByteArray table;
        QVERIFY_RESULT(project->read([&](sqlite::Connection& c) {
            DecisionStore(c).forEachLine([&](const QString&, const QByteArray& line) {
                table += line + '\n';
                return true;
            });
        }));
        QVERIFY(contents(m_journal).endsWith(table));
        QVERIFY(contents(m_journal).startsWith("{\"project\":"));
    }

    void aDecisionIsDurableAndShownWhileTheProjectIsHeld()
    {
        auto project = open();
        QVERIFY(project);
        {
            LongWrite import(*project);
            QVERIFY_RESULT(decide(*project, 0));
            QVERIFY_RESULT(decide(*project, 1, Verdict::Override));
            QVERIFY_RESULT(project->ledger().undo(QStringLiteral("kim")));
            QVERIFY_RESULT(project->ledger().redo(QStringLiteral("kim")));
            QCOMPARE(lines(), 4);
            QCOMPARE(project->ledger().status().pending, 4);
            QCOMPARE(events(*project), 0);
            auto bundle = loadSampleBundle(*project, SampleId{2});
            QVERIFY_RESULT(bundle);
            QCOMPARE((*bundle)->flags.first().state, FlagState::Overridden);
            import.finish();
            QTRY_COMPARE(project->ledger().status().pending, 0);
        }
        QCOMPARE(events(*project), 4);
        QCOMPARE(states(*project), QStringLiteral("confirmed overridden open open open open"));
    }

    void twoOpeningsWriteAtOnce()
    {
        auto one = open();
        auto two = open();
        QVERIFY(one && two);
        for (int round = 0; round < 20; ++round) {
            Project& turn = round % 3 ? *one : *two;
            QVERIFY_RESULT(decide(turn, round % 6, round % 2 ? Verdict::Confirm : Verdict::Override));
            if (round % 5 == 4) {
                // The other opening takes back what this one decided.
                auto taken = (round % 3 ? *two : *one).ledger().undo(QStringLiteral("kim"));
                QVERIFY_RESULT(taken);
                QCOMPARE(taken->first().sampleKey, QStringLiteral("set/%1").arg(round % 6));
            }
        }
        QCOMPARE(lines(), 24);
        QVERIFY_RESULT(one->ledger().sync());
        QVERIFY_RESULT(two->ledger().sync());
        QCOMPARE(events(*one), 24);
        const QString before = states(*one);
        one.reset();
        two.reset();
        auto again = open();
        QCOMPARE(states(*again), before);
        auto rebuilt = again->write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
        QCOMPARE(*rebuilt, 0);
    }

    void whatHappensToTheFiles_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("nothing") << QString() << qint64(3);
        QTest::newRow("journal deleted") << QStringLiteral("delete") << qint64(3);
        QTest::newRow("journal empty") << QStringLiteral("empty") << qint64(3);
        QTest::newRow("journal cut in a line") << QStringLiteral("cut") << qint64(3);
        QTest::newRow("first line of the journal destroyed") << QStringLiteral("header") << qint64(3);
        QTest::newRow("a line in the middle destroyed") << QStringLiteral("middle") << qint64(3);
        QTest::newRow("journal of another project") << QStringLiteral("foreign") << qint64(3);
        QTest::newRow("project of an hour ago") << QStringLiteral("old project") << qint64(3);
        QTest::newRow("project of an hour ago and a line destroyed")
            << QStringLiteral("old, middle") << qint64(2);
    }
    void whatHappensToTheFiles()
    {
        QFETCH(QString, what);
        QFETCH(qint64, expected);
        QByteArray older;
        QByteArray fourthOf;
        {
            auto project = open();
            QVERIFY(project);
            project.reset();
            older = contents(m_path);
            project = open();
            for (int i = 0; i < 3; ++i) {
                QVERIFY_RESULT(decide(*project, i));
            }
        }
        QByteArray journal = contents(m_journal);
        const auto destroyLine = [&](int number) {
            QList<QByteArray> all = journal.split('\n');
            all[number] = all.at(number).left(30) + "~~~" + all.at(number).mid(33);
            overwrite(m_journal, all.join('\n'));
        };
        if (what == u"delete") {
            QVERIFY(QFile::remove(m_journal));
        } else if (what == u"empty") {
            overwrite(m_journal, {});
        } else if (what == u"cut") {
            overwrite(m_journal, journal.chopped(100));
        } else if (what == u"header") {
            destroyLine(0);
        } else if (what == u"middle") {
            destroyLine(2);
        } else if (what == u"foreign") {
            journal.replace("\"project\":\"", "\"project\":\"x");
            overwrite(m_journal, journal);
        } else if (what == u"old project") {
            overwrite(m_path, older);
        } else if (what == u"old, middle") {
            overwrite(m_path, older);
            destroyLine(2);
        }
        auto project = open();
        QVERIFY(project);
        QCOMPARE(events(*project), expected);
        QCOMPARE(project->ledger().status().journalProblem.has_value(), false);
        QVERIFY_RESULT(decide(*project, 4));
        // A line in the middle is looked at when everything is compared, as `check` does.
        QVERIFY_RESULT(project->ledger().syncAll());
        project.reset();
        // Whatever it was, the two are one again.
        const QByteArray after = contents(m_journal);
        int sound = 0;
        for (const QByteArray& line : after.split('\n')) {
            sound += readLedgerEvent(line) ? 1 : 0;
        }
        QCOMPARE(sound, expected + 1);
        QVERIFY(after.endsWith('\n'));
        if (what == u"foreign" || what == u"empty") {
            QVERIFY(QFile::exists(m_journal + QStringLiteral(".other-1")));
        }
        QCOMPARE(events(*open()), expected + 1);
    }

    void aTornLastLineIsEndedByTheNextWriter()
    {
        auto project = open();
        QVERIFY_RESULT(decide(*project, 0));
        {
            QFile file(m_journal);
            QVERIFY(file.open(QIODevice::Append));
            file.write("{\"v\":1,\"uuid\":\"torn");
        }
        QVERIFY_RESULT(decide(*project, 1));
        QVERIFY_RESULT(project->ledger().sync());
        QCOMPARE(events(*project), 2);
        QCOMPARE(project->ledger().status().badLines, 1);
        project.reset();
        QCOMPARE(events(*open()), 2);
    }

    void checkFindsADamagedLineAndRepairWritesTheJournalAnew()
    {
        auto project = open();
        for (int i = 0; i < 4; ++i) {
            QVERIFY_RESULT(decide(*project, i));
        }
        project.reset();
        QList<QByteArray> all = contents(m_journal).split('\n');
        all[2][40] = char(all.at(2).at(40) ^ 1);
        overwrite(m_journal, all.join('\n'));
        project = open();
        SilentProgress progress;
        auto found = checkProject(*project, false, progress);
        QVERIFY_RESULT(found);
        QCOMPARE(found->problems, QStringList{QStringLiteral("1 line of the journal is damaged")});
        QCOMPARE(events(*project), 4);
        auto repaired = checkProject(*project, true, progress);
        QVERIFY_RESULT(repaired);
        QCOMPARE(repaired->repaired.size(), 1);
        QVERIFY(QFile::exists(m_journal + QStringLiteral(".broken-1")));
        QCOMPARE(lines(), 4);
        auto again = checkProject(*project, false, progress);
        QVERIFY(again->problems.isEmpty());
        QVERIFY_RESULT(decide(*project, 5));
        QCOMPARE(lines(), 5);
    }

    void halfABatchDoesNotCount()
    {
        {
            auto project = open();
            QVector<Decision> all;
            for (int i = 0; i < 3; ++i) {
                Decision decision;
                decision.annotator = QStringLiteral("kim");
                decision.sampleId = {i + 1};
                decision.action = Action::Drop;
                all.append(decision);
            }
            QVERIFY_RESULT(project->ledger().decide(all));
        }
        const QByteArray journal = contents(m_journal);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::remove(m_journal));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 6, 1));
        const QList<QByteArray> lines = journal.split('\n');
        QVERIFY_RESULT(
            (*project)->ledger().merge({*readLedgerEvent(lines.at(1)), *readLedgerEvent(lines.at(3))}));
        const auto actions = [&] {
            return (*project)
                ->read([](sqlite::Connection& c) {
                    return c.integer(QStringLiteral("SELECT count(*) FROM sample_actions"));
                })
                .value_or(-1);
        };
        QCOMPARE(actions(), 0);
        auto rest = (*project)->ledger().merge({*readLedgerEvent(lines.at(2))});
        QVERIFY_RESULT(rest);
        QCOMPARE(rest->waiting, 0);
        QCOMPARE(actions(), 3);
    }

    void aReadOnlyProjectCountsWhatItLacks()
    {
        QByteArray older;
        {
            auto project = open();
            project.reset();
            older = contents(m_path);
            project = open();
            QVERIFY_RESULT(decide(*project, 0));
            QVERIFY_RESULT(decide(*project, 1));
        }
        overwrite(m_path, older);
        const QByteArray journal = contents(m_journal);
        auto project = Project::open(m_path, Project::Mode::ReadOnly);
        QVERIFY_RESULT(project);
        QCOMPARE((*project)->ledger().status().unapplied, 2);
        QCOMPARE(events(**project), 0);
        auto refused = decide(**project, 3);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        QCOMPARE(contents(m_journal), journal);
    }

    void aProjectThatIsGoneIsNoticedBeforeAnythingIsAcknowledged_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("deleted") << false;
        QTest::newRow("replaced by a copy") << true;
    }
    void aProjectThatIsGoneIsNoticedBeforeAnythingIsAcknowledged()
    {
        QFETCH(bool, replaced);
        auto project = open();
        QVERIFY_RESULT(decide(*project, 0));
        const QByteArray before = contents(m_journal);
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".moved")));
        if (replaced) {
            QVERIFY(QFile::copy(m_path + QStringLiteral(".moved"), m_path));
        }
        auto stored = decide(*project, 1);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Replaced);
        QVERIFY2(stored.error().message.contains(m_path), qPrintable(stored.error().text()));
        QCOMPARE(contents(m_journal), before);
        QVERIFY(QFile::remove(m_path) || !replaced);
        QVERIFY(QFile::rename(m_path + QStringLiteral(".moved"), m_path));
        QVERIFY_RESULT(decide(*project, 1));
    }

    void onASharedDiskOneProcessWrites()
    {
        qputenv("WINNOW_NETWORK_DISK", "1");
        const auto off = qScopeGuard([] { qunsetenv("WINNOW_NETWORK_DISK"); });
        auto one = open();
        QVERIFY(one);
        QVERIFY(!one->isReadOnly());
        auto two = open();
        QVERIFY(two);
        QVERIFY(two->isReadOnly());
        QVERIFY_RESULT(decide(*one, 0));
        QVERIFY(!decide(*two, 1));
        one.reset();
        two.reset();
        auto next = open();
        QVERIFY(next);
        QVERIFY(!next->isReadOnly());
    }

    void aFolderInTheJournalsPlaceIsSetAside()
    {
        QVERIFY(!QFile::exists(m_journal)); // nothing was decided yet
        QVERIFY(QDir().mkpath(m_journal + QStringLiteral("/not-empty")));
        auto project = open();
        QVERIFY(project);
        QVERIFY_RESULT(decide(*project, 0));
        QCOMPARE(events(*project), 1);
        QCOMPARE(lines(), 1);
        QCOMPARE(project->ledger().status().setAside, m_journal + QStringLiteral(".other-1"));
        QVERIFY(QDir(m_journal + QStringLiteral(".other-1/not-empty")).exists());
    }

    void oldLedgersMigrateAlikeInEveryCopy()
    {
        const QString first = m_dir->filePath(QStringLiteral("old.winnow"));
        {
            auto old = sqlite::Connection::open(first, sqlite::OpenMode::Create);
            QVERIFY_RESULT(old);
            QVERIFY_RESULT(migrate(**old, projectMigrations().mid(0, 3)));
            QVERIFY_RESULT(sqlite::guarded([&] {
                (*old)->execute(QStringLiteral(
                    "INSERT INTO meta(key, value) VALUES('uuid', '6f1c1f5e-7c5e-4a51-9d8e-0d5f5e9f4a10');"
                    "INSERT INTO datasets(id, name, created_at) VALUES(1, 'set', '2026-01-01T00:00:00Z');"
                    "INSERT INTO samples(id, dataset_id, source_index, position, question, content_hash) "
                    "VALUES"
                    " (1, 1, '0', 0, 'What?', x'00'), (2, 1, '1', 1, 'Where?', x'01');"
                    "INSERT INTO flags(fingerprint, sample_id, dataset_id, kind, detector, score, state) "
                    "VALUES"
                    " (x'01', 1, 1, 'dark', 'dark', 0.5, 'overridden'), (x'02', 2, 1, 'dark', 'dark', 0.5, "
                    "'open');"
                    "INSERT INTO decisions(uuid, at, annotator, sample_id, sample_key, kind, verdict, "
                    "action, batch,"
                    " undoes, redoes) VALUES"
                    " ('a', '2026-01-02T00:00:00.000Z', 'kim', 1, 'set/0', 'dark', 'confirm', '', '', NULL, "
                    "NULL),"
                    " ('b', '2026-01-02T00:00:01.000Z', 'lee', 1, 'set/0', 'dark', 'override', '', '', NULL, "
                    "NULL),"
                    " ('c', '2026-01-02T00:00:02.000Z', 'kim', 1, 'set/0', '', '', 'drop', 'bulk', NULL, "
                    "NULL),"
                    " ('d', '2026-01-02T00:00:02.000Z', 'kim', 2, 'set/1', '', '', 'drop', 'bulk', NULL, "
                    "NULL),"
                    " ('e', '2026-01-02T00:00:03.000Z', 'kim', 2, 'set/1', '', '', '', 'bulk', 4, NULL),"
                    " ('f', '2026-01-02T00:00:03.000Z', 'kim', 1, 'set/0', '', '', '', 'bulk', 3, NULL),"
                    " ('g', '2026-01-02T00:00:04.000Z', 'kim', 1, 'set/0', '', '', 'drop', 'again', NULL, 3),"
                    " ('h', '2026-01-02T00:00:04.000Z', 'kim', 2, 'set/1', '', '', 'drop', 'again', NULL, "
                    "4)"));
            }));
        }
        const QString copy = m_dir->filePath(QStringLiteral("copy.winnow"));
        QVERIFY(QFile::copy(first, copy));
        // Not while somebody else has it open.
        {
            auto other = sqlite::Connection::open(first, sqlite::OpenMode::ReadOnly);
            QVERIFY_RESULT(other);
            QVERIFY_RESULT(sqlite::guarded(
                [&] { return (*other)->integer(QStringLiteral("SELECT count(*) FROM meta")); }));
            auto refused = Project::open(first);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Locked);
        }
        QByteArray lines[2];
        for (int i = 0; i < 2; ++i) {
            auto project = Project::open(i ? copy : first);
            QVERIFY_RESULT(project);
            QCOMPARE((*project)->outcome(), OpenOutcome::Upgraded);
            const LedgerStatus status = (*project)->ledger().status();
            QCOMPARE(status.disputedAtOpening.size(), 1);
            QCOMPARE(status.disputedAtOpening.first().sampleKey, QStringLiteral("set/0"));
            QCOMPARE(states(**project), QStringLiteral("disputed open"));
            QCOMPARE(events(**project), 8);
            // The old redo is a decision, and can be undone as one batch.
            auto undone = (*project)->ledger().undo(QStringLiteral("kim"));
            QVERIFY_RESULT(undone);
            QCOMPARE(undone->size(), 2);
            QCOMPARE(undone->first().uuid, QStringLiteral("g"));
            auto before = (*project)->ledger().undo(QStringLiteral("kim"));
            QVERIFY_RESULT(before);
            QCOMPARE(before->first().uuid, QStringLiteral("a"));
            QVERIFY_RESULT((*project)->read([&](sqlite::Connection& c) {
                int left = 8;
                DecisionStore(c).forEachLine([&](const QString&, const QByteArray& line) {
                    lines[i] += line + '\n';
                    return --left > 0;
                });
            }));
        }
        QCOMPARE(lines[0], lines[1]);
    }
};

QTEST_GUILESS_MAIN(TestLedgerJournal)
#include "tst_ledger_journal.moc"
