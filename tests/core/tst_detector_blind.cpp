// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/auditfixture.h"

#include "core/audit/detectors/blindthresholds.h"
#include "core/audit/models/responsenotes.h"
#include "core/audit/models/witnesses.h"
#include "core/audit/run/detectorregistry.h"

#include <cmath>

using namespace winnow;
using namespace winnow::test;

namespace {

/// `planted` samples that each model knows blindly with probability `knows`, the rest pure guessing. With
/// `copies` > 1 that many models in a row give the same guess.
std::shared_ptr<const AuditData> guessing(
    int samples, int planted, int models, int options, double knows, quint64 seed, int copies = 1)
{
    stats::Random random(seed);
    AuditDataBuilder builder;
    for (int i = 0; i < samples; ++i) {
        builder.addSample(mcq(i, options, int(random.below(quint64(options)))));
    }
    std::vector<int> guess(std::size_t(samples), 0);
    for (int m = 0; m < models; ++m) {
        ResponseColumn& column
            = builder.addColumn(QStringLiteral("m%1").arg(m, 2, 10, QChar(u'0')), Condition::Blind);
        for (std::size_t i = 0; i < std::size_t(samples); ++i) {
            if (m % copies == 0) {
                guess[i] = int(random.below(quint64(options)));
            }
            const bool known = int(i) < planted && random.chance(knows);
            answer(builder.data(), column, i, known ? builder.data().goldIndex[i] : guess[i]);
        }
    }
    return builder.finish();
}

int flaggedBeyond(const DetectorResult& result, const AuditData& data, int planted, bool good)
{
    int count = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        count += flagOf(result, data, i) != nullptr && (int(i) >= planted) == good;
    }
    return count;
}

} // namespace

class TestDetectorBlind : public QObject {
    Q_OBJECT
private slots:
    void goodSamplesSurvive_data()
    {
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("options");
        for (const int models : {1, 2, 3, 5, 8, 15, 27}) {
            for (const int options : {2, 3, 4, 5, 10, 12}) {
                QTest::addRow("%d models, %d options", models, options) << models << options;
            }
        }
    }
    void goodSamplesSurvive()
    {
        QFETCH(int, models);
        QFETCH(int, options);
        const auto data = guessing(600, 0, models, options, 0, 11);
        const DetectorResult result = evaluate("blind_solvable", *data);
        QVERIFY2(result.flags.size() <= 30, qPrintable(QString::number(result.flags.size())));
    }

    void publishedCutOffDiscardsHalf()
    {
        const auto data = guessing(1000, 0, 27, 4, 0, 5);
        const DetectorResult result = evaluate("blind_solvable", *data,
            {{QStringLiteral("rule"), QStringLiteral("hits")}, {QStringLiteral("hits"), 6},
                {QStringLiteral("operator"), QStringLiteral("more_than")}});
        // 52.9% in expectation.
        QVERIFY2(std::abs(double(result.flags.size()) - 529) < 60,
            qPrintable(QString::number(result.flags.size())));
    }

    void findsWhatModelsKnow()
    {
        const auto data = guessing(500, 60, 12, 4, 0.85, 3);
        const DetectorResult result = evaluate("blind_solvable", *data);
        QVERIFY(flaggedBeyond(result, *data, 60, false) >= 54);
        QVERIFY(flaggedBeyond(result, *data, 60, true) <= 4);
        const FlagDraft& flag = result.flags.front();
        QVERIFY2(
            summaryOf(flag).contains(QStringLiteral("of 12 models answer")), qPrintable(summaryOf(flag)));
        QVERIFY(summaryOf(flag).contains(QStringLiteral("without the image; chance predicts 3")));
        QCOMPARE(flag.evidence.value(QLatin1String("models")).toInt(), 12);
        QVERIFY(!flag.evidence.value(QLatin1String("votes")).toArray().isEmpty());
    }

    void copiesAreNotWitnesses()
    {
        // Eight models of which each four say the same are two.
        const auto data = guessing(800, 0, 8, 4, 0, 9, 4);
        const DetectorResult aware = evaluate("blind_solvable", *data);
        const DetectorResult naive
            = evaluate("blind_solvable", *data, {{QStringLiteral("effective_models"), false}});
        QVERIFY(naive.flags.size() > 40);
        QVERIFY(aware.flags.size() <= 8);
        const DatasetFinding* finding = findingOf(aware, "effective_models");
        QVERIFY(finding != nullptr);
        const double effective = finding->details.value(QLatin1String("effective")).toDouble();
        QVERIFY2(std::abs(effective - 2) < 0.4, qPrintable(QString::number(effective)));
    }

