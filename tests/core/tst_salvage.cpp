// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/integrity.h"
#include "core/store/ledger.h"
#include "core/store/pricestore.h"
#include "core/store/salvage.h"
#include "core/store/samplestore.h"
#include "core/store/subsetstore.h"
#include "tests/support/testproject.h"

#include <QFile>

using namespace winnow;

/// What comes back of a damaged project.
class TestSalvage : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_sound;
    QByteArray m_bytes;

    QString path(const QString& name) { return m_dir.filePath(name); }
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
    static QMap<QString, qint64> countsOf(const QString& file)
    {
        QMap<QString, qint64> counts;
        auto project = Project::open(file);
        if (!project) {
            return counts;
        }
        (void)(*project)->read([&](sqlite::Connection& c) {
            for (const char* table : {"datasets", "samples", "options", "models", "runs", "response_texts",
                     "flags", "subsets", "subset_samples", "sample_steps", "model_prices"}) {
                counts.insert(QString::fromLatin1(table),
                    c.integer(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))));
            }
            counts.insert(QStringLiteral("responses"), ResponseStore(c).count());
        });
        return counts;
    }
    static QStringList problemsOf(const QString& file)
    {
        auto project = Project::open(file);
        SilentProgress progress;
        auto report = project ? checkProject(**project, false, progress)
                              : Result<IntegrityReport>(tl::unexpected<Error>(project.error()));
        return report ? report->problems : QStringList{report.error().text()};
    }
    static qint64 rowsOf(const SalvageReport& report, const QString& table, qint64 SalvagedTable::*what)
    {
        for (const SalvagedTable& one : report.tables) {
            if (one.name == table) {
                return one.*what;
            }
        }
        return 0;
    }
    /// The pages of a table or index, from the root down.
    QVector<qint64> pagesOf(const QString& tree)
    {
        QVector<qint64> pages;
        auto connection = sqlite::Connection::open(m_sound, sqlite::OpenMode::ReadOnly);
        if (connection) {
            (void)sqlite::guarded([&] {
                sqlite::Statement query(
                    **connection, QStringLiteral("SELECT pageno FROM dbstat WHERE name = ? ORDER BY path"));
                query.bind(1, tree);
                while (query.step()) {
                    pages.append(query.integer(0));
                }
            });
        }
        return pages;
    }
    static QByteArray without(QByteArray bytes, const QVector<qint64>& pages)
    {
        for (const qint64 page : pages) {
            bytes.replace((page - 1) * 4096, 4096, QByteArray(4096, '\0'));
        }
        return bytes;
    }

