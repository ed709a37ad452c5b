// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/clustered.h"
#include "core/stats/distributions.h"
#include "core/stats/random.h"

#include <QtTest>

#include <cmath>

using namespace winnow::stats;

namespace {

using Values = std::vector<double>;
using Clusters = std::vector<std::uint32_t>;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

bool near(double a, double b, double tolerance = 1e-12)
{
    return std::abs(a - b) <= tolerance;
}

/// `b` and `c` pairs that differ, of n; the rest are right in both.
std::pair<Values, Values> pairs(int n, int b, int c)
{
    Values first(size_t(n), 1), second(size_t(n), 1);
    for (int i = 0; i < b; ++i) {
        second[size_t(i)] = 0;
    }
    for (int i = b; i < b + c; ++i) {
        first[size_t(i)] = 0;
    }
    return {first, second};
}

/// Right and wrong of two models, in clusters that share a draw with probability sqrt(icc).
struct Drawn {
    Values first, second;
    Clusters clusters;

    Drawn(Random& random, int n, int size, double p, double q, double icc)
    {
        double ofCluster[2]{};
        for (int i = 0; i < n; ++i) {
            if (i % size == 0) {
                ofCluster[0] = random.uniform();
                ofCluster[1] = random.uniform();
            }
            const double u = random.chance(std::sqrt(icc)) ? ofCluster[0] : random.uniform();
            // The models agree on half of what is left: pairs are not independent.
            const bool shared = random.chance(0.5);
            const double v = random.chance(std::sqrt(icc)) ? ofCluster[1] : shared ? u : random.uniform();
            first.push_back(u < p);
            second.push_back(v < q);
            clusters.push_back(std::uint32_t(i / size));
        }
    }
};

} // namespace

/// Intervals and tests over samples that share an image.
class TestStatsClustered : public QObject {
    Q_OBJECT
private slots:
    void aMeanByHand()
    {
        // Scores .2 .4 | .6 | .8 1 and a missing one: mean .6, cluster sums of deviations -.6, 0, .6.
        const ClusteredMean mean
            = clusteredMean(Values{0.2, 0.4, 0.6, 0.8, 1.0, kMissing}, Clusters{0, 0, 7, 3, 3, 3});
        QCOMPARE(mean.n, 5);
        QCOMPARE(mean.clusters, 3);
        QVERIFY(near(mean.mean, 0.6));
        QVERIFY(near(mean.standardError, std::sqrt(0.72 / 25 * 3 / 2)));
        const double half = studentQuantile(0.975, 2) * mean.standardError;
        QVERIFY(near(mean.interval.low, std::max(0.0, 0.6 - half)));
        QVERIFY(near(mean.interval.high, std::min(1.0, 0.6 + half)));
    }

    void singleSamplesAreTheOrdinaryInterval()
    {
        const ClusteredMean half = clusteredMean(Values{1, 1, 1, 0, 0, 0, 1, 0, 1, 0});
        const Interval wilson = wilsonInterval(5, 10);
        QVERIFY(near(half.interval.low, wilson.low) && near(half.interval.high, wilson.high));
        const Values scores{0.1, 0.5, 0.6, 0.9};
        const Interval t = meanInterval(scores);
        const ClusteredMean mean = clusteredMean(scores);
        QVERIFY(
            near(mean.interval.low, std::max(0.0, t.low)) && near(mean.interval.high, std::min(1.0, t.high)));
    }

    void clustersThatAgreeWidenTheInterval()
    {
        // Four questions an image, all right or all wrong: worth about one question each.
        Values scores;
        Clusters clusters;
        for (std::uint32_t image = 0; image < 50; ++image) {
            for (int question = 0; question < 4; ++question) {
                scores.push_back(image % 2);
                clusters.push_back(image);
            }
        }
        const ClusteredMean mean = clusteredMean(scores, clusters);
        const Interval fifty = wilsonInterval(25, 50);
        QVERIFY(near(mean.interval.high - mean.interval.low, fifty.high - fifty.low, 0.02));
        const ClusteredMean plain = clusteredMean(scores);
        QVERIFY(mean.interval.high - mean.interval.low > 1.8 * (plain.interval.high - plain.interval.low));
    }

