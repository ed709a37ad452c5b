// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gaps/gaps.h"
#include "tests/support/simulatedattempts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <cmath>
#include <numeric>

using namespace winnow;
using test::addContender;
using test::emptyTable;

namespace {

bool near(double a, double b, double within = 1e-6)
{
    return std::abs(a - b) <= within;
}

SilentProgress& quiet()
{
    static SilentProgress progress;
    return progress;
}

/// One question: what a try says (0 = nothing that can be read), whether it is right, how long it takes.
struct Planned {
    unsigned answer;
    bool right;
    float seconds;
    float dollars = 1;
};

void plan(Contender& contender, std::size_t question, const std::vector<Planned>& tries)
{
    for (std::size_t t = 0; t < contender.tries.size(); ++t) {
        TryColumn& column = contender.tries[t];
        if (t >= tries.size()) {
            column.outcome[question] = Try::None;
            continue;
        }
        column.outcome[question] = tries[t].right ? Try::Right : Try::Wrong;
        column.answer[question]
            = tries[t].answer ? FirstAnswerMark + tries[t].answer : std::uint32_t(NoAnswer);
        column.seconds[question] = tries[t].seconds;
        column.dollars[question] = tries[t].dollars;
    }
}

StrategyStage stage(const char* model, int tries = 1, bool atOnce = false,
    VerifierKind kind = VerifierKind::None, double accept = 0)
{
    StrategyStage of;
    of.ask.model = QString::fromLatin1(model);
    of.tries = tries;
    of.atOnce = atOnce;
    of.verifier.kind = kind;
    of.accept = accept;
    return of;
}

Strategy strategyOf(const QVector<StrategyStage>& stages)
{
    Strategy strategy;
    strategy.name = QStringLiteral("tried");
    strategy.stages = stages;
    return strategy;
}

/// Two models and one question, planned by hand.
AttemptTable handMade()
{
    AttemptTable table = emptyTable(1);
    // Wrong first; then the right answer twice; the third is the fastest.
    plan(
        addContender(table, QStringLiteral("a"), 3), 0, {{7, false, 3, 1}, {5, true, 2, 2}, {5, true, 1, 4}});
    plan(addContender(table, QStringLiteral("b"), 1), 0, {{5, true, 8, 16}});
    return table;
}

} // namespace

Q_DECLARE_METATYPE(QVector<winnow::StrategyStage>)

