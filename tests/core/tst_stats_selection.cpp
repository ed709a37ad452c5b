// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gaps/costquality.h"
#include "core/stats/clustered.h"
#include "core/stats/nearestrank.h"
#include "core/stats/random.h"
#include "core/stats/ranking.h"
#include "core/stats/ridge.h"
#include "core/stats/selection.h"

#include <QtTest>

#include <cmath>

using namespace winnow;
using namespace winnow::stats;

Q_DECLARE_METATYPE(std::vector<double>)
Q_DECLARE_METATYPE(std::vector<std::uint8_t>)
Q_DECLARE_METATYPE(std::vector<std::uint32_t>)

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool near(double a, double b, double within = 1e-12)
{
    return std::abs(a - b) <= within;
}

} // namespace

/// Choosing among tries, means of counted values, least squares, and hulls of cost and quality: numbers that
/// were worked out by hand.
class TestStatsSelection : public QObject {
    Q_OBJECT

private slots:
    void bestRated_data()
    {
        QTest::addColumn<std::vector<double>>("ratings");
        QTest::addColumn<std::vector<std::uint8_t>>("right");
        QTest::addColumn<int>("k");
        QTest::addColumn<double>("expected");
        using Ratings = std::vector<double>;
        using Right = std::vector<std::uint8_t>;
        QTest::newRow("one try") << Ratings{5} << Right{1} << 1 << 1.0;
        QTest::newRow("the best is wrong") << Ratings{3, 2, 1} << Right{0, 1, 1} << 3 << 0.0;
        QTest::newRow("of two drawn: ab, ac wrong, bc right")
            << Ratings{3, 2, 1} << Right{0, 1, 1} << 2 << 1.0 / 3;
        QTest::newRow("of one drawn: the share") << Ratings{3, 2, 1} << Right{0, 1, 1} << 1 << 2.0 / 3;
        QTest::newRow("ties share") << Ratings{2, 2, 1} << Right{1, 0, 1} << 3 << 0.5;
        // ab tie .5, ac right, bc wrong.
        QTest::newRow("ties share in draws") << Ratings{2, 2, 1} << Right{1, 0, 1} << 2 << 0.5;
        QTest::newRow("not rated comes last") << Ratings{kNaN, 0.1} << Right{1, 0} << 2 << 0.0;
        QTest::newRow("nothing rated shares") << Ratings{kNaN, kNaN} << Right{1, 0} << 2 << 0.5;
        QTest::newRow("more than there are") << Ratings{1} << Right{1} << 2 << kNaN;
        QTest::newRow("none drawn") << Ratings{1} << Right{1} << 0 << kNaN;
    }
    void bestRated()
    {
        QFETCH(std::vector<double>, ratings);
        QFETCH(std::vector<std::uint8_t>, right);
        QFETCH(int, k);
        QFETCH(double, expected);
        const double got = bestOfK(ratings, right, k);
        QVERIFY2(
            std::isnan(expected) ? std::isnan(got) : near(got, expected), qPrintable(QString::number(got)));
        if (k == int(ratings.size())) {
            QVERIFY(near(bestOfAll(ratings, right), expected));
        }
    }