    void noFalsePrecision_data()
    {
        QTest::addColumn<QList<double>>("scores");
        QTest::addColumn<QList<int>>("clusters");
        QTest::addColumn<double>("least"); // width of the interval
        QTest::newRow("all right") << QList<double>(20, 1) << QList<int>() << 0.15;
        QTest::newRow("all wrong, four images") << QList<double>(20, 0) << QList<int>{0, 1, 2, 3} << 0.45;
        QTest::newRow("one sample") << QList<double>{0.5} << QList<int>() << 1.0;
        QTest::newRow("one image") << QList<double>{1, 1, 0, 1} << QList<int>{0} << 1.0;
    }
    void noFalsePrecision()
    {
        QFETCH(QList<double>, scores);
        QFETCH(QList<int>, clusters);
        QFETCH(double, least);
        Clusters of;
        for (qsizetype i = 0; !clusters.isEmpty() && i < scores.size(); ++i) {
            of.push_back(std::uint32_t(clusters.at(i % clusters.size())));
        }
        const ClusteredMean mean = clusteredMean(Values(scores.begin(), scores.end()), of);
        QVERIFY2(mean.interval.high - mean.interval.low >= least,
            qPrintable(QString::number(mean.interval.high - mean.interval.low)));
        QVERIFY(mean.interval.low >= 0 && mean.interval.high <= 1);
    }

    void nothingIsNothing()
    {
        QVERIFY(std::isnan(clusteredMean(Values{}).mean));
        QVERIFY(std::isnan(clusteredMean(Values{kMissing}).interval.low));
        const PairedMeans none = pairedMeans(Values{1, kMissing}, Values{kMissing, 0});
        QCOMPARE(none.pairs, 0);
        QVERIFY(std::isnan(none.difference) && std::isnan(none.interval.low));
        QCOMPARE(none.mcNemar, 1.0);
        QCOMPARE(none.pValue, 1.0);
    }

    void pairsByHand()
    {
        const auto [first, second] = pairs(100, 9, 1);
        const PairedMeans pair = pairedMeans(first, second);
        QCOMPARE(pair.pairs, 100);
        QCOMPARE(pair.onlyFirst, 9);
        QCOMPARE(pair.onlySecond, 1);
        QCOMPARE(pair.bothRight, 90);
        QCOMPARE(pair.bothWrong, 0);
        QVERIFY(near(pair.difference, 0.08));
        QVERIFY(near(pair.mcNemar, 2 * 11.0 / 1024));
        // Bonett and Price: (b + 1) / (n + 2) and (c + 1) / (n + 2).
        const double error = std::sqrt((10.0 / 102 + 2.0 / 102 - std::pow(8.0 / 102, 2)) / 102);
        QVERIFY(near(pair.standardError, error));
        QVERIFY(near(pair.interval.low, 8.0 / 102 - 1.959963984540054 * error, 1e-9));
        QVERIFY(near(pair.interval.high, 8.0 / 102 + 1.959963984540054 * error, 1e-9));
    }

    void noDifferenceSeenIsNotNoDifference()
    {
        const auto [first, second] = pairs(100, 0, 0);
        const PairedMeans pair = pairedMeans(first, second);
        QCOMPARE(pair.mcNemar, 1.0);
        QCOMPARE(pair.pValue, 1.0);
        QCOMPARE(pair.difference, 0.0);
        QVERIFY(pair.interval.low < -0.02 && pair.interval.high > 0.02);
        QVERIFY(near(pair.interval.low, -pair.interval.high));
    }

    void pairsInClusters()
    {
        // Each image has four pairs that differ alike: the interval is that of the images.
        Values first, second;
        Clusters clusters;
        for (std::uint32_t image = 0; image < 60; ++image) {
            for (int question = 0; question < 4; ++question) {
                first.push_back(image % 3 != 0);
                second.push_back(image % 3 == 0 || image % 3 == 1);
                clusters.push_back(image);
            }
        }
        const PairedMeans clustered = pairedMeans(first, second, clusters);
        const PairedMeans plain = pairedMeans(first, second);
        QCOMPARE(clustered.clusters, 60);
        QCOMPARE(clustered.mcNemar, plain.mcNemar);
        const double ratio = clustered.standardError / plain.standardError;
        QVERIFY2(ratio > 1.9 && ratio < 2.1, qPrintable(QString::number(ratio)));
    }