/// Strategies: as files, replayed by hand-made tables, and chosen among many where the truth is known.
class TestStrategies : public QObject {
    Q_OBJECT

private slots:
    void aFileSaysItAll()
    {
        Strategy strategy;
        strategy.name = QStringLiteral("cheap first");
        StrategyStage first = stage("a", 3, true, VerifierKind::Agreement, 2);
        StrategyStage second = stage("a", 1, false, VerifierKind::Model);
        second.verifier.model = QStringLiteral("b");
        StrategyStage third = stage("b", 2, false, VerifierKind::LogProbability, -0.25);
        StrategyStage last = stage("b");
        last.ask.by = StrategyRoute::By::Dataset;
        last.ask.models = {{QString::fromUtf8("Größe"), QStringLiteral("a")}};
        strategy.stages = {first, second, third, last};
        const auto read = Strategy::fromJson(strategy.toJson(), QStringLiteral("s.json"));
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        QCOMPARE(*read, strategy);
        QCOMPARE(read->models(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(describe(*read).contains(QStringLiteral("a, 3 at once until 2 agree")));
    }

    void faultsInAFileAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const QByteArray& stages, const char* place) {
            QTest::newRow(name) << "{\"winnow_strategy\": 1, \"name\": \"n\", \"stages\": " + stages + "}"
                                << QString::fromLatin1(place);
        };
        QTest::newRow("no JSON") << QByteArray("{\n\"a\": ,\n}") << QStringLiteral("line 2");
        QTest::newRow("no object") << QByteArray("[1]") << QStringLiteral("s.json");
        QTest::newRow("no version") << QByteArray("{\"name\": \"n\", \"stages\": []}")
                                    << QStringLiteral("winnow_strategy");
        QTest::newRow("a newer version") << QByteArray("{\"winnow_strategy\": 2}") << QStringLiteral("newer");
        QTest::newRow("no name") << QByteArray("{\"winnow_strategy\": 1, \"stages\": [{\"ask\": \"a\"}]}")
                                 << QStringLiteral("name");
        row("no stages", "[]", "stages");
        row("a stage that is none", "[3]", "stages[0]");
        row("nobody is asked", "[{}]", "stages[0].ask");
        row("an empty model", "[{\"ask\": \"\"}]", "stages[0].ask");
        row("a mistyped key", "[{\"ask\": \"a\", \"trys\": 3}]", "stages[0].trys");
        row("half a try", "[{\"ask\": \"a\", \"tries\": 1.5}]", "stages[0].tries");
        row("no try", "[{\"ask\": \"a\", \"tries\": 0}]", "stages[0].tries");
        row("tries in words", "[{\"ask\": \"a\", \"tries\": \"3\"}]", "stages[0].tries");
        row("at once in words", "[{\"ask\": \"a\", \"at_once\": \"yes\"}]", "stages[0].at_once");
        row("an unknown verifier", "[{\"ask\": \"a\", \"verifier\": \"hope\"}]", "stages[0].verifier");
        row("an oracle cannot be built", "[{\"ask\": \"a\", \"verifier\": \"oracle\"}]",
            "stages[0].verifier");
        row("no other model", "[{\"ask\": \"a\", \"verifier\": \"model\"}]", "stages[0].verifier_model");
        row("no cut", "[{\"ask\": \"a\", \"verifier\": \"rating\"}]", "stages[0].accept");
        row("more agree than are asked",
            "[{\"ask\": \"a\", \"tries\": 2, \"verifier\": \"agreement\", \"accept\": 3}]",
            "stages[0].accept");
        row("a route by what is not known", "[{\"ask\": {\"by\": \"mood\"}}]", "stages[0].ask");
        row("a route without an end", "[{\"ask\": {\"by\": \"dataset\", \"models\": {\"d\": \"a\"}}}]",
            "stages[0].ask.otherwise");
        row("a list of ways", "[{\"ask\": {\"by\": \"dataset\", \"models\": [\"a\"], \"otherwise\": \"a\"}}]",
            "stages[0].ask.models");
        row("a cut for nothing", "[{\"ask\": \"a\", \"accept\": 2}]", "stages[0].accept");
        row("a route to nobody",
            "[{\"ask\": {\"by\": \"dataset\", \"models\": {\"d\": 3}, \"otherwise\": \"a\"}}]",
            "stages[0].ask.models.d");
    }
    void faultsInAFileAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto read = Strategy::fromJson(text, QStringLiteral("s.json"));
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
        QVERIFY(read.error().message.contains(QStringLiteral("s.json")));
        QVERIFY(!read.error().remedy.isEmpty());
    }

    void replaysAreWorkedOutByHand_data()
    {
        QTest::addColumn<QVector<StrategyStage>>("stages");
        QTest::addColumn<bool>("right");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("dollars");
        QTest::addColumn<double>("wasted");
        QTest::addColumn<int>("calls");
        const auto row = [](const char* name, const QVector<StrategyStage>& stages, bool right,
                             double seconds, double dollars, double wasted, int calls) {
            QTest::newRow(name) << stages << right << seconds << dollars << wasted << calls;
        };
        using K = VerifierKind;
        row("one try", {stage("a")}, false, 3, 1, 0, 1);
        row("in turn until two agree", {stage("a", 3, false, K::Agreement, 2)}, true, 6, 7, 3, 3);
        // The third and the second come first, after one and two seconds; all three are paid.
        row("at once until two agree", {stage("a", 3, true, K::Agreement, 2)}, true, 2, 7, 5, 3);
        row("at once, the first to come", {stage("a", 3, true)}, true, 1, 7, 3, 3);
        row("in turn, an oracle", {stage("a", 3, false, K::Oracle)}, true, 5, 3, 1, 2);
        row("at once, an oracle", {stage("a", 3, true, K::Oracle)}, true, 1, 7, 3, 3);
        // Never accepted: what most say, after all have come.
        row("three must agree", {stage("a", 3, false, K::Agreement, 3)}, true, 6, 7, 3, 3);
        row("escalated", {stage("a", 1, false, K::Oracle), stage("b")}, true, 11, 17, 1, 2);
        // The second stage goes on with the second and third try.
        row("the same model again", {stage("a", 1, false, K::Oracle), stage("a", 2, true)}, true, 4, 7, 3, 3);
        StrategyStage verified = stage("a");
        verified.verifier = {K::Model, QStringLiteral("b")};
        // b says otherwise, so its eight seconds are waited for and its call is paid; the answer stays.
        row("verified by another", {verified}, false, 8, 17, 16, 2);
        row("verified by another, then on", {verified, stage("a", 2)}, true, 10, 19, 17, 3);
    }
    void replaysAreWorkedOutByHand()
    {
        QFETCH(QVector<StrategyStage>, stages);
        QFETCH(bool, right);
        QFETCH(double, seconds);
        QFETCH(double, dollars);
        QFETCH(double, wasted);
        QFETCH(int, calls);
        const AttemptTable table = handMade();
        Replayer replayer(table, {0});
        const Strategy strategy = strategyOf(stages);
        QVERIFY(replayer.check(strategy));
        const Replay replay = replayer.replay(strategy);
        QCOMPARE(replay.right.front(), right ? 1.0 : 0.0);
        QVERIFY2(near(double(replay.seconds.front()), seconds), QByteArray::number(replay.seconds.front()));
        QVERIFY2(near(double(replay.dollars.front()), dollars), QByteArray::number(replay.dollars.front()));
        QVERIFY2(near(double(replay.wastedDollars.front()), wasted),
            QByteArray::number(replay.wastedDollars.front()));
        QCOMPARE(int(replay.calls.front()), calls);
        // In short and in full they say the same.
        const StrategyFigures figures = replayer.figures(replay, 5);
        const StrategyBrief brief = replayer.brief(strategy, 5, replay);
        std::vector<double> within;
        const StrategyFigures direct = replayer.figures(strategy, 5, {0.5, 5, 50}, within);
        QCOMPARE(figures.replayed, 1);
        QVERIFY(near(figures.accuracy.mean, brief.accuracy) && near(figures.inTime.mean, brief.inTime));
        QVERIFY(near(figures.dollars, brief.dollars) && near(figures.calls, brief.calls));
        QVERIFY(near(figures.inTime.mean, right && seconds <= 5 ? 1 : 0));
        QVERIFY(near(direct.inTime.mean, figures.inTime.mean) && near(direct.p95, seconds));
        QCOMPARE(within, (std::vector<double>{0, right && seconds <= 5 ? 1.0 : 0, right ? 1.0 : 0}));
        QCOMPARE(samplesOf(replayer, replay, 5, ReplaySamples::Wrong).size(), qsizetype(right ? 0 : 1));
        QCOMPARE(samplesOf(replayer, replay, 5, ReplaySamples::Late).size(), qsizetype(seconds > 5 ? 1 : 0));
    }

    void whatWasNotRecordedIsNotReplayed()
    {
        AttemptTable table = handMade();
        Replayer replayer(table, {0});
        const Replay four = replayer.replay(strategyOf({stage("a", 4, true)}));
        QVERIFY(std::isnan(four.right.front()));
        QCOMPARE(replayer.figures(four, 5).replayed, 0);
        QCOMPARE(replayer.figures(four, 5).questions, 1);
        const auto unknown = replayer.check(strategyOf({stage("c")}));
        QVERIFY(!unknown && unknown.error().message.contains(QStringLiteral("\"c\"")));
        QVERIFY(unknown.error().remedy.contains(QStringLiteral("b")));
        // Without seconds nothing is said of them, and the answer still is.
        for (Contender& contender : table.contenders) {
            for (TryColumn& column : contender.tries) {
                column.seconds.clear();
            }
        }
        Replayer timeless(table, {0});
        const StrategyFigures figures = timeless.figures(
            timeless.replay(strategyOf({stage("a", 3, true, VerifierKind::Agreement, 2)})), 5);
        QVERIFY(std::isnan(figures.p95) && near(figures.accuracy.mean, 1) && std::isnan(figures.inTime.mean));
    }

    /// A cheap model of half of the questions, a dear one of every tenth: what comes to the dear one and was
    /// not asked of it must not drop out alone.
    void hardQuestionsDoNotDropOut()
    {
        AttemptTable table = emptyTable(100);
        addContender(table, QStringLiteral("a"), 1, 1);
        addContender(table, QStringLiteral("b"), 1, 2);
        for (std::size_t i = 0; i < 100; ++i) {
            table.contenders[0].tries[0].outcome[i] = i % 2 ? Try::Right : Try::Wrong;
            table.contenders[1].tries[0].outcome[i] = i % 10 < 2 ? Try::Right : Try::None;
        }
        std::vector<std::uint32_t> places(100);
        std::iota(places.begin(), places.end(), 0U);
        Replayer replayer(table, places);
        const Replay replay
            = replayer.replay(strategyOf({stage("a", 1, false, VerifierKind::Oracle), stage("b")}));
        const StrategyFigures figures = replayer.figures(replay, 100);
        QCOMPARE(figures.replayed, 20);
        // Held against a alone: over the same twenty it is 50 points better, and so it counts on all.
        const Replay alone = replayer.replay(Strategy::single(QStringLiteral("a")));
        const StrategyBrief brief = replayer.brief(
            strategyOf({stage("a", 1, false, VerifierKind::Oracle), stage("b")}), 100, alone);
        QVERIFY(near(brief.inTime, 1.0) && near(brief.calls, 1.5));
    }

    /// One call of many that did not report its cost takes nothing away from the rest.
    void aMissingCostHidesNothing()
    {
        AttemptTable table = test::simulatedAttempts(400, 3, 1, 6);
        table.contenders[1].tries[0].dollars[7] = std::nanf("");
        table.contenders[2].tries[0].dollars[90] = std::nanf("");
        const auto context = measureContextualization(table, quiet());
        QVERIFY(context.hasCosts);
        std::vector<std::uint32_t> places(table.size());
        std::iota(places.begin(), places.end(), 0U);
        Replayer replayer(table, places);
        const Replay best = replayer.replay(Strategy::single(QStringLiteral("model02")));
        for (const Contender& contender : table.contenders) {
            const Strategy single = Strategy::single(contender.name);
            const StrategyBrief brief = replayer.brief(single, 100, best);
            const StrategyFigures figures = replayer.figures(replayer.replay(single), 100);
            QVERIFY2(std::abs(brief.dollars / figures.dollars - 1) < 0.02, qPrintable(contender.name));
        }
        const Orchestration of = measureOrchestration(table, context, 100, quiet());
        QVERIFY(of.hasCosts && of.frontier.size() >= 3);
        QVERIFY(std::isfinite(of.frontier.first().costShare.ratio));
    }

    void whatIsNotTimedIsNotInTime()
    {
        AttemptTable table = emptyTable(10);
        Contender& of = addContender(table, QStringLiteral("m"), 1);
        for (std::size_t i = 0; i < 10; ++i) {
            of.tries[0].outcome[i] = Try::Right;
            of.tries[0].seconds[i] = i == 0 ? std::nanf("") : i < 6 ? 1.0F : 20.0F;
        }
        std::vector<std::uint32_t> places(10);
        std::iota(places.begin(), places.end(), 0U);
        Replayer replayer(table, places);
        const Replay replay = replayer.replay(Strategy::single(QStringLiteral("m")));
        const StrategyFigures figures = replayer.figures(replay, 10);
        QVERIFY(near(figures.accuracy.mean, 1));
        QVERIFY(near(figures.inTime.mean, 5.0 / 9));
        QCOMPARE(figures.inTime.n, 9);
        std::vector<double> within;
        replayer.figures(Strategy::single(QStringLiteral("m")), 10, {10, 30}, within);
        QVERIFY(near(within[0], 5.0 / 9) && near(within[1], 1));
        // Without a patience it is the accuracy; with most not timed nothing is said.
        QVERIFY(near(replayer.figures(replay, std::numeric_limits<double>::infinity()).inTime.mean, 1));
        AttemptTable untimed = table;
        untimed.contenders[0].tries[0].seconds[1] = std::nanf("");
        Replayer other(untimed, places);
        QVERIFY(
            std::isnan(other.figures(other.replay(Strategy::single(QStringLiteral("m"))), 10).inTime.mean));
    }

    void oneModelThatIsNotTimedTakesTheClockAway()
    {
        AttemptTable table = test::simulatedAttempts(400, 2, 1, 3);
        for (float& seconds : table.contenders[1].tries[0].seconds) {
            seconds = 60;
        }
        const auto context = measureContextualization(table, quiet());
        const Orchestration timed = measureOrchestration(table, context, 10, quiet());
        QVERIFY(timed.isTimed);
        QCOMPARE(timed.singles.front().strategy.name, QStringLiteral("model00"));
        table.contenders[0].tries[0].seconds.clear();
        const Orchestration of
            = measureOrchestration(table, measureContextualization(table, quiet()), 10, quiet());
        QVERIFY(!of.isTimed);
        QCOMPARE(of.singles.front().strategy.name, QStringLiteral("model01"));
        QVERIFY(!sentenceOf(of, of.singles.front()).contains(QStringLiteral("within")));
    }

    void faultyWishesAreRefused_data()
    {
        QTest::addColumn<QVector<StrategyStage>>("stages");
        QTest::addColumn<QString>("told");
        StrategyStage itself = stage("a");
        itself.verifier = {VerifierKind::Model, QStringLiteral("a")};
        QTest::newRow("checks itself") << QVector<StrategyStage>{itself} << QStringLiteral("check itself");
        StrategyStage elsewhere = stage("a");
        elsewhere.ask.by = StrategyRoute::By::Dataset;
        elsewhere.ask.models = {{QStringLiteral("sett"), QStringLiteral("b")}};
        QTest::newRow("a dataset that is not there")
            << QVector<StrategyStage>{elsewhere} << QStringLiteral("sett");
        QTest::newRow("nothing to check with")
            << QVector<StrategyStage>{stage("a", 1, false, VerifierKind::Rating, 0.5)}
            << QStringLiteral("a judge's rating");
    }
    void faultyWishesAreRefused()
    {
        QFETCH(QVector<StrategyStage>, stages);
        QFETCH(QString, told);
        const AttemptTable table = handMade();
        const auto checked = Replayer(table, {0}).check(strategyOf(stages));
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.contains(told), qPrintable(checked.error().message));
        QVERIFY(!checked.error().remedy.isEmpty());
    }

    void routesInTwoStagesGoOnByQuestion()
    {
        // a then b in set0, b then a in set1: each has the one try that it needs.
        AttemptTable table = emptyTable(2, 2);
        addContender(table, QStringLiteral("a"), 1, 1);
        addContender(table, QStringLiteral("b"), 1, 2);
        Strategy strategy = strategyOf({stage("a", 1, false, VerifierKind::Oracle), stage("b")});
        for (int s = 0; s < 2; ++s) {
            strategy.stages[s].ask.by = StrategyRoute::By::Dataset;
            strategy.stages[s].ask.models
                = {{QStringLiteral("set1"), s == 0 ? QStringLiteral("b") : QStringLiteral("a")}};
        }
        Replayer replayer(table, {0, 1});
        QCOMPARE(replayer.replay(strategy).dollars, (std::vector<float>{3, 3}));
    }

    void routesAskByDataset()
    {
        AttemptTable table = emptyTable(2, 2);
        Contender& a = addContender(table, QStringLiteral("a"), 1, 1);
        a.tries[0].outcome = {Try::Right, Try::Wrong};
        Contender& b = addContender(table, QStringLiteral("b"), 1, 2);
        b.tries[0].outcome = {Try::Wrong, Try::Right};
        Strategy strategy = strategyOf({stage("a")});
        strategy.stages.first().ask.by = StrategyRoute::By::Dataset;
        strategy.stages.first().ask.models = {{QStringLiteral("set1"), QStringLiteral("b")}};
        Replayer replayer(table, {0, 1});
        const Replay replay = replayer.replay(strategy);
        QCOMPARE(replay.right, (std::vector<double>{1, 1}));
        QCOMPARE(replay.dollars, (std::vector<float>{1, 2}));
    }

    void percentilesAreOfTheWholeAnswer()
    {
        AttemptTable table = emptyTable(100);
        Contender& of = addContender(table, QStringLiteral("m"), 1);
        for (std::size_t i = 0; i < 100; ++i) {
            of.tries[0].seconds[i] = float((i * 37) % 100 + 1);
            of.tries[0].outcome[i] = Try::Right;
        }
        std::vector<std::uint32_t> places(100);
        std::iota(places.begin(), places.end(), 0U);
        Replayer replayer(table, places);
        std::vector<double> within;
        const StrategyFigures figures
            = replayer.figures(Strategy::single(QStringLiteral("m")), 30, {10, 95}, within);
        QVERIFY(near(figures.p50, 50) && near(figures.p95, 95) && near(figures.p99, 99));
        QVERIFY(near(figures.seconds, 50.5) && near(figures.inTime.mean, 0.3));
        QCOMPARE(within, (std::vector<double>{0.1, 0.95}));
    }

    void stoppingIsMeasured()
    {
        AttemptTable table = test::simulatedAttempts(2'000, 2, 3, 4);
        const auto validation = measureValidation(table, quiet());
        const auto context = measureContextualization(table, quiet());
        const Latency latency = measureLatency(table, validation, context, 2, quiet());
        QCOMPARE(latency.contenders.size(), qsizetype{2});
        for (const ContenderLatency& of : latency.contenders) {
            QCOMPARE(of.rows.size(), qsizetype{4});
            const StrategyFigures& once = of.rows[0].figures;
            const StrategyFigures& inTurn = of.rows[1].figures;
            const StrategyFigures& atOnce = of.rows[2].figures;
            const StrategyFigures& oracle = of.rows[3].figures;
            QVERIFY(inTurn.seconds > once.seconds && atOnce.seconds < inTurn.seconds);
            QVERIFY(atOnce.accuracy.mean > once.accuracy.mean && oracle.accuracy.mean > atOnce.accuracy.mean);
            QVERIFY(oracle.seconds < atOnce.seconds && of.gap > 0);
            QVERIFY(near(once.wastedDollars, 0) && atOnce.wastedDollars > 0.6 && atOnce.wastedDollars < 0.9);
        }
        // A ladder checks its models by themselves: the next one is asked anyway.
        QCOMPARE(latency.cascades.size(), qsizetype{2});
        QCOMPARE(latency.cascades.first().way, LatencyRow::Way::Cascade);
        QCOMPARE(latency.cascades.first().strategy.stages.first().verifier.kind, VerifierKind::Agreement);
        QVERIFY(latency.cascades.first().figures.accuracy.mean
            > latency.contenders[0].rows[0].figures.accuracy.mean);
        for (TryColumn& column : table.contenders[0].tries) {
            column.seconds.clear();
        }
        QCOMPARE(measureLatency(table, validation, context, 2, quiet()).contenders.size(), qsizetype{1});
    }

    void aCheapModelThatKnowsIsFound()
    {
        // As in aSureModelNeedsNoSecond (tst_gaps): half the cost, nothing lost.
        stats::Random random(9);
        AttemptTable table = emptyTable(4'000);
        addContender(table, QStringLiteral("cheap"), 1, 1);
        addContender(table, QStringLiteral("dear"), 1, 10);
        table.contenders[0].tries[0].logProbability.resize(table.size());
        for (std::size_t i = 0; i < table.size(); ++i) {
            const bool cheap = random.chance(0.6);
            table.contenders[0].tries[0].outcome[i] = cheap ? Try::Right : Try::Wrong;
            table.contenders[0].tries[0].logProbability[i]
                = float((cheap ? -0.1 : -1) - 0.05 * random.uniform());
            table.contenders[1].tries[0].outcome[i]
                = random.chance(cheap ? 0.95 : 0.7) ? Try::Right : Try::Wrong;
            table.contenders[1].tries[0].answer[i] = FirstAnswerMark + (cheap ? 0U : 1U);
        }
        const auto context = measureContextualization(table, quiet());
        const Orchestration of = measureOrchestration(table, context, 10, quiet());
        QVERIFY(of.cheapest >= 0);
        const OrchestrationRow& row = of.frontier.at(of.cheapest);
        QVERIFY(!row.single);
        QVERIFY2(row.costShare.ratio < 0.62, QByteArray::number(row.costShare.ratio));
        QVERIFY(row.against.difference > -0.005);
        QVERIFY(row.costShare.interval.low < row.costShare.ratio
            && row.costShare.ratio < row.costShare.interval.high);
        QCOMPARE(of.singles.front().strategy.name, QStringLiteral("dear"));
        // Chosen on one half, told of the other.
        QVERIFY(of.chosenOn > 1'500 && of.places.size() > 1'500);
        QCOMPARE(std::size_t(of.chosenOn) + of.places.size(), table.size());
        QCOMPARE(row.figures.questions, qint64(of.places.size()));
        const auto summary = summaryOf(of);
        QVERIFY(summary.first().contains(QStringLiteral(" of the cost of dear alone")));
        // A strategy of one's own is told of the same half.
        const OrchestrationRow own = reportOn(table, of, row.strategy);
        QVERIFY(near(own.figures.inTime.mean, row.figures.inTime.mean));
        QVERIFY(near(own.costShare.ratio, row.costShare.ratio));
    }

    /// Models that are all the same: what was the best of many on one half is not better on the other.
    void theBestOfManyIsNotBelieved()
    {
        double promised = 0;
        double covered = 0;
        constexpr int kTables = 30;
        for (quint64 seed = 1; seed <= kTables; ++seed) {
            stats::Random random(seed);
            AttemptTable table = emptyTable(600, 6);
            for (int m = 0; m < 8; ++m) {
                Contender& of = addContender(table, QString::number(m), 1, float(m + 1));
                for (std::size_t i = 0; i < table.size(); ++i) {
                    of.tries[0].outcome[i] = random.chance(0.5) ? Try::Right : Try::Wrong;
                    of.tries[0].answer[i] = FirstAnswerMark + std::uint32_t(random.below(1'000'000));
                }
            }
            const Orchestration of
                = measureOrchestration(table, measureContextualization(table, quiet()), 10, quiet());
            const OrchestrationRow& best = of.frontier.at(of.best);
            promised += best.figures.inTime.mean - 0.5;
            covered += best.figures.inTime.interval.low <= 0.5 && best.figures.inTime.interval.high >= 0.5
                ? 1
                : 0;
        }
        QVERIFY2(std::abs(promised / kTables) < 0.015, QByteArray::number(promised / kTables));
        QVERIFY2(covered / kTables > 0.86, QByteArray::number(covered / kTables));
    }

    void withoutCostsCallsAreCounted()
    {
        AttemptTable table = test::simulatedAttempts(600, 3, 3, 2);
        for (Contender& contender : table.contenders) {
            for (TryColumn& column : contender.tries) {
                column.dollars.clear();
                column.seconds.clear();
            }
        }
        const Orchestration of
            = measureOrchestration(table, measureContextualization(table, quiet()), 10, quiet());
        QVERIFY(!of.hasCosts && !of.isEmpty());
        for (const OrchestrationRow& row : of.frontier) {
            QVERIFY(near(row.costShare.ratio, row.figures.calls, 1e-9));
            QVERIFY(std::isnan(row.figures.dollars));
        }
        QVERIFY(!summaryOf(of).first().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
