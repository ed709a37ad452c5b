// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/editdistance.h"
#include "core/text/keyforms.h"
#include "core/text/places.h"
#include "core/text/quantity.h"
#include "core/text/scorer.h"
#include "core/text/wordbag.h"

#include <QTest>

#include <cmath>

using namespace winnow;

namespace {

/// The score of a reply as it came, read by the scorer itself.
ScoredReply scored(
    const QString& scorer, const QString& gold, const QString& reply, const QStringList& accepted = {})
{
    const auto rule = ScoringRule::parse(scorer);
    Q_ASSERT(rule);
    const std::string said = reply.toStdString();
    ReplyToScore told;
    told.text = said;
    told.gold = gold;
    told.accepted = accepted;
    return rule->apply(told);
}

/// As textbooks do it.
qsizetype slowDistance(const QString& a, const QString& b)
{
    QVector<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype up = row[j];
            row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = up;
        }
    }
    return row.back();
}

} // namespace

/// What replies that come without a verdict are scored by: values computed by hand or published.
class TestTextScorers : public QObject {
    Q_OBJECT

private slots:
    void scores_data()
    {
        QTest::addColumn<QString>("scorer");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<double>("expected");
        int count = 0;
        const auto row = [&](const char* scorer, const char* gold, const char* reply, double expected) {
            QTest::addRow("%d %s: %s / %s", ++count, scorer, gold,
                QByteArray(reply).left(40).replace('\n', ' ').constData())
                << QString::fromUtf8(scorer) << QString::fromUtf8(gold) << QString::fromUtf8(reply)
                << expected;
        };
        row("normalised", "The Cat", "a cat.", 1);
        row("normalised", "2", "two", 1);
        row("normalised", "don't", "dont", 1);
        row("normalised", "cat", "The animal is a cat", 0);
        row("normalised", "1,234", "1234", 1);
        // SQuAD's evaluation script, Denver Broncos.
        row("normalised", "Denver Broncos", "the Denver Broncos!", 1);

        row("numeric", "5 cm", "5 cm", 1);
        row("numeric", "5 cm", "5cm", 1);
        row("numeric", "5 cm", "5", 1);
        row("numeric", "5", "5 cm", 1);
        row("numeric", "5 cm", "5 m", 0);
        row("numeric", "5 cm", "0.05 m", 1);
        row("numeric", "5 cm", "50 mm", 1);
        row("numeric", "5 cm", "5 kg", 0);
        row("numeric", "5 cm", "The length is 5 centimeters.", 1);
        row("numeric", "3.14", "3.14159", 1);
        row("numeric", "3.14", "3.15", 0);
        row("numeric", "3", "3.4", 0);
        row("numeric(decimals=0)", "3", "3.4", 1);
        row("numeric", "12%", "12", 1);
        row("numeric", "12%", "12 percent", 1);
        row("numeric", "12%", "0.12", 0);
        row("numeric", "1,234,567", "1234567", 1);
        row("numeric", "$1.5 million", "1,500,000 dollars", 1);
        row("numeric", "$5", "5 euros", 0);
        row("numeric", "100", "104", 0);
        row("numeric(tolerance=0.05)", "100", "104", 1);
        row("numeric(tolerance=0.05)", "100", "106", 0);
        row("numeric", "-4",
            "\xe2\x88\x92"
            "4",
            1);
        row("numeric", "90\xc2\xb0", "90 degrees", 1);
        row("numeric", "12 m^2", "12 square meters", 1);
        row("numeric", "12 m^2", "12 m\xc2\xb2", 1);
        row("numeric", "12 m^2", "12 m", 0);
        row("numeric", "2 hours", "120 minutes", 1);
        row("numeric", "5 apples", "5 oranges", 0);
        row("numeric", "5 apples", "There are 5 apples", 1);
        row("numeric", "5", "3 or 5", 0);
        row("numeric", "5", "more than 5", 0);
        row("numeric", "36 km/h", "10 m/s", 1);
        row("numeric", "0", "0.0", 1);
        row("numeric", "red", "Red.", 1);
        row("numeric", "5", "nan", 0);

        row("yesno", "Yes", "Yes, there is a dog.", 1);
        row("yesno", "no", "There is no dog", 1);
        row("yesno", "1", "True", 1);
        row("yesno", "0", "yes", 0);
        row("yesno", "No", "No. The picture does not show it.\nYes would need a dog.", 1);
        row("yesno", "yes", "perhaps", 0);
        row("yesno", "\xec\x98\x88", "\xeb\x84\xa4", 1); // Korean

        row("list", "red, blue", "red, blue", 1);
        row("list", "red, blue", "blue, red", 0);
        row("list", "['red', 'blue']", "Red and Blue", 1);
        row("list", "[1, 2, 3]", "1, 2, 3", 1);
        row("list", "[1, 2, 3]", "[1.0, 2, 3]", 1);
        row("list(partial=1)", "[1, 2, 3, 4]", "1, 2, 4, 3", 0.5);
        row("list", "1,234; 5", "1234; 5", 1);
        row("set", "red, blue", "blue and red", 1);
        row("set", "red, blue", "blue", 0);
        row("set", "red, red, blue", "red, blue, blue", 0);
        row("set", "red, red, blue", "blue, red, red", 1);
        row("set", "A, C", "C, A", 1);
        row("set(partial=1)", "a1, b1, c1, d1", "a1, b1", 2.0 * 2 / 6);
        row("set", "[\"cat\", \"dog\"]", "- dog\n- cat", 1);
        row("set", "cat, dog", "1. dog\n2. cat", 1);
        row("set", "cat, dog", "", 0);

        // Half of the union: two unit squares, one moved by a third.
        row("iou", "[0, 0, 3, 3]", "[1, 0, 4, 3]", 1);
        row("iou(threshold=0)", "[0, 0, 3, 3]", "[1, 0, 4, 3]", 0.5);
        row("iou", "[0, 0, 3, 3]", "[1.01, 0, 4.01, 3]", 0);
        row("iou(threshold=0)", "[0, 0, 2, 2]", "[5, 5, 6, 6]", 0);
        row("iou", "[0.1, 0.2, 0.3, 0.4]", "The dog is at [100, 200, 300, 400].", 1);
        row("iou", "[0.1, 0.2, 0.3, 0.4]", "<box>(100,200),(300,400)</box>", 1);
        row("iou", "[0.1, 0.2, 0.3, 0.4]",
            "```json\n[{\"bbox_2d\": [100, 200, 300, 400], \"label\": \"1 dog\"}]\n```", 1);
        row("iou", "[0.1, 0.2, 0.3, 0.4]", "{\"x1\": 0.1, \"y1\": 0.2, \"x2\": 0.3, \"y2\": 0.4}", 1);
        row("iou", "[0.1, 0.2, 0.3, 0.4]", "{\"x\": 0.1, \"y\": 0.2, \"width\": 0.2, \"height\": 0.2}", 1);
        row("iou", "[0.25, 0.125, 0.75, 0.5]", "<loc0128><loc0256><loc0512><loc0768> dog", 1);
        row("iou", "[0.1, 0.2, 0.3, 0.4]", "0.1, 0.2, 0.3, 0.4", 1);
        row("iou", "[0.1, 0.2, 0.3, 0.4]", "In 2 of 3 cases and 4 of 5", 0);
        row("iou", "[0.1, 0.2, 0.3, 0.4]", "\\boxed{[0.1, 0.2, 0.3, 0.4]} not [1, 1, 2, 2]", 1);
        row("iou(widths=1)", "[10, 20, 10, 20]", "[10, 20, 20, 40]", 1);
        row("iou(widths=3)", "[10, 20, 10, 20]", "[10, 20, 10, 20]", 1);
        row("iou(scale=100)", "[0.1, 0.2, 0.3, 0.4]", "[10, 20, 30, 40]", 1);
        row("iou", "[10, 20, 30, 40]", "[30, 40, 10, 20]", 1); // corners the other way round
        row("iou", "[0, 0, 0, 0]", "[0, 0, 0, 0]", 0);

        row("points", "(0.5, 0.5)", "(0.52, 0.5)", 1);
        row("points", "(0.5, 0.5)", "(0.6, 0.5)", 0);
        row("points(distance=0.2)", "(0.5, 0.5)", "(0.6, 0.5)", 1);
        row("points", "[[0.1, 0.1], [0.9, 0.9]]", "(0.9, 0.9)", 2.0 / 3);
        row("points", "[[0.1, 0.1], [0.9, 0.9]]", "1. (0.9, 0.9)\n2. (0.1, 0.1)\n3. (0.5, 0.5)", 0.8);
        row("points", "[[0.1, 0.1], [0.9, 0.9]]",
            "<points x1=\"10.0\" y1=\"10.0\" x2=\"90.0\" y2=\"90.0\" alt=\"2 dogs\">2 dogs</points>", 1);
        row("points", "[[0.1, 0.1]]", "[100, 100]", 1);
        row("points", "[[10, 20, 30, 40]]", "(20, 30)", 1);
        row("points", "[[10, 20, 30, 40]]", "(31, 30)", 0);
        row("points", "none", "There is no such object in the image.", 1);
        row("points", "none", "(0.1, 0.2)", 0);

        // SQuAD: precision 2/3, recall 2/2.
        row("f1", "Denver Broncos", "Denver Broncos team", 0.8);
        row("f1", "Denver Broncos", "the Broncos", 2.0 / 3);
        row("f1", "a b b", "b b b", 2.0 * 2 / 5);
        row("f1", "cat", "dog", 0);
        row("f1", "one line\nand two", "one line\nand two", 1);
        row("f1", "\xe5\xad\xa6\xe6\xa0\xa1", "\xe5\xad\xa6", 2.0 / 3);
        row("f1(letters=1)", "AB 12", "a-b-1-2", 1);

        // The example of every textbook: 3 of 7.
        row("edit", "sitting", "kitten", 1 - 3.0 / 7);
        row("edit", "Cat", "cat", 1 - 1.0 / 3);
        row("edit(case=0)", "Cat", "cat", 1);
        row("edit(words=1)", "the red cat", "the blue cat", 1 - 1.0 / 3);
        row("edit", "a\nb", "a   b", 1);
        row("anls(threshold=0)", "sitting", "kitten", 1 - 3.0 / 7);
        row("anls", "sitting", "kitten", 1 - 3.0 / 7);
        row("anls(threshold=0)", "hello", "hexyz", 0.4);
        row("anls", "hello", "hexyz", 0);
    }
    void scores()
    {
        QFETCH(QString, scorer);
        QFETCH(QString, gold);
        QFETCH(QString, reply);
        QFETCH(double, expected);
        const ScoredReply got = scored(scorer, gold, reply);
        if (reply.isEmpty() || reply == u"nan") {
            QVERIFY(!got.score); // nothing was said: missing, not wrong
            return;
        }
        QVERIFY(got.score.has_value());
        QVERIFY2(std::abs(*got.score - expected) < 1e-9,
            qPrintable(QStringLiteral("%1 from \"%2\"").arg(*got.score).arg(got.answer)));
    }