private slots:
    void initTestCase()
    {
        m_sound = path(QStringLiteral("sound.winnow"));
        {
            auto project = Project::create(m_sound);
            QVERIFY_RESULT(project);
            auto ids = test::addSamples(**project, QStringLiteral("set"), 600, 3);
            QVERIFY_RESULT(ids);
            QVERIFY_RESULT((*project)->write({}, [&](sqlite::Connection& c) -> Result<> {
                ResponseStore store(c);
                ResponseWriter writer(c);
                const DatasetId set{1};
                for (const char* name : {"alpha-7b", "beta-7b"}) {
                    const ModelId model
                        = store.upsertModel(QString::fromLatin1(name), QString::fromLatin1(name));
                    const RunId run = store.upsertRun(
                        set, model, Condition::Standard, QString(), QString(), QByteArray());
                    for (const SampleId id : *ids) {
                        Response response;
                        response.runId = run;
                        response.sampleId = id;
                        response.score = 1;
                        response.answer = QStringLiteral("A");
                        response.text = QStringLiteral("The answer to %1 is A.").arg(id.value);
                        writer.put(response);
                    }
                }
                writer.finish();
                Subset subset;
                subset.name = QStringLiteral("half");
                QVector<SubsetSample> chosen;
                for (const SampleId id : *ids) {
                    chosen.append({id, 0.5, QStringLiteral("it tells models apart")});
                }
                SubsetStore(c).put(subset, chosen);
                SampleWriter samples(c);
                for (qsizetype i = 1; i < ids->size(); ++i) {
                    samples.addStep(ids->at(i), std::to_string(i / 2), "read the legend");
                }
                ModelPrice price;
                price.model = QStringLiteral("alpha-7b");
                price.output = 10;
                price.asOf = QStringLiteral("2026-11-30");
                WINNOW_TRY(PriceStore(c).put(price));
                return {};
            }));
        }
        m_bytes = bytesOf(m_sound);
        QVERIFY(!QFileInfo::exists(m_sound + QStringLiteral("-wal")));
    }

    void everythingComesBackOfASoundFile()
    {
        const QString target = path(QStringLiteral("whole.winnow"));
        SilentProgress progress;
        auto report = salvageProject(m_sound, target, progress);
        QVERIFY_RESULT(report);
        QCOMPARE(countsOf(target), countsOf(m_sound));
        QCOMPARE(report->changedSamples, 0);
        QVERIFY2(problemsOf(target).isEmpty(), qPrintable(problemsOf(target).join(u'\n')));
        for (const SalvagedTable& table : report->tables) {
            QVERIFY2(!table.expected || *table.expected == table.rows, qPrintable(table.name));
            QCOMPARE(table.unverified + table.rebuilt + table.orphaned, 0);
        }
        // The project is the same one.
        QCOMPARE(bytesOf(m_sound), m_bytes);
        // A second time there is a file in the way, and it stays.
        const auto again = salvageProject(m_sound, target, progress);
        QVERIFY(!again && again.error().code == ErrorCode::AlreadyExists);
        QCOMPARE(countsOf(target), countsOf(m_sound));
    }

    void aLostPageCostsItsRowsOnly_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::addColumn<bool>("root");
        for (const char* tree : {"samples", "options", "packed", "response_blocks", "response_texts", "flags",
                 "subset_samples", "sample_steps"}) {
            QTest::addRow("%s, the root", tree) << QString::fromLatin1(tree) << true;
            QTest::addRow("%s, a leaf", tree) << QString::fromLatin1(tree) << false;
        }
        QTest::newRow("an index") << QStringLiteral("flags_kind") << true;
        QTest::newRow("datasets") << QStringLiteral("datasets") << true;
        QTest::newRow("models") << QStringLiteral("models") << true;
        QTest::newRow("runs") << QStringLiteral("runs") << true;
        QTest::newRow("prices") << QStringLiteral("model_prices") << true;
        QTest::newRow("subsets") << QStringLiteral("subsets") << true;
        QTest::newRow("the schema") << QStringLiteral("sqlite_schema") << true;
    }
    void aLostPageCostsItsRowsOnly()
    {
        QFETCH(QString, tree);
        QFETCH(bool, root);
        const QVector<qint64> pages = pagesOf(tree);
        QVERIFY(!pages.isEmpty());
        const QString damaged = path(QStringLiteral("damaged.winnow"));
        QVERIFY(put(damaged, without(m_bytes, {root ? pages.first() : pages.at(pages.size() / 2)})));
        const QString target = path(QStringLiteral("back-%1-%2.winnow").arg(tree).arg(root));
        SilentProgress progress;
        auto report = salvageProject(damaged, target, progress);
        QVERIFY_RESULT(report);
        const auto before = countsOf(m_sound);
        const auto after = countsOf(target);
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            // Inner pages and indexes hold no rows of tables with ids; those of the others a few. A leaf
            // holds some hundred. Samples, flags, models, runs and datasets come back from their indexes.
            const bool keyed = tree == u"options" || tree == u"response_texts" || tree == u"subset_samples"
                || tree == u"sample_steps" || tree == u"model_prices";
            // A page of packed columns holds parts of two blocks at most, here of all there are.
            const qint64 most = tree == u"packed" && it.key() == u"responses" ? 2 * kBlockSize
                : it.key() != tree || !keyed                                  ? 0
                : root                                                        ? 20
                                                                              : 300;
            const qint64 lost = it.value() - after.value(it.key());
            QVERIFY2(lost >= 0 && lost <= most,
                qPrintable(
                    QStringLiteral("%1: %2 of %3").arg(it.key()).arg(after.value(it.key())).arg(it.value())));
        }
        if (tree == u"samples" && !root) {
            QVERIFY(report->changedSamples > 0 && report->changedSamples < 60);
            QCOMPARE(rowsOf(*report, tree, &SalvagedTable::rebuilt), report->changedSamples);
        }
        QVERIFY2(problemsOf(target).isEmpty(), qPrintable(problemsOf(target).join(u'\n')));
        QFile::remove(target);
    }

    void aFileOfNothingIsNoSalvage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros") << QByteArray(200000, '\0');
        QTest::newRow("text") << QByteArray("There is no database here. ").repeated(3000);
        QTest::newRow("first page only") << m_bytes.left(4096);
    }
    void aFileOfNothingIsNoSalvage()
    {
        QFETCH(QByteArray, bytes);
        const QString damaged = path(QStringLiteral("nothing.winnow"));
        QVERIFY(put(damaged, bytes));
        const QString target = path(QStringLiteral("nothing-back.winnow"));
        SilentProgress progress;
        const auto report = salvageProject(damaged, target, progress);
        QVERIFY(!report.has_value());
        QVERIFY2(report.error().text().contains(QStringLiteral("Nothing could be read")),
            qPrintable(report.error().text()));
        QVERIFY(!QFileInfo::exists(target) && !QFileInfo::exists(target + QStringLiteral("-images")));
        QCOMPARE(bytesOf(damaged), bytes);
    }

    void decisionsComeFromTableAndJournal_data()
    {
        QTest::addColumn<bool>("table");
        QTest::addColumn<bool>("journal");
        QTest::addColumn<int>("back");
        QTest::newRow("both whole") << true << true << 30;
        QTest::newRow("the table is lost") << false << true << 30;
        QTest::newRow("the journal is lost") << true << false << 30;
        QTest::newRow("both are lost") << false << false << 0;
    }
    void decisionsComeFromTableAndJournal()
    {
        QFETCH(bool, table);
        QFETCH(bool, journal);
        QFETCH(int, back);
        const QString file = path(QStringLiteral("decided-%1%2.winnow").arg(table).arg(journal));
        QVector<qint64> pages;
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            auto ids = test::addSamples(**project, QStringLiteral("set"), 90, 3);
            QVERIFY_RESULT(ids);
            QVector<Decision> decisions;
            for (int i = 0; i < 90; i += 3) {
                Decision decision;
                decision.annotator = QStringLiteral("kim");
                decision.sampleId = ids->at(i);
                decision.kind = QStringLiteral("blind_solvable");
                decision.verdict = Verdict::Confirm;
                decision.note = QStringLiteral("note %1").arg(i);
                decisions.append(decision);
            }
            QVERIFY_RESULT((*project)->ledger().decide(decisions));
            QVERIFY_RESULT((*project)->read([&](sqlite::Connection& c) {
                sqlite::Statement query(
                    c, QStringLiteral("SELECT pageno FROM dbstat WHERE name = 'decisions'"));
                while (query.step()) {
                    pages.append(query.integer(0));
                }
            }));
        }
        const QString ledger = file + QStringLiteral("-ledger");
        QVERIFY(QFileInfo::exists(ledger));
        if (!table) {
            QVERIFY(put(file, without(bytesOf(file), pages)));
        }
        if (!journal) {
            QVERIFY(QFile::remove(ledger));
        }
        const QString target = file + QStringLiteral(".back.winnow");
        SilentProgress progress;
        auto report = salvageProject(file, target, progress);
        QVERIFY_RESULT(report);
        QCOMPARE(report->decisions, back);
        QCOMPARE(report->fromJournal, table ? 0 : back);
        auto again = Project::open(target);
        QVERIFY_RESULT(again);
        const auto confirmed = (*again)->read([](sqlite::Connection& c) {
            return c.integer(QStringLiteral("SELECT count(*) FROM flags WHERE state = 'confirmed'"));
        });
        QCOMPARE(confirmed.value_or(-1), back);
        again->reset();
        QVERIFY2(problemsOf(target).isEmpty(), qPrintable(problemsOf(target).join(u'\n')));
    }

    void picturesComeAlong()
    {
        const QString file = path(QStringLiteral("pictures.winnow"));
        const QByteArray kept = QByteArray(30000, 'a') + "kept";
        const QByteArray lost = QByteArray(30000, 'b') + "lost";
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 2));
            auto first = (*project)->addImageBytes(kept);
            auto second = (*project)->addImageBytes(lost);
            QVERIFY_RESULT(first);
            QVERIFY_RESULT(second);
            QVERIFY_RESULT((*project)->flushImages());
            QVERIFY_RESULT((*project)->write({}, [&](sqlite::Connection& c) -> Result<> {
                sqlite::Statement image(c, QStringLiteral("INSERT INTO images(id, sha256) VALUES(?, ?)"));
                image.bindAll(1, *first).run();
                image.bindAll(2, *second).run();
                c.execute(QStringLiteral(
                    "INSERT INTO sample_images(sample_id, position, image_id) VALUES(1,0,1),(2,0,2)"));
                return {};
            }));
        }
        QByteArray images = bytesOf(file + QStringLiteral("-images"));
        images[images.indexOf("lost")] = 'L';
        QVERIFY(put(file + QStringLiteral("-images"), images));
        const QString target = path(QStringLiteral("pictures-back.winnow"));
        SilentProgress progress;
        auto report = salvageProject(file, target, progress);
        QVERIFY_RESULT(report);
        QCOMPARE(report->images, 1);
        QCOMPARE(report->lostImages, 1);
        QVERIFY2(problemsOf(target).filter(QStringLiteral("image")).isEmpty(),
            qPrintable(problemsOf(target).join(u'\n')));
        auto back = Project::open(target);
        QVERIFY_RESULT(back);
        QVERIFY_RESULT((*back)->read([&](sqlite::Connection& c) {
            SampleStore store(c);
            QCOMPARE(store.byId({1})->images.at(0).state, ImageState::Ok);
            QCOMPARE(store.byId({2})->images.at(0).state, ImageState::Missing);
        }));
    }

    void commitsBehindADamagedByteOfTheLogAreTold()
    {
        const QString file = path(QStringLiteral("log.winnow"));
        const QString copy = path(QStringLiteral("log-copy.winnow"));
        QVERIFY(put(file, m_bytes));
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            for (int i = 0; i < 5; ++i) {
                QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("later-%1").arg(i), 20));
            }
            QByteArray log = bytesOf(file + QStringLiteral("-wal"));
            QVERIFY(log.size() > 5 * 4120);
            QVERIFY(put(copy, bytesOf(file)));
            QVERIFY(put(copy + QStringLiteral("-wal"), log));
            QCOMPARE(damageBeforeOpening(copy), QStringList());
            log[32 + 4120 * 2 + 700] ^= 1; // in the first of five commits
            QVERIFY(put(copy + QStringLiteral("-wal"), log));
        }
        const QStringList damage = damageBeforeOpening(copy);
        QCOMPARE(damage.size(), 1);
        QVERIFY2(damage.first().contains(QStringLiteral("-wal is damaged")), qPrintable(damage.first()));
        const QString target = path(QStringLiteral("log-back.winnow"));
        SilentProgress progress;
        auto report = salvageProject(copy, target, progress);
        QVERIFY_RESULT(report);
        QVERIFY(report->logDamaged);
        QCOMPARE(countsOf(target).value(QStringLiteral("datasets")), 6);
        QVERIFY(countsOf(target).value(QStringLiteral("samples")) >= 680);
        QVERIFY2(problemsOf(target).isEmpty(), qPrintable(problemsOf(target).join(u'\n')));
    }

    void aLogThatWasCutIsToldByItsIndex()
    {
        const QString file = path(QStringLiteral("cut.winnow"));
        const QString copy = path(QStringLiteral("cut-copy.winnow"));
        QVERIFY(put(file, m_bytes));
        {
            auto project = Project::open(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("later"), 20));
            QVERIFY(put(copy, bytesOf(file)));
            const QByteArray log = bytesOf(file + QStringLiteral("-wal"));
            QVERIFY(put(copy + QStringLiteral("-wal"), log.left(32 + 4120 * 3)));
            QVERIFY(put(copy + QStringLiteral("-shm"), bytesOf(file + QStringLiteral("-shm"))));
        }
        const QStringList damage = damageBeforeOpening(copy);
        QCOMPARE(damage.size(), 1);
        QVERIFY2(damage.first().contains(QStringLiteral("cut off")), qPrintable(damage.first()));
    }

    void cancelledLeavesNothing()
    {
        const QString target = path(QStringLiteral("cancelled.winnow"));
        SilentProgress progress;
        progress.cancel();
        const auto report = salvageProject(m_sound, target, progress);
        QVERIFY(!report && report.error().code == ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(target));
    }
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
