// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/stats/correlation.h"
#include "core/stats/itemresponse.h"
#include "core/stats/random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace winnow;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

/// A benchmark that follows the model exactly.
struct Simulated {
    size_t models;
    size_t items;
    std::vector<double> ability, slope, intercept;
    std::vector<float> scores;

    Simulated(size_t m, size_t n, quint64 seed)
        : models(m)
        , items(n)
    {
        stats::Random random(seed);
        for (size_t i = 0; i < m; ++i) {
            ability.push_back(random.normal());
        }
        for (size_t i = 0; i < n; ++i) {
            slope.push_back(std::max(0.2, 1 + 0.5 * random.normal()));
            intercept.push_back(random.normal());
        }
        for (size_t model = 0; model < m; ++model) {
            for (size_t item = 0; item < n; ++item) {
                scores.push_back(
                    random.chance(logistic(slope[item] * ability[model] + intercept[item])) ? 1.0F : 0.0F);
            }
        }
    }
};

std::vector<double> wide(const std::vector<float>& values)
{
    return {values.begin(), values.end()};
}

} // namespace

class TestStatsItemResponse : public QObject {
    Q_OBJECT

private slots:
    void simulatedCurvesAreFound()
    {
        const Simulated data(300, 200, 3);
        const auto fit = stats::fitItemResponse(data.scores, data.models, data.items);
        QVERIFY(stats::pearson(wide(fit.ability), data.ability) > 0.97);
        QVERIFY(stats::pearson(wide(fit.items.intercept), data.intercept) > 0.97);
        QVERIFY(stats::pearson(wide(fit.items.slope), data.slope) > 0.85);
        QVERIFY(std::abs(stats::mean(wide(fit.ability))) < 1e-3);
        QVERIFY(std::abs(stats::standardDeviation(wide(fit.ability)) - 1) < 0.01);
    }

    /// Twelve rounds are enough: the likelihood, written out in double precision, is no better after sixty.
    void twelveRoundsAreEnough()
    {
        const Simulated data(60, 40, 9);
        const auto likelihood = [&](int rounds) {
            const auto fit = stats::fitItemResponse(data.scores, data.models, data.items, rounds);
            double sum = 0;
            for (size_t model = 0; model < data.models; ++model) {
                for (size_t item = 0; item < data.items; ++item) {
                    const double p = logistic(double(fit.items.slope[item]) * double(fit.ability[model])
                        + double(fit.items.intercept[item]));
                    sum += std::log(data.scores[model * data.items + item] > 0.5F ? p : 1 - p);
                }
            }
            return sum;
        };
        const double begun = likelihood(0), usual = likelihood(12), long_ = likelihood(60);
        QVERIFY(usual > begun + 5);
        QVERIFY2(std::abs(usual - long_) < 1, qPrintable(QString::number(usual - long_)));
    }

    /// Two items of slope 1, intercept 0; one right, one wrong: by symmetry ability 0, information 1 + 2 / 4.
    void abilityByHand()
    {
        const std::vector<float> slope{1, 1}, intercept{0, 0};
        const auto even = stats::abilityOf(slope, intercept, std::vector<float>{1, 0});
        QVERIFY(std::abs(even.value) < 1e-5F);
        QVERIFY(std::abs(even.information - 1.5F) < 1e-5F);
        // One item, right: 1 - P(t) = t, which t = .401058 solves.
        const auto right
            = stats::abilityOf(std::vector<float>{1}, std::vector<float>{0}, std::vector<float>{1});
        QVERIFY2(std::abs(right.value - 0.401058F) < 1e-4F, qPrintable(QString::number(right.value)));
        // What was not asked says nothing.
        const auto asked = stats::abilityOf(slope, intercept, std::vector<float>{1, kNaN});
        QCOMPARE(asked.value, right.value);
        const auto nothing = stats::abilityOf(slope, intercept, std::vector<float>{kNaN, kNaN});
        QCOMPARE(nothing.value, 0.0F);
        QCOMPARE(nothing.information, 1.0F);
    }

    void probabilitiesByHand()
    {
        const stats::ItemCurves curves{{1, 2, 0.05F}, {0, -1, 3}};
        std::vector<float> probability(3);
        for (const float ability : {-3.0F, -0.5F, 0.0F, 1.25F, 4.0F}) {
            stats::probabilitiesAt(curves, ability, probability);
            for (size_t i = 0; i < 3; ++i) {
                const double exact
                    = logistic(double(curves.slope[i]) * double(ability) + double(curves.intercept[i]));
                QVERIFY(std::abs(double(probability[i]) - exact) < 2e-6);
            }
        }
    }

    /// A missing score is none: with half of them taken away the items are still told in their order.
    void missingScoresAreLeftOut()
    {
        Simulated data(200, 100, 5);
        const auto whole = stats::fitItemResponse(data.scores, data.models, data.items);
        stats::Random random(1);
        for (float& score : data.scores) {
            score = random.chance(0.5) ? kNaN : score;
        }
        const auto half = stats::fitItemResponse(data.scores, data.models, data.items);
        QVERIFY(stats::pearson(wide(whole.items.intercept), wide(half.items.intercept)) > 0.95);
        QVERIFY(stats::pearson(wide(whole.ability), wide(half.ability)) > 0.9);
    }

    void oddInputGivesNumbers_data()
    {
        QTest::addColumn<int>("models");
        QTest::addColumn<QString>("kind");
        for (const int models : {0, 1, 2, 10}) {
            for (const char* kind : {"right", "wrong", "missing", "half"}) {
                QTest::addRow("%d models, %s", models, kind) << models << kind;
            }
        }
    }
    void oddInputGivesNumbers()
    {
        QFETCH(int, models);
        QFETCH(QString, kind);
        constexpr size_t kItems = 30;
        const float score = kind == u"right" ? 1.0F : kind == u"wrong" ? 0.0F : kind == u"half" ? 0.5F : kNaN;
        const std::vector<float> scores(size_t(models) * kItems, score);
        const auto fit = stats::fitItemResponse(scores, size_t(models), kItems);
        QCOMPARE(fit.items.size(), kItems);
        QCOMPARE(fit.ability.size(), size_t(models));
        for (size_t i = 0; i < kItems; ++i) {
            QVERIFY(std::isfinite(fit.items.slope[i]) && fit.items.slope[i] >= 0.05F);
            QVERIFY(std::isfinite(fit.items.intercept[i]));
        }
        for (const float ability : fit.ability) {
            QVERIFY(std::isfinite(ability));
        }
    }
};

QTEST_GUILESS_MAIN(TestStatsItemResponse)
#include "tst_stats_itemresponse.moc"