    void severalAnswersAreOneList()
    {
        const QStringList both{QStringLiteral("red"), QStringLiteral("blue")};
        QCOMPARE(scored(QStringLiteral("set"), both.first(), QStringLiteral("blue, red"), both).score, 1.0);
        QCOMPARE(scored(QStringLiteral("set"), both.first(), QStringLiteral("red"), both).score, 0.0);
        // Lists themselves: any of them.
        const QStringList lists{QStringLiteral("[1, 2]"), QStringLiteral("[3, 4]")};
        QCOMPARE(scored(QStringLiteral("list"), lists.first(), QStringLiteral("3, 4"), lists).score, 1.0);
        QCOMPARE(scored(QStringLiteral("list"), lists.first(), QStringLiteral("4, 3"), lists).score, 0.0);
    }

    void theBestGoldCounts()
    {
        const QStringList boxes{QStringLiteral("[0, 0, 1, 1]"), QStringLiteral("[5, 5, 9, 9]")};
        QCOMPARE(
            scored(QStringLiteral("iou"), boxes.first(), QStringLiteral("[5, 5, 9, 9]"), boxes).score, 1.0);
        const QStringList numbers{
            QStringLiteral("10"), QStringLiteral("20"), QStringLiteral("30"), QStringLiteral("40")};
        QCOMPARE(
            scored(QStringLiteral("iou"), numbers.first(), QStringLiteral("[10, 20, 30, 40]"), numbers).score,
            1.0);
    }

