// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/projectstats.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "core/import/judgementimport.h"
#include "core/store/importstage.h"
#include "core/store/importstore.h"
#include "core/store/importundo.h"
#include "core/store/integrity.h"
#include "core/store/ledger.h"
#include "core/store/pricestore.h"
#include "core/store/sampleindex.h"
#include "importhelp.h"
#include "tests/support/projectdump.h"

#include <QProcess>
#include <QtTest>

#include <csignal>
#include <functional>
#include <thread>

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr int kMany = 12'000;

/// Speaks up whenever an import reports.
class Watching : public Progress {
public:
    explicit Watching(std::function<bool(const QString&)> look)
        : m_look(std::move(look))
    {
    }
    bool isCancelled() const override { return m_cancelled; }
    void report(qint64, qint64, const QString& step) override { m_cancelled = m_look(step) || m_cancelled; }

private:
    std::function<bool(const QString&)> m_look;
    bool m_cancelled = false;
};

QByteArray png(int shade)
{
    return encodePng(Canvas(24, 16, {shade, 90, 40}).bitmap())->toBase64();
}

/// Samples of which every hundredth has a picture of its own, with a reply each: a file of both.
QByteArray bothRoles(int from, int count, const char* word = "figure")
{
    QByteArray text;
    for (int i = from; i < from + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += R"({"index":")" + number + R"(","question":"What does )" + word + " " + number
            + R"( show?","options":["a tree","a boat","a bird"],"answer":")" + "ABC"[i % 3] + '"';
        if (i % 100 == 0) {
            text += R"(,"image":")" + png(i / 100 % 200) + '"';
        }
        text += R"(,"model":"m1","response":"The answer is )" + QByteArray(1, "ABC"[i % 2]) + " as figure "
            + number + " says\"}\n";
    }
    return text;
}

/// One project's life before the import that a test is about.
void beginWith(const Bench& bench, int samples = 30)
{
    REQUIRE_RESULT(
        bench.importText(QStringLiteral("old.jsonl"), bothRoles(0, samples), QStringLiteral("old")));
}

Result<> decide(const Bench& bench, const QString& key, Verdict verdict = Verdict::Confirm)
{
    Decision decision;
    decision.annotator = QStringLiteral("kim");
    decision.sampleId = bench.sample(key).id;
    decision.kind = QStringLiteral("label_incorrect");
    decision.verdict = verdict;
    const auto written = bench.project->ledger().decide({decision});
    return written ? Result<>() : Result<>(tl::unexpected<Error>(written.error()));
}

/// Imports until it is well on its way, and dies there.
int importUntilKilled(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    auto project = Project::open(QString::fromLocal8Bit(argv[2]));
    if (!project) {
        return 1;
    }
    int reports = 0;
    const QString step = QString::fromLocal8Bit(argv[4]);
    Watching progress([&](const QString& now) {
        if (now == step && ++reports > 8) {
            ::raise(SIGKILL);
        }
        return false;
    });
    ImportRequest request;
    request.file = QString::fromLocal8Bit(argv[3]);
    request.dataset = QStringLiteral("new");
    return runImport(**project, request, progress) ? 0 : 2;
}

} // namespace

