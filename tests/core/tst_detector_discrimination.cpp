// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/coverageloader.h"
#include "core/store/decisionstore.h"
#include "tests/core/auditfixture.h"
#include "tests/support/testproject.h"

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr int kSamples = 60;

/// `models` models of growing strength answer 60 samples, sample i being solved by those above its
/// difficulty. Sample 7 is solved by the weak half only, 8 by everyone, 9 by nobody.
std::shared_ptr<const AuditData> graded(int models)
{
    AuditDataBuilder builder;
    for (int i = 0; i < kSamples; ++i) {
        builder.addSample(mcq(i, 4, i % 4));
    }
    stats::Random random(5);
    for (int m = 0; m < models; ++m) {
        ResponseColumn& column = builder.addColumn(QStringLiteral("model-%1").arg(m, 2, 10, QChar(u'0')),
            Condition::Standard, 0, 0, {}, QStringLiteral("family-%1").arg(m));
        for (int i = 0; i < kSamples; ++i) {
            const double strength = (m + 0.5) / models;
            bool right = random.chance(0.15 + 0.7 * strength);
            if (i == 7) {
                right = m < models / 2;
            } else if (i == 8 || i == 9) {
                right = i == 8;
            }
            answer(builder.data(), column, std::size_t(i), right ? i % 4 : (i + 1) % 4);
        }
    }
    return builder.finish();
}

} // namespace

class TestDetectorDiscrimination : public QObject {
    Q_OBJECT
private slots:
    void planted()
    {
        const auto data = graded(27);
        QCOMPARE(flaggedKeys(evaluate("saturated", *data), *data), QStringList{QStringLiteral("8")});
        const DetectorResult negative = evaluate("negative_discrimination", *data);
        QCOMPARE(flaggedKeys(negative, *data), QStringList{QStringLiteral("7")});
        const QJsonObject evidence = negative.flags.front().evidence;
        QVERIFY(evidence.value(QLatin1String("r")).toDouble() < -0.5);
        // METHODS A6: |r| is significant above .381 with 27 models.
        QVERIFY(std::abs(evidence.value(QLatin1String("critical_r")).toDouble() - 0.381) < 0.001);
        const DatasetFinding* finding = findingOf(negative, "discrimination");
        QVERIFY(finding != nullptr);
        QVERIFY(!finding->notable);
        QVERIFY(finding->details.value(QLatin1String("mean")).toDouble() > 0.1);
        QVERIFY(negative.notes.join(u' ').contains(QStringLiteral("everyone or nobody")));
    }

    /// Half the able models hit the backward sample by luck; without the options in view they miss it too.
    void openEndedAnswersTellLuckFromKnowledge()
    {
        constexpr int kModels = 20;
        for (const bool openEnded : {false, true}) {
            AuditDataBuilder builder;
            for (int i = 0; i < kSamples; ++i) {
                builder.addSample(mcq(i, 4, i % 4));
            }
            stats::Random random(6);
            for (int m = 0; m < kModels; ++m) {
                const QString model = QStringLiteral("model-%1").arg(m, 2, 10, QChar(u'0'));
                const QString family = QStringLiteral("family-%1").arg(m);
                const double strength = (m + 0.5) / kModels;
                const auto knows
                    = [&](int i) { return i == 7 ? m < kModels / 2 : random.chance(0.15 + 0.7 * strength); };
                std::vector<bool> known;
                for (int i = 0; i < kSamples; ++i) {
                    known.push_back(knows(i));
                }
                ResponseColumn& column = builder.addColumn(model, Condition::Standard, 0, 0, {}, family);
                for (int i = 0; i < kSamples; ++i) {
                    const bool right = known[std::size_t(i)] || (i == 7 && m % 2 == 1);
                    answer(builder.data(), column, std::size_t(i), right ? i % 4 : (i + 1) % 4);
                }
                if (openEnded) {
                    ResponseColumn& open = builder.addColumn(model, Condition::OpenEnded, 0, 0, {}, family);
                    for (int i = 0; i < kSamples; ++i) {
                        open.scores[std::size_t(i)] = known[std::size_t(i)] ? 1.0f : 0.0f;
                    }
                }
            }
            const auto data = builder.finish();
            const DetectorResult negative = evaluate("negative_discrimination", *data);
            QCOMPARE(
                flaggedKeys(negative, *data), openEnded ? QStringList{QStringLiteral("7")} : QStringList());
        }
    }

