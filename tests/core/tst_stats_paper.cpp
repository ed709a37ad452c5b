// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/correlation.h"
#include "core/stats/proportion.h"

#include <QFile>
#include <QHash>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace winnow::stats;

namespace {

/// Rows of one of the paper's tables: the name and the numbers after it, NaN where there is none.
QVector<QPair<QString, std::vector<double>>> table(const QString& name)
{
    QVector<QPair<QString, std::vector<double>>> rows;
    for (const QString& folder :
        {qEnvironmentVariable("WINNOW_SHARED_DATA"), QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data")}) {
        QFile file(folder + QStringLiteral("/../paper/") + name);
        if (folder.isEmpty() || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        while (!file.atEnd()) {
            const QList<QByteArray> cells = file.readLine().split('|');
            std::vector<double> numbers;
            for (qsizetype i = 1; i < cells.size(); ++i) {
                bool ok = false;
                const double value = cells[i].trimmed().toDouble(&ok);
                numbers.push_back(ok ? value : std::numeric_limits<double>::quiet_NaN());
            }
            rows.append({QString::fromUtf8(cells.first().trimmed()), numbers});
        }
        break;
    }
    return rows;
}

std::vector<double> column(const QVector<QPair<QString, std::vector<double>>>& rows, std::size_t index)
{
    std::vector<double> values;
    for (const auto& [name, numbers] : rows) {
        values.push_back(numbers[index]);
    }
    return values;
}

double sum(const std::vector<double>& values)
{
    double total = 0;
    for (const double value : values) {
        total += std::isnan(value) ? 0 : value;
    }
    return total;
}

double smallest(const std::vector<double>& values)
{
    double found = std::numeric_limits<double>::infinity();
    for (const double value : values) {
        found = std::isnan(value) ? found : std::min(found, value);
    }
    return found;
}

double largest(const std::vector<double>& values)
{
    double found = 0;
    for (const double value : values) {
        found = std::isnan(value) ? found : std::max(found, value);
    }
    return found;
}

} // namespace

#define NEAR(value, expected, tolerance)                                                                     \
    QVERIFY2(std::abs((value) - (expected)) <= (tolerance),                                                  \
        qPrintable(QStringLiteral("%1 instead of %2").arg(value).arg(expected)))

/// What the DatBench paper (arXiv 2601.02316) says of its own tables, computed again with the functions that
/// the application's figures come from.
class TestStatsPaper : public QObject {
    Q_OBJECT
private slots:
    // Means, ranges and spreads of 27 models by capability.
    void accuracies_data()
    {
        QTest::addColumn<int>("capability");
        QTest::addColumn<QList<double>>("means"); // DatBench, full, original
        QTest::addColumn<QList<double>>("ranges"); // original low, high, DatBench low, high
        QTest::addColumn<QList<double>>("spreads"); // original, DatBench
        const auto row = [](const char* name, int capability, const QList<double>& means,
                             const QList<double>& ranges, const QList<double>& spreads) {
            QTest::newRow(name) << capability << means << ranges << spreads;
        };
        row("chart", 0, {52.3, 54.3, 56.5}, {34.3, 72.9, 24.9, 76.0}, {11.1, 14.4});
        row("document", 1, {38.5, 54.6, 60.2}, {46.2, 79.3, 9.2, 71.1}, {8.4, 20.6});
        row("scene", 2, {50.2, 50.5, 57.2}, {31.3, 78.3, 21.5, 82.6}, {13.3, 18.7});
        row("grounding", 3, {51.5, 50.6, 51.9}, {0.1, 87.6, 0.0, 88.8}, {34.1, 34.4});
        row("counting", 4, {84.9, 70.7, 74.7}, {50.2, 80.5, 5.8, 92.7}, {6.5, 16.9});
        row("spatial", 5, {18.2, 18.2, 14.5}, {5.8, 25.9, 6.6, 36.8}, {5.2, 7.5});
        row("math", 6, {20.0, 19.6, 32.6}, {18.8, 50.7, 7.0, 43.4}, {8.5, 11.2});
        row("diagram", 7, {33.4, 31.2, 33.5}, {11.0, 59.5, 9.2, 66.4}, {13.6, 16.9});
        row("general", 8, {41.9, 52.1, 72.1}, {53.1, 78.9, 11.6, 63.7}, {5.6, 15.1});
    }
    void accuracies()
    {
        const auto rows = table(QStringLiteral("table3.psv"));
        if (rows.isEmpty()) {
            QSKIP("the paper's tables are not beside the checkout");
        }
        QCOMPARE(rows.size(), qsizetype(27));
        QFETCH(int, capability);
        QFETCH(QList<double>, means);
        QFETCH(QList<double>, ranges);
        QFETCH(QList<double>, spreads);
        const std::size_t first = std::size_t(capability) * 3;
        for (std::size_t k = 0; k < 3; ++k) {
            NEAR(mean(column(rows, first + k)), means[qsizetype(k)], 0.0501);
        }
        const std::vector<double> db = column(rows, first);
        const std::vector<double> original = column(rows, first + 2);
        NEAR(smallest(original), ranges[0], 1e-9);
        NEAR(largest(original), ranges[1], 1e-9);
        NEAR(smallest(db), ranges[2], 1e-9);
        NEAR(largest(db), ranges[3], 1e-9);
        NEAR(standardDeviation(original), spreads[0], 0.0501);
        NEAR(standardDeviation(db), spreads[1], 0.0501);
    }

    // (accuracy thinking - accuracy instruct) / accuracy instruct, mean over four pairs, percent.
    void thinkingAdvantage()
    {
        const auto rows = table(QStringLiteral("table3.psv"));
        if (rows.isEmpty()) {
            QSKIP("the paper's tables are not beside the checkout");
        }
        QHash<QString, std::vector<double>> models;
        for (const auto& [name, numbers] : rows) {
            models.insert(name, numbers);
        }
        const QList<QPair<QString, QString>> pairs{
            {QStringLiteral("Qwen3-VL-2B-Thinking"), QStringLiteral("Qwen3-VL-2B-Instruct")},
            {QStringLiteral("Qwen3-VL-4B-Thinking"), QStringLiteral("Qwen3-VL-4B-Instruct")},
            {QStringLiteral("Qwen3-VL-8B-Thinking"), QStringLiteral("Qwen3-VL-8B-Instruct")},
            {QStringLiteral("GLM-4.1V-9B-Thinking"), QStringLiteral("GLM-4.1V-9B-Base")}};
        const QList<double> published{10.8, -47.8, -53.5, 5.0, 0.2, -52.4, 36.8, -26.1, 4.8};
        for (qsizetype capability = 0; capability < published.size(); ++capability) {
            std::vector<double> gains;
            for (const auto& [thinking, instruct] : pairs) {
                QVERIFY2(models.contains(thinking) && models.contains(instruct), qPrintable(thinking));
                const double before = models[instruct][std::size_t(capability) * 3];
                gains.push_back(100 * (models[thinking][std::size_t(capability) * 3] - before) / before);
            }
            NEAR(mean(gains), published[capability], 0.0501);
        }
    }

    // Hours on an H100 by capability, and what a subset of 5,000 samples saves.
    void hoursAndSpeedUp()
    {
        const auto rows = table(QStringLiteral("table4.psv"));
        if (rows.isEmpty()) {
            QSKIP("the paper's tables are not beside the checkout");
        }
        QCOMPARE(rows.size(), qsizetype(27));
        const QList<double> means{1.46, 1.83, 6.83, 14.58, 1.61, 3.73, 2.15, 3.10, 2.57};
        double total = 0;
        for (std::size_t k = 0; k < 9; ++k) {
            NEAR(mean(column(rows, k)), means[qsizetype(k)], 0.00501);
            total += sum(column(rows, k));
        }
        NEAR(total, 1015.0, 0.5);
        std::vector<double> ratios;
        for (const double samples :
            {12249., 39080., 118581., 246475., 36961., 12368., 38950., 40131., 32753.}) {
            ratios.push_back(samples / 5000);
        }
        NEAR(mean(ratios), 12.83, 0.00501);
        NEAR(largest(ratios), 49.30, 0.00501);
    }

    // The label filter: samples, all models wrong, ambiguous, incorrect, low resolution, removed, percent.
    void labelFilter()
    {
        const auto rows = table(QStringLiteral("table5_quality_filter.psv"));
        if (rows.isEmpty()) {
            QSKIP("the paper's tables are not beside the checkout");
        }
        QCOMPARE(rows.size(), qsizetype(34));
        const QList<double> sums{470325, 20408, 10545, 10848, 3538, 14514};
        for (std::size_t k = 0; k < 6; ++k) {
            NEAR(sum(column(rows, k)), sums[qsizetype(k)], 1e-6);
        }
        for (const auto& [name, numbers] : rows) {
            NEAR(100 * numbers[5] / numbers[0], numbers[6], 0.1001);
            // A verdict removes: never more than were looked at, never more than there are verdicts.
            QVERIFY2(numbers[5] <= numbers[1] && numbers[5] <= numbers[2] + numbers[3] + numbers[4],
                qPrintable(name));
        }
        NEAR(100 * sums[1] / sums[0], 4.34, 0.00501);
        NEAR(100 * sums[5] / sums[1], 71.1, 0.0501);
        const Interval interval = wilsonInterval(sums[5], sums[1]);
        QVERIFY(interval.low < 0.711 && interval.high > 0.711 && interval.high - interval.low < 0.013);
    }

    // The blind filter: samples, removed, percent.
    void blindFilter()
    {
        const auto rows = table(QStringLiteral("table8_blind.psv"));
        if (rows.isEmpty()) {
            QSKIP("the paper's tables are not beside the checkout");
        }
        double samples = 0;
        double removed = 0;
        for (const auto& [name, numbers] : rows) {
            NEAR(100 * numbers[1] / numbers[0], numbers[2], 0.00501);
            if (name != u"Total") {
                samples += numbers[0];
                removed += numbers[1];
            }
        }
        NEAR(samples, 471120., 1.0);
        NEAR(removed, 254146., 1.0);
        NEAR(100 * removed / samples, 53.95, 0.00501);
    }
};

QTEST_APPLESS_MAIN(TestStatsPaper)
#include "tst_stats_paper.moc"