/// Nobody sees an import until it is done; given up or killed it leaves nothing; undone neither.
class TestImportStage : public QObject {
    Q_OBJECT
private slots:
    void nobodySeesItBeforeItIsDone()
    {
        const Bench bench;
        beginWith(bench);
        int looked = 0;
        QStringList seen;
        Watching progress([&](const QString&) {
            const auto stats = bench.project->read([](sqlite::Connection& c) {
                return QStringList{QString::number(ProjectStats::read(c).samples),
                    QString::number(ProjectStats::read(c).datasets),
                    QString::number(ProjectStats::read(c).responses),
                    QString::number(DatasetStore(c).all().size()),
                    QString::number(ImportStore(c).all().size())};
            });
            SilentProgress silent;
            const auto index = SampleIndex::load(*bench.project, silent);
            seen.append(stats->join(u' ') + QStringLiteral(" %1").arg((*index)->size()));
            ++looked;
            return false;
        });
        ImportRequest request;
        request.file = bench.write(QStringLiteral("new.jsonl"), bothRoles(0, kMany));
        request.dataset = QStringLiteral("new");
        REQUIRE_RESULT(runImport(*bench.project, request, progress));
        QVERIFY(looked > 10);
        seen.removeDuplicates();
        QCOMPARE(seen, QStringList{QStringLiteral("30 1 30 1 2 30")});
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), kMany + 30);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM staged_imports")), 0);
    }

    void othersWriteMeanwhile()
    {
        const Bench bench;
        beginWith(bench);
        const QString file = bench.write(QStringLiteral("new.jsonl"), bothRoles(0, kMany));
        std::atomic<bool> done = false;
        Result<ImportReport> report = fail(ErrorCode::Internal, Sentence());
        std::thread importing([&] {
            ImportRequest request;
            request.file = file;
            request.dataset = QStringLiteral("new");
            SilentProgress progress;
            report = runImport(*bench.project, request, progress);
            done = true;
        });
        // Into the project itself, past the import's batches.
        int meanwhile = 0;
        while (!done) {
            const auto written = bench.project->write({}, [&](sqlite::Connection& c) -> Result<> {
                DatasetStore(c).setMeta(QStringLiteral("test"), QString::number(meanwhile));
                return {};
            });
            meanwhile += written && !done;
        }
        importing.join();
        REQUIRE_RESULT(report);
        QVERIFY2(meanwhile >= 3, qPrintable(QString::number(meanwhile)));
    }

    void aCancelledImportLeavesNothing_data()
    {
        QTest::addColumn<QString>("step");
        QTest::newRow("samples") << QStringLiteral("Reading samples");
        QTest::newRow("responses") << QStringLiteral("Reading responses");
        QTest::newRow("the end") << QStringLiteral("Saving");
    }
    void aCancelledImportLeavesNothing()
    {
        QFETCH(QString, step);
        const Bench bench;
        beginWith(bench);
        const QStringList before = dumpProject(*bench.project);
        int reports = 0;
        Watching progress([&](const QString& now) { return now == step && ++reports > 4; });
        ImportRequest request;
        request.file = bench.write(QStringLiteral("new.jsonl"), bothRoles(0, kMany));
        request.dataset = QStringLiteral("new");
        const auto report = runImport(*bench.project, request, progress);
        if (step == u"Saving") {
            REQUIRE_RESULT(report); // reported once: too late to be cancelled
            return;
        }
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        ImportStage::sweep(*bench.project, QDeadlineTimer(QDeadlineTimer::Forever));
        QCOMPARE(dumpProject(*bench.project), before);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM import_rows")),
            bench.count(QStringLiteral("SELECT count(*) FROM import_rows WHERE import_id = 1")));
        REQUIRE_RESULT(bench.import(request));
    }

    void aKilledImportIsSweptAtTheNextOpening_data()
    {
        QTest::addColumn<QString>("step");
        QTest::newRow("samples") << QStringLiteral("Reading samples");
        QTest::newRow("responses") << QStringLiteral("Reading responses");
    }
    void aKilledImportIsSweptAtTheNextOpening()
    {
        QFETCH(QString, step);
        Bench bench;
        beginWith(bench);
        const QStringList before = dumpProject(*bench.project);
        const QString file = bench.write(QStringLiteral("new.jsonl"), bothRoles(0, kMany));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--import"), bench.project->path(), file, step});
        QVERIFY(child.waitForFinished(60000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QVERIFY(bench.count(QStringLiteral("SELECT count(*) FROM staged_imports")) == 1);

        const QString path = bench.project->path();
        bench.project.reset();
        auto reopened = Project::open(path);
        REQUIRE_RESULT(reopened);
        bench.project = *reopened;
        ImportStage::sweep(*bench.project, QDeadlineTimer(QDeadlineTimer::Forever));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM staged_imports")), 0);
        QCOMPARE(dumpProject(*bench.project), before);
        SilentProgress progress;
        const auto sound = checkProject(*bench.project, false, progress);
        REQUIRE_RESULT(sound);
        QVERIFY(sound->problems.isEmpty());
        QVERIFY(QDir(bench.folder.path()).entryList({QStringLiteral("*-import-*")}, QDir::Files).isEmpty());
    }

    void whoLivesIsNotSwept()
    {
        const Bench bench;
        beginWith(bench);
        SilentProgress progress;
        auto stage = ImportStage::begin(*bench.project, QStringLiteral("x"), progress);
        REQUIRE_RESULT(stage);
        REQUIRE_RESULT((*stage)->dataset());
        QCOMPARE(ImportStage::sweep(*bench.project, QDeadlineTimer(QDeadlineTimer::Forever)), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM staged_imports")), 1);
        const auto undone = undoImport(*bench.project, {1});
        QVERIFY(!undone);
        QCOMPARE(undone.error().code, ErrorCode::Locked);
        stage->reset();
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM staged_imports")), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM datasets")), 1);
    }

    void anImportIsUndoneAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<ImportRole>("role");
        // Samples and responses that are added and changed.
        QTest::addColumn<QString>("counts");
        QTest::newRow("a new dataset") << bothRoles(0, 250) << QStringLiteral("new") << ImportRole::Both
                                       << QStringLiteral("250 0 250 0");
        QTest::newRow("more samples") << bothRoles(0, 250) << QStringLiteral("old") << ImportRole::Both
                                      << QStringLiteral("220 0 220 0");
        QTest::newRow("changed samples") << bothRoles(10, 40, "drawing") << QStringLiteral("old")
                                         << ImportRole::Both << QStringLiteral("20 20 20 0");
        QTest::newRow("the same again")
            << bothRoles(0, 30) << QStringLiteral("old") << ImportRole::Both << QStringLiteral("0 0 0 0");
        QTest::newRow("replies alone")
            << QByteArray("index,model,response\n1,m1,C\n2,m1,B\n3,m9,A\n") << QStringLiteral("old")
            << ImportRole::Responses << QStringLiteral("0 0 1 2");
        QTest::newRow("ratings alone")
            << QByteArray(
                   "index,model,response,verifier,logprob\n1,m1,The answer is B as figure 1 says,0.5,\n"
                   "2,m1,The answer is A as figure 2 says,0.25,-1\n")
            << QStringLiteral("old") << ImportRole::Responses << QStringLiteral("0 0 0 2");
        QTest::newRow("steps alone") << QByteArray(
            "index,question,parent,step\n1,What does figure 1 show?,,\n2,What does figure 2 show?,1,find "
            "it\n3,What does figure 3 show?,2,say it\n")
                                     << QStringLiteral("old") << ImportRole::Samples
                                     << QStringLiteral("0 2 0 0");
        QTest::newRow("a step of a sample that is one") << QByteArray(
            "index,question,parent,step\n20,What does figure 20 show?,21,find it\n21,What does figure 21 "
            "show?,,\n") << QStringLiteral("old") << ImportRole::Samples
                                                        << QStringLiteral("0 2 0 0");
        QTest::newRow("a field alone")
            << QByteArray("index,question,category\n1,What does figure 1 show?,one\n2,What does figure 2 "
                          "show?,two\n")
            << QStringLiteral("old") << ImportRole::Samples << QStringLiteral("0 2 0 0");
    }
    void anImportIsUndoneAsAWhole()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, dataset);
        QFETCH(ImportRole, role);
        const Bench bench;
        beginWith(bench);
        REQUIRE_RESULT(decide(bench, QStringLiteral("old/3")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("steps.csv"),
            "index,question,parent,step\n21,What does figure 21 show?,22,find it\n", QStringLiteral("old")));
        REQUIRE_RESULT(bench.project->write({}, [](sqlite::Connection& c) -> Result<> {
            ModelPrice price;
            price.model = QStringLiteral("m1");
            price.input = 2.5;
            price.asOf = QStringLiteral("2026-11-30");
            return PriceStore(c).put(price);
        }));
        const QStringList before = dumpProject(*bench.project);
        ImportRequest request;
        request.file
            = bench.write(file.startsWith('{') ? QStringLiteral("f.jsonl") : QStringLiteral("f.csv"), file);
        request.dataset = dataset;
        request.role = role;
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QTEST(QStringLiteral("%1 %2 %3 %4")
                  .arg(report->samples.added)
                  .arg(report->samples.changed)
                  .arg(report->responses.added)
                  .arg(report->responses.changed),
            "counts");

        REQUIRE_RESULT(undoImport(*bench.project, report->id));
        QCOMPARE(dumpProject(*bench.project), before);
        SilentProgress progress;
        const auto sound = checkProject(*bench.project, false, progress);
        REQUIRE_RESULT(sound);
        QVERIFY(sound->problems.isEmpty());
        const auto again = undoImport(*bench.project, report->id);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::InvalidInput);
        // And it can be imported once more.
        REQUIRE_RESULT(bench.import(request));
    }

    void theLaterImportGoesFirst()
    {
        const Bench bench;
        beginWith(bench);
        const auto later = bench.importText(
            QStringLiteral("later.csv"), "index,model,response\n1,m2,A\n", QStringLiteral("old"));
        REQUIRE_RESULT(later);
        const auto refused = undoImport(*bench.project, {1});
        QVERIFY(!refused);
        QVERIFY(refused.error().text().contains(QStringLiteral("later.csv")));
        REQUIRE_RESULT(undoImport(*bench.project, later->id));
        const auto done = undoImport(*bench.project, {1});
        REQUIRE_RESULT(done);
        QVERIFY(done->datasetRemoved);
        QCOMPARE(done->removed, 30);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM packed")), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM response_texts")), 0);
        QVERIFY(bench.project->imageHashes()->isEmpty());
    }

    void decisionsOnSamplesThatGoStay()
    {
        const Bench bench;
        beginWith(bench);
        REQUIRE_RESULT(decide(bench, QStringLiteral("old/3")));
        REQUIRE_RESULT(undoImport(*bench.project, {1}));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM decisions")), 1);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM waiting_decisions")), 1);
        beginWith(bench);
        QCOMPARE(bench.text(QStringLiteral("SELECT s.source_index || v.state FROM verdicts v JOIN samples s"
                                           " ON s.id = v.sample_id")),
            QStringLiteral("3confirmed"));
    }

    void judgementsAreUndone()
    {
        const Bench bench;
        beginWith(bench);
        const auto judge = [&](const QByteArray& text) {
            ImportRequest request;
            request.file = bench.write(QStringLiteral("judge.csv"), text);
            request.model = QStringLiteral("owl");
            SilentProgress progress;
            return importJudgements(*bench.project, request, progress);
        };
        const QStringList none = dumpProject(*bench.project);
        REQUIRE_RESULT(judge("index,verdict,reason\n1,wrong label,no tree\n2,ok,\n"));
        const QStringList first = dumpProject(*bench.project);
        QVERIFY(first != none);
        REQUIRE_RESULT(judge("index,verdict,reason\n1,ok,\n2,ambiguous,two boats\n"));
        const auto imports
            = bench.project->read([](sqlite::Connection& c) { return ImportStore(c).all(); }).value();
        REQUIRE_RESULT(undoImport(*bench.project, imports.last().id));
        QCOMPARE(dumpProject(*bench.project), first);
        REQUIRE_RESULT(undoImport(*bench.project, imports.at(imports.size() - 2).id));
        QCOMPARE(dumpProject(*bench.project), none);
    }
};

int main(int argc, char** argv)
{
    if (argc == 5 && qstrcmp(argv[1], "--import") == 0) {
        return importUntilKilled(argc, argv);
    }
    QCoreApplication application(argc, argv);
    TestImportStage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_import_stage.moc"
