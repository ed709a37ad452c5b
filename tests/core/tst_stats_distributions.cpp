// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/contingency.h"
#include "core/stats/distributions.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace winnow::stats;

class TestStatsDistributions : public QObject {
    Q_OBJECT
private slots:
    // Shares of good items that published cut-offs discard under pure guessing, in percent.
    void publishedCutOffs_data()
    {
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("hits");
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("percent");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("27 models, more than 6, k=4") << 27 << 7 << 0.25 << 52.9 << 0.05;
        QTest::newRow("27 models, more than 6, k=5") << 27 << 7 << 0.2 << 28.7 << 0.05;
        QTest::newRow("27 models, more than 6, k=10") << 27 << 7 << 0.1 << 1.5 << 0.05;
        QTest::newRow("27 models, 6 or more, k=4") << 27 << 6 << 0.25 << 70.1 << 0.05;
        QTest::newRow("27 models, 6 or more, k=5") << 27 << 6 << 0.2 << 46.1 << 0.05;
        QTest::newRow("27 models, 6 or more, k=10") << 27 << 6 << 0.1 << 4.7 << 0.05;
        QTest::newRow("more than 8, k=4") << 27 << 9 << 0.25 << 21.4 << 0.05;
        QTest::newRow("more than 8, k=3") << 27 << 9 << 1.0 / 3 << 57.2 << 0.05;
        QTest::newRow("more than 8, k=2") << 27 << 9 << 0.5 << 97.4 << 0.05;
        QTest::newRow("more than 8, k=10") << 27 << 9 << 0.1 << 0.1 << 0.05;
        QTest::newRow("more than 8, k=5") << 27 << 9 << 0.2 << 7.4 << 0.05;
        QTest::newRow("any, k=5") << 27 << 1 << 0.2 << 99.8 << 0.05;
        QTest::newRow("any, k=10") << 27 << 1 << 0.1 << 94.2 << 0.05;
        QTest::newRow("any, circular k=10") << 27 << 1 << std::pow(0.1, 10) << 0.0 << 0.001;
        // The exact rule at 5%: at most that much, and one hit fewer would be more.
        QTest::newRow("12 or more, k=4") << 27 << 12 << 0.25 << 2.5 << 2.5;
        QTest::newRow("10 or more, k=5") << 27 << 10 << 0.2 << 2.5 << 2.5;
        QTest::newRow("6 or more, k=10 (exact)") << 27 << 6 << 0.1 << 2.5 << 2.5;
        QTest::newRow("any, k=4") << 27 << 1 << 0.25 << 99.96 << 0.005;
        QTest::newRow("any, circular k=4") << 27 << 1 << std::pow(0.25, 4) << 10.0 << 0.05;
        QTest::newRow("any, circular k=5") << 27 << 1 << std::pow(0.2, 5) << 0.9 << 0.05;
        QTest::newRow("3 of 8, k=4") << 8 << 3 << 0.25 << 32.1 << 0.05;
        QTest::newRow("open-ended, lucky guess 1%") << 27 << 1 << 0.01 << 23.8 << 0.05;
        QTest::newRow("open-ended, two lucky guesses") << 27 << 2 << 0.01 << 3.0 << 0.05;
    }
    void publishedCutOffs()
    {
        QFETCH(int, models);
        QFETCH(int, hits);
        QFETCH(double, p);
        QFETCH(double, percent);
        QFETCH(double, tolerance);
        const double got = 100 * binomialUpperTail(models, hits, p);
        QVERIFY2(std::abs(got - percent) <= tolerance, qPrintable(QString::number(got)));
    }

    void threeOfFourModelsAboveHalfOfTenAttempts()
    {
        const double model = binomialUpperTail(10, 6, 0.25);
        QVERIFY(std::abs(100 * binomialUpperTail(4, 3, model) - 0.003) < 0.0005);
    }

