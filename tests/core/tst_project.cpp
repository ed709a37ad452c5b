// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/migrations.h"
#include "core/store/sampleindex.h"
#include "tests/support/testproject.h"

#include <QProcess>

#include <sqlite3.h>

#include <new>
#include <stdexcept>

using namespace winnow;

/// The project file: every outcome of opening one.
class TestProject : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const QString& name) { return m_dir.filePath(name); }

private slots:
    void createsAndReopens()
    {
        const QString file = path(QStringLiteral("a.winnow"));
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            QCOMPARE((*project)->outcome(), OpenOutcome::Created);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 3));
        }
        auto again = Project::open(file);
        QVERIFY_RESULT(again);
        QCOMPARE((*again)->outcome(), OpenOutcome::SameVersion);
        QVERIFY(!(*again)->isReadOnly());
        auto sample = (*again)->read(
            [](sqlite::Connection& c) { return SampleStore(c).byKey(QStringLiteral("set/2")); });
        QVERIFY_RESULT(sample);
        QVERIFY(sample->has_value());
        QCOMPARE((*sample)->options.size(), 4);
        QCOMPARE((*sample)->gold, QStringLiteral("C"));
    }

    void refusesToOverwrite()
    {
        const QString file = path(QStringLiteral("twice.winnow"));
        QVERIFY_RESULT(Project::create(file));
        auto second = Project::create(file);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
    }

    void refusesWhatAnOlderProjectLeftBehind_data()
    {
        QTest::addColumn<QString>("left");
        for (const char* left : {".winnow-wal", ".winnow-shm", ".winnow-journal", ".winnow-images",
                 ".winnow-images-wal", ".winnow-images-shm", ".winnow-images-journal"}) {
            QTest::newRow(left) << QString::fromLatin1(left);
        }
    }
    void refusesWhatAnOlderProjectLeftBehind()
    {
        QFETCH(QString, left);
        QTemporaryDir folder;
        const QString old = folder.filePath(QStringLiteral("again") + left);
        QFile file(old);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        auto project = Project::create(folder.filePath(QStringLiteral("again.winnow")));
        QVERIFY(!project);
        QCOMPARE(project.error().code, ErrorCode::AlreadyExists);
        QVERIFY2(project.error().message.contains(old), qPrintable(project.error().text()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
            QStringList(QFileInfo(old).fileName()));
        QVERIFY(file.remove());
        QVERIFY_RESULT(Project::create(folder.filePath(QStringLiteral("again.winnow"))));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void doesNotFollowADanglingLink()
    {
        QTemporaryDir folder;
        const QString link = folder.filePath(QStringLiteral("link.winnow"));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("nowhere.winnow")), link));
        auto project = Project::create(link);
        QVERIFY(!project);
        QCOMPARE(project.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System).size(), 1);
    }

    void anExceptionLeavesTheWriterFree_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no memory") << 0 << ErrorCode::LimitExceeded;
        QTest::newRow("a library") << 1 << ErrorCode::Internal;
        QTest::newRow("no exception class") << 2 << ErrorCode::Internal;
    }
    void anExceptionLeavesTheWriterFree()
    {
        QFETCH(int, kind);
        QFETCH(ErrorCode, code);
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("thrown.winnow")));
        QVERIFY_RESULT(project);
        auto written = (*project)->write({}, [&](sqlite::Connection& c) -> Result<int> {
            c.execute(QStringLiteral("INSERT INTO meta(key, value) VALUES('half', 'done')"));
            (void)(*project)->addImageBytes("half");
            if (kind == 0) {
                throw std::bad_alloc();
            }
            if (kind == 1) {
                throw std::runtime_error("the decoder gave up");
            }
            throw 3;
        });
        QVERIFY(!written);
        QCOMPARE(written.error().code, code);
        QVERIFY(kind != 1 || written.error().message.contains(QStringLiteral("the decoder gave up")));
        QVERIFY(!written.error().remedy.isEmpty());
        auto half = (*project)->read([](sqlite::Connection& c) {
            return c.integer(QStringLiteral("SELECT count(*) FROM meta WHERE key = 'half'"));
        });
        QVERIFY_RESULT(half);
        QCOMPARE(*half, 0);
        QCOMPARE((*project)->imageHashes().value_or(QVector<QByteArray>(1)).size(), 0);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 1));
        auto read
            = (*project)->read([](sqlite::Connection&) -> int { throw std::runtime_error("while reading"); });
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Internal);
    }

    void imagesFollowTheWriteThatAddedThem_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("kept");
        QTest::newRow("kept") << QStringLiteral("kept") << 24;
        QTest::newRow("refused") << QStringLiteral("refused") << 0;
        QTest::newRow("the commit fails") << QStringLiteral("commit") << 0;
    }
    void imagesFollowTheWriteThatAddedThem()
    {
        QFETCH(QString, how);
        QFETCH(int, kept);
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("images.winnow")));
        QVERIFY_RESULT(project);
        QVERIFY_RESULT((*project)->addImageBytes("before"));
        QVERIFY_RESULT((*project)->flushImages());
        auto written = (*project)->write({}, [&](sqlite::Connection& c) -> Result<int> {
            for (int i = 0; i < 24; ++i) {
                // Together more than fits in memory at a time.
                QByteArray bytes(1 << 20, char(i));
                auto hash = (*project)->addImageBytes(bytes);
                if (!hash) {
                    return tl::unexpected<Error>(hash.error());
                }
            }
            WINNOW_TRY((*project)->addImageBytes("before"));
            if (how == u"refused") {
                return fail(ErrorCode::InvalidInput, QStringLiteral("no"));
            }
            if (how == u"commit") {
                c.execute(
                    QStringLiteral("PRAGMA defer_foreign_keys=ON;"
                                   "INSERT INTO options(sample_id, position, text) VALUES(77, 0, 'x')"));
            }
            return 1;
        });
        QCOMPARE(written.has_value(), kept > 0);
        auto hashes = (*project)->imageHashes();
        QVERIFY_RESULT(hashes);
        QCOMPARE(hashes->size(), kept + 1);
        QVERIFY_RESULT((*project)->imageBytes(hashes->first()));
        // Nobody's lock stays.
        auto other = sqlite::Connection::open((*project)->imagesPath(), sqlite::OpenMode::ReadWrite);
        QVERIFY_RESULT(other);
        QVERIFY_RESULT(
            sqlite::guarded([&] { (*other)->execute(QStringLiteral("BEGIN IMMEDIATE; ROLLBACK")); }));
        SilentProgress progress;
        QVERIFY_RESULT((*project)->settleImages(progress));
        const qint64 log = QFileInfo((*project)->imagesPath() + QStringLiteral("-wal")).size();
        QVERIFY2(log < 1 << 20, qPrintable(QString::number(log)));
        other->reset();
        project->reset();
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void imagesOfAKilledImportAreForgotten()
    {
        const QString file = path(QStringLiteral("killed.winnow"));
        const QByteArray used(32, 'u');
        const QByteArray unused(32, 'n');
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT((*project)->addImageBytes("before"));
            QVERIFY_RESULT((*project)->flushImages());
            QVERIFY_RESULT((*project)->write({}, [&](sqlite::Connection& c) -> Result<int> {
                sqlite::Statement(c, QStringLiteral("INSERT INTO images(sha256) VALUES(?)"))
                    .bindAll(used)
                    .run();
                return 0;
            }));
            // As a kill between the commits of the images and of the project, and one just after both.
            auto store = sqlite::Connection::open((*project)->imagesPath(), sqlite::OpenMode::ReadWrite);
            QVERIFY_RESULT(store);
            for (const QByteArray& hash : {used, unused}) {
                QVERIFY_RESULT(sqlite::guarded([&] {
                    sqlite::Statement(**store, QStringLiteral("INSERT INTO blobs VALUES(?, x'01')"))
                        .bindAll(hash)
                        .run();
                    sqlite::Statement(**store, QStringLiteral("INSERT INTO unclaimed VALUES(?, 5)"))
                        .bindAll(hash)
                        .run();
                }));
            }
        }
        auto project = Project::open(file);
        QVERIFY_RESULT(project);
        auto hashes = (*project)->imageHashes();
        QVERIFY_RESULT(hashes);
        QCOMPARE(hashes->size(), 2);
        QVERIFY(hashes->contains(used));
        QVERIFY(!hashes->contains(unused));
        auto marks = sqlite::Connection::open((*project)->imagesPath(), sqlite::OpenMode::ReadWrite);
        QVERIFY_RESULT(marks);
        QCOMPARE(sqlite::guarded([&] {
            return (*marks)->integer(QStringLiteral("SELECT count(*) FROM unclaimed"));
        }).value_or(-1),
            0);
    }

    void aBindThatFailsIsAnError()
    {
        auto c = sqlite::Connection::open(path(QStringLiteral("bind.sqlite")), sqlite::OpenMode::Create);
        QVERIFY_RESULT(c);
        QVERIFY_RESULT(sqlite::guarded([&] { (*c)->execute(QStringLiteral("CREATE TABLE t(a, b)")); }));
        const auto insert = [&](auto&& fill) {
            return sqlite::guarded([&] {
                sqlite::Statement statement(**c, QStringLiteral("INSERT INTO t VALUES(?, ?)"));
                fill(statement);
                statement.run();
            });
        };
        QVERIFY_RESULT(insert([](sqlite::Statement& s) { s.bindAll(1, QStringLiteral("x")); }));
        QVERIFY(!insert([](sqlite::Statement& s) { s.bindAll(1, 2, 3); }));
        QVERIFY(!insert([](sqlite::Statement& s) { s.bind(0, QByteArray("x")); }));
        QVERIFY(!insert([](sqlite::Statement& s) { s.bindNull(3); }));
        ::sqlite3_limit(static_cast<sqlite3*>((*c)->handle()), SQLITE_LIMIT_LENGTH, 1000);
        const auto large = insert([](sqlite::Statement& s) { s.bindAll(1, QString(2000, u'x')); });
        QVERIFY(!large);
        QCOMPARE(large.error().code, ErrorCode::LimitExceeded);
        // One that runs must be reset first: nothing is bound in the middle of it.
        const auto running = sqlite::guarded([&] {
            sqlite::Statement rows(**c, QStringLiteral("SELECT a FROM t WHERE b = ?"));
            rows.bindAll(QStringLiteral("x"));
            rows.step();
            rows.bindAll(QStringLiteral("y"));
        });
        QVERIFY(!running);
        QCOMPARE(sqlite::guarded([&] {
            return (*c)->integer(QStringLiteral("SELECT count(*) FROM t"));
        }).value_or(-1),
            1);
    }

    void noStatementOutlivesItsTransaction()
    {
        auto c
            = sqlite::Connection::open(path(QStringLiteral("unfinished.sqlite")), sqlite::OpenMode::Create);
        QVERIFY_RESULT(c);
        QVERIFY_RESULT(
            sqlite::guarded([&] { (*c)->execute(QStringLiteral("CREATE TABLE t(a INTEGER PRIMARY KEY)")); }));
        const auto done = sqlite::guarded([&] {
            sqlite::Transaction transaction(**c, sqlite::Transaction::Kind::Write);
            auto& insert = (*c)->cached(QStringLiteral("INSERT INTO t VALUES(1), (2) RETURNING a"));
            // Left in the middle of its rows.
            insert.step();
            transaction.commit();
            return (*c)->integer(QStringLiteral("SELECT count(*) FROM t"));
        });
        QVERIFY_RESULT(done);
        QCOMPARE(*done, 2);
    }

    void outcomes_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << QStringLiteral("missing") << ErrorCode::NotFound;
        QTest::newRow("text file") << QStringLiteral("text") << ErrorCode::NotAProject;
        QTest::newRow("empty file") << QStringLiteral("empty") << ErrorCode::NotAProject;
        QTest::newRow("other database") << QStringLiteral("sqlite") << ErrorCode::NotAProject;
        QTest::newRow("newer") << QStringLiteral("newer") << ErrorCode::NewerVersion;
        QTest::newRow("garbled pages") << QStringLiteral("garbled") << ErrorCode::Damaged;
        QTest::newRow("cut off header") << QStringLiteral("cut") << ErrorCode::Damaged;
        QTest::newRow("folder") << QStringLiteral("folder") << ErrorCode::NotAProject;
    }
    void outcomes()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        const QString file = path(what + QStringLiteral(".winnow"));
        const auto writeFile = [&](const QByteArray& bytes) {
            QFile f(file);
            return f.open(QIODevice::WriteOnly) && f.write(bytes) == bytes.size();
        };
        if (what == u"text") {
            QVERIFY(writeFile("index\tquestion\n1\twhy\n"));
        } else if (what == u"empty") {
            QVERIFY(writeFile({}));
        } else if (what == u"folder") {
            QVERIFY(QDir().mkpath(file));
        } else if (what == u"sqlite") {
            auto other = sqlite::Connection::open(file, sqlite::OpenMode::Create);
            QVERIFY_RESULT(other);
            QVERIFY_RESULT(sqlite::guarded([&] {
                (*other)->execute(QStringLiteral("CREATE TABLE t(a); PRAGMA wal_checkpoint(TRUNCATE)"));
            }));
        } else if (what != u"missing") {
            {
                auto project = Project::create(file);
                QVERIFY_RESULT(project);
                QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 200));
                SilentProgress progress;
                QVERIFY_RESULT((*project)->backup(progress));
            }
            QFile f(file);
            QVERIFY(f.open(QIODevice::ReadWrite));
            if (what == u"newer") {
                f.seek(60);
                QCOMPARE(f.write(QByteArray::fromHex("000000ff")), 4);
            } else if (what == u"cut") {
                QVERIFY(f.resize(50));
            } else {
                f.seek(100);
                f.write(QByteArray(int(f.size()) - 100, 'x'));
            }
        }
        auto opened = Project::open(file);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, code);
        QVERIFY2(opened.error().message.contains(file), qPrintable(opened.error().text()));
        QVERIFY(!opened.error().remedy.isEmpty());
        if (code == ErrorCode::Damaged) {
            QVERIFY2(
                opened.error().remedy.contains(QStringLiteral(".backup")), qPrintable(opened.error().text()));
        }
        if (code == ErrorCode::NewerVersion) {
            QVERIFY(opened.error().message.contains(QStringLiteral("255")));
            QVERIFY(opened.error().message.contains(QString::number(Project::schemaVersion())));
        }
    }

    void upgradesStepByStepAndRestoresOnFailure()
    {
        const QString file = path(QStringLiteral("upgrade.winnow"));
        const QVector<Migration> steps = projectMigrations();
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
        }
        auto connection = sqlite::Connection::open(file, sqlite::OpenMode::ReadWrite);
        QVERIFY_RESULT(connection);
        auto upgraded = migrate(**connection,
            steps + QVector<Migration>{{QStringLiteral("CREATE TABLE later(x INTEGER) STRICT")}});
        QVERIFY_RESULT(upgraded);
        QCOMPARE(upgraded->steps, 1);
        auto failed = migrate(**connection,
            steps
                + QVector<Migration>{{QStringLiteral("SELECT 1")},
                    {QStringLiteral("CREATE TABLE half(x INTEGER) STRICT; CREATE TABLE broken(")}});
        QVERIFY(!failed);
        auto left = sqlite::guarded([&] {
            return (*connection)
                       ->integer(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"))
                * 100
                + (*connection)->integer(QStringLiteral("PRAGMA user_version"));
        });
        QVERIFY_RESULT(left);
        QCOMPARE(*left, qint64(steps.size() + 1));
    }

    void upgradesAFileOfTheFirstSchemaAndKeepsABackup()
    {
        const QString file = path(QStringLiteral("first.winnow"));
        {
            auto old = sqlite::Connection::open(file, sqlite::OpenMode::Create);
            QVERIFY_RESULT(old);
            QVERIFY_RESULT(migrate(**old, projectMigrations().mid(0, 1)));
            QVERIFY_RESULT(sqlite::guarded([&]() -> Result<> {
                (*old)->execute(QStringLiteral(
                    "INSERT INTO datasets(id, name, created_at) VALUES(1, 'set', '2026-01-01T00:00:00Z');"
                    "INSERT INTO samples(id, dataset_id, source_index, position, question, content_hash)"
                    " VALUES(1, 1, '0', 0, 'What?', x'00');"
                    "INSERT INTO flags(fingerprint, sample_id, dataset_id, kind, detector, score, state)"
                    " VALUES(x'01', 1, 1, 'dark', 'dark', 0.5, 'confirmed');"
                    "INSERT INTO meta(key, value) VALUES('uuid', '6f1c1f5e-7c5e-4a51-9d8e-0d5f5e9f4a10');"
                    "INSERT INTO decisions(uuid, at, annotator, sample_id, sample_key, kind, verdict)"
                    " VALUES('a', '2026-01-02T00:00:00.000Z', 'kim', 1, 'set/0', 'dark', 'confirm')"));
                return {};
            }));
        }
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            QCOMPARE((*project)->outcome(), OpenOutcome::Upgraded);
            auto flags = (*project)->read([](sqlite::Connection& c) { return FlagStore(c).list({}); });
            QVERIFY_RESULT(flags);
            QCOMPARE(flags->size(), 1);
            QCOMPARE(flags->first().state, FlagState::Confirmed);
            QCOMPARE(flags->first().sampleKey, QStringLiteral("set/0"));
        }
        auto again = Project::open(file);
        QVERIFY_RESULT(again);
        QCOMPARE((*again)->outcome(), OpenOutcome::SameVersion);
        const QString backup = Project::newestBackup(file);
        QVERIFY2(backup.startsWith(file + QStringLiteral(".backup-v1-")), qPrintable(backup));
        QCOMPARE(*probeProjectFile(backup, Project::schemaVersion()), 1);
        // One that may not be written cannot be upgraded, and says so.
        auto fixed = Project::open(backup, Project::Mode::ReadOnly);
        QVERIFY(!fixed);
        QVERIFY2(
            fixed.error().message.contains(QStringLiteral("older Winnow")), qPrintable(fixed.error().text()));
    }

    void opensReadOnlyWhatMayNotBeWritten()
    {
        const QString file = path(QStringLiteral("ro.winnow"));
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 3));
        }
        auto project = Project::open(file, Project::Mode::ReadOnly);
        QVERIFY_RESULT(project);
        QVERIFY((*project)->isReadOnly());
        auto written = test::addSamples(**project, QStringLiteral("more"), 1);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::ReadOnly);
        auto count = (*project)->read(
            [](sqlite::Connection& c) { return c.integer(QStringLiteral("SELECT count(*) FROM samples")); });
        QVERIFY_RESULT(count);
        QCOMPARE(*count, 3);
    }

    void saysWhenAnotherProgramHoldsIt()
    {
        const QString file = path(QStringLiteral("locked.winnow"));
        auto project = Project::create(file);
        QVERIFY_RESULT(project);
        auto other = sqlite::Connection::open(file, sqlite::OpenMode::ReadWrite);
        QVERIFY_RESULT(other);
        QVERIFY_RESULT(sqlite::guarded([&] { (*other)->execute(QStringLiteral("BEGIN IMMEDIATE")); }));
        auto written = test::addSamples(**project, QStringLiteral("set"), 1);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Locked);
        // Readers go on, and the writer works again once the other has finished.
        QVERIFY_RESULT(
            (*project)->read([](sqlite::Connection& c) { return c.integer(QStringLiteral("SELECT 1")); }));
        QVERIFY_RESULT(sqlite::guarded([&] { (*other)->execute(QStringLiteral("ROLLBACK")); }));
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 1));
    }

    void searchesWordsPrefixesAndPhrases()
    {
        auto project = Project::create(path(QStringLiteral("search.winnow")));
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 20));
        const auto hits = [&](const QString& text) {
            auto found
                = (*project)->read([&](sqlite::Connection& c) { return SampleStore(c).search(text).size(); });
            return found ? *found : -1;
        };
        QCOMPARE(hits(QStringLiteral("squ")), 20);
        QCOMPARE(hits(QStringLiteral("\"picture 7\"")), 1);
        QCOMPARE(hits(QStringLiteral("circle")), 0);
        QCOMPARE(hits(QStringLiteral("squares) OR ( \" NEAR *")), 0);
    }

    void updatesAChangedSampleAndItsSearchIndex()
    {
        auto project = Project::create(path(QStringLiteral("update.winnow")));
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 2));
        auto outcome
            = (*project)->write({}, [](sqlite::Connection& c) -> Result<QVector<SampleWriter::Outcome>> {
                  auto sample = *SampleStore(c).byKey(QStringLiteral("set/1"));
                  SampleWriter writer(c);
                  QVector<SampleWriter::Outcome> outcomes{writer.put(sample)};
                  sample.question = QStringLiteral("Which hexagon is red?");
                  sample.options.removeLast();
                  outcomes.append(writer.put(sample));
                  return outcomes;
              });
        QVERIFY_RESULT(outcome);
        QCOMPARE(outcome->at(0), SampleWriter::Outcome::Unchanged);
        QCOMPARE(outcome->at(1), SampleWriter::Outcome::Changed);
        auto check = (*project)->read([](sqlite::Connection& c) {
            c.execute(QStringLiteral("SELECT 1"));
            return QVector<qint64>{SampleStore(c).search(QStringLiteral("hexagon")).size(),
                SampleStore(c).search(QStringLiteral("squares")).size(),
                c.integer(QStringLiteral("SELECT count(*) FROM options"))};
        });
        QVERIFY_RESULT(check);
        QCOMPARE(*check, (QVector<qint64>{1, 1, 7}));
        QVERIFY_RESULT((*project)->write({}, [](sqlite::Connection& c) -> Result<int> {
            c.execute(QStringLiteral("INSERT INTO samples_fts(samples_fts) VALUES('integrity-check')"));
            return 0;
        }));
    }

    void filtersAndCounts()
    {
        auto project = Project::create(path(QStringLiteral("index.winnow")));
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("b"), 10, 3));
        auto ids = test::addSamples(**project, QStringLiteral("a"), 6);
        QVERIFY_RESULT(ids);
        SilentProgress progress;
        auto index = SampleIndex::load(**project, progress);
        QVERIFY_RESULT(index);
        QCOMPARE((*index)->size(), 16);
        const auto all = (*index)->select({}, SampleSort::Source, false);
        QCOMPARE(all.first(), ids->first());
        QCOMPARE((*index)->select({}, SampleSort::Source, true).first().value, 10);
        SampleFilter filter;
        filter.capabilities = {QStringLiteral("math")};
        filter.kinds = {QStringLiteral("blind_solvable")};
        QCOMPARE((*index)->select(filter, SampleSort::FlagScore, true).size(), 2);
        const FacetCounts facets = (*index)->facets(filter);
        QCOMPARE(facets.total, 2);
        for (const Facet& facet : facets.capabilities) {
            QCOMPARE(facet.count, 2); // flagged 0,3,6,9: two of each capability
        }
        QCOMPARE(facets.datasets.at(1).count, 2);
        filter = {};
        filter.flagged = false;
        QCOMPARE((*index)->select(filter, SampleSort::Source, false).size(), 12);

        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = {1};
        decision.kind = QStringLiteral("blind_solvable");
        decision.verdict = Verdict::Confirm;
        QVERIFY_RESULT((*project)->ledger().decide({decision}));
        auto fresh = (*index)->refreshed(**project, {SampleId{1}});
        QVERIFY_RESULT(fresh);
        filter = {};
        filter.flagStates = {FlagState::Confirmed};
        QCOMPARE((*fresh)->select(filter, SampleSort::Source, false), QVector<SampleId>{SampleId{1}});
        QCOMPARE((*index)->select(filter, SampleSort::Source, false).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
