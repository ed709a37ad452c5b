// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/auditfixture.h"

#include "core/audit/models/labelmodel.h"
#include "core/audit/models/letterprior.h"

#include <cmath>

using namespace winnow;
using namespace winnow::test;

namespace {

/// Twelve models of rising skill, each of its own family. Sample 0: the key is wrong. Sample 1: hard, and a
/// distractor draws most guesses. Sample 2: two answers are right, each model sways between them.
std::shared_ptr<const AuditData> stories(quint64 seed)
{
    stats::Random random(seed);
    AuditDataBuilder builder;
    for (int i = 0; i < 300; ++i) {
        builder.addSample(mcq(i, 4, 0));
    }
    for (int m = 0; m < 12; ++m) {
        const double skill = 0.35 + 0.05 * m;
        for (int attempt = 0; attempt < 3; ++attempt) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m, 2, 10, QChar(u'0')),
                Condition::Standard, attempt, 0, QString(), QStringLiteral("f%1").arg(m));
            for (std::size_t i = 0; i < 300; ++i) {
                stats::Random own(seed * 1000 + i * 40 + std::size_t(m));
                const bool knows = own.chance(skill);
                const int guess = int(own.below(4));
                int option = knows ? 0 : guess;
                if (i == 0) {
                    option = knows || m > 3 ? 1 : guess;
                } else if (i == 1) {
                    option = m >= 9 ? 0 : m % 3 == 2 ? 3 : 1;
                } else if (i == 2) {
                    option = random.chance(0.5) ? 0 : 2;
                }
                answer(builder.data(), column, i, option);
            }
        }
    }
    return builder.finish();
}

} // namespace

class TestDetectorFormats : public QObject {
    Q_OBJECT
private slots:
    void storiesAreToldApart()
    {
        const auto data = stories(3);
        const std::vector<LabelBelief> beliefs = labelBeliefs(*data);
        QVERIFY2(beliefs[0].wrongGold > 0.9, qPrintable(QString::number(beliefs[0].wrongGold)));
        QCOMPARE(beliefs[0].other, 1);
        QVERIFY2(beliefs[1].wrongGold < 0.5, qPrintable(QString::number(beliefs[1].wrongGold)));
        QVERIFY2(beliefs[2].ambiguous > 0.9, qPrintable(QString::number(beliefs[2].ambiguous)));
        for (const LabelBelief& belief : beliefs) {
            QVERIFY(std::abs(belief.sound + belief.wrongGold + belief.ambiguous - 1) < 1e-9);
        }
        const DetectorResult result = evaluate("label_quality", *data);
        QCOMPARE(flagOf(result, *data, 0)->kind, QStringLiteral("label_incorrect"));
        QCOMPARE(flagOf(result, *data, 2)->kind, QStringLiteral("label_ambiguous"));
        QVERIFY(flagOf(result, *data, 1) == nullptr);
        QVERIFY2(result.flags.size() <= 5, qPrintable(QString::number(result.flags.size())));
    }