    void smallestCounts_data()
    {
        QTest::addColumn<int>("options");
        QTest::addColumn<QList<int>>("expected"); // n = 3, 5, 8, 10, 15, 20, 27, 30, each at .05, .01, .001
        QTest::newRow("2") << 2
                           << QList<int>{-1, -1, -1, 5, -1, -1, 7, 8, -1, 9, 10, 10, 12, 13, 14, 15, 16, 18,
                                  19, 20, 22, 20, 22, 24};
        QTest::newRow("3") << 3
                           << QList<int>{3, -1, -1, 4, 5, -1, 6, 7, 8, 7, 8, 9, 9, 10, 12, 11, 13, 14, 14, 16,
                                  18, 15, 17, 19};
        QTest::newRow("4") << 4
                           << QList<int>{3, -1, -1, 4, 5, 5, 5, 6, 7, 6, 7, 8, 8, 9, 10, 9, 11, 12, 12, 13,
                                  15, 13, 14, 16};
        QTest::newRow("5") << 5
                           << QList<int>{3, 3, -1, 4, 4, 5, 5, 6, 7, 5, 6, 7, 7, 8, 9, 8, 9, 11, 10, 12, 13,
                                  11, 12, 14};
        QTest::newRow("10") << 10
                            << QList<int>{
                                   2, 3, -1, 3, 3, 4, 3, 4, 5, 4, 5, 6, 5, 6, 7, 5, 7, 8, 6, 8, 9, 7, 8, 10};
    }
    void smallestCounts()
    {
        QFETCH(int, options);
        QFETCH(QList<int>, expected);
        QList<int> got;
        for (const int models : {3, 5, 8, 10, 15, 20, 27, 30}) {
            for (const double alpha : {0.05, 0.01, 0.001}) {
                got.append(smallestSignificantCount(models, 1.0 / options, alpha));
            }
        }
        QCOMPARE(got, expected);
    }

    void binomialEdges()
    {
        QCOMPARE(binomialUpperTail(0, 0, 0.3), 1.0);
        QCOMPARE(binomialUpperTail(0, 1, 0.3), 0.0);
        QCOMPARE(binomialUpperTail(5, 6, 0.3), 0.0);
        QCOMPARE(binomialUpperTail(5, 5, 1.0), 1.0);
        QCOMPARE(binomialUpperTail(5, 1, 0.0), 0.0);
        QCOMPARE(smallestSignificantCount(0, 0.5, 0.05), -1);
    }

    void poissonBinomial()
    {
        // By hand: coins .1, .2, .3: P(0)=.504, P(1)=.398, P(2)=.092, P(3)=.006.
        const std::vector<double> coins{0.1, 0.2, 0.3};
        const std::vector<double> masses = poissonBinomialMasses(coins);
        QCOMPARE(masses.size(), std::size_t(4));
        QVERIFY(std::abs(masses[0] - 0.504) < 1e-12);
        QVERIFY(std::abs(masses[1] - 0.398) < 1e-12);
        QVERIFY(std::abs(masses[2] - 0.092) < 1e-12);
        QVERIFY(std::abs(poissonBinomialUpperTail(coins, 2) - 0.098) < 1e-12);
        QCOMPARE(poissonBinomialUpperTail(coins, 0), 1.0);
        QCOMPARE(poissonBinomialUpperTail(coins, 4), 0.0);
        // Equal coins are a binomial.
        const std::vector<double> equal(27, 0.25);
        QVERIFY(std::abs(poissonBinomialUpperTail(equal, 7) - binomialUpperTail(27, 7, 0.25)) < 1e-12);
        // The approximation beyond 2,000 coins meets the exact binomial.
        const std::vector<double> many(4000, 0.25);
        QVERIFY(std::abs(poissonBinomialUpperTail(many, 1040) - binomialUpperTail(4000, 1040, 0.25)) < 2e-5);
    }

    void chiSquare()
    {
        // 3.841 is the 5% point for one degree, 9.210 the 1% point for two.
        QVERIFY(std::abs(chiSquareUpperTail(3.841, 1) - 0.05) < 1e-4);
        QVERIFY(std::abs(chiSquareUpperTail(9.210, 2) - 0.01) < 1e-4);
        // Mendel's peas: 315, 108, 101, 32 against 9:3:3:1 gives chi2 = 0.470, p = 0.925.
        const std::vector<double> observed{315, 108, 101, 32};
        const std::vector<double> expected{556 * 9 / 16.0, 556 * 3 / 16.0, 556 * 3 / 16.0, 556 / 16.0};
        const ChiSquare mendel = chiSquareFit(observed, expected);
        QVERIFY(std::abs(mendel.statistic - 0.470) < 1e-3);
        QVERIFY(std::abs(mendel.pValue - 0.925) < 1e-3);
        QCOMPARE(mendel.degrees, 3);
        // A 2x2 table by hand: 10 20 / 30 40 -> chi2 = 0.7937, V = 0.0891.
        const std::vector<double> table{10, 20, 30, 40};
        const ChiSquare square = chiSquareTable(table, 2, 2);
        QVERIFY(std::abs(square.statistic - 0.79365) < 1e-4);
        QVERIFY(std::abs(square.cramersV - 0.08909) < 1e-4);
        // Constant columns say nothing.
        const std::vector<double> constant{5, 0, 7, 0};
        QCOMPARE(chiSquareTable(constant, 2, 2).pValue, 1.0);
        QCOMPARE(chiSquareFit(std::vector<double>{4}, std::vector<double>{4}).pValue, 1.0);
    }

