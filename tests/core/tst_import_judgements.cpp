// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/coverageloader.h"
#include "core/audit/run/auditrunner.h"
#include "core/import/judgementimport.h"
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/judgementstore.h"
#include "core/store/ledger.h"
#include "importhelp.h"

#include <QtTest>

using namespace winnow;
using namespace winnow::test;

namespace {

QVector<Flag> flagsOf(const Bench& bench, const QString& detector, const QString& kind = {})
{
    FlagFilter filter;
    filter.detector = detector;
    filter.kind = kind;
    return bench.project->read([&](sqlite::Connection& c) { return FlagStore(c).list(filter); })
        .value_or(QVector<Flag>());
}

QStringList keysOf(const QVector<Flag>& flags)
{
    QStringList keys;
    for (const Flag& flag : flags) {
        keys.append(flag.sampleKey);
    }
    keys.sort();
    return keys;
}

Result<JudgementReport> judge(
    const Bench& bench, const QString& name, const QByteArray& text, const QString& by)
{
    ImportRequest request;
    request.file = bench.write(name, text);
    request.model = by;
    SilentProgress progress;
    return importJudgements(*bench.project, request, progress);
}

/// Thirty four-option questions answered by six models of six families. Nobody solves the first ten.
void fill(const Bench& bench)
{
    QByteArray samples("index\tquestion\tA\tB\tC\tD\tanswer\n");
    QByteArray responses("index,model,prediction\n");
    for (int i = 0; i < 30; ++i) {
        samples += QByteArray::number(i) + "\tWhat does figure " + QByteArray::number(i)
            + " show at the top?\ta tree\ta house\ta boat\ta bird\t" + "ABCD"[i % 4] + "\n";
        for (int m = 0; m < 6; ++m) {
            const char answer = "ABCD"[(i < 10 ? i + 1 + m % 3 : i) % 4];
            responses += QByteArray::number(i) + ",model" + char('a' + m) + "," + answer + "\n";
        }
    }
    REQUIRE_RESULT(bench.importText(QStringLiteral("set.tsv"), samples, QStringLiteral("set")));
    REQUIRE_RESULT(bench.importText(QStringLiteral("answers.csv"), responses, QStringLiteral("set")));
}

QVector<Flag> frontier(const Bench& bench)
{
    AuditRequest request;
    request.detectors = {QStringLiteral("frontier")};
    SilentProgress progress;
    const auto report = AuditRunner(*bench.project).run(request, progress);
    if (!report || report->anyFailed()) {
        qFatal("the audit failed");
    }
    return flagsOf(bench, QStringLiteral("frontier"));
}

void decide(const Bench& bench, int sample, const QString& kind, Verdict verdict)
{
    const Sample found = bench.sample(QStringLiteral("set/%1").arg(sample));
    Decision decision;
    decision.sampleId = found.id;
    decision.annotator = QStringLiteral("ann");
    decision.kind = kind;
    decision.verdict = verdict;
    const auto written = bench.project->ledger().decide({decision});
    REQUIRE_RESULT(written);
}

} // namespace

