// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curate/modelranking.h"

#include <QTest>

#include <cmath>

using namespace winnow;

/// Which models are ranked together, over what, on numbers worked out by hand.
class TestModelRanking : public QObject {
    Q_OBJECT

    /// 1 and 0 = right and wrong, '-' = no score; `after` "" = as before.
    static ModelScores model(const char* name, const QString& before, const QString& after = {})
    {
        ModelScores scores;
        scores.model = QString::fromLatin1(name);
        const auto read = [](const QString& text) {
            std::vector<float> values;
            for (const QChar c : text) {
                values.push_back(c == u'-' ? std::nanf("") : c == u'1' ? 1.0f : 0.0f);
            }
            return values;
        };
        scores.before = read(before);
        scores.after = read(after.isEmpty() ? before : after);
        scores.unread.resize(scores.before.size(), 0);
        return scores;
    }
    static ModelComparison compare(const QVector<ModelScores>& scores, const QString& changed = {})
    {
        std::vector<qint64> samples;
        std::vector<quint8> mask;
        for (size_t i = 0; i < scores.first().before.size(); ++i) {
            samples.push_back(qint64(i) + 1);
            mask.push_back(changed.isEmpty() ? 0 : changed.at(int(i)) == u'x');
        }
        return compareModels(scores, samples, mask);
    }
    static ModelShift of(const ModelComparison& comparison, const char* name)
    {
        for (const ModelShift& shift : comparison.models) {
            if (shift.model == QLatin1String(name)) {
                return shift;
            }
        }
        return {};
    }

private slots:
    void modelsOfDatasetsApartAreNeverInOneRanking()
    {
        // Pooled, "d" with 1/1 would stand over "a" with 3/4.
        const ModelComparison c = compare({model("a", QStringLiteral("1110--")),
            model("b", QStringLiteral("1100--")), model("c", QStringLiteral("1000--")),
            model("d", QStringLiteral("----11")), model("e", QStringLiteral("----10"))});
        QCOMPARE(c.rankings.size(), 2);
        QCOMPARE(c.rankings.at(0).models,
            (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(c.rankings.at(0).before.size(), 4);
        QCOMPARE(c.rankings.at(1).models, (QStringList{QStringLiteral("d"), QStringLiteral("e")}));
        QCOMPARE(c.rankings.at(1).before, (QVector<SampleId>{{5}, {6}}));
        QCOMPARE(of(c, "a").rankBefore, 1);
        QCOMPARE(of(c, "d").rankBefore, 1);
        QCOMPARE(of(c, "e").rankBefore, 2);
    }

    void aRankingIsOverTheSamplesThatAllAnswered()
    {
        // Over what each answered "b" would lead with 2/2 before "a" with 3/4; both are right on the common
        // two.
        const ModelComparison c = compare({model("a", QStringLiteral("1101")),
            model("b", QStringLiteral("11--")), model("c", QStringLiteral("1011"))});
        QCOMPARE(c.rankings.size(), 1);
        QCOMPARE(c.rankings.first().before, (QVector<SampleId>{{1}, {2}}));
        QCOMPARE(of(c, "a").before.value, 1.0);
        QCOMPARE(of(c, "a").before.n, 2);
        QCOMPARE(of(c, "a").answeredBefore, 4);
        QCOMPARE(of(c, "a").rankBefore, 1);
        QCOMPARE(of(c, "b").rankBefore, 1);
        QCOMPARE(of(c, "c").before.value, 0.5);
        QCOMPARE(of(c, "c").rankBefore, 3);
    }

    void aModelWithTooLittleInCommonStandsUnranked()
    {
        // It would leave one sample of four, fewer than half.
        const ModelComparison c
            = compare({model("a", QStringLiteral("1101")), model("b", QStringLiteral("1001")),
                model("few", QStringLiteral("1---")), model("none", QStringLiteral("----"))});
        QCOMPARE(c.rankings.size(), 1);
        QCOMPARE(c.rankings.first().before.size(), 4);
        const ModelShift few = of(c, "few");
        QCOMPARE(few.ranking, -1);
        QCOMPARE(few.rankBefore, 0);
        QCOMPARE(few.shared, 1);
        QCOMPARE(few.sharedOf, 4);
        QCOMPARE(few.before.n, 1);
        QCOMPARE(
            unrankedReason(few), QStringLiteral("it would leave 1 of 4 samples in common, fewer than half"));
        QCOMPARE(unrankedReason(of(c, "none")), QStringLiteral("no response has a score"));
        QVERIFY(unrankedReason(of(c, "a")).isEmpty());
        QCOMPARE(c.models.last().model, QStringLiteral("none"));
    }

    void oneModelAloneHasNoRank()
    {
        const ModelComparison c = compare({model("a", QStringLiteral("1101"))});
        QVERIFY(c.rankings.isEmpty());
        QCOMPARE(of(c, "a").rankBefore, 0);
        QCOMPARE(of(c, "a").rankAfter, 0);
        QCOMPARE(
            unrankedReason(of(c, "a")), QStringLiteral("no other model answered enough of the same samples"));
    }

    void theCleanedSamplesFollowTheSameRule()
    {
        // Sample 4 is dropped, sample 3 is asked anew and "c" has no answer to that: 1 and 2 are left to all.
        const ModelComparison c = compare({model("a", QStringLiteral("1001"), QStringLiteral("101-")),
                                              model("b", QStringLiteral("0111"), QStringLiteral("010-")),
                                              model("c", QStringLiteral("1100"), QStringLiteral("11--"))},
            QStringLiteral("--xx"));
        QCOMPARE(c.rankings.first().after, (QVector<SampleId>{{1}, {2}}));
        QCOMPARE(of(c, "b").rankBefore, 1); // 3/4 before 2/4 and 2/4
        QCOMPARE(of(c, "a").rankBefore, 2);
        QCOMPARE(of(c, "c").rankBefore, 2);
        QCOMPARE(of(c, "c").rankAfter, 1); // 2/2 before 1/2 and 1/2
        QCOMPARE(of(c, "c").after.value, 1.0);
        QCOMPARE(of(c, "a").rankAfter, 2);
        QCOMPARE(of(c, "a").after.value, 0.5);
        QCOMPARE(of(c, "b").rankAfter, 2);
        QCOMPARE(c.orderMoving, (QVector<SampleId>{{3}, {4}}));
    }
};

QTEST_GUILESS_MAIN(TestModelRanking)
#include "tst_modelranking.moc"