    void fewModelsAreWarnedOf()
    {
        const auto data = graded(13);
        const DetectorResult result = evaluate("negative_discrimination", *data);
        const DatasetFinding* finding = findingOf(result, "discrimination");
        QVERIFY(finding != nullptr && finding->notable);
        QVERIFY2(finding->summary.contains(QStringLiteral("under 15 models")), qPrintable(finding->summary));
    }

    void tooFewModels_data()
    {
        QTest::addColumn<int>("models");
        for (const int models : {1, 2, 4}) {
            QTest::newRow(qPrintable(QString::number(models))) << models;
        }
    }
    void tooFewModels()
    {
        QFETCH(int, models);
        const auto data = graded(models);
        for (const char* id : {"saturated", "negative_discrimination", "frontier"}) {
            const DetectorResult result = evaluate(id, *data);
            QVERIFY2(result.flags.empty(), id);
        }
        QVERIFY(evaluate("saturated", *data).notes.join(u' ').contains(QStringLiteral("fewer than 5")));
    }

    void missingIsNotWrong()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 3; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        for (int m = 0; m < 6; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard);
            answer(builder.data(), column, 0, 0);
            if (m < 5) {
                answer(builder.data(), column, 1, 0);
            }
            // Sample 2 has no responses at all.
        }
        const auto data = builder.finish();
        QCOMPARE(flaggedKeys(evaluate("saturated", *data), *data),
            (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        QVERIFY(evaluate("negative_discrimination", *data).flags.empty());
    }

    void constantColumns()
    {
        // Every model right, or wrong, on everything: no strength to compare with.
        for (const bool right : {true, false}) {
            AuditDataBuilder builder;
            for (int i = 0; i < 30; ++i) {
                builder.addSample(mcq(i, 2, 0));
            }
            for (int m = 0; m < 10; ++m) {
                ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard);
                for (std::size_t i = 0; i < 30; ++i) {
                    answer(builder.data(), column, i, right ? 0 : 1);
                }
            }
            const auto data = builder.finish();
            QCOMPARE(evaluate("saturated", *data).flags.size(), right ? 30u : 0u);
            QVERIFY(evaluate("negative_discrimination", *data).flags.empty());
        }
    }

    void verifiedIsReadFromTheLedger()
    {
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        const auto ids = addSamples(**project, QStringLiteral("set"), 4);
        QVERIFY_RESULT(ids);
        Decision keep;
        keep.annotator = QStringLiteral("ann");
        keep.sampleId = ids->at(1);
        keep.action = Action::Keep;
        QVERIFY_RESULT((*project)->ledger().decide({keep}));
        keep.sampleId = ids->at(2);
        QVERIFY_RESULT((*project)->ledger().decide({keep}));
        QVERIFY_RESULT((*project)->ledger().undo(QStringLiteral("ann")));
        const auto coverage = loadCoverage(**project);
        QVERIFY_RESULT(coverage);
        SilentProgress progress;
        const auto data = loadAuditData(**project, coverage->front().first, {}, progress);
        QVERIFY_RESULT(data);
        // What was taken back does not count.
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE((*data)->isVerified(i), i == 1);
        }
    }

    void frontierNeedsAPerson()
    {
        const auto unverified = graded(12);
        const DetectorResult before = evaluate("frontier", *unverified);
        QVERIFY(before.flags.empty());
        QVERIFY2(before.notes.join(u' ').contains(QStringLiteral("a person has to find")),
            qPrintable(before.notes.join(u' ')));
        auto data = std::make_shared<AuditData>(*unverified);
        data->labelChecks.assign(data->size(), LabelCheck::Sound);
        QCOMPARE(flaggedKeys(evaluate("frontier", *data), *data), QStringList{QStringLiteral("9")});
    }
};

QTEST_APPLESS_MAIN(TestDetectorDiscrimination)
#include "tst_detector_discrimination.moc"
