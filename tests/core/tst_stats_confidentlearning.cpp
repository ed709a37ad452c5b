// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/confidentlearning.h"
#include "core/stats/quicksortorder.h"
#include "tests/support/shareddata.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtTest>

#include <cmath>
#include <numeric>

using namespace winnow::stats;

namespace {

const QList<LabelFilter> kFilters{LabelFilter::PruneByNoiseRate, LabelFilter::PruneByClass, LabelFilter::Both,
    LabelFilter::ConfidentLearning, LabelFilter::PredictedNeqGiven, LabelFilter::LowNormalisedMargin,
    LabelFilter::LowSelfConfidence};

struct Set {
    std::vector<int> labels;
    std::vector<double> probabilities;
    std::vector<int> verdicts; // 1 error, 0 not, -1 not checked
    int classes = 10;

    LabelledProbabilities data() const { return {labels, probabilities, classes}; }
};

Set read(const QString& name)
{
    Set set;
    QFile file(winnow::test::sharedData(QStringLiteral("cleanlab_label_errors/") + name));
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

QByteArray listOf(const std::vector<std::size_t>& positions)
{
    QByteArrayList list;
    for (const std::size_t position : positions) {
        list.append(QByteArray::number(quint64(position)));
    }
    return list.join(',');
}

QByteArray digest(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16);
}

/// Whole numbers that any program makes alike.
class Numbers {
public:
    explicit Numbers(quint64 seed)
        : m_state(seed)
    {
    }
    int below(int limit)
    {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        return int((m_state >> 33) % quint64(limit));
    }

private:
    quint64 m_state;
};

enum Awkward { Absent, Single, Ties, Noisy, Two, Constant, Unnormalised, Certain, Many };

Set awkward(int kind, int number)
{
    Numbers numbers(quint64(kind * 1000 + number));
    Set set;
    int samples = 5 + numbers.below(200);
    int classes = 2 + numbers.below(9);
    if (kind == Two) {
        classes = 2;
    } else if (kind == Many) {
        classes = 20 + numbers.below(20);
        samples += 600;
    }
    set.classes = classes;
    std::vector<int> constant;
    for (int c = 0; c < classes; ++c) {
        constant.push_back(1 + numbers.below(50));
    }
    for (int i = 0; i < samples; ++i) {
        const int truth = numbers.below(classes);
        std::vector<int> row;
        for (int c = 0; c < classes; ++c) {
            row.push_back(1 + numbers.below(50));
        }
        row[std::size_t(truth)] += numbers.below(150);
        int label = numbers.below(100) < (kind == Noisy ? 70 : 12) ? numbers.below(classes) : truth;
        if (kind == Absent) {
            label %= std::max(2, classes / 2);
        } else if (kind == Single) {
            label = classes > 2 && i < classes - 2 ? 2 + i : label % 2;
        } else if (kind == Ties) {
            for (int& weight : row) {
                weight /= 40;
            }
            ++row[std::size_t(truth)];
        } else if (kind == Constant) {
            row = constant;
        } else if (kind == Certain) {
            row.assign(std::size_t(classes), 0);
            row[std::size_t(truth)] = 1;
        }
        int total = std::accumulate(row.begin(), row.end(), 0);
        if (kind == Unnormalised) {
            const int largest = *std::max_element(row.begin(), row.end());
            total
                += numbers.below(2) != 0 ? numbers.below(100) : -std::min(total - largest, numbers.below(20));
        }
        set.labels.push_back(label);
        for (const int weight : row) {
            set.probabilities.push_back(double(weight) / total);
        }
    }
    set.labels[0] = 0;
    set.labels[1] = 1;
    return set;
}

} // namespace

