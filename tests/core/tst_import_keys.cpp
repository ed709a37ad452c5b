// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/goldreader.h"
#include "tests/core/importhelp.h"

using namespace winnow;
using winnow::test::Bench;

namespace {

/// Four options and a key, as a line; the key is JSON.
QByteArray choice(
    int id, const QByteArray& key, const QByteArray& options = "[\"oak\",\"elm\",\"ash\",\"fir\"]")
{
    return "{\"id\": " + QByteArray::number(id) + ", \"question\": \"Which tree, " + QByteArray::number(id)
        + "?\", \"choices\": " + options + ", \"answer\": " + key + "}\n";
}

/// `count` such lines with the keys in turn.
QByteArray choices(int count, const QList<QByteArray>& keys)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        lines += choice(i + 1, keys.at(i % keys.size()));
    }
    return lines;
}

QByteArray open(int id, const QByteArray& question, const QByteArray& key, const QByteArray& more = {})
{
    return "{\"id\": " + QByteArray::number(id) + ", \"question\": \"" + question + "\", \"answer\": " + key
        + more + "}\n";
}

bool says(const ImportReport& report, const char* text)
{
    return report.messages.join(u'\n').contains(QString::fromUtf8(text));
}

} // namespace

class TestImportKeys : public QObject {
    Q_OBJECT

private slots:
    void readsColumns_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& bytes, const char* key, const char* gold,
                             const char* said = "") {
            QTest::newRow(name) << bytes << QString::fromLatin1(key) << QString::fromUtf8(gold)
                                << QString::fromUtf8(said);
        };
        row("numbers from 1, few", choices(4, {"1", "2", "3", "4"}), "1", "A", "counts from 1");
        row("numbers from 0", choices(4, {"0", "1", "2", "3"}), "1", "A", "counts from 0");
        row("from 0 with one slip", choices(40, {"0", "1", "2", "3"}) + choice(41, "4"), "2", "B",
            "1 keys are none");
        row("the slip has no key", choices(40, {"0", "1", "2", "3"}) + choice(41, "4"), "41", "4");
        row("from 1 with a nought", choices(40, {"1", "2", "3", "4"}) + choice(41, "0"), "3", "C",
            "counts from 1");
        row("the nought has no key", choices(40, {"1", "2", "3", "4"}) + choice(41, "0"), "41", "0");
        row("far behind the first records", choices(900, {"1", "2", "3"}) + choice(901, "4"), "1", "A",
            "counts from 1");
        row("numbers as texts", choices(8, {"\"1\"", "\"4\"", "\"2\""}), "2", "D");
        row("as floats", choices(8, {"1.0", "4.0", "2.0"}), "2", "D");
        row("numbers that are options",
            choice(1, "\"7\"", "[\"3\",\"7\",\"9\"]") + choice(2, "\"2\"", "[\"4\",\"1\",\"2\"]"), "2", "C");
        row("letters, and one is an option's text",
            choices(20, {"\"A\"", "\"B\"", "\"C\""}) + choice(21, "\"B\"", "[\"B\",\"A\",\"D\",\"C\"]"), "21",
            "B", "the 1 that are also the text");
        row("texts that are letters", choice(1, "\"B\"", "[\"B\",\"A\"]"), "1", "A");
        row("brackets", choice(1, "\"(d)\"", "[\"(b)\",\"(d)\",\"(c)\",\"(a)\"]"), "1", "B");
        row("an interval among intervals", choice(1, "\"(2, 5]\"", "[\"(0, 1]\",\"(1, 2]\",\"(2, 5]\"]"), "1",
            "C");
        row("a point among points", choice(1, "[2, 3]", "[\"[0, 1]\",\"[2, 3]\"]"), "1", "B");
        row("a number in a column of letters", choices(20, {"\"A\"", "\"D\""}) + choice(21, "\"2\""), "21",
            "2");
        row("alike options", choice(1, "\"oak\"", "[\"elm\",\"oak\",\"Oak\",\"oak\"]"), "1", "B");
        row("alike but for case", choice(1, "\"OAK\"", "[\"elm\",\"oak\",\"Oak\"]"), "1", "B");
        row("kept back", choice(1, "\"hidden\"") + choice(2, "\"A\""), "1", "",
            "(hidden, -1 or empty): 1; they have none");
        row("minus one", choices(6, {"0", "1", "3"}) + choice(7, "-1"), "7", "", "or empty): 1;");
        row("hidden is an option", choice(1, "\"hidden\"", "[\"seen\",\"hidden\"]"), "1", "B");
        row("all open keys kept back", open(1, "How many?", "\"-1\"") + open(2, "How far?", "\"-1\""), "1",
            "");
        row("minus one is an answer", open(1, "How many?", "\"-1\"") + open(2, "How far?", "\"4\""), "1",
            "-1");
    }
    void readsColumns()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, key);
        QFETCH(QString, gold);
        QFETCH(QString, said);
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("k.jsonl"), bytes, QStringLiteral("k"));
        REQUIRE_RESULT(report);
        QCOMPARE(bench.sample(QStringLiteral("k/") + key).gold, gold);
        QVERIFY2(report->messages.join(u'\n').contains(said), qPrintable(report->messages.join(u'\n')));
    }

    void readsSeveralRight_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("gold");
        QTest::newRow("list") << QByteArray("[\"A\",\"C\"]") << QStringLiteral("A, C");
        QTest::newRow("out of order") << QByteArray("[\"D\",\"A\"]") << QStringLiteral("A, D");
        QTest::newRow("literal") << QByteArray("\"['B', 'C']\"") << QStringLiteral("B, C");
        QTest::newRow("tuple") << QByteArray("\"('B', 'D')\"") << QStringLiteral("B, D");
        QTest::newRow("commas") << QByteArray("\"A,B,D\"") << QStringLiteral("A, B, D");
        QTest::newRow("words between") << QByteArray("\"B and D\"") << QStringLiteral("B, D");
        QTest::newRow("run together") << QByteArray("\"ACD\"") << QStringLiteral("A, C, D");
        QTest::newRow("texts") << QByteArray("[\"fir\",\"oak\"]") << QStringLiteral("A, D");
        QTest::newRow("twice the same") << QByteArray("[\"C\",\"C\"]") << QStringLiteral("C");
        QTest::newRow("one in a list") << QByteArray("[\"C\"]") << QStringLiteral("C");
    }
    void readsSeveralRight()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, gold);
        const Bench bench;
        const auto report = bench.importText(
            QStringLiteral("s.jsonl"), choices(3, {"\"A\"", "\"B\""}) + choice(9, key), QStringLiteral("s"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->warnings, 0);
        const Sample sample = bench.sample(QStringLiteral("s/9"));
        QCOMPARE(sample.gold, gold);
        QVERIFY(sample.isMcq());
        QCOMPARE(sample.goldIndex() < 0, gold.size() > 1);
        QCOMPARE(goldSet(sample.gold, sample.options.size()).isEmpty(), gold.size() == 1);
        QVERIFY(sample.acceptedAnswers.isEmpty());
        QCOMPARE(says(*report, "all of them are needed"), gold.size() > 1);
    }

    void readsListsAsAnswers_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QStringList>("accepted");
        QTest::newRow("numbers") << open(1, "Where is P?", "[4, 7]") << QStringLiteral("[4, 7]")
                                 << QStringList();
        QTest::newRow("numbers as text")
            << open(1, "Where is P?", "\"[4, 7]\"") << QStringLiteral("[4, 7]") << QStringList();
        QTest::newRow("a tuple stays text")
            << open(1, "Where is P?", "\"(4, 7)\"") << QStringLiteral("(4, 7)") << QStringList();
        QTest::newRow("texts of one answer")
            << open(1, "Colours?", "[\"red\", \"blue\"]", ", \"answer_type\": \"list\"")
            << QStringLiteral("red, blue") << QStringList();
        QTest::newRow("as many as asked for") << open(1, "Which two colours are seen?", "[\"red\", \"blue\"]")
                                              << QStringLiteral("red, blue") << QStringList();
        QTest::newRow("alternatives")
            << open(1, "Which colour is it?", "[\"grey\", \"gray\"]") << QStringLiteral("grey")
            << QStringList{QStringLiteral("grey"), QStringLiteral("gray")};
        QTest::newRow("people's answers")
            << open(1, "Which colour?", "[\"red\", \"blue\", \"red\"]") << QStringLiteral("red")
            << QStringList{QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("red")};
        QTest::newRow("one element") << open(1, "Which colour?", "[\"red\"]") << QStringLiteral("red")
                                     << QStringList();
    }
    void readsListsAsAnswers()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, gold);
        QFETCH(QStringList, accepted);
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("l.jsonl"), line, QStringLiteral("l"));
        REQUIRE_RESULT(report);
        const Sample sample = bench.sample(QStringLiteral("l/1"));
        QCOMPARE(sample.gold, gold);
        QCOMPARE(sample.acceptedAnswers, accepted);
    }

    void readsSetText()
    {
        QCOMPARE(goldSet(QStringLiteral("A, C"), 4), (QVector<int>{0, 2}));
        QVERIFY(goldSet(QStringLiteral("A"), 4).isEmpty());
        QVERIFY(goldSet(QStringLiteral("A, E"), 4).isEmpty());
        QVERIFY(goldSet(QStringLiteral("red, blue"), 4).isEmpty());
        QCOMPARE(goldSetText({3, 1, 3}), QStringLiteral("B, D"));
        QCOMPARE(keyParts(QStringLiteral("BAD"), 4), QStringList());
        QCOMPARE(wholeNumber(u"3.0").value_or(-9), 3);
        QVERIFY(!wholeNumber(u"3.5"));
    }
};

QTEST_APPLESS_MAIN(TestImportKeys)
#include "tst_import_keys.moc"
