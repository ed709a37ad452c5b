// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/auditfixture.h"

#include "core/audit/models/labelmodel.h"
#include "core/audit/models/weightedvote.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"
#include "core/stats/ranking.h"
#include "tests/support/mmluredux.h"

#include <cmath>

using namespace winnow;
using namespace winnow::test;

namespace {

/// `models` models of different families, right with probability `skill`; samples below `wrongKeys` have a
/// key one letter off what the models take for right.
std::shared_ptr<const AuditData> answered(int samples, int wrongKeys, int models, double skill, quint64 seed)
{
    stats::Random random(seed);
    AuditDataBuilder builder;
    std::vector<int> truth;
    for (int i = 0; i < samples; ++i) {
        truth.push_back(int(random.below(4)));
        builder.addSample(mcq(i, 4, i < wrongKeys ? (truth.back() + 1) % 4 : truth.back()));
    }
    for (int m = 0; m < models; ++m) {
        ResponseColumn& column = builder.addColumn(
            QStringLiteral("m%1").arg(m), Condition::Standard, 0, 0, QString(), QStringLiteral("f%1").arg(m));
        for (std::size_t i = 0; i < std::size_t(samples); ++i) {
            answer(builder.data(), column, i, random.chance(skill) ? truth[i] : int(random.below(4)));
        }
    }
    return builder.finish();
}

/// Two scores of the same samples, and which samples are in error.
class Ranking {
public:
    void add(double baseline, double score, bool error)
    {
        m_baseline.push_back(baseline);
        m_score.push_back(score);
        m_error.push_back(error);
    }
    double baseline() const { return stats::areaUnderCurve(m_baseline, m_error).value; }
    double area() const { return stats::areaUnderCurve(m_score, m_error).value; }
    /// 95% interval of the difference of the areas, by resampling samples.
    stats::Interval gain() const
    {
        constexpr std::size_t kResamples = 400;
        stats::Random random(1);
        std::vector<double> gains;
        for (std::size_t r = 0; r < kResamples; ++r) {
            Ranking sample;
            for (std::size_t i = 0; i < m_error.size(); ++i) {
                const std::size_t at = random.below(m_error.size());
                sample.add(m_baseline[at], m_score[at], m_error[at] != 0);
            }
            gains.push_back(sample.area() - sample.baseline());
        }
        std::sort(gains.begin(), gains.end());
        return {gains[kResamples / 40], gains[kResamples - 1 - kResamples / 40]};
    }

private:
    std::vector<double> m_baseline;
    std::vector<double> m_score;
    std::vector<int> m_error;
};

} // namespace

class TestDetectorLabel : public QObject {
    Q_OBJECT
private slots:
    void wrongKeysAreFound()
    {
        const auto data = answered(800, 60, 9, 0.85, 2);
        const DetectorResult consensus = evaluate("consensus_against_gold", *data);
        int found = 0;
        for (std::size_t i = 0; i < 800; ++i) {
            const bool flagged = flagOf(consensus, *data, i) != nullptr;
            found += flagged && i < 60;
            QVERIFY(!flagged || i < 60);
        }
        QVERIFY2(found >= 54, qPrintable(QString::number(found)));
        const FlagDraft* flag = flagOf(consensus, *data, 0);
        QVERIFY(flag != nullptr);
        QVERIFY2(
            summaryOf(*flag).contains(QStringLiteral("of 9 models answer")), qPrintable(summaryOf(*flag)));
        QCOMPARE(flag->evidence.value(QLatin1String("scale")).toString(), QStringLiteral("rank"));
        const DetectorResult failure = evaluate("unanimous_failure", *data);
        for (const FlagDraft& wrong : failure.flags) {
            QVERIFY(wrong.sampleId.value <= 60);
        }
        QVERIFY(failure.flags.size() >= 5);
    }

