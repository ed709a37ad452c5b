// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gaps/gaps.h"
#include "core/stats/selection.h"
#include "tests/support/simulatedattempts.h"

#include <QtTest>

#include <cmath>

using namespace winnow;
using test::addContender;
using test::emptyTable;

namespace {

bool near(double a, double b, double within = 1e-9)
{
    return std::abs(a - b) <= within;
}

QByteArray said(double a, double b)
{
    return QByteArray::number(a) + " against " + QByteArray::number(b);
}

/// Right (letters) or wrong (anything else) by question: "r.r" is right, wrong, right. Answers: letters as
/// they are, '-' an answer that could not be read.
void fill(Contender& contender, std::size_t attempt, const char* outcomes, const char* answers = nullptr)
{
    TryColumn& column = contender.tries[attempt];
    for (std::size_t i = 0; outcomes[i] != 0; ++i) {
        column.outcome[i] = outcomes[i] == 'r' ? Try::Right : outcomes[i] == ' ' ? Try::None : Try::Wrong;
        if (answers) {
            column.answer[i]
                = answers[i] == '-' ? std::uint32_t(NoAnswer) : FirstAnswerMark + std::uint32_t(answers[i]);
        }
    }
}

SilentProgress& quiet()
{
    static SilentProgress progress;
    return progress;
}

} // namespace

/// What verifying, routing, stopping and steps gain: tables made by hand with figures worked out by hand, and
/// simulated models whose truth is known.
class TestGaps : public QObject {
    Q_OBJECT

private slots:
    void successOfThreeTries()
    {
        AttemptTable table = emptyTable(4);
        Contender& of = addContender(table, QStringLiteral("m"), 3);
        // By question: 3, 2, 1, 0 right.
        fill(of, 0, "rrr.", "aaab");
        fill(of, 1, "rr..", "aabb");
        fill(of, 2, "r...", "abbc");
        const auto measured = measureValidation(table, quiet());
        QCOMPARE(measured.size(), qsizetype{1});
        const ContenderValidation& m = measured.first();
        QCOMPARE(m.attempts, 3);
        QVERIFY(near(m.success[0], 0.5) && near(m.all[0], 0.5));
        // 1, 1, 2/3, 0 and 1, 1/3, 0, 0.
        QVERIFY(near(m.success[1], (1 + 1 + 2.0 / 3) / 4) && near(m.all[1], (1 + 1.0 / 3) / 4));
        QVERIFY(near(m.success[2], 0.75) && near(m.all[2], 0.25));
        // aaa right, aab right, abb wrong, bbc wrong.
        QVERIFY(near(m.majority[2], 0.5));
        QVERIFY(near(m.gap(), 0.25));
        QCOMPARE(m.mixed, 2);
        QCOMPARE(samplesOf(table, m, ValidationSamples::SomeRight), (QVector<SampleId>{{2}, {3}}));
        QCOMPARE(samplesOf(table, m, ValidationSamples::AllRight), (QVector<SampleId>{{1}}));
        QCOMPARE(samplesOf(table, m, ValidationSamples::NeverRight), (QVector<SampleId>{{4}}));
        QCOMPARE(samplesOf(table, m, ValidationSamples::LostByMajority), (QVector<SampleId>{{3}}));
    }

    void whoWasAskedOnceHasNoGap()
    {
        AttemptTable table = emptyTable(3);
        addContender(table, QStringLiteral("m"), 1);
        for (const ContenderValidation& of : measureValidation(table, quiet())) {
            QVERIFY(!of.repeats());
        }
        QVERIFY(measureSuccess(table).isEmpty());
    }

    /// Questions that share images are gone through one by one, others by pattern: the same figures.
    void sharedImagesChangeIntervalsAlone()
    {
        AttemptTable table = test::simulatedAttempts(600, 3, 3, 5);
        const auto alone = measureValidation(table, quiet());
        for (std::size_t i = 0; i < table.size(); ++i) {
            table.cluster[i] = std::uint32_t(i / 2 * 2);
        }
        const auto shared = measureValidation(table, quiet());
        for (qsizetype m = 0; m < alone.size(); ++m) {
            QVERIFY(near(alone[m].successAt1.mean, shared[m].successAt1.mean));
            QCOMPARE(shared[m].successAt1.clusters, 300);
            for (std::size_t k = 0; k < 3; ++k) {
                QVERIFY(near(alone[m].success[k], shared[m].success[k]));
                QVERIFY(near(alone[m].majority[k], shared[m].majority[k]));
            }
            // The halves are drawn by image, so that what is told of one half is of other questions.
            int compared = 0;
            for (const VerifierFigures& a : alone[m].verifiers) {
                for (const VerifierFigures& b : shared[m].verifiers) {
                    if (a.verifier == b.verifier && a.verifier.kind != VerifierKind::Model) {
                        ++compared;
                        QVERIFY(near(a.selected.mean, b.selected.mean));
                        QVERIFY(near(a.auc, b.auc));
                    }
                }
            }
            QCOMPARE(compared, 2);
        }
    }

