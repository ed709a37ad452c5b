// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/auditfixture.h"

#include "core/audit/models/optionfeatures.h"
#include "core/audit/models/textmodels.h"

#include <cmath>

using namespace winnow;
using namespace winnow::test;

namespace {

Sample asked(int index, const QString& question, const QStringList& options, int gold)
{
    Sample sample = mcq(index, 0, 0);
    sample.question = question;
    sample.options = options;
    sample.gold = optionLetter(gold);
    return sample;
}

/// `planted` samples whose gold option is much longer than the others; the rest are even.
std::shared_ptr<const AuditData> longGold(int samples, int planted, quint64 seed)
{
    stats::Random random(seed);
    AuditDataBuilder builder;
    for (int i = 0; i < samples; ++i) {
        const int gold = int(random.below(4));
        QStringList options;
        for (int o = 0; o < 4; ++o) {
            options.append(QStringLiteral("item %1").arg(random.below(900) + 100));
        }
        if (i < planted) {
            options[gold] += QStringLiteral(", which is what one sees when one looks at it closely");
        }
        builder.addSample(asked(i, QStringLiteral("Which one is it, %1?").arg(i), options, gold));
    }
    return builder.finish();
}

} // namespace

class TestDetectorText : public QObject {
    Q_OBJECT
private slots:
    void longGoldOptionsAreFound()
    {
        const auto data = longGold(200, 60, 3);
        const DetectorResult result = evaluate("mcq_guessable", *data);
        int found = 0;
        for (std::size_t i = 0; i < data->size(); ++i) {
            const FlagDraft* flag = flagOf(result, *data, i);
            found += flag != nullptr && i < 60;
            QVERIFY2(flag == nullptr || i < 60, flag ? qPrintable(summaryOf(*flag)) : "");
        }
        QVERIFY2(found >= 57, qPrintable(QString::number(found)));
        QVERIFY(summaryOf(result.flags.front()).contains(QStringLiteral("the longest option")));
        const DatasetFinding* rules = findingOf(result, "heuristics");
        QVERIFY(rules != nullptr && rules->notable);
        QVERIFY2(rules->summary.contains(QStringLiteral("longest option")), qPrintable(rules->summary));
    }

    void evenOptionsAreNotGuessable()
    {
        int notable = 0;
        for (const quint64 seed : {1, 2, 3, 4, 5}) {
            const auto data = longGold(300, 0, seed);
            const DetectorResult result = evaluate("mcq_guessable", *data);
            QVERIFY(result.flags.empty());
            notable += findingOf(result, "choices_only")->notable;
        }
        // One in a hundred by chance.
        QVERIFY(notable <= 1);
    }

    void sameDataSameFlags()
    {
        const auto data = longGold(150, 50, 9);
        const DetectorResult first = evaluate("mcq_guessable", *data);
        const DetectorResult second = evaluate("mcq_guessable", *data);
        QCOMPARE(first.flags.size(), second.flags.size());
        for (std::size_t i = 0; i < first.flags.size(); ++i) {
            QCOMPARE(first.flags[i].evidence, second.flags[i].evidence);
        }
    }

    void responsesToTheChoicesAlone()
    {
        stats::Random random(7);
        AuditDataBuilder builder;
        for (int i = 0; i < 40; ++i) {
            builder.addSample(mcq(i, 4, int(random.below(4))));
        }
        for (int m = 0; m < 9; ++m) {
            ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::ChoicesOnly);
            for (std::size_t i = 0; i < 40; ++i) {
                answer(
                    builder.data(), column, i, i == 4 ? builder.data().goldIndex[i] : int(random.below(4)));
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("mcq_guessable", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("4")});
        QVERIFY(summaryOf(result.flags.front()).contains(QStringLiteral("is picked by 9 of 9 models")));
    }

