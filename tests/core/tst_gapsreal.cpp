// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gaps/gaps.h"
#include "tests/core/importhelp.h"

#include <QtTest>

#include <cmath>

using namespace winnow;

/// The gaps of recorded models: figures of the data's README, and what is counted in the files by other
/// means.
class TestGapsReal : public QObject {
    Q_OBJECT

    static Gaps measured(const test::Bench& bench, double rightFrom = 0.5, const QStringList& models = {})
    {
        SilentProgress progress;
        AttemptScope scope;
        scope.rightFrom = rightFrom;
        scope.models = models;
        const auto table = readAttempts(*bench.project, scope, progress);
        if (!table) {
            qFatal("%s", qPrintable(table.error().text()));
        }
        auto gaps = measureGaps(*table, kPatience, progress);
        if (!gaps) {
            qFatal("%s", qPrintable(gaps.error().text()));
        }
        return *gaps;
    }

    static bool saysNeed(const Gaps& gaps, Gap gap, const QString& part)
    {
        return std::any_of(gaps.needs.begin(), gaps.needs.end(), [&](const GapNeed& need) {
            return need.gap == gap && (need.missing.contains(part) || need.remedy.contains(part));
        });
    }

private slots:
    void initTestCase()
    {
        if (test::sharedData().isEmpty()) {
            QSKIP("the real data is not here");
        }
    }

    void reasoningGym()
    {
        const test::Bench bench;
        const auto report
            = bench.import(test::sharedData() + QStringLiteral("/reasoning_gym/attempts_easy.csv"));
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        const Gaps gaps = measured(bench, 0.99);
        QMap<QString, const ContenderValidation*> byModel;
        for (const ContenderValidation& of : gaps.validation) {
            byModel.insert(gaps.contender(of.contender).name, &of);
        }
        struct Figure {
            const char* model;
            double once, best, all;
        };
        for (const Figure& figure : {Figure{"openai_o3-mini", 0.8918, 0.9396, 0.8308},
                 Figure{"google_gemma-3-27b-it", 0.4589, 0.5314, 0.3874},
                 Figure{"meta-llama_llama-3.3-70b-instruct", 0.4000, 0.5107, 0.2906}}) {
            const ContenderValidation* of = byModel.value(QString::fromLatin1(figure.model));
            QVERIFY2(of, figure.model);
            QCOMPARE(of->attempts, 3);
            QCOMPARE(of->places.size(), std::size_t{1590});
            QVERIFY2(std::abs(of->success.front() - figure.once) < 5e-5, figure.model);
            QVERIFY2(std::abs(of->success.back() - figure.best) < 5e-5, figure.model);
            QVERIFY2(std::abs(of->all.back() - figure.all) < 5e-5, figure.model);
            QVERIFY2(std::abs(of->successAtK.mean - figure.best) < 5e-5, figure.model);
        }
        // Scores alone: whether tries agree cannot be said, and neither what they cost or took.
        QVERIFY(byModel.first()->majority.empty() && byModel.first()->verifiers.isEmpty());
        QVERIFY(saysNeed(gaps, Gap::Validation, QStringLiteral("\"response\"")));
        QVERIFY(saysNeed(gaps, Gap::Contextualization, QStringLiteral("\"cost\"")));
        QVERIFY(saysNeed(gaps, Gap::Latency, QStringLiteral("\"latency\"")));
        QVERIFY(saysNeed(gaps, Gap::Decomposition, QStringLiteral("\"parent\"")));
        QVERIFY(!gaps.contextualization.hasCosts && std::isnan(gaps.contextualization.saving));
        QVERIFY(gaps.latency.contenders.isEmpty());
    }

    void visionAiCheckup()
    {
        const test::Bench bench;
        QVERIFY(bench.import(test::sharedData() + QStringLiteral("/vision_ai_checkup/prompts_087189c.csv")));
        QVERIFY(bench.import(test::sharedData() + QStringLiteral("/vision_ai_checkup/responses.csv")));
        const Gaps gaps = measured(bench);
        double pairs = 0;
        double both = 0;
        int repeated = 0;
        for (const ContenderValidation& of : gaps.validation) {
            if (of.repeats()) {
                ++repeated;
                QCOMPARE(of.attempts, 2);
                pairs += double(of.places.size());
                both += of.all.back() * double(of.places.size());
                // Answers are recorded: agreement and another model can verify.
                QVERIFY(!of.majority.empty());
                QVERIFY(of.verifiers.size() >= 2);
            }
        }
        QCOMPARE(repeated, 14);
        QCOMPARE(pairs, 1054.0);
        QVERIFY2(std::abs(both / pairs - 0.643) < 5e-4, qPrintable(QString::number(both / pairs)));
        // Seconds are recorded for all 19; the first of two is there before both are.
        QCOMPARE(gaps.latency.contenders.size(), qsizetype{19});
        int atOnce = 0;
        for (const ContenderLatency& of : gaps.latency.contenders) {
            const double once = of.rows.first().figures.p95;
            QVERIFY(once > 0);
            for (const LatencyRow& row : of.rows) {
                QVERIFY(row.figures.p50 <= row.figures.p95 && row.figures.p95 <= row.figures.p99);
                QVERIFY(std::is_sorted(row.within.begin(), row.within.end()));
                QVERIFY(std::abs(row.within.back() - row.figures.accuracy.mean) < 1e-9);
                if (row.way == LatencyRow::Way::AtOnce) {
                    ++atOnce;
                    const LatencyRow& inTurn = of.rows.at(1);
                    QCOMPARE(inTurn.way, LatencyRow::Way::InTurn);
                    QVERIFY(row.figures.seconds <= inTurn.figures.seconds);
                }
            }
        }
        QVERIFY(atOnce >= 5);
    }

    void routeLlm()
    {
        const test::Bench bench;
        const QDir folder(test::sharedData() + QStringLiteral("/routellm"));
        for (const QString& name : folder.entryList({QStringLiteral("*.csv")})) {
            QVERIFY(bench.import(folder.filePath(name)));
        }
        const Gaps gaps = measured(bench);
        const Contextualization& of = gaps.contextualization;
        // As counted in the files: both right 3,099, only GPT-4 979, only Mixtral 310, neither 847.
        QCOMPARE(of.places.size(), std::size_t{5235});
        QCOMPARE(of.solvedBy, (std::vector<qint64>{847, 979 + 310, 3099}));
        QCOMPARE(gaps.contender(of.best().contender).name, QStringLiteral("gpt-4-1106-preview"));
        QCOMPARE(of.points.at(0).alone, 979);
        QCOMPARE(of.points.at(1).alone, 310);
        QCOMPARE(of.points.at(1).beyondBest, 310);
        QVERIFY(std::abs(of.oracle.mean - (5235.0 - 847) / 5235) < 1e-9);
        QCOMPARE(samplesOf(*gaps.table, of, of.points.at(1).contender, RoutingSamples::Alone).size(),
            qsizetype{310});
        QCOMPARE(solvedBy(*gaps.table, of, 0).size(), qsizetype{847});
        // Subjects alone do not tell when the weaker one is right: no router gains, and none pretends to.
        QCOMPARE(of.routers.size(), qsizetype{2});
        for (const Router& router : of.routers) {
            QVERIFY(std::abs(router.gapClosed) < 0.1);
        }
    }
};

QTEST_GUILESS_MAIN(TestGapsReal)
#include "tst_gapsreal.moc"