class TestImportJudgements : public QObject {
    Q_OBJECT
private slots:
    // The three booleans of the DatBench judge, several at once, true in any spelling.
    void aJudgesVerdictsAreFlagsWithEvidence()
    {
        Bench bench;
        fill(bench);
        const auto report = judge(bench, QStringLiteral("judge.jsonl"),
            R"({"index":0,"ground_truth_wrong":true,"question_is_ambiguous":false,"needs_high_resolution":false,"reason":"It is a boat","confidence":0.8}
{"index":1,"ground_truth_wrong":"yes","question_is_ambiguous":1,"needs_high_resolution":false,"reason":"Two tops"}
{"index":2,"ground_truth_wrong":false,"question_is_ambiguous":false,"needs_high_resolution":true,"reason":""}
{"index":3,"ground_truth_wrong":false,"question_is_ambiguous":false,"needs_high_resolution":false,"reason":"Fine"}
{"index":99,"ground_truth_wrong":true}
)",
            QStringLiteral("gpt-judge"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->judgements, 4);
        QCOMPARE(report->sound, 1);
        QCOMPARE(report->rejected, 1);
        const QString by = QStringLiteral("judge:gpt-judge");
        QCOMPARE(keysOf(flagsOf(bench, by, QStringLiteral("label_incorrect"))),
            (QStringList{QStringLiteral("set/0"), QStringLiteral("set/1")}));
        QCOMPARE(keysOf(flagsOf(bench, by, QStringLiteral("label_ambiguous"))),
            QStringList{QStringLiteral("set/1")});
        QCOMPARE(keysOf(flagsOf(bench, by, QStringLiteral("image_insufficient"))),
            QStringList{QStringLiteral("set/2")});
        for (const Flag& flag : flagsOf(bench, by)) {
            QCOMPARE(flag.evidence.value(QLatin1String("judge")).toString(), QStringLiteral("gpt-judge"));
            if (flag.sampleKey == u"set/0") {
                QCOMPARE(flag.score, 0.8);
                QVERIFY(flag.evidence.value(QLatin1String("summary"))
                            .toString()
                            .contains(QStringLiteral("It is a boat")));
            }
        }
        // What the models say of the same sample stands beside it: two detectors, one kind of doubt.
        SilentProgress progress;
        REQUIRE_RESULT(AuditRunner(*bench.project).run({}, progress));
        const Sample first = bench.sample(QStringLiteral("set/0"));
        const auto flags
            = bench.project->read([&](sqlite::Connection& c) { return FlagStore(c).ofSample(first.id); });
        QVERIFY(flags.has_value());
        QStringList detectors;
        for (const Flag& flag : *flags) {
            detectors.append(flag.detector);
        }
        QVERIFY2(detectors.contains(by) && detectors.contains(QStringLiteral("unanimous_failure")),
            qPrintable(detectors.join(u' ')));
        // An audit does not touch what the judge said.
        QCOMPARE(flagsOf(bench, by).size(), 4);
    }

