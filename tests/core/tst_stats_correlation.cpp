// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/correlation.h"
#include "core/stats/ranking.h"

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace winnow::stats;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString sharedPath(const QString& name)
{
    const QString folder
        = qEnvironmentVariable("WINNOW_SHARED_DATA", QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"));
    return folder + QStringLiteral("/../") + name;
}

// columns[capability * 3 + {0 DB, 1 Full, 2 Orig}][model]
std::vector<std::vector<double>> table3()
{
    QFile file(sharedPath(QStringLiteral("paper/table3.psv")));
    std::vector<std::vector<double>> columns;
    if (!file.open(QIODevice::ReadOnly)) {
        return columns;
    }
    columns.resize(27);
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().split('|');
        if (cells.size() != 28) {
            continue;
        }
        for (int i = 0; i < 27; ++i) {
            bool ok = false;
            const double value = cells[i + 1].trimmed().toDouble(&ok);
            columns[std::size_t(i)].push_back(ok ? value : kNaN);
        }
    }
    return columns;
}

} // namespace

class TestStatsCorrelation : public QObject {
    Q_OBJECT
private slots:
    void paperTable_data()
    {
        QTest::addColumn<int>("capability");
        QTest::addColumn<double>("meanOfDb");
        QTest::addColumn<double>("spearmanDb");
        QTest::addColumn<double>("kendallDb");
        QTest::addColumn<double>("spearmanFull");
        QTest::addColumn<double>("kendallFull");
        QTest::newRow("chart") << 0 << 52.3 << .987 << .926 << .988 << .926;
        QTest::newRow("document") << 1 << 38.5 << .968 << .903 << .951 << .853;
        QTest::newRow("scene") << 2 << 50.2 << .985 << .924 << .986 << .936;
        QTest::newRow("grounding") << 3 << 51.5 << .997 << .977 << .998 << .986;
        QTest::newRow("counting") << 4 << 84.9 << .930 << .787 << .947 << .838;
        QTest::newRow("spatial") << 5 << 18.2 << .952 << .835 << .952 << .835;
        QTest::newRow("math") << 6 << 20.0 << .938 << .818 << .950 << .839;
        QTest::newRow("table") << 7 << 33.4 << .985 << .926 << .992 << .953;
        QTest::newRow("general") << 8 << 41.9 << .886 << .755 << .862 << .775;
    }
    void paperTable()
    {
        const auto columns = table3();
        if (columns.empty()) {
            QSKIP("the paper's table 3 is not beside the checkout");
        }
        QFETCH(int, capability);
        QFETCH(double, meanOfDb);
        QFETCH(double, spearmanDb);
        QFETCH(double, kendallDb);
        QFETCH(double, spearmanFull);
        QFETCH(double, kendallFull);
        const auto& db = columns[std::size_t(capability) * 3];
        const auto& full = columns[std::size_t(capability) * 3 + 1];
        const auto& original = columns[std::size_t(capability) * 3 + 2];
        QVERIFY2(std::abs(mean(db) - meanOfDb) <= 0.0501, qPrintable(QString::number(mean(db))));
        QVERIFY(std::abs(spearman(db, original) - spearmanDb) <= 0.00051);
        QVERIFY(std::abs(kendallTauB(db, original) - kendallDb) <= 0.00051);
        QVERIFY(std::abs(spearman(full, original) - spearmanFull) <= 0.00051);
        QVERIFY(std::abs(kendallTauB(full, original) - kendallFull) <= 0.00051);
    }

    void paperCorrelationsBetweenCapabilities()
    {
        auto columns = table3();
        if (columns.empty()) {
            QSKIP("the paper's table 3 is not beside the checkout");
        }
        // Listwise over the 26 models that have every capability.
        for (std::size_t model = 0; model < columns[0].size(); ++model) {
            if (std::isnan(columns[3][model])) {
                for (auto& column : columns) {
                    column[model] = kNaN;
                }
            }
        }
        const auto r
            = [&](int a, int b) { return pearson(columns[std::size_t(a) * 3], columns[std::size_t(b) * 3]); };
        QVERIFY(std::abs(r(0, 8) - .898) < 0.00051);
        QVERIFY(std::abs(r(8, 6) - .759) < 0.00051);
        QVERIFY(std::abs(r(3, 1) + .292) < 0.00051);
        QVERIFY(std::abs(r(3, 2) + .189) < 0.00051);
        QVERIFY(std::abs(r(6, 5) + .190) < 0.00051);
    }

    void criticalValues_data()
    {
        QTest::addColumn<int>("models");
        QTest::addColumn<double>("r");
        QTest::newRow("5") << 5 << .878;
        QTest::newRow("8") << 8 << .707;
        QTest::newRow("10") << 10 << .632;
        QTest::newRow("15") << 15 << .514;
        QTest::newRow("20") << 20 << .444;
        QTest::newRow("27") << 27 << .381;
        QTest::newRow("50") << 50 << .279;
        QTest::newRow("100") << 100 << .197;
    }
    void criticalValues()
    {
        QFETCH(int, models);
        QFETCH(double, r);
        QVERIFY(std::abs(criticalCorrelation(models) - r) <= 0.00051);
        QCOMPARE(criticalCorrelation(2), 1.0);
    }

