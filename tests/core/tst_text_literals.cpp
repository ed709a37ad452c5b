// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/base64.h"
#include "core/text/pythonliteral.h"

#include <QTest>

using namespace winnow;

class TestTextLiterals : public QObject {
    Q_OBJECT

private slots:
    void readsLists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const char* text, const QStringList& expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << expected;
        };
        const QStringList ab{QStringLiteral("a"), QStringLiteral("b")};
        row("single quotes", "['a', 'b']", ab);
        row("double quotes", "[\"a\",\"b\"]", ab);
        row("tuple", "('a', 'b')", ab);
        row("trailing comma", "['a', 'b',]", ab);
        row("numpy", "['a' 'b']", ab);
        row("numpy over lines", "['a'\n 'b']", ab);
        row("glued", "['a' 'a', 'b']", {QStringLiteral("aa"), QStringLiteral("b")});
        row("numbers keep digits", "[1.10, 007, -2]",
            {QStringLiteral("1.10"), QStringLiteral("007"), QStringLiteral("-2")});
        row("none", "['x', None]", {QStringLiteral("x"), QStringLiteral("None")});
        row("escapes", "['it\\'s', \"say \\\"x\\\"\", 'a\\nb', '\\u00e9', '\\x41']",
            {QStringLiteral("it's"), QStringLiteral("say \"x\""), QStringLiteral("a\nb"),
                QStringLiteral("\u00e9"), QStringLiteral("A")});
        row("latex", "['$\\frac{1}{2}$', '$\\alpha$']",
            {QStringLiteral("$\\frac{1}{2}$"), QStringLiteral("$\\alpha$")});
        row("prefixes", "[u'a', r'b']", ab);
        row("empty", "[]", {});
        row("brackets inside", "['[a', 'b]']", {QStringLiteral("[a"), QStringLiteral("b]")});
    }
    void readsLists()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        const auto list = parsePythonStringList(text);
        QVERIFY2(list, list ? "" : qPrintable(list.error().text()));
        QCOMPARE(*list, expected);
    }

    void refusesCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("import") << QStringLiteral("[__import__('os').system('touch /tmp/x')]")
                                << QStringLiteral("character 2: found \"__import__\"");
        QTest::newRow("call") << QStringLiteral("open('x')") << QStringLiteral("character 1: found \"open\"");
        QTest::newRow("after the list")
            << QStringLiteral("['a'] + ['b']") << QStringLiteral("character 7: found \"+\"");
        QTest::newRow("comprehension")
            << QStringLiteral("['a' for x in y]") << QStringLiteral("character 6: found \"for\"");
        QTest::newRow("cut off") << QStringLiteral("['a', 'b")
                                 << QStringLiteral("character 9: found the end");
        QTest::newRow("not closed") << QStringLiteral("['a', 'b'")
                                    << QStringLiteral("character 10: found the end");
        QTest::newRow("nothing") << QString() << QStringLiteral("character 1: found the end");
        QTest::newRow("too deep") << QString(1000, u'[') << QStringLiteral("nested more than 32");
    }
    void refusesCode()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        const auto list = parsePythonStringList(text);
        QVERIFY(!list);
        QVERIFY2(list.error().message.contains(found), qPrintable(list.error().message));
    }

    void nestsToItsBoundAndNoDeeper()
    {
        for (const auto& [open, close] :
            {std::pair(u'[', u']'), std::pair(u'(', u')'), std::pair(u'{', u'}')}) {
            QVERIFY(parsePythonLiteral(QString(QString(33, open) + QString(33, close))));
            const auto deeper = parsePythonLiteral(QString(QString(34, open) + QString(34, close)));
            QVERIFY(!deeper);
            QCOMPARE(deeper.error().code, ErrorCode::LimitExceeded);
            QVERIFY(!parsePythonLiteral(QString(1'000'000, open)));
        }
        const auto mixed = parsePythonLiteral(u"{'k': ['a' 'b', (1, {2, 3})], 'l': ['x' 'y']}");
        QVERIFY(mixed);
        QCOMPARE(mixed->entries.size(), 2);
        const PythonValue& list = mixed->entries.at(0).second;
        QCOMPARE(list.items.size(), 2);
        QCOMPARE(list.items.at(0).text, QStringLiteral("ab"));
        QCOMPARE(list.items.at(1).items.at(1).items.size(), 2);
        QCOMPARE(mixed->entries.at(1).second.items.size(), 2);
        QVERIFY(!parsePythonLiteral(u"{'k': }"));
        QVERIFY(!parsePythonLiteral(u"{'k': 1 'l': 2}"));
    }

    void everyCutOfALiteralIsAnError()
    {
        const QString whole = QStringLiteral("['it\\'s', \"b\", [1, {'k': (2, None)}], '\\u00e9']");
        QVERIFY(parsePythonLiteral(whole));
        for (qsizetype n = 0; n < whole.size(); ++n) {
            QVERIFY(!parsePythonLiteral(QStringView(whole).left(n)));
        }
    }

    void readsDictionaries()
    {
        const auto value = parsePythonLiteral(u"{'A': 'x', 'B': None}");
        QVERIFY(value);
        QCOMPARE(value->kind, PythonValue::Kind::Dictionary);
        QCOMPARE(value->entries.size(), 2);
        QCOMPARE(value->entries.at(0).second.text, QStringLiteral("x"));
    }

    void base64_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (int n = 0; n < 8; ++n) {
            QTest::addRow("%d bytes", n) << QByteArray("\xff\x00wxyz\x80\x7f", 8).left(n);
        }
    }
    void base64()
    {
        QFETCH(QByteArray, bytes);
        const QByteArray text = bytes.toBase64();
        const auto plain = decodeBase64(text, 100);
        QVERIFY(plain);
        QCOMPARE(*plain, bytes);
        const auto uri = decodeBase64(QByteArray(QByteArray("data:image/png;base64,") + text + "\n"), 100);
        QVERIFY(uri);
        QCOMPARE(*uri, bytes);
        QVERIFY(decodeBase64(bytes.toBase64(QByteArray::OmitTrailingEquals), 100));
    }

    void base64Refuses()
    {
        const auto bad = decodeBase64("QUJD(QUJD", 100);
        QVERIFY(!bad);
        QVERIFY2(bad.error().message.contains(QLatin1String("character 5")), qPrintable(bad.error().message));
        const auto large = decodeBase64(QByteArray(4000, 'A'), 100);
        QVERIFY(!large);
        QCOMPARE(large.error().code, ErrorCode::LimitExceeded);
        QVERIFY(!decodeBase64("QUJDR", 100));
    }

    void knowsBase64()
    {
        QVERIFY(looksLikeBase64(QByteArray(200, 'x').toBase64()));
        QVERIFY(!looksLikeBase64("images/5.jpg"));
        QVERIFY(!looksLikeBase64(
            "a long sentence that is not an image at all, however long it may be, is it not?"));
    }
};

QTEST_APPLESS_MAIN(TestTextLiterals)
#include "tst_text_literals.moc"