class TestStatsConfidentLearning : public QObject {
    Q_OBJECT
private slots:
    // What cleanlab 2.9 flags on the same files (numpy 1.24): how many, which, and how many of them are
    // errors or were looked at by five people.
    void sameAsCleanlab_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("filter");
        QTest::addColumn<int>("flags");
        QTest::addColumn<QByteArray>("which");
        QTest::addColumn<int>("errors");
        QTest::addColumn<int>("checked");
        const QString mnist = QStringLiteral("mnist_items.csv");
        const QString cifar = QStringLiteral("cifar10_items.csv");
        const auto row = [](const QString& file, LabelFilter filter, int flags, const char* which, int errors,
                             int checked) {
            QTest::addRow("%s %d", qPrintable(file.section(u'_', 0, 0)), int(filter))
                << file << int(filter) << flags << QByteArray(which) << errors << checked;
        };
        row(mnist, LabelFilter::PruneByNoiseRate, 15, "4bd56ac0cc8ce2bf", 7, 15);
        row(mnist, LabelFilter::PruneByClass, 15, "4bd56ac0cc8ce2bf", 7, 15);
        row(mnist, LabelFilter::Both, 15, "4bd56ac0cc8ce2bf", 7, 15);
        row(mnist, LabelFilter::ConfidentLearning, 15, "4bd56ac0cc8ce2bf", 7, 15);
        row(mnist, LabelFilter::PredictedNeqGiven, 87, "5500cd80a511c5f4", 15, 87);
        row(mnist, LabelFilter::LowNormalisedMargin, 15, "51020a23eccb533f", 6, 15);
        row(mnist, LabelFilter::LowSelfConfidence, 15, "51020a23eccb533f", 6, 15);
        row(cifar, LabelFilter::PruneByNoiseRate, 284, "67621bdd7473a51a", 49, 241);
        row(cifar, LabelFilter::PruneByClass, 284, "890e5078920e7385", 46, 226);
        row(cifar, LabelFilter::Both, 226, "774a2b923c2a0a9a", 44, 214);
        row(cifar, LabelFilter::ConfidentLearning, 244, "e94c71c922b895f2", 48, 227);
        row(cifar, LabelFilter::PredictedNeqGiven, 706, "28d8786288877d6d", 54, 275);
        row(cifar, LabelFilter::LowNormalisedMargin, 244, "3453cd79c485f486", 50, 244);
        row(cifar, LabelFilter::LowSelfConfidence, 244, "b994f1d3d9bb8afe", 41, 192);
    }
    void sameAsCleanlab()
    {
        QFETCH(QString, file);
        QFETCH(int, filter);
        const Set set = read(file);
        if (set.labels.empty()) {
            QSKIP("cleanlab_label_errors is not beside the checkout");
        }
        QCOMPARE(set.labels.size(), std::size_t(10000));
        const auto found = findLabelIssues(set.data(), LabelFilter(filter));
        int errors = 0;
        int checked = 0;
        for (const std::size_t i : found) {
            errors += set.verdicts[i] == 1;
            checked += set.verdicts[i] >= 0;
        }
        QTEST(int(found.size()), "flags");
        QTEST(digest(listOf(found)), "which");
        QTEST(errors, "errors");
        QTEST(checked, "checked");
    }

    // Sums of the label quality scores and the hundred lowest, again as cleanlab gives them.
    void sameScores_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("score");
        QTest::addColumn<double>("sum");
        QTest::addColumn<QByteArray>("lowest");
        const QString mnist = QStringLiteral("mnist_items.csv");
        const QString cifar = QStringLiteral("cifar10_items.csv");
        QTest::newRow("mnist confidence") << mnist << 0 << 9870.3553630000 << QByteArray("ef6e996b9939d97c");
        QTest::newRow("mnist margin") << mnist << 1 << 9877.9039220000 << QByteArray("d3d601cc84e21688");
        QTest::newRow("cifar confidence") << cifar << 0 << 9168.9668760000 << QByteArray("67f4c8053c90e8fa");
        QTest::newRow("cifar margin") << cifar << 1 << 9216.5837335000 << QByteArray("b5308ee1c61775e6");
        QTest::newRow("cifar entropy") << cifar << 2 << 9465.9151105336 << QByteArray("880a1c5ea284a9b1");
    }
    void sameScores()
    {
        QFETCH(QString, file);
        QFETCH(int, score);
        QFETCH(double, sum);
        const Set set = read(file);
        if (set.labels.empty()) {
            QSKIP("cleanlab_label_errors is not beside the checkout");
        }
        const auto of = score == 0 ? selfConfidence
            : score == 1           ? normalisedMargin
                                   : confidenceWeightedEntropy;
        std::vector<double> scores;
        for (std::size_t i = 0; i < set.labels.size(); ++i) {
            scores.push_back(of(set.data().row(i), set.labels[i]));
        }
        const double ours = std::accumulate(scores.begin(), scores.end(), 0.0);
        QVERIFY2(std::abs(ours - sum) < 1e-7, qPrintable(QString::number(ours, 'f', 10)));
        std::vector<std::size_t> order(scores.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(
            order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
        order.resize(100);
        std::sort(order.begin(), order.end());
        QTEST(digest(listOf(order)), "lowest");
    }

    // Sixty generated sets of each awkward sort, all seven filters: the flags of cleanlab 2.9, sample by
    // sample, and the sums of the three scores.
    void awkwardInput_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<int>>("flags");
        QTest::addColumn<QByteArray>("which");
        QTest::addColumn<QList<double>>("sums");
        const auto row = [](const char* name, Awkward kind, const QList<int>& flags, const char* which,
                             const QList<double>& sums) {
            QTest::newRow(name) << int(kind) << flags << QByteArray(which) << sums;
        };
        row("absent classes", Absent, {952, 1059, 631, 555, 3416, 555, 555}, "ff9bc2d68b4e5083",
            {1841.264188319, 3024.844720318, 2574.886300115});
        row("classes of one sample", Single, {2585, 3162, 2488, 3140, 3899, 3140, 3140}, "975f9cdd349a57b0",
            {1712.055735512, 2912.763150553, 2406.527338864});
        row("ties", Ties, {499, 515, 471, 425, 661, 425, 425}, "73ecea70ec28692d",
            {4262.858910534, 4606.106222944, 4954.816132768});
        row("mostly wrong", Noisy, {3085, 3455, 3045, 3415, 3599, 3415, 3415}, "fc939c3fe3eca701",
            {1916.411734150, 3011.090485164, 2665.268122578});
        row("two classes", Two, {492, 492, 492, 350, 747, 350, 350}, "e2393a24c1f797d3",
            {4750.014358685, 4750.014358685, 4502.963125958});
        row("constant rows", Constant, {4438, 4438, 4438, 4721, 4721, 4721, 4721}, "a3da882ba5826b48",
            {1350.267074121, 2818.314015239, 2185.483507435});
        row("sums other than 1", Unnormalised, {674, 708, 542, 496, 1317, 496, 496}, "408dd58bede90c2a",
            {2498.833989466, 3800.147564393, 3265.705718535});
        row("zeros and ones", Certain, {625, 625, 624, 628, 632, 628, 628}, "9a4a3d41f0138ffe",
            {5352.0, 5352.0, 5984.0});
        row("many classes", Many, {4259, 4920, 3317, 2891, 10826, 2891, 2891}, "c52d1d0aefbb030d",
            {4242.600706483, 22097.978744606, 10073.266960540});
    }
    void awkwardInput()
    {
        QFETCH(int, kind);
        QFETCH(QList<double>, sums);
        QList<int> flags(kFilters.size(), 0);
        QByteArray which;
        QList<double> ours{0, 0, 0};
        for (int number = 0; number < 60; ++number) {
            const Set set = awkward(kind, number);
            for (qsizetype f = 0; f < kFilters.size(); ++f) {
                const auto found = findLabelIssues(set.data(), kFilters[f]);
                flags[f] += int(found.size());
                which += listOf(found) + ';';
            }
            for (std::size_t i = 0; i < set.labels.size(); ++i) {
                const auto own = set.data().row(i);
                ours[0] += selfConfidence(own, set.labels[i]);
                ours[1] += normalisedMargin(own, set.labels[i]);
                ours[2] += confidenceWeightedEntropy(own, set.labels[i]);
            }
        }
        QTEST(flags, "flags");
        QTEST(digest(which), "which");
        for (qsizetype k = 0; k < 3; ++k) {
            QVERIFY2(std::abs(ours[k] - sums[k]) < 1e-7, qPrintable(QString::number(ours[k], 'f', 10)));
        }
    }

    void equalValuesAsAQuicksortLeavesThem()
    {
        // Up to sixteen: in order of position.
        QCOMPARE(quicksortOrder(std::vector<double>{1, 0, 1, 0, 2, 1}),
            (std::vector<std::size_t>{1, 3, 0, 2, 5, 4}));
        QVERIFY(quicksortOrder({}).empty());
        // Twenty equal values: as numpy 1.24 argsort gives them.
        QCOMPARE(quicksortOrder(std::vector<double>(20, 0.5)),
            (std::vector<std::size_t>{0, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 18, 19}));
        // Sorted, whatever there is.
        for (int limit : {1, 3, 100, 100000}) {
            Numbers numbers{quint64(limit)};
            std::vector<double> values;
            for (int i = 0; i < 20000; ++i) {
                values.push_back(numbers.below(limit));
            }
            std::vector<double> sorted;
            for (const std::size_t i : quicksortOrder(values)) {
                sorted.push_back(values[i]);
            }
            std::sort(values.begin(), values.end());
            QCOMPARE(sorted, values);
        }
    }

    void certainAndRightIsTheBest()
    {
        // Where cleanlab's score falls to 0 for want of a limit.
        QCOMPARE(confidenceWeightedEntropy(std::vector<double>{0, 1, 0}, 1), 1.0);
        QVERIFY(confidenceWeightedEntropy(std::vector<double>{0, 1e-9, 1 - 1e-9}, 2) > 0.999);
        QVERIFY(confidenceWeightedEntropy(std::vector<double>{0.2, 0.7, 0.1}, 0) < 0.6);
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
        const std::vector<double> cleaned{0, 1, .5, .5, .5, .5, 0, 1};
        const std::vector<int> labels{0, 0, 0, 0};
        for (const LabelFilter filter : kFilters) {
            // A class without samples, one class only, nothing at all: no crash, and nothing beyond the data.
            QVERIFY(findLabelIssues({labels, cleaned, 2}, filter).size() <= 4);
            QVERIFY(findLabelIssues({labels, std::vector<double>{1, 1, 1, 1}, 1}, filter).empty());
            QVERIFY(findLabelIssues({{}, {}, 3}, filter).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestStatsConfidentLearning)
#include "tst_stats_confidentlearning.moc"
