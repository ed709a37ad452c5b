// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/writedemo.h"
#include "core/errata/errata.h"
#include "core/export/manifest.h"
#include "core/export/repeatexport.h"
#include "core/store/ledger.h"
#include "core/store/policystore.h"
#include "core/suite/suite.h"
#include "tests/core/importhelp.h"

#include <QJsonArray>

using namespace winnow;

/// DatBench-Full and DatBench in one folder by one call.
class TestSuite : public QObject {
    Q_OBJECT

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static qint64 lines(const QString& path) { return read(path).count('\n'); }

private slots:
    void ofTheDemo()
    {
        const test::Bench bench;
        DemoOptions options;
        options.samples = 270;
        options.models = 12;
        SilentProgress progress;
        const auto demo = DemoBenchmark::generate(options);
        REQUIRE_RESULT(demo);
        REQUIRE_RESULT(writeDemo(*bench.project, *demo, progress));
        SuiteRequest request;
        request.out = bench.folder.filePath(QStringLiteral("suite"));
        request.budget = 10;
        request.splits = 4;
        const auto suite = writeSuite(*bench.project, request, progress);
        REQUIRE_RESULT(suite);
        const ExportPlan& full = suite->full.first().plan;
        const ExportPlan& small = suite->small.first().plan;
        QCOMPARE(full.total, 270);
        QVERIFY(full.exported < full.total);
        QVERIFY(full.dispositions.value(QStringLiteral("convert")) > 0);
        QVERIFY(full.dispositions.value(QStringLiteral("circular")) > 0);
        QVERIFY(full.reasons.value(QStringLiteral("blind_solvable")) > 0);
        QCOMPARE(suite->parts.size(), 9);
        qint64 chosen = 0;
        for (const SuitePart& part : suite->parts) {
            QVERIFY2(part.report, qPrintable(part.obstacle.english()));
            QVERIFY(part.samples <= 10);
            QVERIFY(part.report->saving.speedUp() >= 1);
            chosen += part.samples;
        }
        QCOMPARE(small.exported, chosen);

        // The card says what the manifests say.
        const QByteArray card = read(request.out + QStringLiteral("/README.md"));
        QCOMPARE(card, suite->card);
        QVERIFY(card.contains(QByteArray("| DatBench-Full | " + QByteArray::number(full.exported))));
        QVERIFY(card.contains(QByteArray("| DatBench | " + QByteArray::number(small.exported))));
        for (const SuitePart& part : suite->parts) {
            QVERIFY(card.contains(
                QByteArray("| " + part.capability.toUtf8() + " | " + QByteArray::number(part.samples))));
        }
        const auto manifest = readManifest(request.out + QStringLiteral("/DatBench/manifest.json"));
        REQUIRE_RESULT(manifest);
        QCOMPARE((*manifest)[QStringLiteral("subset")][QStringLiteral("name")].toString(), kSuiteSubset);
        QCOMPARE((*manifest)[QStringLiteral("policy")][QStringLiteral("name")].toString(),
            QStringLiteral("datbench"));
        QVERIFY((*manifest)[QStringLiteral("detectors")].toArray().size() > 0);

        // Again: the same bytes, and from the manifest as well.
        SuiteRequest again = request;
        again.out = bench.folder.filePath(QStringLiteral("again"));
        const auto second = writeSuite(*bench.project, again, progress);
        REQUIRE_RESULT(second);
        QCOMPARE(second->card, suite->card);
        QCOMPARE(changedFiles(*manifest, second->small.first().manifest), QStringList());
        auto repeated = repeatExport(*bench.project, *manifest);
        REQUIRE_RESULT(repeated);
        repeated->options.out = bench.folder.filePath(QStringLiteral("third"));
        REQUIRE_RESULT(
            repeated->exporter->run(*bench.project, repeated->selection, repeated->options, progress));
        QCOMPARE(read(repeated->options.out + QStringLiteral("/manifest.json")),
            read(request.out + QStringLiteral("/DatBench/manifest.json")));
    }

