// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/isotonic.h"

#include <QTest>

#include <cmath>

using namespace winnow::stats;

class TestIsotonic : public QObject {
    Q_OBJECT
private slots:
    void poolsViolators()
    {
        // By hand: in order of score 0 1 0 1 1; the middle two pool to a half.
        const std::vector<double> scores{.9, .1, .5, .3, .7};
        const std::vector<int> outcomes{1, 0, 0, 1, 1};
        const std::vector<double> values = calibrated(scores, outcomes);
        const std::vector<double> expected{1, 0, .5, .5, 1};
        QCOMPARE(values, expected);
    }

    void equalScoresAreOne()
    {
        const std::vector<double> scores{.5, .5, .5, .5};
        const std::vector<int> outcomes{1, 0, 0, 1};
        for (const double value : calibrated(scores, outcomes)) {
            QCOMPARE(value, 0.5);
        }
    }

    void aPriorKeepsFewFromBeingCertain()
    {
        const std::vector<double> scores{.2, .9, .9};
        const std::vector<int> outcomes{0, 1, 1};
        // Two right ones and two at a quarter: (2 + .5) / 4; one wrong one: .5 / 3.
        const std::vector<double> values = calibrated(scores, outcomes, 0.25, 2);
        QVERIFY(std::abs(values[1] - 0.625) < 1e-12);
        QVERIFY(std::abs(values[0] - 0.5 / 3) < 1e-12);
    }

    void nothing() { QVERIFY(calibrated({}, {}).empty()); }

    void neverFalls()
    {
        std::vector<double> scores;
        std::vector<int> outcomes;
        quint32 state = 7;
        for (int i = 0; i < 500; ++i) {
            state = state * 1664525u + 1013904223u;
            scores.push_back(double(state >> 8) / double(1 << 24));
            state = state * 1664525u + 1013904223u;
            outcomes.push_back(double(state >> 8) / double(1 << 24) < scores.back());
        }
        const std::vector<double> values = calibrated(scores, outcomes);
        for (std::size_t a = 0; a < scores.size(); ++a) {
            // Close to the truth, which is the score itself.
            QVERIFY(std::abs(values[a] - scores[a]) < 0.3);
            for (std::size_t b = 0; b < scores.size(); ++b) {
                QVERIFY(scores[a] > scores[b] || values[a] <= values[b]);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestIsotonic)
#include "tst_isotonic.moc"