    void lettersThatModelsLikeAreDiscounted()
    {
        // Every model says A three times in four: being right where the key says A is no knowledge.
        stats::Random random(4);
        AuditDataBuilder builder;
        for (int i = 0; i < 400; ++i) {
            builder.addSample(mcq(i, 4, i % 4));
        }
        for (int m = 0; m < 10; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Blind);
            for (std::size_t i = 0; i < 400; ++i) {
                answer(builder.data(), column, i, random.chance(0.75) ? 0 : int(random.below(4)));
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("blind_solvable", *data);
        QVERIFY2(result.flags.size() <= 5, qPrintable(QString::number(result.flags.size())));
        const DetectorResult naive = evaluate("blind_solvable", *data, {{QStringLiteral("habits"), false}});
        QVERIFY2(naive.flags.size() > 60,
            qPrintable(QString::number(naive.flags.size()) + naive.findings.front().summary.english()));
    }

    void openAnswersThatModelsAlwaysGive()
    {
        stats::Random random(8);
        AuditDataBuilder builder;
        for (int i = 0; i < 200; ++i) {
            builder.addSample(open(i, i % 10 == 0 ? QStringLiteral("yes") : QStringLiteral("word%1").arg(i)));
        }
        for (int m = 0; m < 6; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Blind);
            for (std::size_t i = 0; i < 200; ++i) {
                // Mostly "yes", otherwise anything; sample 7 everyone knows.
                const QString said = i == 7 ? QStringLiteral("Word7.")
                    : random.chance(0.8)    ? QStringLiteral("Yes")
                                            : QStringLiteral("thing %1").arg(random.below(50));
                column.codes[i] = builder.intern(said);
                column.scores[i] = column.codes[i] == builder.data().goldCode[i] ? 1 : 0;
            }
        }
        const auto data = builder.finish();
        QCOMPARE(flaggedKeys(evaluate("blind_solvable", *data), *data), QStringList{QStringLiteral("7")});
    }

    void rotationsCountAsOne()
    {
        // Right in one rotation of four each is no circular hit; right in all four is, and nearly never
        // chance.
        AuditDataBuilder builder;
        for (int i = 0; i < 40; ++i) {
            builder.addSample(mcq(i, 4, i % 4));
        }
        for (int m = 0; m < 3; ++m) {
            for (int shift = 0; shift < 4; ++shift) {
                ResponseColumn& column
                    = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Blind, 0, shift);
                for (std::size_t i = 0; i < 40; ++i) {
                    answer(builder.data(), column, i,
                        i == 5 || int(i) % 4 == shift ? builder.data().goldIndex[i]
                                                      : (builder.data().goldIndex[i] + 1 + m) % 4);
                }
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("blind_solvable", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("5")});
        QVERIFY(result.flags.front().evidence.value(QLatin1String("chance")).toDouble() < 0.005);
    }

