// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/stats/correlation.h"
#include "core/subset/choosesubset.h"
#include "core/subset/methods/fluidorder.h"
#include "core/subset/subsetreport.h"
#include "core/subset/subsetscore.h"
#include "tests/support/simulatedscores.h"
#include "tests/support/testproject.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace winnow;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

SubsetRequest request(const QString& method, qint64 budget, quint64 seed = 1)
{
    SubsetRequest asked;
    asked.method = method;
    asked.budget = budget;
    asked.seed = seed;
    return asked;
}

/// Ten models of falling ability. Item 0 parts them in the middle, item 1 the other way round, item 2 all
/// have right, item 3 none; the rest are drawn.
ScoreTable knownItems()
{
    ScoreTable table = test::simulatedScores(10, 60, 8);
    for (size_t m = 0; m < 10; ++m) {
        const auto row = table.ofModel(m);
        for (size_t i = 4; i < 60; ++i) {
            row[i] = i < 4 + 5 * (10 - m) ? 1.0F : 0.0F; // a ladder: model 0 the best
        }
        row[0] = m < 5 ? 1.0F : 0.0F;
        row[1] = m < 5 ? 0.0F : 1.0F;
        row[2] = 1.0F;
        row[3] = 0.0F;
    }
    return table;
}

} // namespace

