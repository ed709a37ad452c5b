// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/answerparser.h"
#include "core/text/goldreader.h"
#include "core/text/normalise.h"
#include "core/text/scorer.h"

#include <QTest>

using namespace winnow;

namespace {

std::optional<double> scoreOf(const QString& scorer, const QString& gold, const QString& answer,
    const QString& text, const QStringList& accepted = {})
{
    const auto rule = ScoringRule::parse(scorer);
    const std::string said = text.toStdString();
    ReplyToScore reply;
    reply.text = said;
    reply.gold = gold;
    reply.accepted = accepted;
    if (scorer == u"mcq") {
        reply.options = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
    }
    return rule->scoreOf(answer, reply);
}

} // namespace

class TestTextAnswers : public QObject {
    Q_OBJECT

private slots:
    void normalises_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("case and article")
            << QStringLiteral("The  Red\tHouse.") << QStringLiteral("red house");
        QTest::newRow("article kept at the end")
            << QStringLiteral("Vitamin A") << QStringLiteral("vitamin a");
        QTest::newRow("full width") << QStringLiteral("\uff21\uff22\uff11") << QStringLiteral("ab1");
        QTest::newRow("minus is not a dash") << QStringLiteral("-5") << QStringLiteral("-5");
        QTest::newRow("true minus") << QStringLiteral("\u22125") << QStringLiteral("-5");
        QTest::newRow("hyphen") << QStringLiteral("well-known") << QStringLiteral("well known");
        QTest::newRow("decimal") << QStringLiteral("3.50") << QStringLiteral("3.50");
        QTest::newRow("thousands") << QStringLiteral("1,234") << QStringLiteral("1234");
        QTest::newRow("pair is no thousand") << QStringLiteral("1,2") << QStringLiteral("1 2");
        QTest::newRow("apostrophe") << QStringLiteral("don\u2019t") << QStringLiteral("dont");
        QTest::newRow("mark only") << QStringLiteral("?") << QStringLiteral("?");
        QTest::newRow("fraction") << QStringLiteral("1/2") << QStringLiteral("1/2");
        QTest::newRow("percent") << QStringLiteral("5 %") << QStringLiteral("5 %");
    }
    void normalises()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(normaliseText(text), expected);
    }

    void missing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("empty") << QString() << true;
        QTest::newRow("blank") << QStringLiteral(" \n") << true;
        QTest::newRow("nan") << QStringLiteral("NaN") << true;
        QTest::newRow("failed call") << QStringLiteral("Failed to obtain answer via API.") << true;
        QTest::newRow("none is an answer") << QStringLiteral("None") << false;
        QTest::newRow("zero") << QStringLiteral("0") << false;
    }
    void missing()
    {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        QCOMPARE(isMissingResponse(text), expected);
    }

    void readsChoices_data()
    {
        QTest::addColumn<QString>("response");
        QTest::addColumn<QString>("letter");
        const auto row = [](const char* name, const char* response, const char* letter) {
            QTest::newRow(name) << QString::fromUtf8(response) << QString::fromUtf8(letter);
        };
        row("letter", "B", "B");
        row("lower", "b", "B");
        row("bracket", "(C)", "C");
        row("dot", "A.", "A");
        row("letter and text", "D. yellow", "D");
        row("bracket and text", "(B) green", "B");
        row("bold", "**C**", "C");
        row("stated", "Let's see. The answer is (B).", "B");
        row("stated colon", "reasoning\n\nAnswer: D", "D");
        row("stated text", "Therefore, the correct answer is red.", "C");
        row("boxed", "so $\\boxed{A}$ it is", "A");
        row("boxed text", "so $\\boxed{\\text{green}}$", "B");
        row("tagged", "<think>A or B</think><answer> B </answer>", "B");
        row("last line", "I weigh A against B.\nC", "C");
        row("option text", "yellow", "D");
        row("option text in a sentence", "It looks yellow to me", "D");
        row("two options named", "It is blue or green", "");
        row("echo", "USER: pick\nA. blue\nB. green\nASSISTANT: B", "B");
        row("end mark", "<s> (B) 3</s>", "B");
        row("article is no letter", "A photo of something", "");
        row("pronoun is no letter", "I cannot tell", "");
        row("beyond the options", "Z", "");
        row("nothing", "no idea", "");
        row("blank", "  ", "");
    }
    void readsChoices()
    {
        QFETCH(QString, response);
        QFETCH(QString, letter);
        const QStringList options{
            QStringLiteral("blue"), QStringLiteral("green"), QStringLiteral("red"), QStringLiteral("yellow")};
        const ParsedAnswer answer = parseChoice(response, options);
        QCOMPARE(answer.text, letter);
        QCOMPARE(answer.found(), !letter.isEmpty());
    }

    void longerOptionWins()
    {
        const QStringList options{QStringLiteral("cat"), QStringLiteral("black cat")};
        QCOMPARE(parseChoice(QStringLiteral("I see a black cat there"), options).text, QStringLiteral("B"));
    }

    void aLetterMayBeTheTextOfAnOption()
    {
        const QStringList options{QStringLiteral("P"), QStringLiteral("Q"), QStringLiteral("R")};
        QCOMPARE(parseChoice(QStringLiteral("q"), options).text, QStringLiteral("B"));
        QCOMPARE(parseChoice(QStringLiteral("x"), options).text, QString());
        QCOMPARE(parseChoice(QStringLiteral("c"), options).text, QStringLiteral("C"));
    }

    void readsOpenAnswers_data()
    {
        QTest::addColumn<QString>("response");
        QTest::addColumn<QString>("expected");
        QTest::newRow("short") << QStringLiteral("Glasses") << QStringLiteral("Glasses");
        QTest::newRow("boxed") << QStringLiteral("thus \\boxed{\\frac{1}{2}}.")
                               << QStringLiteral("\\frac{1}{2}");
        QTest::newRow("stated") << QStringLiteral("Answer: 42.") << QStringLiteral("42");
        QTest::newRow("echo") << QStringLiteral("USER: q\nASSISTANT: Red") << QStringLiteral("Red");
        QTest::newRow("blank") << QString() << QString();
        QTest::newRow("last line") << QStringLiteral(
            "First we add the two and then we think about it for a while.\nSo\n61")
                                   << QStringLiteral("61");
    }
    void readsOpenAnswers()
    {
        QFETCH(QString, response);
        QFETCH(QString, expected);
        QCOMPARE(parseOpenAnswer(response).text, expected);
    }

    void readsGold_data()
    {
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("expected");
        const QStringList numbers{
            QStringLiteral("6"), QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("2")};
        const QStringList words{QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("red")};
        QTest::newRow("letter") << QStringLiteral("C") << numbers << 2;
        QTest::newRow("bracket") << QStringLiteral("(B)") << numbers << 1;
        QTest::newRow("text before index") << QStringLiteral("3") << numbers << 1;
        QTest::newRow("index") << QStringLiteral("1") << words << 1;
        QTest::newRow("index zero") << QStringLiteral("0") << numbers << 0;
        QTest::newRow("letter with text") << QStringLiteral("B. green") << words << 1;
        QTest::newRow("twin options") << QStringLiteral("red") << words << 0;
        QTest::newRow("beyond") << QStringLiteral("E") << numbers << -1;
        QTest::newRow("not there") << QStringLiteral("seventeen") << numbers << -1;
        QTest::newRow("no options") << QStringLiteral("A") << QStringList() << -1;
    }
    void readsGold()
    {
        QFETCH(QString, gold);
        QFETCH(QStringList, options);
        QFETCH(int, expected);
        QCOMPARE(readGold(gold, options).option, expected);
    }

    void scores_data()
    {
        QTest::addColumn<QString>("scorer");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* scorer, const char* gold, const char* answer, double expected) {
            QTest::addRow("%s %s %s", scorer, gold, answer)
                << QString::fromUtf8(scorer) << QString::fromUtf8(gold) << QString::fromUtf8(answer)
                << expected;
        };
        row("mcq", "B", "b", 1);
        row("mcq", "B", "C", 0);
        row("exact", "The cat", "cat.", 1);
        row("exact", "1000", "1,000", 1);
        row("exact", "1.10", "1.1", 1);
        row("exact", "5", "-5", 0);
        row("exact", "yes", "Yes, there is a dog.", 1);
        row("exact", "no", "Yes, there is no dog.", 0);
        row("exact", "no", "There is no dog", 1);
        row("exact", "3", "There are 3 apples.", 1);
        row("exact", "3", "There are 3 apples and 4 pears.", 0);
        row("exact", "-2", "x = -2", 1);
        row("exact", "Fiji", "Yes, there are bottles on the wrong shelf.\nFIJI", 1);
        row("exact", "1", "Yes", 0);
        row("contains", "red", "A dark red one", 1);
        row("contains", "red", "blue", 0);
        row("relaxed", "100", "105", 1);
        row("relaxed", "100", "106", 0);
        row("relaxed", "12%", "12", 1);
        row("anls", "hello", "hallo", 0.8);
        row("anls", "hello", "xyz", 0);
    }
    void scores()
    {
        QFETCH(QString, scorer);
        QFETCH(QString, gold);
        QFETCH(QString, answer);
        QFETCH(double, expected);
        const auto score = scoreOf(scorer, gold, answer, answer);
        QVERIFY(score.has_value());
        QCOMPARE(*score, expected);
    }

    void missingIsNeverWrong()
    {
        const QString mcq = QStringLiteral("mcq");
        QVERIFY(!scoreOf(mcq, QStringLiteral("A"), {}, QStringLiteral("nan")));
        QVERIFY(!scoreOf(mcq, {}, QStringLiteral("A"), QStringLiteral("A")));
        const auto unreadable = scoreOf(mcq, QStringLiteral("A"), {}, QStringLiteral("who knows"));
        QVERIFY(unreadable && *unreadable == 0.0);
    }

    void vqaLeavesOneOut()
    {
        QStringList ten(10, QStringLiteral("no"));
        ten[0] = ten[1] = ten[2] = QStringLiteral("yes");
        const auto score = scoreOf(
            QStringLiteral("vqa"), QStringLiteral("no"), QStringLiteral("yes"), QStringLiteral("yes"), ten);
        QVERIFY(score);
        QVERIFY(qAbs(*score - 0.9) < 1e-12);
    }

    void rulesAreWrittenAsTheyAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("by kind of sample") << QString() << QString();
        QTest::newRow("a scorer") << QStringLiteral(" anls ") << QStringLiteral("anls");
        QTest::newRow("a parameter") << QStringLiteral("relaxed( tolerance=0.1 )")
                                     << QStringLiteral("relaxed(tolerance=0.1)");
        QTest::newRow("as it is anyway")
            << QStringLiteral("relaxed(tolerance=0.05)") << QStringLiteral("relaxed");
        QTest::newRow("none") << QStringLiteral("best") << QStringLiteral("error");
        QTest::newRow("no such parameter")
            << QStringLiteral("exact(tolerance=0.1)") << QStringLiteral("error");
        QTest::newRow("out of bounds") << QStringLiteral("relaxed(tolerance=2)") << QStringLiteral("error");
    }
    void rulesAreWrittenAsTheyAreRead()
    {
        QFETCH(QString, text);
        const auto rule = ScoringRule::parse(text);
        QTEST(rule ? rule->text() : QStringLiteral("error"), "written");
    }

    void aParameterCounts()
    {
        const QString gold = QStringLiteral("100");
        const QString said = QStringLiteral("108");
        QCOMPARE(scoreOf(QStringLiteral("relaxed"), gold, said, said), 0.0);
        QCOMPARE(scoreOf(QStringLiteral("relaxed(tolerance=0.1)"), gold, said, said), 1.0);
    }

    void choicesAreScoredByLetterWhateverIsChosenForWords()
    {
        const auto rule = ScoringRule::parse(QStringLiteral("anls"));
        ReplyToScore reply;
        reply.text = "The answer is (B).";
        reply.options = {QStringLiteral("tree"), QStringLiteral("boat")};
        reply.gold = QStringLiteral("B");
        const ScoredReply scored = rule->apply(reply);
        QCOMPARE(scored.answer, QStringLiteral("B"));
        QCOMPARE(scored.score, 1.0);
    }
};

QTEST_APPLESS_MAIN(TestTextAnswers)
#include "tst_text_answers.moc"