    void majority_data()
    {
        QTest::addColumn<std::vector<std::uint32_t>>("answers");
        QTest::addColumn<std::vector<std::uint8_t>>("right");
        QTest::addColumn<int>("k");
        QTest::addColumn<double>("expected");
        using Answers = std::vector<std::uint32_t>;
        using Right = std::vector<std::uint8_t>;
        QTest::newRow("two of three") << Answers{5, 5, 7} << Right{1, 1, 0} << 3 << 1.0;
        QTest::newRow("two of three are wrong") << Answers{5, 7, 7} << Right{1, 0, 0} << 3 << 0.0;
        QTest::newRow("a tie of two") << Answers{5, 7} << Right{1, 0} << 2 << 0.5;
        QTest::newRow("what cannot be read has no vote") << Answers{0, 0, 5} << Right{0, 0, 1} << 3 << 1.0;
        QTest::newRow("nothing can be read") << Answers{0, 0} << Right{0, 0} << 2 << 0.0;
        // 55 right, 57 and 57 half.
        QTest::newRow("of two drawn") << Answers{5, 5, 7} << Right{1, 1, 0} << 2 << 2.0 / 3;
        // Of 0 and 5 the one that can be read: 05, 07, 57 -> 1, 0, .5.
        QTest::newRow("of two drawn, one unread") << Answers{0, 5, 7} << Right{0, 1, 0} << 2 << 0.5;
        QTest::newRow("more than there are") << Answers{5} << Right{1} << 2 << kNaN;
    }
    void majority()
    {
        QFETCH(std::vector<std::uint32_t>, answers);
        QFETCH(std::vector<std::uint8_t>, right);
        QFETCH(int, k);
        QFETCH(double, expected);
        MajorityOfK of(k);
        for (int time = 0; time < 2; ++time) {
            const double got = of(answers, right);
            QVERIFY2(std::isnan(expected) ? std::isnan(got) : near(got, expected),
                qPrintable(QString::number(got)));
        }
        if (k == int(answers.size())) {
            QVERIFY(near(majorityOf(answers, right), expected));
        }
    }

    void aVerifierOfTwoTries()
    {
        // One of two right, right ones accepted at .8, wrong ones at .2: .64 + .08 + .08.
        QVERIFY(near(selectedBy(2, 1, 0.8, 0.2), 0.8));
        // One that accepts all or none chooses at random.
        QVERIFY(near(selectedBy(3, 1, 1, 1), 1.0 / 3));
        QVERIFY(near(selectedBy(3, 1, 0, 0), 1.0 / 3));
        QVERIFY(near(selectedBy(3, 2, 1, 0), 1));
    }

    void theQualityThatIsNeeded()
    {
        // One of two right everywhere: with q for both, q is selected, and one try has .5.
        const std::vector<double> counts{0, 10, 0};
        QVERIFY(near(neededQuality(counts, 0.5), 0.75, 1e-9));
        QVERIFY(near(neededQuality(counts, 0.8), 0.9, 1e-9));
        QVERIFY(near(neededQuality(counts, 0.95), 0.975, 1e-9));
        // All or none right: there is nothing to recover.
        QVERIFY(std::isnan(neededQuality(std::vector<double>{4, 0, 6}, 0.5)));
    }

    void countedIsWhatClusteredSays()
    {
        Random random(3);
        for (const bool binary : {true, false}) {
            std::vector<double> values = binary ? std::vector<double>{0, 1} : std::vector<double>{0, 0.5, 1};
            std::vector<double> counts(values.size(), 0), all;
            for (int i = 0; i < 500; ++i) {
                const auto at = std::size_t(random.below(values.size()));
                ++counts[at];
                all.push_back(values[at]);
            }
            const ClusteredMean counted = countedMean(values, counts);
            const ClusteredMean clustered = clusteredMean(all);
            QVERIFY(near(counted.mean, clustered.mean));
            QVERIFY(near(counted.interval.low, clustered.interval.low, 1e-9));
            QVERIFY(near(counted.interval.high, clustered.interval.high, 1e-9));
            QCOMPARE(counted.n, clustered.n);
        }
        QVERIFY(std::isnan(countedMean(std::vector<double>{1}, std::vector<double>{0}).mean));
    }

    void missingValuesDoNotCount()
    {
        const std::vector<double> values{1, kNaN, 0, 1};
        const ClusteredMean mean = clusteredMean(values, std::vector<std::uint32_t>{0, 1, 2, 3});
        QCOMPARE(mean.n, 3);
        QVERIFY(near(mean.mean, 2.0 / 3));
        QVERIFY(near(clusteredMean(values).mean, 2.0 / 3));
    }