/// Every method of the registry by what all of them promise, and each by what it is.
class TestSubsetMethods : public QObject {
    Q_OBJECT

private slots:
    void allKeepTheirPromises_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("budget");
        for (const QString& id : subsetMethodIds()) {
            for (const int models : {3, 12}) {
                for (const int budget : {1, 17, 200, 500}) {
                    QTest::addRow("%s, %d models, %d", qPrintable(id), models, budget)
                        << id << models << budget;
                }
            }
        }
    }
    void allKeepTheirPromises()
    {
        QFETCH(QString, method);
        QFETCH(int, models);
        QFETCH(int, budget);
        const SubsetInput input = test::inputOf(test::simulatedScores(size_t(models), 200, 4));
        const auto problem = problemOf(input);
        const auto chosen = chooseSubset(input, *problem, request(method, budget));
        QVERIFY_RESULT(chosen);
        const Selection& selection = chosen->selection;
        const std::set<std::uint32_t> different(selection.items.begin(), selection.items.end());
        QCOMPARE(different.size(), selection.items.size());
        QVERIFY(*different.rbegin() < 200);
        QCOMPARE(selection.reason.size(), selection.items.size());
        if (selection.weight.empty()) {
            QCOMPARE(selection.items.size(), size_t(std::min(budget, 200)));
        } else {
            QVERIFY(selection.items.size() <= size_t(budget) && !selection.items.empty());
            QCOMPARE(selection.weight.size(), selection.items.size());
            double sum = 0;
            for (const float weight : selection.weight) {
                sum += double(weight);
            }
            QVERIFY(std::abs(sum - 1) < 1e-4);
        }
        // The same again, with statistics worked out anew.
        const auto again = chooseSubset(input, *problemOf(input), request(method, budget));
        QVERIFY(again->selection.items == selection.items);
        // Each is told why it is in.
        for (size_t i = 0; i < selection.items.size(); ++i) {
            QVERIFY(!whyChosen(input, *problem, *chosen, i).isEmpty());
        }
    }

    void correlationsTakeTheKnownItem_data()
    {
        QTest::addColumn<QString>("method");
        for (const char* id :
            {"top_r_pb", "item_rest", "disagreement", "information", "band_r_pb", "fluid"}) {
            QTest::newRow(id) << QString::fromLatin1(id);
        }
    }
    void correlationsTakeTheKnownItem()
    {
        QFETCH(QString, method);
        const SubsetInput input = test::inputOf(knownItems());
        const auto chosen = chooseSubset(input, *problemOf(input), request(method, 20));
        QVERIFY_RESULT(chosen);
        const auto& items = chosen->selection.items;
        const auto has
            = [&](std::uint32_t item) { return std::find(items.begin(), items.end(), item) != items.end(); };
        // Item 0 parts the better half from the worse, as five of the ladder do; item 1 the wrong way round.
        if (method == u"top_r_pb" || method == u"item_rest" || method == u"information") {
            QVERIFY(has(0));
        }
        if (method != u"disagreement") {
            QVERIFY(!has(1));
        }
        if (method != u"band_r_pb" && method != u"fluid") {
            QVERIFY(!has(2) && !has(3)); // all and none right
        }
    }

    void correlationsByHand()
    {
        // Three models, means 1, .5, 0 over two items; item 0: 1 1 0, item 1: 1 0 0.
        ScoreTable table = ScoreTable::empty(3, 2);
        table.scores = {1, 1, 1, 0, 0, 0};
        const ItemStatistics statistics = ItemStatistics::of(table);
        // cov((1,1,0), (1,.5,0)) = 1/2 - 2/3 * 1/2 = 1/6; sd sqrt(2)/3 and 1/sqrt(6): r = .8660.
        QVERIFY(std::abs(statistics.pointBiserial[0] - 0.866025F) < 1e-5F);
        QVERIFY(std::abs(statistics.pointBiserial[1] - 0.866025F) < 1e-5F);
        // Against the other item alone: phi of (1,1,0) and (1,0,0) is 1/2.
        QVERIFY(std::abs(statistics.itemRest[0] - 0.5F) < 1e-5F);
        QCOMPARE(statistics.answered[0], 3U);
    }

    void bandsKeepTheDifficulty()
    {
        const SubsetInput input = test::inputOf(test::simulatedScores(30, 1000, 6));
        const auto problem = problemOf(input);
        const auto chosen = chooseSubset(input, *problem, request(QStringLiteral("band_r_pb"), 100));
        std::array<int, 10> all{}, some{};
        const auto band = [&](std::uint32_t item) {
            return size_t(std::min(9.0F, problem->statistics().share[item] * 10));
        };
        for (std::uint32_t i = 0; i < 1000; ++i) {
            ++all[band(i)];
        }
        for (const std::uint32_t item : chosen->selection.items) {
            ++some[band(item)];
        }
        for (size_t i = 0; i < 10; ++i) {
            QVERIFY(std::abs(some[i] - all[i] / 10.0) <= 1);
        }
    }

    void randomIsInProportion()
    {
        SubsetInput input = test::inputOf(test::simulatedScores(5, 1000, 6));
        for (size_t i = 0; i < 1000; ++i) {
            input.stratum[i] = i < 900 ? 0 : 1;
        }
        const auto problem = problemOf(input);
        std::set<std::uint32_t> ever;
        for (quint64 seed = 1; seed <= 200; ++seed) {
            const auto chosen
                = chooseSubset(input, *problem, request(QStringLiteral("stratified_random"), 50, seed));
            const auto small = std::count_if(chosen->selection.items.begin(), chosen->selection.items.end(),
                [](std::uint32_t item) { return item >= 900; });
            QVERIFY(std::abs(int(small) - 5) <= 1);
            ever.insert(chosen->selection.items.begin(), chosen->selection.items.end());
        }
        QVERIFY(ever.size() > 990); // everything has its chance
    }

    void fewModelsAreDrawnAndManyAreChosen()
    {
        const auto drawn = [](size_t models, qint64 budget) {
            const SubsetInput input = test::inputOf(test::simulatedScores(models, 400, 2));
            const auto chosen
                = chooseSubset(input, *problemOf(input), request(QStringLiteral("mixed"), budget));
            return std::count(
                chosen->selection.reason.begin(), chosen->selection.reason.end(), ChosenFor::Drawn);
        };
        QCOMPARE(drawn(8, 40), 40);
        // 1 - (8/12)^2 = .5556; (1 - .1)^2 = .81; 40 * .45 = 18 are chosen.
        QCOMPARE(drawn(12, 40), 22);
        // 1 - (8/30)^2 = .9289; .9289 * .81 * 40 = 30.1.
        QCOMPARE(drawn(30, 40), 10);
    }

    /// DatBench (arXiv 2601.02316): 5,000 a capability, up to a fifth verified frontier, speed-up = samples /
    /// 5,000.
    void datBenchsArithmetic()
    {
        SubsetInput input = test::inputOf(test::simulatedScores(27, 12249, 3));
        for (size_t i = 0; i < 2000; ++i) {
            input.frontier[i] = 1;
            for (size_t m = 0; m < 27; ++m) {
                input.table.ofModel(m)[i] = 0;
            }
        }
        const auto chosen = chooseSubset(input, *problemOf(input), request(QStringLiteral("top_r_pb"), 5000));
        QVERIFY_RESULT(chosen);
        const auto frontier = std::count(
            chosen->selection.reason.begin(), chosen->selection.reason.end(), ChosenFor::Frontier);
        QCOMPARE(frontier, 1000);
        QCOMPARE(chosen->selection.items.size(), size_t(5000));
        QVERIFY(std::abs(savingOf(input, chosen->selection).speedUp() - 2.45) < 0.005);
        // All nine, from the samples of Table 4.
        const QVector<QPair<qint64, double>> table{{12249, 2.45}, {39080, 7.82}, {118581, 23.7},
            {246475, 49.3}, {36961, 7.39}, {12368, 2.47}, {38950, 7.79}, {40131, 8.03}, {32753, 6.55}};
        double sum = 0;
        for (const auto& [samples, published] : table) {
            SubsetSaving saving;
            saving.samples = 5000;
            saving.of = samples;
            QVERIFY(std::abs(saving.speedUp() - published) < 0.05);
            sum += saving.speedUp();
        }
        QVERIFY(std::abs(sum / 9 - 12.83) < 0.005);
        // No more is reserved than there is, and none where none is wanted.
        SubsetRequest none = request(QStringLiteral("top_r_pb"), 5000);
        none.frontierShare = 0;
        const auto without = chooseSubset(input, *problemOf(input), none);
        QCOMPARE(std::count(
                     without->selection.reason.begin(), without->selection.reason.end(), ChosenFor::Frontier),
            0);
    }

    void fluidOrderFollowsTheAbility()
    {
        const stats::ItemCurves curves{{1, 1, 1}, {2, 0, -2}}; // easy, middling, hard
        FluidOrder weak(curves), strong(curves);
        QCOMPARE(weak.next(-2), size_t(0));
        QCOMPARE(strong.next(2), size_t(2));
        QCOMPARE(strong.next(2), size_t(1));
        QCOMPARE(strong.next(2), size_t(0));
        QCOMPARE(strong.next(2), strong.items()); // none left
    }

    // ---- floors, limits, musts, vetoes ----

    void floorsAndLimits()
    {
        SubsetInput input = test::inputOf(test::simulatedScores(12, 200, 4));
        SubsetRequest asked = request(QStringLiteral("mixed"), 40);
        asked.shares = {{{}, QStringLiteral("math"), 0, 5}};
        const auto count = [&](const ChosenSubset& chosen, quint16 capability) {
            return std::count_if(chosen.selection.items.begin(), chosen.selection.items.end(),
                [&](std::uint32_t item) { return input.capability[item] == capability; });
        };
        auto chosen = chooseSubset(input, *problemOf(input), asked);
        QVERIFY_RESULT(chosen);
        QCOMPARE(count(*chosen, 0), 5);
        QCOMPARE(count(*chosen, 1), 35);
        asked.shares = {{{}, QStringLiteral("chart"), 38, -1}};
        chosen = chooseSubset(input, *problemOf(input), asked);
        QVERIFY(count(*chosen, 1) >= 38);
        QCOMPARE(chosen->selection.items.size(), size_t(40));
        // More than there are of it: said.
        asked.budget = 150;
        asked.shares = {{{}, QStringLiteral("chart"), 120, -1}};
        chosen = chooseSubset(input, *problemOf(input), asked);
        QCOMPARE(count(*chosen, 1), 100);
        QVERIFY(std::any_of(chosen->notes.begin(), chosen->notes.end(),
            [](const Sentence& note) { return note.contains(QStringLiteral("Only 100 of the 120")); }));
    }

    void mustsAreInWithAnyMethod_data()
    {
        QTest::addColumn<QString>("method");
        for (const QString& id : subsetMethodIds()) {
            QTest::newRow(qPrintable(id)) << id;
        }
    }
    void mustsAreInWithAnyMethod()
    {
        QFETCH(QString, method);
        SubsetInput input = test::inputOf(test::simulatedScores(12, 200, 4));
        input.must[7] = input.must[150] = 1;
        const auto chosen = chooseSubset(input, *problemOf(input), request(method, 10));
        QVERIFY_RESULT(chosen);
        const auto& items = chosen->selection.items;
        QCOMPARE(items.at(0), 7U);
        QCOMPARE(items.at(1), 150U);
        QVERIFY(items.size() <= 10);
        QCOMPARE(chosen->selection.reason[1], ChosenFor::Must);
        QCOMPARE(std::count(items.begin(), items.end(), 7U), 1);
    }

    // ---- bad input ----

    void badInput_data()
    {
        QTest::addColumn<int>("models");
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("budget");
        QTest::addColumn<QString>("says"); // empty = a set comes out
        QTest::newRow("no model, drawn") << 0 << "stratified_random" << 10 << "";
        QTest::newRow("no model, default") << 0 << "mixed" << 10 << "";
        QTest::newRow("one model, default") << 1 << "mixed" << 10 << "";
        QTest::newRow("one model, r_pb") << 1 << "top_r_pb" << 10 << "at least 3 models";
        QTest::newRow("two models, curves") << 2 << "information" << 10 << "there are 2";
        QTest::newRow("ten models, curves") << 10 << "information" << 10 << "";
        QTest::newRow("no budget") << 10 << "mixed" << 0 << "at least one sample";
        QTest::newRow("below none") << 10 << "mixed" << -4 << "at least one sample";
        QTest::newRow("more than there is") << 10 << "mixed" << 1000 << "";
        QTest::newRow("no such method") << 10 << "best" << 10 << "There is no method \"best\"";
    }
    void badInput()
    {
        QFETCH(int, models);
        QFETCH(QString, method);
        QFETCH(int, budget);
        QFETCH(QString, says);
        const SubsetInput input = test::inputOf(test::simulatedScores(size_t(models), 50, 4));
        const auto chosen = chooseSubset(input, *problemOf(input), request(method, budget));
        if (says.isEmpty()) {
            QVERIFY_RESULT(chosen);
            QCOMPARE(chosen->selection.items.size(), size_t(std::min(budget, 50)));
        } else {
            QVERIFY(!chosen.has_value());
            QVERIFY2(chosen.error().message.contains(says), qPrintable(chosen.error().text()));
            QVERIFY(!chosen.error().advice.isEmpty());
        }
    }

    void contradictionsAreRefused()
    {
        SubsetInput input = test::inputOf(test::simulatedScores(10, 50, 4));
        SubsetRequest asked = request(QStringLiteral("mixed"), 10);
        asked.shares = {{{}, QStringLiteral("math"), 8, 5}};
        QVERIFY(chooseSubset(input, *problemOf(input), asked)
                    .error()
                    .message.contains(QStringLiteral("at most 5")));
        asked.shares = {{{}, QStringLiteral("maths"), 8, -1}};
        QVERIFY(
            chooseSubset(input, *problemOf(input), asked).error().advice.contains(QStringLiteral("math")));
        asked.shares = {{{}, QStringLiteral("math"), 6, -1}, {{}, QStringLiteral("chart"), 5, -1}};
        QVERIFY(chooseSubset(input, *problemOf(input), asked)
                    .error()
                    .message.contains(QStringLiteral("At least 11 are wanted")));
        // A dataset's floor and that of its capability are the same samples.
        asked.shares = {{QStringLiteral("set"), {}, 8, -1}, {{}, QStringLiteral("math"), 8, -1}};
        const auto both = chooseSubset(input, *problemOf(input), asked);
        QVERIFY_RESULT(both);
        QVERIFY(std::none_of(both->notes.begin(), both->notes.end(),
            [](const Sentence& note) { return note.contains(QStringLiteral("Only")); }));
        asked.shares = {{{}, QStringLiteral("math"), 2, -1}};
        asked.method = QStringLiteral("anchor_points");
        QVERIFY(chooseSubset(input, *problemOf(input), asked)
                    .error()
                    .message.contains(QStringLiteral("takes no floors and no limits")));
        asked.method = QStringLiteral("mixed");
        asked.shares.clear();
        std::fill(input.must.begin(), input.must.begin() + 12, quint8(1));
        QVERIFY(chooseSubset(input, *problemOf(input), asked)
                    .error()
                    .message.contains(QStringLiteral("12 samples must")));
        const SubsetInput nothing = test::inputOf(ScoreTable::empty(10, 0));
        QVERIFY(chooseSubset(nothing, *problemOf(nothing), request(QStringLiteral("mixed"), 10))
                    .error()
                    .message.contains(QStringLiteral("No sample is left")));
    }

    /// All right, all wrong, half missing, continuous scores: a set, a score and figures come out, or NaN.
    void oddScores_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"right", "wrong", "half missing", "continuous", "one item"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }
    void oddScores()
    {
        QFETCH(QString, kind);
        ScoreTable table = test::simulatedScores(12, kind == u"one item" ? 1 : 80, 4);
        stats::Random random(3);
        for (float& score : table.scores) {
            score = kind == u"right"      ? 1.0F
                : kind == u"wrong"        ? 0.0F
                : kind == u"half missing" ? (random.chance(0.5) ? kNaN : score)
                : kind == u"continuous"   ? float(random.uniform())
                                          : score;
        }
        const SubsetInput input = test::inputOf(table);
        const auto problem = problemOf(input);
        const auto trial = SubsetTrial::make(input, 3);
        SilentProgress progress;
        for (const auto& method : subsetMethods()) {
            const auto chosen = chooseSubset(input, *problem, request(method->info().id, 8));
            QVERIFY_RESULT(chosen);
            const auto report = reportOn(input, *problem, *chosen, *trial, progress, 2);
            QVERIFY_RESULT(report);
            QVERIFY(!report->validFor.isEmpty());
            for (const SubsetModelScore& model : report->models) {
                QVERIFY(std::isnan(model.score) || (model.score >= 0 && model.score <= 1));
                QVERIFY(std::isnan(model.score)
                    || (model.interval.low <= model.score + 1e-9
                        && model.interval.high >= model.score - 1e-9));
            }
            if (kind == u"right" || kind == u"wrong") {
                QVERIFY(report->alike.error.mean < 0.12);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSubsetMethods)
#include "tst_subsetmethods.moc"