    void intervalsCoverTheTruth_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("size");
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("q");
        QTest::addColumn<double>("icc");
        QTest::newRow("small, alike") << 50 << 1 << 0.5 << 0.5 << 0.0;
        QTest::newRow("100, near the top") << 100 << 1 << 0.9 << 0.85 << 0.0;
        QTest::newRow("1000") << 1000 << 1 << 0.72 << 0.69 << 0.0;
        QTest::newRow("two an image") << 200 << 2 << 0.6 << 0.5 << 0.3;
        QTest::newRow("four an image, near the top") << 400 << 4 << 0.9 << 0.88 << 0.5;
        QTest::newRow("ten an image") << 1000 << 10 << 0.5 << 0.5 << 0.2;
        QTest::newRow("few images") << 120 << 4 << 0.6 << 0.5 << 0.5;
    }
    void intervalsCoverTheTruth()
    {
        QFETCH(int, n);
        QFETCH(int, size);
        QFETCH(double, p);
        QFETCH(double, q);
        QFETCH(double, icc);
        constexpr int kDraws = 2000;
        Random random(20261130);
        int means = 0;
        int differences = 0;
        for (int draw = 0; draw < kDraws; ++draw) {
            const Drawn drawn(random, n, size, p, q, icc);
            const Interval mean = clusteredMean(drawn.first, drawn.clusters).interval;
            means += mean.low <= p && p <= mean.high;
            const Interval paired = pairedMeans(drawn.first, drawn.second, drawn.clusters).interval;
            differences += paired.low <= p - q && p - q <= paired.high;
        }
        for (const double covered : {double(means) / kDraws, double(differences) / kDraws}) {
            QVERIFY2(covered >= 0.93 && covered <= 0.97, qPrintable(QString::number(covered)));
        }
    }

    void leastDifferenceHasTheRightSignFourTimesInFive()
    {
        Random random(7);
        constexpr int kDraws = 3000;
        // What a set of 400 samples says of two models whose true difference is its least one.
        double error = 0;
        for (int draw = 0; draw < 200; ++draw) {
            const Drawn drawn(random, 400, 1, 0.6, 0.58, 0);
            error += pairedMeans(drawn.first, drawn.second).standardError / 200;
        }
        const double least = leastDifference(error);
        int right = 0;
        for (int draw = 0; draw < kDraws; ++draw) {
            const Drawn drawn(random, 400, 1, 0.58 + least, 0.58, 0);
            const double difference = pairedMeans(drawn.first, drawn.second).difference;
            right += difference > 0 ? 2 : difference == 0 ? 1 : 0;
        }
        const double share = right / (2.0 * kDraws);
        QVERIFY2(share > 0.77 && share < 0.83, qPrintable(QString::number(share)));
    }

    void howManyTimesAsOften()
    {
        // 62 of 200 against 90 of 200, 50 of them the same samples.
        Values first(200, 0), second(200, 0);
        std::fill(first.begin(), first.begin() + 62, 1);
        std::fill(second.begin() + 12, second.begin() + 102, 1);
        const RateRatio ratio = rateRatio(first, second);
        QCOMPARE(ratio.pairs, 200);
        QVERIFY(near(ratio.ratio, 62.0 / 90));
        // Var log ratio of paired proportions: (b + c) / (n11 + b)(n11 + c), times n / (n - 1) here.
        const double error = std::sqrt((12.0 + 40) / (62.0 * 90) * 200 / 199);
        QVERIFY2(near(std::log(ratio.interval.high / ratio.ratio), 1.959963984540054 * error, 1e-9),
            qPrintable(QString::number(std::log(ratio.interval.high / ratio.ratio) / error)));
        QVERIFY(std::isnan(rateRatio(Values{1, 1}, Values{0, 0}).ratio));
        QVERIFY(std::isnan(rateRatio(Values{0, 0}, Values{1, 0}).interval.low));
        QCOMPARE(rateRatio(Values{0, 0}, Values{1, 0}).ratio, 0.0);
    }

    void holmByHand()
    {
        const std::vector<double> adjusted = holm(Values{0.01, 0.04, kMissing, 0.03, 0.005});
        QVERIFY(near(adjusted[4], 0.02));
        QVERIFY(near(adjusted[0], 0.03));
        QVERIFY(near(adjusted[3], 0.06));
        QVERIFY(near(adjusted[1], 0.06));
        QVERIFY(std::isnan(adjusted[2]));
        QCOMPARE(holm(Values{0.9, 0.8})[0], 1.0);
    }
};

QTEST_APPLESS_MAIN(TestStatsClustered)
#include "tst_stats_clustered.moc"