    void aPlantedVerifierIsMeasured_data()
    {
        QTest::addColumn<double>("truePositive");
        QTest::addColumn<double>("falsePositive");
        QTest::newRow("good") << 0.9 << 0.2;
        QTest::newRow("strict") << 0.6 << 0.05;
        QTest::newRow("useless") << 0.5 << 0.5;
    }
    void aPlantedVerifierIsMeasured()
    {
        QFETCH(double, truePositive);
        QFETCH(double, falsePositive);
        stats::Random random(7);
        AttemptTable table = emptyTable(20'000);
        Contender& of = addContender(table, QStringLiteral("m"), 3);
        double expected = 0;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const double known = random.uniform();
            int right = 0;
            for (TryColumn& column : of.tries) {
                column.rating.resize(table.size());
                const bool is = random.chance(known);
                right += is ? 1 : 0;
                column.outcome[i] = is ? Try::Right : Try::Wrong;
                column.rating[i] = random.chance(is ? truePositive : falsePositive) ? 1 : 0;
                column.answer.clear();
            }
            expected += stats::selectedBy(3, right, truePositive, falsePositive) / double(table.size());
        }
        const auto measured = measureValidation(table, quiet());
        QCOMPARE(measured.first().verifiers.size(), qsizetype{1});
        const VerifierFigures& figures = measured.first().verifiers.first();
        QCOMPARE(figures.verifier.kind, VerifierKind::Rating);
        QVERIFY(near(figures.auc, (truePositive + 1 - falsePositive) / 2, 0.01));
        QVERIFY2(near(figures.selected.mean, expected, 0.01), said(figures.selected.mean, expected));
        if (truePositive - falsePositive > 0.1) {
            QVERIFY(near(figures.truePositive, truePositive, 0.015));
            QVERIFY(near(figures.falsePositive, falsePositive, 0.015));
            QVERIFY(bestVerifier(measured.first()) == &figures);
        } else {
            QVERIFY(bestVerifier(measured.first()) == nullptr);
        }
    }