    void unanimousFailureNeedsModelsAndFamilies()
    {
        const auto few = answered(50, 10, 4, 1, 3);
        const DetectorResult result = evaluate("unanimous_failure", *few);
        QVERIFY(result.flags.empty());
        QVERIFY2(result.notes.join(u' ').contains(QStringLiteral("fewer than 5 models")),
            qPrintable(result.notes.join(u' ')));
        QCOMPARE(evaluate("unanimous_failure", *few, {{QStringLiteral("min_models"), 4}}).flags.size(), 10u);

        AuditDataBuilder builder;
        for (int i = 0; i < 12; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        for (int m = 0; m < 8; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("same-%1").arg(m), Condition::Standard);
            for (std::size_t i = 0; i < 12; ++i) {
                answer(builder.data(), column, i, i < 10 ? 1 : 0);
            }
        }
        const auto family = builder.finish();
        QVERIFY(evaluate("unanimous_failure", *family).flags.empty());
        QCOMPARE(
            evaluate("unanimous_failure", *family, {{QStringLiteral("min_families"), 1}}).flags.size(), 10u);
    }

    void theFirstAttemptCounts()
    {
        AuditDataBuilder builder;
        builder.addSample(mcq(0, 4, 0));
        builder.addSample(mcq(1, 4, 0));
        for (int m = 0; m < 6; ++m) {
            for (int attempt = 0; attempt < 3; ++attempt) {
                ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard,
                    attempt, 0, QString(), QStringLiteral("f%1").arg(m));
                answer(builder.data(), column, 0, m == 3 && attempt == 0 ? 0 : 1);
                answer(builder.data(), column, 1, m == 3 && attempt > 0 ? 0 : 2);
            }
        }
        const auto data = builder.finish();
        QCOMPARE(flaggedKeys(evaluate("unanimous_failure", *data), *data), QStringList{QStringLiteral("1")});
    }

    void missingResponsesAreNotVotes()
    {
        AuditDataBuilder builder;
        // From the fourth on everyone is right: that is how the models are known to be able.
        for (int i = 0; i < 40; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        for (int m = 0; m < 7; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard, 0,
                0, QString(), QStringLiteral("f%1").arg(m));
            answer(builder.data(), column, 0, 1);
            if (m < 2) {
                answer(builder.data(), column, 1, 1);
            }
            column.codes[2] = kNoAnswer;
            column.scores[2] = 1;
            for (std::size_t i = 3; i < 40; ++i) {
                answer(builder.data(), column, i, 0);
            }
        }
        const auto data = builder.finish();
        const DetectorResult consensus = evaluate("consensus_against_gold", *data);
        QCOMPARE(flaggedKeys(consensus, *data), QStringList{QStringLiteral("0")});
        QVERIFY(
            consensus.notes.join(u' ').contains(QStringLiteral("with scores but without readable answers")));
        QCOMPARE(flaggedKeys(evaluate("unanimous_failure", *data), *data), QStringList{QStringLiteral("0")});
    }

    void openAnswersCountByWhatTheScorerSays()
    {
        AuditDataBuilder builder;
        builder.addSample(open(0, QStringLiteral("twelve")));
        builder.addSample(open(1, QStringLiteral("a cat")));
        for (int i = 2; i < 40; ++i) {
            builder.addSample(open(i, QStringLiteral("word %1").arg(i)));
        }
        for (int m = 0; m < 5; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard, 0,
                0, QString(), QStringLiteral("f%1").arg(m));
            column.codes[0] = builder.intern(QStringLiteral("12"));
            column.scores[0] = 1;
            column.codes[1] = builder.intern(QStringLiteral("Dog"));
            column.scores[1] = 0;
            for (std::size_t i = 2; i < 40; ++i) {
                column.codes[i] = builder.data().goldCode[i];
                column.scores[i] = 1;
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("consensus_against_gold", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("1")});
        QVERIFY(summaryOf(result.flags.front()).contains(QStringLiteral("answer Dog")));
    }

    void aFamilyIsOneWitness_data()
    {
        QTest::addColumn<bool>("related");
        QTest::newRow("eight models of one family against the key") << true;
        QTest::newRow("eight models of eight families against the key") << false;
    }

    void aFamilyIsOneWitness()
    {
        QFETCH(bool, related);
        constexpr int kSamples = 300;
        stats::Random random(5);
        AuditDataBuilder builder;
        for (int i = 0; i < kSamples; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        std::vector<int> shared;
        for (int i = 0; i < kSamples; ++i) {
            shared.push_back(random.chance(0.6) ? 0 : int(random.below(4)));
        }
        for (int m = 0; m < 11; ++m) {
            const bool clone = m < 8;
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard, 0,
                0, QString(), clone && related ? QStringLiteral("clones") : QStringLiteral("f%1").arg(m));
            for (std::size_t i = 0; i < kSamples; ++i) {
                const int own = random.chance(0.6) ? 0 : int(random.below(4));
                answer(builder.data(), column, i,
                    i == 0                 ? (clone   ? 1
                                            : m == 10 ? 2
                                                      : 0)
                        : clone && related ? (random.chance(0.9) ? shared[i] : own)
                                           : own);
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("label_quality", *data);
        QVERIFY2((flagOf(result, *data, 0) != nullptr) == !related,
            qPrintable(QString::number(double(result.ranking[0]))));
    }

    void manyModelsOfOneFamilyStayInRange()
    {
        stats::Random random(8);
        AuditDataBuilder builder;
        for (int i = 0; i < 40; ++i) {
            builder.addSample(mcq(i, 26, i == 0 ? 1 : 0));
        }
        for (int m = 0; m < 120; ++m) {
            for (int attempt = 0; attempt < 6; ++attempt) {
                ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard,
                    attempt, 0, QString(), m < 110 ? QStringLiteral("big") : QStringLiteral("f%1").arg(m));
                for (std::size_t i = 0; i < 40; ++i) {
                    answer(builder.data(), column, i, random.chance(0.5) ? 0 : int(random.below(26)));
                }
            }
        }
        const auto data = builder.finish();
        const std::vector<LabelBelief> beliefs = labelBeliefs(*data);
        for (const LabelBelief& belief : beliefs) {
            QVERIFY(std::abs(belief.sound + belief.wrongGold + belief.ambiguous - 1) < 1e-9);
        }
        QVERIFY2(beliefs[0].wrongGold > 0.5, qPrintable(QString::number(beliefs[0].wrongGold)));
    }

    void openAnswersAreShownAsTheyWereGiven()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 60; ++i) {
            Sample sample;
            sample.sourceIndex = QString::number(i);
            sample.question = QStringLiteral("What does sign %1 say?").arg(i);
            sample.gold = QStringLiteral("R-%1").arg(i);
            builder.addSample(sample);
        }
        for (int m = 0; m < 8; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard, 0,
                0, QString(), QStringLiteral("f%1").arg(m));
            for (std::size_t i = 0; i < 60; ++i) {
                column.codes[i] = builder.intern(
                    i == 0 ? QStringLiteral("O-6447 (Main\n St)") : QStringLiteral("R-%1").arg(i));
                column.scores[i] = i == 0 ? 0.0f : 1.0f;
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("label_quality", *data);
        QCOMPARE(int(result.flags.size()), 1);
        QVERIFY2(summaryOf(result.flags.front()).contains(QStringLiteral("answer O-6447 (Main St),")),
            qPrintable(summaryOf(result.flags.front())));
    }

    void scoresByAnotherKeyAreCalledSo()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 60; ++i) {
            Sample sample;
            sample.sourceIndex = QString::number(i);
            sample.question = QStringLiteral("How many are there in picture %1?").arg(i);
            sample.gold = QString::number(50 + i);
            builder.addSample(sample);
        }
        for (int m = 0; m < 8; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard, 0,
                0, QString(), QStringLiteral("f%1").arg(m));
            for (std::size_t i = 0; i < 60; ++i) {
                column.codes[i] = builder.intern(QString::number(50 + int(i)));
                column.scores[i] = i == 0 ? 0.0f : 1.0f;
            }
        }
        const auto data = builder.finish();
        for (const char* detector : {"label_quality", "consensus_against_gold"}) {
            const DetectorResult result = evaluate(detector, *data);
            QCOMPARE(int(result.flags.size()), 1);
            QCOMPARE(summaryOf(result.flags.front()),
                QStringLiteral(
                    "8 of 8 models give the gold answer 50 and are scored wrong: the responses were "
                    "scored with another key"));
        }
    }

    void constantColumnsAndNoData()
    {
        AuditDataBuilder builder;
        QVERIFY(evaluate("consensus_against_gold", builder.data()).flags.empty());
        QVERIFY(evaluate("unanimous_failure", builder.data()).flags.empty());
        for (int i = 0; i < 10; ++i) {
            builder.addSample(mcq(i, i == 0 ? 1 : 12, 0));
        }
        for (int m = 0; m < 5; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard, 0,
                0, QString(), QStringLiteral("f%1").arg(m));
            for (std::size_t i = 0; i < 10; ++i) {
                answer(builder.data(), column, i, 0);
            }
        }
        const auto data = builder.finish();
        QVERIFY(evaluate("consensus_against_gold", *data).flags.empty());
        QVERIFY(evaluate("unanimous_failure", *data).flags.empty());
    }

    void rankingBeatsTheSimpleShareOnMmluRedux()
    {
        const QString folder = sharedData();
        QStringList verdicts;
        const auto data = folder.isEmpty() ? nullptr : mmluRedux(folder, verdicts);
        if (!data) {
            QSKIP("mmlu_redux is not beside the checkout");
        }
        const std::vector<ModelView> models = modelsOf(*data, Condition::Standard);
        QCOMPARE(int(models.size()), 14);
        const std::vector<float> doubt = evaluate("consensus_against_gold", *data).ranking;
        const std::vector<float> belief = evaluate("label_quality", *data).ranking;
        const DetectorResult incomplete = evaluate("question_incomplete", *data);
        QCOMPARE(doubt.size(), data->size());
        const std::vector<VoteSummary> votes = weightedVotes(*data, models);
        Ranking wrongKey;
        Ranking wrongKeyByStories;
        Ranking anyError;
        Ranking withText;
        int flaggedErrors = 0;
        for (std::size_t i = 0; i < data->size(); ++i) {
            const QString& verdict = verdicts[qsizetype(i)];
            const double share = 1 - double(votes[i].forGold) / double(models.size());
            const bool error = verdict != u"ok";
            if (!error || verdict == u"wrong_groundtruth") {
                wrongKey.add(share, double(doubt[i]), error);
                wrongKeyByStories.add(share, double(belief[i]), error);
            }
            if (verdict != u"expert") {
                anyError.add(share, double(doubt[i]), error);
                const double gap = double(incomplete.preview->scores[i]);
                withText.add(share, 1 - (1 - double(doubt[i])) * (1 - gap), error);
            }
            flaggedErrors += error && flagOf(incomplete, *data, i) != nullptr;
        }
        // The baseline comes out as published beside the data.
        QVERIFY(std::abs(wrongKey.baseline() - .799) < 0.001);
        QVERIFY(std::abs(anyError.baseline() - .691) < 0.001);
        for (const auto& [name, ranking] :
            {std::pair{"wrong key", &wrongKey}, {"wrong key, by label_quality", &wrongKeyByStories},
                {"any error", &anyError}, {"any error, with the texts", &withText}}) {
            const stats::Interval gain = ranking->gain();
            qInfo("%s: area %.4f beside %.4f, difference [%.4f, %.4f]", name, ranking->area(),
                ranking->baseline(), gain.low, gain.high);
        }
        QVERIFY(wrongKey.area() > wrongKey.baseline());
        QVERIFY(wrongKeyByStories.area() > wrongKeyByStories.baseline() + 0.005);
        QVERIFY(anyError.gain().low > 0);
        QVERIFY(withText.gain().low > 0.005);
        QVERIFY2(flaggedErrors >= 0.8 * double(incomplete.flags.size()) && flaggedErrors >= 17,
            qPrintable(QString::number(flaggedErrors)));
    }
};

QTEST_APPLESS_MAIN(TestDetectorLabel)
#include "tst_detector_label.moc"