    void repeatedAttemptsAreOneWitness()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 20; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        for (int attempt = 0; attempt < 10; ++attempt) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m"), Condition::Blind, attempt);
            for (std::size_t i = 0; i < 20; ++i) {
                // Sample 0: 6 of 10 attempts, sample 1: 5 of 10.
                answer(builder.data(), column, i,
                    (i == 0 && attempt < 6) || (i == 1 && attempt < 5) ? 0 : 1 + attempt % 3);
            }
        }
        const auto data = builder.finish();
        const QJsonObject rule{{QStringLiteral("rule"), QStringLiteral("hits")}, {QStringLiteral("hits"), 1},
            {QStringLiteral("operator"), QStringLiteral("at_least")}};
        QCOMPARE(
            flaggedKeys(evaluate("blind_solvable", *data, rule), *data), QStringList{QStringLiteral("0")});
        QVERIFY(evaluate("blind_solvable", *data).flags.empty());
    }

    void datBenchThresholds_data()
    {
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<bool>("isMcq");
        QTest::addColumn<int>("tau");
        QTest::newRow("ChartQA Pro") << QStringLiteral("ChartQA Pro") << false << 1;
        QTest::newRow("RealWorldQA") << QStringLiteral("RealWorldQA") << true << 8;
        QTest::newRow("AI2D_TEST") << QStringLiteral("AI2D_TEST") << true << 5;
        QTest::newRow("MathVision mcq") << QStringLiteral("MathVision") << true << 6;
        QTest::newRow("MathVision open") << QStringLiteral("MathVision") << false << 1;
        QTest::newRow("TallyQA") << QStringLiteral("tally_qa") << false << 6;
        QTest::newRow("CC-OCR scene") << QStringLiteral("CC-OCR Multi-Scene OCR") << false << 5;
        QTest::newRow("CC-OCR KIE") << QStringLiteral("CC-OCR KIE") << false << 1;
        QTest::newRow("MMMU-Pro") << QStringLiteral("MMMU_Pro_10c") << true << 6;
    }
    void datBenchThresholds()
    {
        QFETCH(QString, dataset);
        QFETCH(bool, isMcq);
        QFETCH(int, tau);
        QCOMPARE(datBenchThreshold(dataset, QString(), isMcq).value_or(-1), tau);
        QVERIFY(!datBenchThreshold(QStringLiteral("somebody's own"), QString(), isMcq));
    }

    void missingIsMissing()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 30; ++i) {
            builder.addSample(mcq(i, 5, 0));
        }
        for (int m = 0; m < 8; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Blind);
            for (std::size_t i = 0; i < 30; ++i) {
                if (i == 3 && m >= 4) {
                    continue;
                }
                answer(builder.data(), column, i, i == 3 ? 0 : 1 + int(i + std::size_t(m)) % 4);
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("blind_solvable", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("3")});
        QCOMPARE(result.flags.front().evidence.value(QLatin1String("models")).toInt(), 4);
        const DetectorResult strict = evaluate("blind_solvable", *data, {{QStringLiteral("min_models"), 5}});
        QVERIFY(strict.flags.empty());
        QVERIFY(strict.notes.join(u' ').contains(QStringLiteral("1 sample")));
    }

    void oddInput_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("options");
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("mode"); // 0 all right, 1 all wrong, 2 no responses
        for (const int mode : {0, 1, 2}) {
            QTest::addRow("one option, mode %d", mode) << 20 << 1 << 5 << mode;
            QTest::addRow("twelve options, mode %d", mode) << 20 << 12 << 5 << mode;
            QTest::addRow("one model, mode %d", mode) << 20 << 4 << 1 << mode;
            QTest::addRow("one sample, mode %d", mode) << 1 << 4 << 3 << mode;
        }
        QTest::addRow("nothing at all") << 0 << 4 << 3 << 0;
    }
    void oddInput()
    {
        QFETCH(int, samples);
        QFETCH(int, options);
        QFETCH(int, models);
        QFETCH(int, mode);
        AuditDataBuilder builder;
        for (int i = 0; i < samples; ++i) {
            builder.addSample(mcq(i, options, i % options));
        }
        for (int m = 0; m < models; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Blind);
            for (std::size_t i = 0; i < std::size_t(samples) && mode != 2; ++i) {
                const int gold = builder.data().goldIndex[i];
                answer(builder.data(), column, i, mode == 0 ? gold : (gold + 1) % options);
                if (mode == 1) {
                    column.scores[i] = 0;
                }
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("blind_solvable", *data);
        if (mode != 0 || options == 1 || samples == 0) {
            QVERIFY(result.flags.empty());
        }
        if (mode == 2 || options == 1 || samples == 0) {
            QVERIFY(!result.notes.isEmpty());
        }
    }

    void visionGainOfEachModel()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 100; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        ResponseColumn& blind = builder.addColumn(QStringLiteral("sees"), Condition::Blind);
        for (std::size_t i = 0; i < 100; ++i) {
            answer(builder.data(), blind, i, i < 25 ? 0 : 1);
        }
        ResponseColumn& sighted = builder.addColumn(QStringLiteral("sees"), Condition::Standard);
        for (std::size_t i = 0; i < 100; ++i) {
            answer(builder.data(), sighted, i, i < 75 ? 0 : 1);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("blind_solvable", *data);
        const DatasetFinding* finding = findingOf(result, "multimodal_gain");
        QVERIFY(finding != nullptr);
        const QJsonObject row = finding->details.value(QLatin1String("models")).toArray().first().toObject();
        QCOMPARE(row.value(QLatin1String("gain")).toDouble(), 0.5);
        QVERIFY(row.value(QLatin1String("low")).toDouble() > 0.35);
        QVERIFY(!finding->notable);
        QVERIFY(findingOf(result, "multimodal_leakage") == nullptr);
    }

    void leakageIsWhatIsBlindlyMoreThanTheLanguageModelAlone()
    {
        // The worked example of MMStar for LLaVA-Next-34B: 52.1, 22.7, 20.3 make a gain of 29.4 and a leakage
        // of 2.4.
        AuditDataBuilder builder;
        for (int i = 0; i < 1000; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        const auto add = [&](Condition condition, const char* setting, std::size_t right) {
            ResponseColumn& column
                = builder.addColumn(QStringLiteral("next"), condition, 0, 0, QString::fromLatin1(setting));
            for (std::size_t i = 0; i < 1000; ++i) {
                answer(builder.data(), column, i, i < right ? 0 : 1);
            }
        };
        add(Condition::Standard, "", 521);
        add(Condition::Blind, "", 227);
        add(Condition::Blind, "LLM", 203);
        const auto data = builder.finish();
        const DetectorResult result = evaluate("blind_solvable", *data);
        const auto first = [&](const char* id) {
            return findingOf(result, id)->details.value(QLatin1String("models"))[0].toObject();
        };
        QVERIFY(std::abs(first("multimodal_gain").value(QLatin1String("gain")).toDouble() - .294) < 1e-9);
        const QJsonObject leakage = first("multimodal_leakage");
        QVERIFY(std::abs(leakage.value(QLatin1String("leakage")).toDouble() - .024) < 1e-9);
        QVERIFY(leakage.value(QLatin1String("low")).toDouble() > 0);
        QVERIFY(findingOf(result, "multimodal_leakage")->notable);
    }

    void aLanguageModelAloneIsAWitnessOfItsOwn()
    {
        // Three models without the image, and the language model of one of them, which knows the first twenty
        // samples where its model does not.
        AuditDataBuilder builder;
        for (int i = 0; i < 100; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        const auto add = [&](const char* model, const char* setting, auto&& right) {
            ResponseColumn& column = builder.addColumn(
                QString::fromLatin1(model), Condition::Blind, 0, 0, QString::fromLatin1(setting));
            for (std::size_t i = 0; i < 100; ++i) {
                answer(builder.data(), column, i, right(i) ? 0 : 1 + int(i % 3));
            }
        };
        add("alpha", "", [](std::size_t i) { return i >= 20 && i < 40; });
        add("alpha", "llm", [](std::size_t i) { return i < 20; });
        add("beta", "", [](std::size_t i) { return i < 20; });
        add("gamma", "", [](std::size_t i) { return i < 20; });
        const auto data = builder.finish();

        const std::vector<ModelView> models = modelsOf(*data, Condition::Blind);
        QCOMPARE(models.size(), std::size_t(4));
        QCOMPARE(models[1].model, QStringLiteral("alpha (llm)"));
        QVERIFY(models[1].languageModelAlone && models[1].family != models[0].family);

        // Of two, none is more than half of the attempts: as another attempt of alpha it would be no hit.
        const DetectorResult result = evaluate("blind_solvable", *data,
            {{QStringLiteral("rule"), QStringLiteral("hits")}, {QStringLiteral("hits"), 3},
                {QStringLiteral("operator"), QStringLiteral("at_least")}});
        QCOMPARE(result.flags.size(), std::size_t(20));
        const QJsonObject& evidence = result.flags.front().evidence;
        QCOMPARE(evidence.value(QLatin1String("hits")).toInt(), 3);
        QCOMPARE(evidence.value(QLatin1String("models")).toInt(), 4);
        QCOMPARE(evidence.value(QLatin1String("right")).toArray(),
            (QJsonArray{QStringLiteral("alpha (llm)"), QStringLiteral("beta"), QStringLiteral("gamma")}));
        // It contradicts no attempt of alpha; two runs of alpha itself would.
        const SentenceList notes = responseNotes(
            DetectorRegistry::instance().find(QStringLiteral("blind_solvable"))->info(), *data);
        QVERIFY2(notes.isEmpty(), qPrintable(notes.join(u' ')));
    }
};

QTEST_APPLESS_MAIN(TestDetectorBlind)
#include "tst_detector_blind.moc"