    void labelQualityOnOddData_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("options");
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("chosen");
        QTest::newRow("nothing") << 0 << 4 << 3 << 0;
        QTest::newRow("one option") << 10 << 1 << 6 << 0;
        QTest::newRow("all right") << 10 << 12 << 6 << 0;
        QTest::newRow("one model") << 10 << 4 << 1 << 1;
        QTest::newRow("no answers") << 10 << 4 << 6 << -1;
    }
    void labelQualityOnOddData()
    {
        QFETCH(int, samples);
        QFETCH(int, options);
        QFETCH(int, models);
        QFETCH(int, chosen);
        AuditDataBuilder builder;
        for (int i = 0; i < samples; ++i) {
            builder.addSample(mcq(i, options, 0));
        }
        for (int m = 0; m < models; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard, 0,
                0, QString(), QStringLiteral("f%1").arg(m));
            for (std::size_t i = 0; i < std::size_t(samples) && chosen >= 0; ++i) {
                answer(builder.data(), column, i, chosen);
            }
        }
        const auto data = builder.finish();
        QVERIFY(evaluate("label_quality", *data).flags.empty());
    }

    void rightOnlyWithTheOptions()
    {
        stats::Random random(5);
        AuditDataBuilder builder;
        for (int i = 0; i < 120; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        for (int m = 0; m < 8; ++m) {
            const QString name = QStringLiteral("m%1").arg(m);
            ResponseColumn closed = builder.addColumn(name, Condition::Standard);
            builder.data().columns.pop_back();
            ResponseColumn open = closed;
            open.condition = Condition::OpenEnded;
            for (std::size_t i = 0; i < 120; ++i) {
                // Samples from 60 on are hard: whoever is right there guessed, and loses it openly as
                // expected.
                const bool knows = i < 60 && random.chance(0.9);
                answer(builder.data(), closed, i, i == 7 || knows ? 0 : int(random.below(4)));
                open.scores[i] = i == 7 ? 0 : knows ? 1 : 0;
                open.codes[i] = builder.intern(
                    open.scores[i] > 0 ? QStringLiteral("choice 0 of %1").arg(i) : QStringLiteral("no idea"));
            }
            builder.data().columns.push_back(closed);
            builder.data().columns.push_back(open);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("mcq_inflated", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("7")});
        QVERIFY2(summaryOf(result.flags.front()).contains(QStringLiteral("wrong without the options")),
            qPrintable(summaryOf(result.flags.front())));
        QVERIFY(findingOf(result, "open_ended_drop") != nullptr);
    }

    void nothingToCompare()
    {
        AuditDataBuilder builder;
        builder.addSample(mcq(0, 4, 0));
        const auto data = builder.finish();
        const DetectorResult result = evaluate("mcq_inflated", *data);
        QVERIFY(result.flags.empty());
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("nothing was compared")));
    }

    void likingForLetters_data()
    {
        QTest::addColumn<bool>("probabilities");
        QTest::newRow("probabilities") << true;
        QTest::newRow("votes") << false;
    }
    void likingForLetters()
    {
        QFETCH(bool, probabilities);
        // P(letter) is the liking for the letter times the belief in what stands there.
        const std::vector<double> liking{0.55, 0.15, 0.15, 0.15};
        stats::Random random(4);
        AuditDataBuilder builder;
        std::vector<std::vector<double>> belief;
        for (int i = 0; i < 200; ++i) {
            Sample sample = mcq(i, 4, int(random.below(4)));
            for (int shift = 1; shift < 4; ++shift) {
                QString permutation;
                for (int j = 0; j < 4; ++j) {
                    permutation += optionLetter((j + shift) % 4);
                }
                sample.rotations.append({shift, QString(), permutation, QString()});
            }
            builder.addSample(sample);
            belief.emplace_back(4, 0.2);
            belief.back()[std::size_t(sample.goldIndex())] = 0.4;
        }
        for (int shift = 0; shift < 4; ++shift) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m"), Condition::Circular, 0, shift);
            column.shown.assign(200, -1);
            column.probabilityOffsets.push_back(0);
            for (std::size_t i = 0; i < 200; ++i) {
                std::vector<double> byBase(4);
                std::size_t best = 0;
                for (std::size_t letter = 0; letter < 4; ++letter) {
                    const std::size_t base = (letter + std::size_t(shift)) % 4;
                    byBase[base] = liking[letter] * belief[i][base];
                    best = byBase[base] > byBase[best] ? base : best;
                }
                answer(builder.data(), column, i, int(best));
                column.shown[i] = qint16((best + 4 - std::size_t(shift)) % 4);
                for (const double p : byBase) {
                    column.probabilities.push_back(float(p));
                }
                column.probabilityOffsets.push_back(quint32(column.probabilities.size()));
            }
            if (!probabilities) {
                column.probabilities.clear();
                column.probabilityOffsets.clear();
            }
        }
        const auto data = builder.finish();
        const auto prior = letterPrior(*data, modelsOf(*data, Condition::Circular).front(), 4);
        QVERIFY(prior.has_value());
        QCOMPARE(prior->samples, 200);
        QCOMPARE(prior->fromProbabilities, probabilities);
        QVERIFY(prior->prior[0] > prior->prior[1] + 0.2);
        if (probabilities) {
            for (std::size_t letter = 0; letter < 4; ++letter) {
                QVERIFY(std::abs(prior->prior[letter] - liking[letter]) < 1e-4);
            }
            QVERIFY(prior->accuracy < 0.6);
            QCOMPARE(prior->debiased, 1.0);
        }
        const DetectorResult result = evaluate("mcq_position_bias", *data);
        QVERIFY(findingOf(result, "letter_prior") != nullptr && findingOf(result, "letter_prior")->notable);
        QVERIFY(!letterPrior(*data, modelsOf(*data, Condition::Circular).front(), 5).has_value());
    }

    void confidentLearningOverAFixedSet_data()
    {
        QTest::addColumn<bool>("probabilities");
        QTest::newRow("votes") << false;
        QTest::newRow("option probabilities, some of them unusable") << true;
    }
    void confidentLearningOverAFixedSet()
    {
        QFETCH(bool, probabilities);
        stats::Random random(3);
        AuditDataBuilder builder;
        std::vector<int> truth;
        for (int i = 0; i < 80; ++i) {
            // Yes and no stand in either order: letters are no classes, contents are.
            Sample sample = mcq(i, 2, 0);
            const bool swapped = random.chance(0.5);
            sample.options = {swapped ? QStringLiteral("No") : QStringLiteral("Yes"),
                swapped ? QStringLiteral("Yes") : QStringLiteral("No")};
            truth.push_back(int(random.below(2)));
            sample.gold = optionLetter(i < 4 ? 1 - truth.back() : truth.back());
            builder.addSample(sample);
        }
        for (int m = 0; m < 5; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard);
            column.probabilityOffsets.push_back(0);
            for (std::size_t i = 0; i < 80; ++i) {
                const int option = random.chance(0.95) ? truth[i] : 1 - truth[i];
                answer(builder.data(), column, i, option);
                if (probabilities && i != 10) {
                    // Not normalised, and now and then not a number.
                    const float bad = std::numeric_limits<float>::quiet_NaN();
                    column.probabilities.push_back(i % 20 == 7 && m == 1 ? bad : option == 0 ? 1.8f : 0.2f);
                    column.probabilities.push_back(i % 20 == 7 && m == 1 ? bad : option == 0 ? 0.2f : 1.8f);
                }
                column.probabilityOffsets.push_back(quint32(column.probabilities.size()));
            }
            if (!probabilities) {
                column.probabilityOffsets.clear();
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("confident_learning", *data);
        QCOMPARE(flaggedKeys(result, *data),
            (QStringList{
                QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
        QCOMPARE(result.flags.front().evidence.value(QLatin1String("source")).toString(),
            probabilities ? QStringLiteral("probabilities") : QStringLiteral("votes"));
    }

    void confidentLearningNeedsAFixedSet()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 100; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("confident_learning", *data);
        QVERIFY(result.flags.empty());
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("no fixed set")));
    }
};

QTEST_APPLESS_MAIN(TestDetectorFormats)
#include "tst_detector_formats.moc"