    void entropyOfCounts()
    {
        QVERIFY(std::abs(entropy(std::vector<double>{1, 1, 1, 1}) - std::log(4.0)) < 1e-12);
        QVERIFY(std::abs(normalisedEntropy(std::vector<double>{1, 1, 1, 1}, 4) - 1) < 1e-12);
        QCOMPARE(entropy(std::vector<double>{7, 0, 0}), 0.0);
        QCOMPARE(entropy(std::vector<double>{}), 0.0);
        QCOMPARE(normalisedEntropy(std::vector<double>{7}, 1), 0.0);
    }

    void benjaminiHochbergTable()
    {
        // Benjamini and Hochberg 1995, section 3.1: 15 p-values, four rejected at q = .05.
        const std::vector<double> p{.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240,
            .4262, .5719, .6528, .7590, 1.0};
        const std::vector<double> q = benjaminiHochberg(p);
        QCOMPARE(int(std::count_if(q.begin(), q.end(), [](double value) { return value <= 0.05; })), 4);
        QVERIFY(std::abs(q[3] - .0095 * 15 / 4) < 1e-12);
        // A missing p-value is no test.
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<double> with = benjaminiHochberg(std::vector<double>{0.01, nan, 0.02});
        QVERIFY(std::isnan(with[1]));
        QVERIFY(std::abs(with[0] - 0.02) < 1e-12);
        QVERIFY(benjaminiHochberg(std::vector<double>{}).empty());
    }

    void wilson()
    {
        // Newcombe 1998, table I, method 3 (score without correction).
        const Interval a = wilsonInterval(81, 263);
        QVERIFY(std::abs(a.low - 0.2553) < 5e-5 && std::abs(a.high - 0.3662) < 5e-5);
        const Interval b = wilsonInterval(15, 148);
        QVERIFY(std::abs(b.low - 0.0624) < 5e-5 && std::abs(b.high - 0.1605) < 5e-5);
        const Interval c = wilsonInterval(0, 20);
        QVERIFY(c.low == 0 && std::abs(c.high - 0.1611) < 5e-5);
        const Interval d = wilsonInterval(1, 29);
        QVERIFY(std::abs(d.low - 0.0061) < 5e-5 && std::abs(d.high - 0.1718) < 5e-5);
        QCOMPARE(wilsonInterval(0, 0).high, 1.0);
    }

    void wilsonOfAFinitePopulation_data()
    {
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("trials");
        QTest::addColumn<int>("population");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // By hand: 20 of 100 are worth 20 * 99 / 80 = 24.75 trials; z/2 / sqrt(24.75 + z^2) = 0.18327.
        QTest::newRow("half of a fifth") << 10 << 20 << 100 << 0.31673 << 0.68327;
        // 5 of 10 are worth 9: score 0.47379 to 0.94673; one is known to be wrong, so at most 9 of 10.
        QTest::newRow("the known ones bound it") << 4 << 5 << 10 << 0.47379 << 0.9;
        // 5 of 12 are worth 5 * 11 / 7 = 7.857; low = 7.857 / (7.857 + z^2).
        QTest::newRow("all right so far") << 5 << 5 << 12 << 0.67163 << 1.0;
        QTest::newRow("none right so far") << 0 << 5 << 12 << 0.0 << 0.32837;
        QTest::newRow("all drawn") << 9 << 12 << 12 << 0.75 << 0.75;
        QTest::newRow("one of one") << 1 << 1 << 1 << 1.0 << 1.0;
        QTest::newRow("none drawn") << 0 << 0 << 12 << 0.0 << 1.0;
        QTest::newRow("nothing there") << 0 << 0 << 0 << 0.0 << 1.0;
        // Newcombe's 81 of 263 again: so many that nothing is left of the correction.
        QTest::newRow("endless") << 81 << 263 << 1'000'000'000 << 0.2553 << 0.3662;
    }