    void leastSquares()
    {
        // y = 3 x + 2 exactly, and 0: without a ridge both come back.
        RidgeSums sums(2, 2);
        RidgeSums part(2, 2);
        for (int i = -5; i <= 5; ++i) {
            const float row[] = {float(i), 1};
            const auto outcome = [&](std::size_t k) { return k == 0 ? 3 * i + 2 : 0; };
            sums.add(row, outcome);
            if (i > 2) {
                part.add(row, outcome);
            }
        }
        for (int time = 0; time < 2; ++time) {
            const std::vector<double> solved = sums.solve(0);
            QVERIFY(near(solved[0], 3, 1e-6) && near(solved[2], 2, 1e-6));
            QVERIFY(near(solved[1], 0, 1e-6) && near(solved[3], 0, 1e-6));
            sums -= part; // a part taken away changes nothing of an exact line
        }
        sums += part;
        sums += part;
        // sum x^2 = 110: the slope shrinks by 110 / (110 + 110).
        QVERIFY(near(sums.solve(110)[0], 1.5, 1e-6));
    }

    void nearestRanksAreOfTheSortedValues()
    {
        Random random(5);
        for (const std::size_t n : {1U, 2U, 7U, 1000U}) {
            std::vector<float> values;
            for (std::size_t i = 0; i < n; ++i) {
                values.push_back(float(std::exp(3 * random.normal())));
            }
            values.back() = 0;
            const std::vector<double> shares{0.5, 0.95, 0.99, 1};
            const std::vector<double> found = nearestRanks(values, shares);
            std::sort(values.begin(), values.end());
            for (std::size_t s = 0; s < shares.size(); ++s) {
                const auto rank = std::size_t(std::ceil(shares[s] * double(n)));
                QCOMPARE(found[s], double(values[rank - 1]));
            }
        }
        QVERIFY(std::isnan(nearestRanks({}, std::vector<double>{0.5}).front()));
    }

    void theAreaAloneIsTheArea()
    {
        Random random(6);
        for (const bool rounded : {false, true}) {
            std::vector<double> ratings;
            std::vector<int> labels;
            std::vector<std::uint8_t> positive;
            for (int i = 0; i < 700; ++i) {
                const bool is = random.chance(0.4);
                // Of both signs, some equal, some missing.
                const double rating = random.normal() + (is ? 0.7 : 0);
                ratings.push_back(i % 50 == 0 ? kNaN : rounded ? std::round(rating) : double(float(rating)));
                labels.push_back(is ? 1 : 0);
                positive.push_back(is ? 1 : 0);
            }
            QVERIFY(
                near(plainAreaUnderCurve(ratings, positive), areaUnderCurve(ratings, labels).value, 1e-9));
        }
        QVERIFY(std::isnan(plainAreaUnderCurve(std::vector<double>{1}, std::vector<std::uint8_t>{1})));
    }

    void hullOfCostAndQuality()
    {
        const auto hull = costQualityHull({{4, 1}, {1, 0.5}, {3, 0.6}, {2, 0.9}, {2, 0.4}, {kNaN, 2}});
        QCOMPARE(hull.size(), std::size_t{3});
        QVERIFY(near(hull[1].cost, 2) && near(hull[1].quality, 0.9));
        QVERIFY(near(qualityAt(hull, 3), 0.95));
        QVERIFY(near(qualityAt(hull, 9), 1));
        QVERIFY(std::isnan(qualityAt(hull, 0.5)));
        // .7 over [1, 2], .95 over [2, 4].
        QVERIFY(near(averageQuality(hull, 1, 4), 2.6 / 3));
        QVERIFY(near(averageQuality(hull, 0, 4), 2.6 / 4));
        QVERIFY(near(averageQuality(hull, 4, 5), 1));
        QVERIFY(std::isnan(averageQuality({}, 0, 1)));
        // What lies below the line between its neighbours is no corner.
        QCOMPARE(costQualityHull({{1, 0.5}, {2, 0.55}, {3, 1}}).size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(TestStatsSelection)
#include "tst_stats_selection.moc"