    void aJudgeThatChangesItsMindReplacesItsWord()
    {
        Bench bench;
        fill(bench);
        const QString name = QStringLiteral("j.csv");
        const QString by = QStringLiteral("j");
        REQUIRE_RESULT(judge(bench, name, "index,verdict\n0,wrong label\n1,valid\n2,ambiguous\n", by));
        const auto again = judge(bench, name, "index,verdict\n0,valid\n1,valid\n2,ambiguous\n", by);
        REQUIRE_RESULT(again);
        QCOMPARE(again->resolved, 1);
        QCOMPARE(again->kept, 1);
        const auto said = bench.project->read([&](sqlite::Connection& c) {
            return JudgementStore(c).ofSample(bench.sample(QStringLiteral("set/0")).id);
        });
        QVERIFY(said.has_value());
        QCOMPARE(said->size(), 1);
        QVERIFY(said->first().sound);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM judgements")), 3);
        // Twice in one file, and not the same: the doubt counts.
        REQUIRE_RESULT(judge(bench, name, "index,verdict\n0,valid\n0,wrong label\n", by));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM judgements WHERE sound = 1")), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM judgements")), 1);
    }

    // Frontier = nobody solves it and the gold answer is verified, by a person or a judge whom nobody
    // contradicts (DatBench: the unanimous failures that survive the judge).
    void frontierNeedsAVerifiedGoldAnswer()
    {
        Bench bench;
        fill(bench);
        QVERIFY(frontier(bench).isEmpty());
        REQUIRE_RESULT(judge(bench, QStringLiteral("a.csv"),
            "index,verdict\n0,valid\n1,valid\n2,valid\n3,wrong label\n4,valid\n5,valid\n20,valid\n",
            QStringLiteral("judge a")));
        const auto key = [](int i) { return QStringLiteral("set/%1").arg(i); };
        // 3 is doubted, 20 is solved by all, nobody judged 6 to 9.
        QCOMPARE(keysOf(frontier(bench)), (QStringList{key(0), key(1), key(2), key(4), key(5)}));
        for (const Flag& flag : frontier(bench)) {
            QVERIFY2(flag.evidence.value(QLatin1String("summary"))
                         .toString()
                         .contains(QStringLiteral("is right by the judge judge a")),
                qPrintable(flag.evidence.value(QLatin1String("summary")).toString()));
        }
        // A second judge doubts 1 and agrees on 2.
        REQUIRE_RESULT(judge(bench, QStringLiteral("b.csv"), "index,verdict\n1,ambiguous\n2,valid\n",
            QStringLiteral("judge b")));
        QCOMPARE(keysOf(frontier(bench)), (QStringList{key(0), key(2), key(4), key(5)}));
        // People have the last word, either way.
        SilentProgress progress;
        REQUIRE_RESULT(AuditRunner(*bench.project).run({}, progress));
        decide(bench, 4, QStringLiteral("unanimous_failure"), Verdict::Confirm);
        decide(bench, 3, QStringLiteral("label_incorrect"), Verdict::Override);
        const QVector<Flag> last = frontier(bench);
        QCOMPARE(keysOf(last), (QStringList{key(0), key(2), key(3), key(5)}));
        for (const Flag& flag : last) {
            const QString summary = flag.evidence.value(QLatin1String("summary")).toString();
            QVERIFY2(summary.contains(flag.sampleKey == key(3) ? QStringLiteral("a person found")
                             : flag.sampleKey == key(2)        ? QStringLiteral("judge a and judge b")
                                                               : QStringLiteral("by the judge judge a")),
                qPrintable(summary));
        }
    }

    void theNeedForVerdictsIsSaid()
    {
        Bench bench;
        fill(bench);
        const Detector* detector = DetectorRegistry::instance().find(QStringLiteral("frontier"));
        QVERIFY(detector->info().uses.contains(Need::Verdicts));
        const auto lacks = [&] {
            const auto coverage = loadCoverage(*bench.project);
            return unmetNeed({Need::Verdicts, 1}, coverage->first().second).has_value();
        };
        QVERIFY(lacks());
        AuditRequest request;
        request.detectors = {QStringLiteral("frontier")};
        SilentProgress progress;
        const auto report = AuditRunner(*bench.project).run(request, progress);
        REQUIRE_RESULT(report);
        QVERIFY2(report->outcomes.first().notes.join(u' ').contains(
                     QStringLiteral("10 samples that no model solves: a person has to find the gold answer")),
            qPrintable(report->outcomes.first().notes.join(u' ')));
        REQUIRE_RESULT(
            judge(bench, QStringLiteral("a.csv"), "index,verdict\n0,valid\n", QStringLiteral("a")));
        QVERIFY(!lacks());
    }

    // Expert annotation of MMLU as verdicts in words.
    void expertsOfMmluRedux()
    {
        const QString file = sharedData() + QStringLiteral("/mmlu_redux/items.jsonl");
        if (sharedData().isEmpty() || !QFile::exists(file)) {
            QSKIP("mmlu_redux is not beside the checkout");
        }
        Bench bench;
        REQUIRE_RESULT(bench.import(file, QStringLiteral("mmlu")));
        ImportRequest request;
        request.file = file;
        request.model = QStringLiteral("experts");
        SilentProgress progress;
        const auto report = importJudgements(*bench.project, request, progress);
        REQUIRE_RESULT(report);
        QCOMPARE(report->sound, 2653);
        // wrong_groundtruth 24 and no_correct_answer 18; clarity 74 + 12 and several right answers 30.
        QCOMPARE(report->flags.value(QStringLiteral("label_incorrect")), 42);
        QCOMPARE(report->flags.value(QStringLiteral("label_ambiguous")), 116);
        QCOMPARE(report->rejected, 17);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM judgements WHERE sound = 1")), 2653);
    }
};

QTEST_GUILESS_MAIN(TestImportJudgements)
#include "tst_import_judgements.moc"