    /// One that was asked the easy questions only verifies those: what it recovers is of them.
    void aVerifierIsToldOfWhereItSpeaks()
    {
        for (const bool sharing : {false, true}) {
            stats::Random random(2);
            AttemptTable table = emptyTable(2'000);
            addContender(table, QStringLiteral("a"), 3);
            addContender(table, QStringLiteral("b"), 1);
            for (std::size_t i = 0; i < table.size(); ++i) {
                table.cluster[i] = std::uint32_t(sharing ? i / 2 * 2 : i);
                const bool easy = i % 10 < 6;
                for (TryColumn& column : table.contenders[0].tries) {
                    const bool right = random.chance(easy ? 0.9 : 0.2);
                    column.outcome[i] = right ? Try::Right : Try::Wrong;
                    column.answer[i] = FirstAnswerMark + (right ? 0U : 1U + std::uint32_t(random.below(3)));
                }
                TryColumn& other = table.contenders[1].tries[0];
                other.outcome[i] = easy ? Try::Right : Try::None;
                other.answer[i] = easy ? std::uint32_t(FirstAnswerMark) : std::uint32_t(UnknownAnswer);
            }
            int found = 0;
            for (const ContenderValidation& of : measureValidation(table, quiet())) {
                for (const VerifierFigures& figures : of.verifiers) {
                    if (of.contender == 0 && figures.verifier.kind == VerifierKind::Model) {
                        ++found;
                        QVERIFY(near(figures.successAt1, 0.9, 0.03));
                        QVERIFY(near(figures.recovered, 1, 0.02));
                        QVERIFY(figures.selected.n > 500 && figures.selected.n < 700);
                    }
                }
            }
            QCOMPARE(found, 1);
        }
    }

    /// Answers at random, a rating and a log-probability of nothing: whatever looks best is not worth
    /// anything on the other half.
    void chanceVerifiesNothing()
    {
        double gained = 0;
        int chosen = 0;
        constexpr int kTables = 40;
        for (quint64 seed = 1; seed <= kTables; ++seed) {
            stats::Random random(seed);
            AttemptTable table = emptyTable(60);
            for (int m = 0; m < 12; ++m) {
                Contender& of = addContender(table, QString::number(m), m == 0 ? 3 : 1);
                for (TryColumn& column : of.tries) {
                    column.rating.resize(table.size());
                    for (std::size_t i = 0; i < table.size(); ++i) {
                        column.outcome[i] = random.chance(0.5) ? Try::Right : Try::Wrong;
                        column.answer[i] = FirstAnswerMark + std::uint32_t(random.below(4));
                        column.rating[i] = float(random.normal());
                    }
                }
            }
            for (const ContenderValidation& of : measureValidation(table, quiet())) {
                if (of.contender == 0) {
                    for (const VerifierFigures& figures : of.verifiers) {
                        gained += figures.verifier.kind == VerifierKind::Model
                            ? figures.selected.mean - figures.successAt1
                            : 0;
                    }
                    chosen += bestVerifier(of) ? 1 : 0;
                }
            }
        }
        QVERIFY2(std::abs(gained / kTables) < 0.02, QByteArray::number(gained / kTables));
        QVERIFY2(chosen <= kTables / 3, QByteArray::number(chosen));
    }

    void logProbabilitiesAreRanked()
    {
        // Normal, right ones one deviation higher: AUC = Phi(1 / sqrt 2).
        stats::Random random(11);
        AttemptTable table = emptyTable(10'000);
        Contender& of = addContender(table, QStringLiteral("m"), 2);
        for (TryColumn& column : of.tries) {
            column.logProbability.resize(table.size());
            column.answer.clear();
            for (std::size_t i = 0; i < table.size(); ++i) {
                const bool right = random.chance(0.5);
                column.outcome[i] = right ? Try::Right : Try::Wrong;
                column.logProbability[i] = float(random.normal() + (right ? 1 : 0));
            }
        }
        const auto measured = measureValidation(table, quiet());
        const VerifierFigures& figures = measured.first().verifiers.first();
        QCOMPARE(figures.verifier.kind, VerifierKind::LogProbability);
        QVERIFY2(near(figures.auc, 0.7602, 0.012), said(figures.auc, 0.7602));
        // The best cut lies half way: Phi(.5) accepted of right ones, Phi(-.5) of wrong ones.
        QVERIFY(near(figures.truePositive - figures.falsePositive, 0.383, 0.03));
    }

    void theModelThatVerifiesBestIsFound()
    {
        AttemptTable table = test::simulatedAttempts(4'000, 4, 2, 3);
        // model03 is the best; a copy that answers at random must not be chosen.
        stats::Random random(1);
        Contender& noise = addContender(table, QStringLiteral("noise"), 1);
        for (std::size_t i = 0; i < table.size(); ++i) {
            noise.tries[0].answer[i] = FirstAnswerMark + std::uint32_t(random.below(4));
        }
        const auto measured = measureValidation(table, quiet());
        int found = 0;
        for (const ContenderValidation& of : measured) {
            for (const VerifierFigures& figures : of.verifiers) {
                if (figures.verifier.kind == VerifierKind::Model) {
                    ++found;
                    QVERIFY(figures.verifier.model != u"noise");
                    // What is random agrees with what is right no more than with what is wrong.
                    const bool isNoise = table.contenders.at(qsizetype(of.contender)).name == u"noise";
                    QVERIFY(isNoise || figures.auc > 0.6);
                }
            }
        }
        QVERIFY(found >= 4);
    }

    void theOracleByHand()
    {
        AttemptTable table = emptyTable(5);
        fill(addContender(table, QStringLiteral("cheap"), 1, 1), 0, "rr...");
        fill(addContender(table, QStringLiteral("dear"), 1, 10), 0, "r.rr.");
        const Contextualization of = measureContextualization(table, quiet());
        QCOMPARE(table.contenders.at(qsizetype(of.best().contender)).name, QStringLiteral("dear"));
        QVERIFY(near(of.oracle.mean, 0.8));
        // cheap, cheap, dear, dear, cheap.
        QVERIFY(near(of.oracleDollars, 23.0 / 5));
        // As good as dear alone (3 of 5): the two cheap ones and one dear one; the rest gets the cheapest.
        QVERIFY(near(of.equalDollars, 14.0 / 5));
        QVERIFY(near(of.saving, 1 - 14.0 / 50));
        QCOMPARE(of.solvedBy, (std::vector<qint64>{1, 3, 1}));
        QCOMPARE(of.points.at(0).alone, 2);
        QCOMPARE(of.points.at(1).alone, 1);
        QCOMPARE(of.points.at(1).beyondBest, 1);
        QCOMPARE(samplesOf(table, of, 0, RoutingSamples::BeyondBest), (QVector<SampleId>{{2}}));
        QCOMPARE(samplesOf(table, of, 1, RoutingSamples::Alone), (QVector<SampleId>{{3}, {4}}));
        QCOMPARE(samplesOf(table, of, 1, RoutingSamples::Right).size(), qsizetype{3});
        QCOMPARE(solvedBy(table, of, 2), (QVector<SampleId>{{1}}));
        const CheapestRight oracle = measureOracle(table);
        QVERIFY(near(oracle.accuracy.mean, of.oracle.mean) && near(oracle.dollars, of.oracleDollars));
    }

    void aDatasetRouterFindsWhoIsGoodWhere()
    {
        AttemptTable table = emptyTable(400, 2);
        Contender& even = addContender(table, QStringLiteral("even"), 1, 1);
        for (std::size_t i = 0; i < table.size(); i += 2) {
            even.tries[0].outcome[i] = Try::Right;
        }
        Contender& odd = addContender(table, QStringLiteral("odd"), 1, 2);
        for (std::size_t i = 1; i < table.size(); i += 2) {
            odd.tries[0].outcome[i] = Try::Right;
        }
        const Contextualization of = measureContextualization(table, quiet());
        for (const Router& router : of.routers) {
            if (router.by == Router::By::Dataset || router.by == Router::By::Capability) {
                QVERIFY(near(router.best.accuracy.mean, 1));
                QVERIFY(near(router.gapClosed, 1));
                QVERIFY(near(router.best.dollars, 1.5));
                QVERIFY(near(router.best.against.difference, 0.5));
            }
        }
        QVERIFY(of.routers.size() >= 2);
    }

    void aQuestionRouterLearnsWhatItSees()
    {
        stats::Random random(5);
        AttemptTable table = emptyTable(2'000);
        addContender(table, QStringLiteral("a"), 1, 1);
        addContender(table, QStringLiteral("b"), 1, 1.5F);
        for (std::size_t i = 0; i < table.size(); ++i) {
            const bool kind = random.chance(0.5);
            table.features.values[i * 2] = kind ? 1 : -1;
            table.contenders[0].tries[0].outcome[i]
                = random.chance(kind ? 0.9 : 0.4) ? Try::Right : Try::Wrong;
            table.contenders[1].tries[0].outcome[i]
                = random.chance(kind ? 0.4 : 0.9) ? Try::Right : Try::Wrong;
        }
        const Contextualization of = measureContextualization(table, quiet());
        QCOMPARE(of.routers.size(), qsizetype{1});
        QCOMPARE(of.routers.first().by, Router::By::Question);
        QVERIFY2(near(of.routers.first().best.accuracy.mean, 0.9, 0.03),
            said(of.routers.first().best.accuracy.mean, 0.9));
    }

    /// Where there is nothing to learn, a router must not look as if it had.
    void routersDoNotProfitFromChance()
    {
        double gained = 0;
        int routers = 0;
        for (quint64 seed = 1; seed <= 20; ++seed) {
            stats::Random random(seed);
            AttemptTable table = emptyTable(400, 20);
            for (int m = 0; m < 6; ++m) {
                Contender& of = addContender(table, QString::number(m), 1, 1);
                for (Try& outcome : of.tries[0].outcome) {
                    outcome = random.chance(0.6) ? Try::Right : Try::Wrong;
                }
            }
            for (float& value : table.features.values) {
                value = float(random.normal());
            }
            for (const Router& router : measureContextualization(table, quiet()).routers) {
                gained += router.best.accuracy.mean - 0.6;
                ++routers;
            }
        }
        QVERIFY(routers >= 40);
        QVERIFY2(std::abs(gained / routers) < 0.015, QByteArray::number(gained / routers));
    }

    /// Many small groups, each of its own: no question may help to choose for itself.
    void smallGroupsDoNotLeak()
    {
        double gained = 0;
        constexpr int kTables = 60;
        for (quint64 seed = 1; seed <= kTables; ++seed) {
            stats::Random random(seed);
            AttemptTable table = emptyTable(60, 60);
            for (int m = 0; m < 20; ++m) {
                Contender& of = addContender(table, QString::number(m), 1, 1);
                for (Try& outcome : of.tries[0].outcome) {
                    outcome = random.chance(0.6) ? Try::Right : Try::Wrong;
                }
            }
            for (const Router& router : measureContextualization(table, quiet()).routers) {
                gained += router.by == Router::By::Capability ? router.best.accuracy.mean - 0.6 : 0;
            }
        }
        QVERIFY2(std::abs(gained / kTables) < 0.04, QByteArray::number(gained / kTables));
    }

    void theCheaperOfTwoThatAreAsGoodIsTheBest()
    {
        AttemptTable table = emptyTable(20);
        for (const auto& [name, dollars] : {std::pair("x", 10.0F), std::pair("y", 1.0F)}) {
            Contender& of = addContender(table, QString::fromLatin1(name), 1, dollars);
            std::fill(of.tries[0].outcome.begin(), of.tries[0].outcome.begin() + 10, Try::Right);
        }
        const Contextualization of = measureContextualization(table, quiet());
        QCOMPARE(table.contenders.at(qsizetype(of.best().contender)).name, QStringLiteral("y"));
        QVERIFY(near(of.saving, 0));
    }

    void aSureModelNeedsNoSecond()
    {
        // The cheap one knows when it is right: as good as the dear one for what it is unsure of.
        stats::Random random(9);
        AttemptTable table = emptyTable(3'000);
        addContender(table, QStringLiteral("cheap"), 1, 1);
        addContender(table, QStringLiteral("dear"), 1, 10);
        table.contenders[0].tries[0].logProbability.resize(table.size());
        for (std::size_t i = 0; i < table.size(); ++i) {
            const bool cheap = random.chance(0.6);
            table.contenders[0].tries[0].outcome[i] = cheap ? Try::Right : Try::Wrong;
            table.contenders[0].tries[0].logProbability[i]
                = float((cheap ? -0.1 : -1) - 0.05 * random.uniform());
            table.contenders[1].tries[0].outcome[i] = cheap || random.chance(0.7) ? Try::Right : Try::Wrong;
        }
        const Contextualization of = measureContextualization(table, quiet());
        const auto found = std::find_if(of.routers.begin(), of.routers.end(),
            [](const Router& router) { return router.by == Router::By::Confidence; });
        QVERIFY(found != of.routers.end());
        // All of 1 and, for 40%, 10 more: half of what 10 costs.
        QVERIFY2(
            near(found->cheapest.costShare.ratio, 0.5, 0.06), said(found->cheapest.costShare.ratio, 0.5));
        QVERIFY(found->cheapest.against.difference > -0.01);
        QVERIFY(found->averageQuality > of.averageQuality);
        // The oracle asks the dear one (10) for the 28% that it alone answers, else the cheap one (1).
        QVERIFY2(near(of.saving, 1 - (0.28 * 10 + 0.72) / 10, 0.03), said(of.saving, 0.648));
    }

    void needsAreSaid()
    {
        auto table = std::make_shared<AttemptTable>(emptyTable(10));
        const auto nothing = measureGaps(table, 10, quiet());
        QVERIFY(nothing);
        QCOMPARE(nothing->needs.size(), qsizetype{1});
        auto one = std::make_shared<AttemptTable>(emptyTable(10));
        addContender(*one, QStringLiteral("m"), 1);
        const auto gaps = measureGaps(one, 10, quiet());
        QSet<int> lacking;
        for (const GapNeed& need : gaps->needs) {
            QVERIFY(!need.missing.isEmpty() && !need.remedy.isEmpty());
            lacking.insert(int(need.gap));
        }
        for (const Gap gap : {Gap::Validation, Gap::Contextualization, Gap::Latency, Gap::Decomposition}) {
            QVERIFY2(lacking.contains(int(gap)), qPrintable(gapId(gap)));
        }
        QVERIFY(gaps->orchestration.isEmpty());
        QVERIFY(!gaps->toJson().isEmpty());
        SilentProgress cancelled;
        cancelled.cancel();
        QCOMPARE(measureGaps(one, 10, cancelled).error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestGaps)
#include "tst_gaps.moc"