    void wilsonOfAFinitePopulation()
    {
        QFETCH(int, hits);
        QFETCH(int, trials);
        QFETCH(int, population);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = finiteWilsonInterval(hits, trials, population);
        QVERIFY2(std::abs(interval.low - low) < 5e-5, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - high) < 5e-5, qPrintable(QString::number(interval.high)));
    }

    void aFiniteIntervalOnlyNarrows()
    {
        // Twelve flags, three of four right: each further review brings the interval nearer to the exact
        // share.
        double width = 2;
        for (int n = 4; n <= 12; n += 4) {
            const Interval interval = finiteWilsonInterval(0.75 * n, n, 12);
            const Interval endless = wilsonInterval(0.75 * n, n);
            QVERIFY(interval.high - interval.low < width);
            QVERIFY(interval.low >= endless.low && interval.high <= endless.high);
            width = interval.high - interval.low;
        }
        QCOMPARE(width, 0.0);
    }

    void reviewsUntilPrecise_data()
    {
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("trials");
        QTest::addColumn<int>("population");
        QTest::addColumn<int>("more");
        // By hand, share 0.5: z / (2 sqrt(n0 + z^2)) = 0.05 at n0 = 99 z^2 = 380.30; n = n0 / (1 + (n0 - 1) /
        // N).
        QTest::newRow("endless") << 0 << 0 << 1'000'000'000 << 381;
        QTest::newRow("1000 flags: 275.7") << 0 << 0 << 1000 << 276;
        QTest::newRow("100 flags: 79.3") << 0 << 0 << 100 << 80;
        // With one of twelve unknown the share is known to 1/12.
        QTest::newRow("12 flags") << 0 << 0 << 12 << 11;
        QTest::newRow("1 flag") << 0 << 0 << 1 << 1;
        QTest::newRow("no flags") << 0 << 0 << 0 << 0;
        QTest::newRow("all reviewed") << 7 << 12 << 12 << 0;
        QTest::newRow("half of 100 reviewed") << 25 << 50 << 100 << 30;
        QTest::newRow("precise already") << 900 << 1000 << 1200 << 0;
    }

    void reviewsUntilPrecise()
    {
        QFETCH(int, hits);
        QFETCH(int, trials);
        QFETCH(int, population);
        QFETCH(int, more);
        QCOMPARE(trialsUntilPrecise(hits, trials, population, 0.05), more);
    }

    void mcNemar()
    {
        QVERIFY(std::abs(mcNemarExact(1, 9) - 2 * 11.0 / 1024) < 1e-12);
        QCOMPARE(mcNemarExact(0, 0), 1.0);
        QCOMPARE(mcNemarExact(5, 5), 1.0);
    }

    void largestCountOfGuessing()
    {
        // By hand: one trial lands in one of three of four cells; two trials: (1 - 1/16) + 3/16.
        QVERIFY(std::abs(expectedLargestCount(1, 3, 0.25) - 0.75) < 1e-12);
        QVERIFY(std::abs(expectedLargestCount(2, 3, 0.25) - 1.125) < 1e-12);
        // One cell is a binomial; all cells together hold everything: two fair cells of 3 trials, 9/4.
        QVERIFY(std::abs(expectedLargestCount(20, 1, 0.3) - 6) < 1e-9);
        QVERIFY(std::abs(expectedLargestCount(3, 2, 0.5) - 2.25) < 1e-12);
        QCOMPARE(expectedLargestCount(0, 3, 0.25), 0.0);
        // Beyond what is counted exactly the share goes on falling towards p.
        const double exact = expectedLargestCount(200, 3, 0.25) / 200;
        const double beyond = expectedLargestCount(201, 3, 0.25) / 201;
        QVERIFY(beyond < exact && exact - beyond < 1e-3);
        QVERIFY(std::abs(expectedLargestCount(100000, 3, 0.25) / 100000 - 0.25) < 0.005);
    }

    void randomNumbersAreTheSameEverywhere()
    {
        std::uint64_t state = 1234567;
        QCOMPARE(splitMix64(state), 6457827717110365317ULL);
        QCOMPARE(splitMix64(state), 3203168211198807973ULL);
        QCOMPARE(splitMix64(state), 9817491932198370423ULL);
        Random random(42);
        std::vector<int> histogram(5, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 20000; ++i) {
            ++histogram[random.below(5)];
            const double z = random.normal();
            sum += z;
            squares += z * z;
        }
        for (const int count : histogram) {
            QVERIFY(std::abs(count - 4000) < 300);
        }
        QVERIFY(std::abs(sum / 20000) < 0.03);
        QVERIFY(std::abs(squares / 20000 - 1) < 0.05);
    }
};

QTEST_APPLESS_MAIN(TestStatsDistributions)
#include "tst_stats_distributions.moc"