    void withoutModelsCleaningIsAllThereIs()
    {
        const test::Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("set.jsonl"),
            R"({"index":"1","question":"How many?","options":["3","4"],"answer":"A"}
{"index":"2","question":"Which of these?","options":["a cat","a dog"],"answer":"B"}
)"));
        SilentProgress progress;
        SuiteRequest request;
        request.out = bench.folder.filePath(QStringLiteral("suite"));
        const auto suite = writeSuite(*bench.project, request, progress);
        REQUIRE_RESULT(suite);
        QCOMPARE(suite->parts.size(), 1);
        QVERIFY(!suite->parts.first().report);
        QVERIFY(suite->card.contains("all that cleaning left is in"));
        // The second question is asked in both orders.
        QCOMPARE(lines(request.out + QStringLiteral("/DatBench-Full/set.jsonl")), 3);
        QCOMPARE(lines(request.out + QStringLiteral("/DatBench/set.jsonl")), 3);
    }

    void aPlaceThatIsNotOursIsLeft()
    {
        const test::Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("set.jsonl"),
            R"({"index":"1","question":"How many?","options":["3","4"],"answer":"A"})"));
        SilentProgress progress;
        SuiteRequest request;
        QVERIFY(!writeSuite(*bench.project, request, progress));
        request.out = bench.folder.filePath(QStringLiteral("suite"));
        const QString mine = bench.write(QStringLiteral("suite/DatBench-Full/mine.txt"), "mine");
        const auto refused = writeSuite(*bench.project, request, progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(read(mine), QByteArray("mine"));
    }

    void aManifestIsHeldAgainstTheProject()
    {
        const test::Bench bench;
        const QByteArray source = R"({"index":"1","question":"How many?","options":["3","4"],"answer":"A"}
{"index":"2","question":"Who is it?","options":["Ada","Grace"],"answer":"B"}
)";
        REQUIRE_RESULT(bench.importText(QStringLiteral("set.jsonl"), source));
        SilentProgress progress;
        const auto first = exporterById(u"jsonl")->run(*bench.project, {.policy = kDefaultPolicy},
            {.out = bench.folder.filePath(QStringLiteral("first"))}, progress);
        REQUIRE_RESULT(first);
        REQUIRE_RESULT(repeatExport(*bench.project, first->manifest));
        QCOMPARE(changedFiles(first->manifest, first->manifest), QStringList());

        // From the same file elsewhere the same bytes come.
        const test::Bench other;
        REQUIRE_RESULT(other.importText(QStringLiteral("set.jsonl"), source));
        auto there = repeatExport(*other.project, first->manifest);
        REQUIRE_RESULT(there);
        there->options.out = other.folder.filePath(QStringLiteral("out"));
        REQUIRE_RESULT(there->exporter->run(*other.project, there->selection, there->options, progress));
        QCOMPARE(read(there->options.out + QStringLiteral("/manifest.json")),
            read(first->folder + QStringLiteral("/manifest.json")));

        const auto refusal = [&](const Project& project, const QJsonObject& manifest) {
            const auto repeated = repeatExport(project, manifest);
            return repeated ? QString() : repeated.error().message;
        };
        const test::Bench changed;
        REQUIRE_RESULT(
            changed.importText(QStringLiteral("set.jsonl"), QByteArray(source).replace("Ada", "Eve")));
        QVERIFY(refusal(*changed.project, first->manifest).contains(QStringLiteral("another file")));
        const test::Bench empty;
        QVERIFY(refusal(*empty.project, first->manifest).contains(QStringLiteral("no dataset \"set\"")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("more.jsonl"), source, QStringLiteral("more")));
        QVERIFY(refusal(*bench.project, first->manifest).contains(QStringLiteral("\"more\"")));
        Decision decision;
        decision.sampleId = other.sample(QStringLiteral("set/1")).id;
        decision.action = Action::Drop;
        decision.annotator = QStringLiteral("kim");
        REQUIRE_RESULT(other.project->ledger().decide({decision}));
        QVERIFY(refusal(*other.project, first->manifest).contains(QStringLiteral("decisions")));
        QJsonObject unknown = first->manifest;
        unknown[QStringLiteral("format")] = QStringLiteral("parchment");
        QVERIFY(refusal(*other.project, unknown).contains(QStringLiteral("parchment")));
    }

    void errataComeAsAnExport()
    {
        const test::Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("set.jsonl"),
            R"({"index":"1","question":"How many?","options":["3","4"],"answer":"A"})"));
        REQUIRE_RESULT(bench.importText(QStringLiteral("sound.jsonl"),
            R"({"index":"1","question":"How many?","options":["5","6"],"answer":"A"})"));
        Decision decision;
        decision.sampleId = bench.sample(QStringLiteral("set/1")).id;
        decision.action = Action::Fix;
        decision.newGold = QStringLiteral("B");
        decision.annotator = QStringLiteral("kim");
        REQUIRE_RESULT(bench.project->ledger().decide({decision}));
        SilentProgress progress;
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exporterById(u"errata")->run(
            *bench.project, {.policy = kDefaultPolicy}, {.out = out}, progress);
        REQUIRE_RESULT(written);
        QVERIFY(written->files.contains(QStringLiteral("set/errata.json")));
        QVERIFY(written->files.contains(QStringLiteral("set/errata.md")));
        // A dataset without mistakes has none.
        QVERIFY(!QFile::exists(out + QStringLiteral("/sound")));
        const auto patch = Errata::read(out + QStringLiteral("/set/errata.json"));
        REQUIRE_RESULT(patch);
        QCOMPARE(patch->changes.size(), 1);
        QCOMPARE(patch->changes.first().after, QStringList{QStringLiteral("B")});
    }

    void ofRealBenchmarks()
    {
        const QString folder = test::sharedData();
        if (folder.isEmpty()) {
            QSKIP("The real data is not beside this checkout");
        }
        const QDir data(folder);
        const test::Bench bench;
        for (const char* file : {"mathv/samples.jsonl", "mathv/responses.csv", "mmlu_pro/questions.jsonl",
                 "mmlu_pro/predictions_matrix.csv"}) {
            REQUIRE_RESULT(bench.import(data.filePath(QLatin1String(file))));
        }
        SilentProgress progress;
        SuiteRequest request;
        request.out = bench.folder.filePath(QStringLiteral("suite"));
        request.budget = 100;
        request.splits = 4;
        const auto suite = writeSuite(*bench.project, request, progress);
        REQUIRE_RESULT(suite);
        const ExportPlan& full = suite->full.first().plan;
        QCOMPARE(full.total, 608 + 3011);
        QVERIFY(full.dispositions.value(QStringLiteral("convert")) > 700);
        QVERIFY(suite->small.first().plan.exported <= 100 * suite->parts.size());
        QVERIFY(suite->card.contains("mathv") && suite->card.contains("mmlu"));
        // Images of what stays are there.
        QVERIFY(suite->full.first().imagesWritten > 500);
        QCOMPARE(suite->full.first().imagesMissing, 0);
    }
};

QTEST_GUILESS_MAIN(TestSuite)
#include "tst_suite.moc"