    void distanceIsThatOfTheTable_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 2, 63, 64, 65, 127, 128, 129, 300}) {
            QTest::addRow("%d", length) << length;
        }
    }
    void distanceIsThatOfTheTable()
    {
        QFETCH(int, length);
        quint32 state = 12345;
        const auto letters = [&](int count, int alphabet) {
            QString text;
            for (int i = 0; i < count; ++i) {
                state = state * 1664525u + 1013904223u;
                text += QChar(char16_t(u'a' + (state >> 16) % quint32(alphabet)));
            }
            return text;
        };
        for (const int other : {0, 1, 50, 64, 130}) {
            for (const int alphabet : {1, 2, 4, 26}) {
                const QString a = letters(length, alphabet);
                const QString b = letters(other, alphabet);
                QCOMPARE(editDistance(QStringView(a), QStringView(b)), slowDistance(a, b));
                QCOMPARE(editDistance(QStringView(b), QStringView(a)), slowDistance(a, b));
            }
        }
    }

    void assignmentIsTheCheapest()
    {
        // The greedy choice (0 to 0) costs 1 + 100, the best 2 + 3.
        QCOMPARE(cheapestAssignment({1, 2, 3, 100}, 2, 2), (QVector<int>{1, 0}));
        QCOMPARE(cheapestAssignment({5, 1, 9}, 1, 3), (QVector<int>{1}));
        QCOMPARE(cheapestAssignment({5, 1, 9}, 3, 1), (QVector<int>{-1, 0, -1}));
        // Against all orders of five.
        quint32 state = 7;
        for (int round = 0; round < 50; ++round) {
            QVector<double> cost;
            for (int i = 0; i < 25; ++i) {
                state = state * 1664525u + 1013904223u;
                cost.append((state >> 16) % 100);
            }
            const auto price = [&](const QVector<int>& order) {
                double sum = 0;
                for (int i = 0; i < 5; ++i) {
                    sum += cost.at(i * 5 + order.at(i));
                }
                return sum;
            };
            QVector<int> order{0, 1, 2, 3, 4};
            double least = price(order);
            while (std::next_permutation(order.begin(), order.end())) {
                least = std::min(least, price(order));
            }
            QCOMPARE(price(cheapestAssignment(cost, 5, 5)), least);
        }
    }

    void theKeysChoose_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QString>("scorer");
        const auto row
            = [](const char* name, const char* question, const QStringList& keys, const char* scorer) {
                  QTest::newRow(name) << QString::fromLatin1(question) << keys << QString::fromLatin1(scorer);
              };
        const auto five = [](const char* key) { return QStringList(5, QString::fromUtf8(key)); };
        row("boxes", "Where is the dog?", five("[10, 20, 30, 40]"), "iou");
        row("boxes in shares", "The dog", five("[0.1, 0.2, 0.3, 0.4]"), "iou");
        row("sizes are no corners", "List the numbers", five("[40, 30, 20, 10]"), "list");
        row("points", "Point at the dog", five("(0.25, 0.5)"), "points");
        row("coordinates of a formula", "Solve for x and y", five("(3, 4)"), "");
        row("yes and no", "Is it?",
            {QStringLiteral("yes"), QStringLiteral("No"), QStringLiteral("no"), QStringLiteral("Yes"),
                QStringLiteral("no")},
            "yesno");
        row("1 and 0", "Is the line longer?",
            {QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("1"),
                QStringLiteral("0")},
            "yesno");
        row("1 among words", "What is written?",
            {QStringLiteral("1"), QStringLiteral("True"), QStringLiteral("0"), QStringLiteral("no"),
                QStringLiteral("yes")},
            "yesno");
        row("counts", "How many dogs?",
            {QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("1"),
                QStringLiteral("0")},
            "");
        row("lists", "In which order?", five("['red', 'blue']"), "list");
        row("sets", "Select all that apply", five("[\"red\", \"blue\"]"), "set");
        row("lengths", "How long?", five("5 cm"), "numeric");
        row("numbers", "How many?", five("5"), "");
        row("words", "What is it?", five("a red boat"), "");
        row("texts", "Read it", five("one two three four five six seven eight nine ten eleven twelve a b c"),
            "f1");
        row("few", "Is it?", {QStringLiteral("yes"), QStringLiteral("no")}, "");
        row("of two kinds", "Is it?",
            {QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("red"), QStringLiteral("5 cm"),
                QStringLiteral("no")},
            "");
    }
    void theKeysChoose()
    {
        QFETCH(QString, question);
        QFETCH(QStringList, keys);
        KeyForms forms;
        for (const QString& key : keys) {
            forms.add(question, key, {});
        }
        QTEST(forms.choice().scorer, "scorer");
        QCOMPARE(forms.choice().reason.isEmpty(), forms.choice().scorer.isEmpty());
    }

    void annotatorsChoose()
    {
        QStringList ten(10, QStringLiteral("red"));
        ten[3] = QStringLiteral("rose");
        KeyForms forms;
        for (int i = 0; i < 5; ++i) {
            forms.add(QStringLiteral("Which colour?"), ten.first(), ten);
        }
        QCOMPARE(forms.choice().scorer, QStringLiteral("vqa"));
        QCOMPARE(forms.choice().reason.english(),
            QStringLiteral("5 of 5 keys looked at are answers of several people"));
    }

    /// Replies nobody asked for: each ends, with a score of 0 to 1 or none.
    void hostileReplies_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::newRow("huge word") << QString(120'000, u'x');
        QTest::newRow("huge numbers") << QStringLiteral("1234567890 ").repeated(12'000);
        QTest::newRow("open brackets") << QString(100'000, u'[');
        QTest::newRow("brackets and numbers") << QStringLiteral("[(1,").repeated(30'000);
        QTest::newRow("commas") << QString(100'000, u',');
        QTest::newRow("lines") << QStringLiteral("- a\n").repeated(30'000);
        QTest::newRow("digits") << QString(50'000, u'9');
        QTest::newRow("not a number") << QStringLiteral("[nan, nan, inf, -inf]");
        QTest::newRow("far away") << QStringLiteral("[1e308, -1e308, 99999999999999999999, 0]");
        QTest::newRow("zero bytes") << QString(100, QChar(u'\0'));
        QTest::newRow("half a pair") << QString(QChar(0xd800)) + u'a';
        QTest::newRow("marks") << QStringLiteral("\u00b2\u00b3^{2}\\text{\\text{}}$%");
        QTest::newRow("blank") << QStringLiteral(" \n\t ");
    }
    void hostileReplies()
    {
        QFETCH(QString, reply);
        const QStringList golds{QStringLiteral("[0.1, 0.2, 0.3, 0.4]"), QStringLiteral("5 cm"),
            QStringLiteral("yes"), QString(100'000, u'y'), QStringLiteral("nan")};
        for (const auto& scorer : scorers()) {
            for (const QString& gold : golds) {
                const ScoredReply got = scored(scorer->id(), gold, reply);
                QVERIFY2(!got.score || (*got.score >= 0 && *got.score <= 1), qPrintable(scorer->id()));
            }
        }
    }

    void everyScorerTellsWhatItIs()
    {
        QSet<QString> ids;
        for (const auto& scorer : scorers()) {
            QVERIFY(!scorer->title().isEmpty() && !scorer->source().isEmpty());
            ids.insert(scorer->id());
            for (const ScorerParameter& parameter : scorer->parameters()) {
                QVERIFY(*parameter.help && parameter.least <= parameter.initial
                    && parameter.initial <= parameter.most);
            }
        }
        QCOMPARE(ids.size(), qsizetype(scorers().size()));
    }
};

QTEST_APPLESS_MAIN(TestTextScorers)
#include "tst_text_scorers.moc"
