// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/confidentlearning.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace winnow::stats;

namespace {

struct Set {
    std::vector<int> labels;
    std::vector<double> probabilities;
    std::vector<int> verdicts; // 1 error, 0 not, -1 not checked

    LabelledProbabilities data() const { return {labels, probabilities, 10}; }
};

Set read(const QString& name)
{
    const QString folder
        = qEnvironmentVariable("WINNOW_SHARED_DATA", QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"));
    QFile file(folder + QStringLiteral("/cleanlab_label_errors/") + name);
    Set set;
    if (!file.open(QIODevice::ReadOnly)) {
        return set;
    }
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (cells.size() < 18) {
            continue;
        }
        set.labels.push_back(cells[1].toInt());
        // A quoted field before the verdict holds commas: count from the end.
        const QByteArray verdict = cells[cells.size() - 11];
        set.verdicts.push_back(verdict == "error" ? 1 : verdict == "not_error" ? 0 : -1);
        for (int c = 0; c < 10; ++c) {
            set.probabilities.push_back(cells[cells.size() - 10 + c].toDouble());
        }
    }
    return set;
}

} // namespace

class TestStatsConfidentLearning : public QObject {
    Q_OBJECT
private slots:
    // What cleanlab 2.9 flags on the same files.
    void sameAsCleanlab_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("filter");
        QTest::addColumn<int>("flags");
        const QString mnist = QStringLiteral("mnist_items.csv");
        const QString cifar = QStringLiteral("cifar10_items.csv");
        QTest::newRow("mnist noise rate") << mnist << int(LabelFilter::PruneByNoiseRate) << 15;
        QTest::newRow("mnist confident") << mnist << int(LabelFilter::ConfidentLearning) << 15;
        QTest::newRow("mnist margin") << mnist << int(LabelFilter::LowNormalisedMargin) << 15;
        QTest::newRow("cifar noise rate") << cifar << int(LabelFilter::PruneByNoiseRate) << 284;
        QTest::newRow("cifar confident") << cifar << int(LabelFilter::ConfidentLearning) << 244;
        QTest::newRow("cifar margin") << cifar << int(LabelFilter::LowNormalisedMargin) << 244;
    }
    void sameAsCleanlab()
    {
        QFETCH(QString, file);
        QFETCH(int, filter);
        QFETCH(int, flags);
        const Set set = read(file);
        if (set.labels.empty()) {
            QSKIP("cleanlab_label_errors is not beside the checkout");
        }
        QCOMPARE(set.labels.size(), std::size_t(10000));
        QCOMPARE(int(findLabelIssues(set.data(), LabelFilter(filter)).size()), flags);
    }

    void peopleAgree()
    {
        const Set set = read(QStringLiteral("cifar10_items.csv"));
        if (set.labels.empty()) {
            QSKIP("cleanlab_label_errors is not beside the checkout");
        }
        int errors = 0;
        for (const std::size_t i : findLabelIssues(set.data(), LabelFilter::PruneByNoiseRate)) {
            errors += set.verdicts[i] == 1;
        }
        QCOMPARE(int(std::count(set.verdicts.begin(), set.verdicts.end(), 1)), 54);
        QCOMPARE(errors, 49);
    }

    void filtersNest()
    {
        const Set set = read(QStringLiteral("cifar10_items.csv"));
        if (set.labels.empty()) {
            QSKIP("cleanlab_label_errors is not beside the checkout");
        }
        const auto noise = findLabelIssues(set.data(), LabelFilter::PruneByNoiseRate);
        const auto byClass = findLabelIssues(set.data(), LabelFilter::PruneByClass);
        std::vector<std::size_t> common;
        std::set_intersection(
            noise.begin(), noise.end(), byClass.begin(), byClass.end(), std::back_inserter(common));
        QCOMPARE(findLabelIssues(set.data(), LabelFilter::Both), common);
        const auto all = findLabelIssues(set.data(), LabelFilter::PredictedNeqGiven);
        for (const LabelFilter filter : {LabelFilter::PruneByNoiseRate, LabelFilter::PruneByClass,
                 LabelFilter::ConfidentLearning, LabelFilter::LowSelfConfidence}) {
            const auto some = findLabelIssues(set.data(), filter);
            QVERIFY(std::includes(all.begin(), all.end(), some.begin(), some.end()));
        }
    }

    void byHand()
    {
        // Thresholds .85 and .7; the third sample is labelled 0 and confidently 1.
        const std::vector<int> labels{0, 0, 0, 1, 1};
        const std::vector<double> p{.95, .05, .9, .1, .1, .9, .4, .6, .2, .8};
        const LabelledProbabilities data{labels, p, 2};
        const auto thresholds = confidentThresholds(data);
        QVERIFY(std::abs(thresholds[0] - 0.65) < 1e-12 && std::abs(thresholds[1] - 0.7) < 1e-12);
        QCOMPARE(findLabelIssues(data, LabelFilter::ConfidentLearning), std::vector<std::size_t>{2});
        QCOMPARE(findLabelIssues(data, LabelFilter::PruneByNoiseRate), std::vector<std::size_t>{2});
        QCOMPARE(confidentJoint(data), (std::vector<long>{2, 1, 0, 2}));
        QVERIFY(std::abs(selfConfidence(data.row(2), 0) - .1) < 1e-12);
        QVERIFY(std::abs(normalisedMargin(data.row(2), 0) - .1) < 1e-12);
        QVERIFY(confidenceWeightedEntropy(data.row(2), 0) < confidenceWeightedEntropy(data.row(0), 0));
    }

    void oddInput()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<double> dirty{nan, 0.5, 2, 2, 0, 0, -1, 3};
        const std::vector<double> cleaned = cleanedProbabilities(dirty, 2);
        QCOMPARE(cleaned, (std::vector<double>{0, 1, .5, .5, .5, .5, 0, 1}));
        const std::vector<int> labels{0, 0, 0, 0};
        for (const LabelFilter filter : {LabelFilter::PruneByNoiseRate, LabelFilter::PruneByClass,
                 LabelFilter::Both, LabelFilter::ConfidentLearning, LabelFilter::PredictedNeqGiven,
                 LabelFilter::LowNormalisedMargin, LabelFilter::LowSelfConfidence}) {
            // A class without samples, one class only, nothing at all: no crash, and nothing beyond the data.
            QVERIFY(findLabelIssues({labels, cleaned, 2}, filter).size() <= 4);
            QVERIFY(findLabelIssues({labels, std::vector<double>{1, 1, 1, 1}, 1}, filter).empty());
            QVERIFY(findLabelIssues({{}, {}, 3}, filter).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestStatsConfidentLearning)
#include "tst_stats_confidentlearning.moc"