    void heuristics_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("longest");
        QTest::addColumn<int>("overlap");
        QTest::addColumn<int>("odd");
        QTest::addColumn<int>("allOrNone");
        QTest::newRow("plain") << QStringList{QStringLiteral("red car"), QStringLiteral("red bus"),
            QStringLiteral("a house")}
                               << -1 << -1 << 2 << -1;
        QTest::newRow("overlap") << QStringList{QStringLiteral("blue"), QStringLiteral("the animal"),
            QStringLiteral("nine")}
                                 << 1 << 1 << -1 << -1;
        QTest::newRow("all of the above")
            << QStringList{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("All of the above")} << 2
            << -1 << -1 << 2;
        QTest::newRow("empty") << QStringList{QString(), QString()} << -1 << -1 << -1 << -1;
        QTest::newRow("alone") << QStringList{QStringLiteral("x")} << -1 << -1 << -1 << -1;
    }
    void heuristics()
    {
        QFETCH(QStringList, options);
        QFETCH(int, longest);
        QFETCH(int, overlap);
        QFETCH(int, odd);
        QFETCH(int, allOrNone);
        AuditText text;
        text.question = QStringLiteral("What is animal number nineteen?");
        text.options = options;
        const HeuristicChoices choices = heuristicChoices(ReadOptions(text));
        const auto choice = [&](Heuristic heuristic) {
            return int(choices[std::size_t(
                std::find(kHeuristics.begin(), kHeuristics.end(), heuristic) - kHeuristics.begin())]);
        };
        QCOMPARE(choice(Heuristic::Longest), longest);
        QCOMPARE(choice(Heuristic::MostOverlap), overlap);
        QCOMPARE(choice(Heuristic::OddOneOut), odd);
        QCOMPARE(choice(Heuristic::AllOrNone), allOrNone);
    }

    void questionsThatGiveTheAnswer_data()
    {
        QTest::addColumn<bool>("withOptions");
        QTest::newRow("open") << false;
        QTest::newRow("multiple choice") << true;
    }
    void questionsThatGiveTheAnswer()
    {
        QFETCH(bool, withOptions);
        stats::Random random(2);
        const QStringList colours{QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("green"),
            QStringLiteral("brown"), QStringLiteral("pink"), QStringLiteral("black")};
        AuditDataBuilder builder;
        for (int i = 0; i < 240; ++i) {
            const bool planted = i < 40;
            QString gold = planted ? QStringLiteral("Lumora") : colours[int(random.below(6))];
            Sample sample = open(i, gold);
            sample.question = planted ? QStringLiteral("Which firm keeps the lamp?")
                                      : QStringLiteral("What colour is thing %1?").arg(random.below(1000));
            if (withOptions) {
                QStringList options = planted
                    ? QStringList{QStringLiteral("Helio"), QStringLiteral("Solent"), QStringLiteral("Orbis")}
                    : colours;
                options.removeAll(gold);
                // Distractors as common as golds: else an option gives itself away by being there.
                random.shuffle(std::span(options.begin(), options.end()));
                options = options.mid(0, 3);
                const int at = int(random.below(4));
                options.insert(at, gold);
                sample.options = options;
                sample.gold = optionLetter(at);
            }
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("text_prior", *data);
        int found = 0;
        int wrong = 0;
        for (std::size_t i = 0; i < data->size(); ++i) {
            const bool flagged = flagOf(result, *data, i) != nullptr;
            found += flagged && i < 40;
            wrong += flagged && i >= 40;
        }
        QVERIFY2(found >= 38, qPrintable(QString::number(found)));
        QVERIFY2(wrong <= 4, qPrintable(QString::number(wrong)));
        QVERIFY(findingOf(result, withOptions ? "question_only_mcq" : "question_only_open")->notable);
    }

    void questionsThatSayNothing()
    {
        for (const quint64 seed : {1, 2, 3}) {
            stats::Random random(seed);
            AuditDataBuilder builder;
            for (int i = 0; i < 200; ++i) {
                builder.addSample(open(i, random.chance(0.5) ? QStringLiteral("yes") : QStringLiteral("no")));
            }
            const auto data = builder.finish();
            QVERIFY(evaluate("text_prior", *data).flags.empty());
        }
    }

    void tooLittleToLearnFrom()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 10; ++i) {
            Sample sample = mcq(i, i == 0 ? 1 : 4, 0);
            sample.question = i == 1 ? QString() : sample.question;
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        const DetectorResult prior = evaluate("text_prior", *data);
        QVERIFY(prior.flags.empty());
        QVERIFY(prior.notes.join(u' ').contains(QStringLiteral("Too few")));
        const DetectorResult guess = evaluate("mcq_guessable", *data);
        QVERIFY(guess.flags.empty());
        QVERIFY(guess.notes.join(u' ').contains(QStringLiteral("Too few")));
        AuditDataBuilder none;
        const auto empty = none.finish();
        QVERIFY(!evaluate("mcq_guessable", *empty).notes.isEmpty());
    }

    void wordsOfQuestions()
    {
        const ModelWords words(QStringLiteral("How many cats, in 2014 (No. 7)?"));
        QStringList read;
        for (const QStringView word : words.words()) {
            read.append(word.toString());
        }
        QCOMPARE(read.join(u' '), QStringLiteral("how many cats in # no #"));
        QCOMPARE(words.distinct().size(), 6u);
        QVERIFY(ModelWords(QString()).words().empty());
        // The table is the same in every process.
        const auto one = questionFeatures(QStringLiteral("What is it?"), 1024);
        const auto two = questionFeatures(QStringLiteral("what IS it"), 1024);
        QCOMPARE(one.size(), two.size());
        double norm = 0;
        for (const Feature& feature : one) {
            norm += double(feature.value) * double(feature.value);
        }
        QVERIFY(std::abs(norm - 1) < 1e-5);
    }
};

QTEST_APPLESS_MAIN(TestDetectorText)
#include "tst_detector_text.moc"
