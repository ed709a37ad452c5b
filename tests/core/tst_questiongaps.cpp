// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/questiongaps.h"
#include "tests/core/auditfixture.h"

using namespace winnow;
using namespace winnow::test;

class TestQuestionGaps : public QObject {
    Q_OBJECT
private slots:
    void gaps_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("options");
        QTest::addColumn<double>("score");
        const auto row = [](const char* name, const char* question, const char* options, double score) {
            QTest::newRow(name) << QString::fromUtf8(question) << QString::fromUtf8(options) << score;
        };
        row("statements lost", "Which of these are prime?", "I only|II only|I and II|I, II, and III", 0.95);
        row("statements there", "Which are prime? I. two II. four III. seven", "I only|II only|I and III", 0);
        row("small letters", "Which hold? (i) a > b (ii) b > a", "(i) only|(ii) only|Both (i) and (ii)", 0);
        row("numbered, lost", "The reasons for the delay.", "1,2,3|1,3,4|2,3,4|1,2,3,4", 0.95);
        row("numbered, there", "Reasons? 1. rain 2. snow 3. wind 4. ice", "1,2,3|1,3,4|2,3,4|1,2,3,4", 0);
        row("plain numbers", "How many are there?", "1|2|3|4", 0);
        row("pairs as answers", "What are the roots?", "1, 2|2, 3|1, 4|3, 4", 0);
        row("coordinates", "Where do they meet?", "(1, 2, 3)|(1, 3, 4)|(2, 3, 4)|(1, 2, 4)", 0);
        row("quantities", "What falls when R grows?", "I|V|R|C", 0);
        row("the pronoun", "What did I say?", "I did|I did not|nothing|all", 0);
        row("another question", "What is the slope of the line in question 21?", "1|2", 0.9);
        row("its own number", "Question 3: what is the slope?", "1|2", 0);
        row("defined here", "y = 2x (16). What is the slope of equation 16?", "1|2", 0);
        row("a decimal", "Subtract from example 2.5 of it. What is left?", "1|2", 0);
        row("asks nothing", "Cultural change in large firms.", "more|less", 0.5);
        row("a blank", "The capital of France is ____.", "Paris|Rome", 0);
        row("an instruction", "Identify the antecedent of the conditional.", "p|q", 0);
        row("open and short", "Cultural change in large firms.", "", 0);
        row("not English", "Основные причины перемен в больших фирмах.", "да|нет", 0);
        row("empty", "", "I only|II only", 0);
    }
    void gaps()
    {
        QFETCH(QString, question);
        QFETCH(QString, options);
        QFETCH(double, score);
        AuditText text;
        text.question = question;
        text.options = options.split(u'|', Qt::SkipEmptyParts);
        const auto gap = questionGap(text);
        QCOMPARE(gap ? gap->score : 0.0, score);
    }

    void aHintMayHoldTheStatements()
    {
        AuditText text;
        text.question = QStringLiteral("Which are true?");
        text.options = {QStringLiteral("I only"), QStringLiteral("II only"), QStringLiteral("I and II")};
        QVERIFY(questionGap(text).has_value());
        text.hint = QStringLiteral("I. Snow is white. II. Snow is black.");
        QVERIFY(!questionGap(text).has_value());
    }

    void samplesWithImagesAreLeftAlone()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 2; ++i) {
            Sample sample = mcq(i, 3, 0);
            sample.question = QStringLiteral("Which are true?");
            sample.options
                = {QStringLiteral("I only"), QStringLiteral("II only"), QStringLiteral("I and II")};
            if (i == 1) {
                sample.images = {ImageRef{}};
            } else {
                sample.images.clear();
            }
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("question_incomplete", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("0")});
        QCOMPARE(result.flags.front().kind, QStringLiteral("label_ambiguous"));
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("may be in the picture")));
        QVERIFY(std::isnan(result.preview->scores[1]));
    }
};

QTEST_APPLESS_MAIN(TestQuestionGaps)
#include "tst_questiongaps.moc"