    void handComputed()
    {
        const std::vector<double> x{1, 2, 3, 4, 5};
        const std::vector<double> y{2, 1, 4, 3, 5};
        QVERIFY(std::abs(pearson(x, y) - 0.8) < 1e-12);
        QVERIFY(std::abs(spearman(x, y) - 0.8) < 1e-12);
        QVERIFY(std::abs(kendallTauB(x, y) - 0.6) < 1e-12);
        // Ties: x 1 1 2, y 1 2 2 -> one concordant pair, one tie each side: 1 / sqrt(2 * 2).
        QVERIFY(
            std::abs(kendallTauB(std::vector<double>{1, 1, 2}, std::vector<double>{1, 2, 2}) - 0.5) < 1e-12);
        QVERIFY(std::isnan(pearson(x, std::vector<double>{1, 1, 1, 1, 1})));
        QVERIFY(std::isnan(kendallTauB(x, std::vector<double>{1, 1, 1, 1, 1})));
        QVERIFY(std::isnan(pearson(std::vector<double>{1}, std::vector<double>{1})));
        // A missing value takes its pair along.
        QVERIFY(
            std::abs(pearson(std::vector<double>{1, 2, 3, kNaN, 4, 5}, std::vector<double>{2, 1, 4, 9, 3, 5})
                - 0.8)
            < 1e-12);
        QCOMPARE(averageRanks(std::vector<double>{3, 1, 3, 2}), (std::vector<double>{3.5, 1, 3.5, 2}));
    }

    void pointBiserialFormula()
    {
        const std::vector<double> theta{0.1, 0.4, 0.35, 0.8};
        const std::vector<double> right{0, 0, 1, 1};
        // (mean1 - mean0) / s * sqrt(p q) with population s.
        const double s
            = std::sqrt((0.3125 * 0.3125 + 0.0125 * 0.0125 + 0.0625 * 0.0625 + 0.3875 * 0.3875) / 4);
        QVERIFY(std::abs(pointBiserial(right, theta) - (0.575 - 0.25) / s * 0.5) < 1e-12);
        QCOMPARE(pointBiserial(std::vector<double>{1, 1, 1, 1}, theta), 0.0);
        QCOMPARE(pointBiserial(std::vector<double>{0, 0, 0, 0}, theta), 0.0);
        QCOMPARE(pointBiserial(std::vector<double>{1}, std::vector<double>{1}), 0.0);
        // Item-rest leaves the item out of the ability it is compared with.
        const std::vector<double> sums{1, 2, 3, 5};
        const std::vector<double> counts{6, 6, 6, 6};
        const std::vector<double> rest{1.0 / 5, 2.0 / 5, 2.0 / 5, 4.0 / 5};
        QVERIFY(std::abs(itemRestCorrelation(right, sums, counts) - pearson(right, rest)) < 1e-12);
    }

    void areaUnderTheCurve()
    {
        // 3 x 2 comparisons, one tie, one loss: 4.5 / 6.
        const Auc auc
            = areaUnderCurve(std::vector<double>{.9, .8, .3, .3, .7}, std::vector<int>{1, 1, 1, 0, 0});
        QVERIFY(std::abs(auc.value - 4.5 / 6) < 1e-12);
        QVERIFY(auc.interval.low < auc.value && auc.interval.high >= auc.value);
        QCOMPARE(auc.positives, 3);
        QVERIFY(std::isnan(areaUnderCurve(std::vector<double>{.9}, std::vector<int>{1}).value));
    }

    void repeatedAttempts()
    {
        QVERIFY(std::abs(successAtK(5, 2, 2) - 0.7) < 1e-12);
        QCOMPARE(successAtK(5, 0, 3), 0.0);
        QCOMPARE(successAtK(5, 5, 1), 1.0);
        QVERIFY(std::isnan(successAtK(2, 1, 3)));
        QVERIFY(std::abs(allOfK(5, 3, 2) - 0.3) < 1e-12);
        QCOMPARE(majorityAtK(std::vector<int>{2, 2, 1}, 0, 5), 0.5);
        QCOMPARE(majorityAtK(std::vector<int>{2, 2, 1}, -1, 5), 0.0);
        // Two drawn of 3 right, 1 wrong: both right 1/2, one each (a tie) 1/2 -> .75.
        QVERIFY(std::abs(majorityAtK(std::vector<int>{3, 1}, 0, 2) - 0.75) < 0.03);
    }
};

QTEST_APPLESS_MAIN(TestStatsCorrelation)
#include "tst_stats_correlation.moc"
