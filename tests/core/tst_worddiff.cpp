// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/worddiff.h"

#include <QtTest>

using namespace winnow;

namespace {

/// What differs stands in brackets.
QString marked(const QVector<TextPiece>& pieces)
{
    QString text;
    for (const TextPiece& piece : pieces) {
        text += piece.differs ? u'[' + piece.text + u']' : piece.text;
    }
    return text;
}

QString whole(const QVector<TextPiece>& pieces)
{
    QString text;
    for (const TextPiece& piece : pieces) {
        text += piece.text;
    }
    return text;
}

} // namespace

/// Which words of two replies differ.
class TestWordDiff : public QObject {
    Q_OBJECT
private slots:
    void marksWhatDiffers_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("inFirst");
        QTest::addColumn<QString>("inSecond");
        const auto row = [](const char* name, const char* a, const char* b, const char* ma, const char* mb) {
            QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b) << QString::fromUtf8(ma)
                                << QString::fromUtf8(mb);
        };
        row("same", "The answer is B.", "The answer is B.", "The answer is B.", "The answer is B.");
        row("one word", "The answer is B.", "The answer is C.", "The answer is [B.]", "The answer is [C.]");
        row("inserted", "a red car", "a big red car", "a red car", "a [big ]red car");
        row("case and space", "Two  cats", "two cats\n", "Two  cats", "two cats\n");
        row("nothing in common", "yes", "no way", "[yes]", "[no way]");
        row("one is empty", "", "text", "", "[text]");
        row("two places", "1 2 3 4 5", "1 x 3 y 5", "1 [2 ]3 [4 ]5", "1 [x ]3 [y ]5");
        row("no spaces between words", "图中有猫", "图中有狗", "图中有[猫]", "图中有[狗]");
        row("leading space", " a b", "a c", " a [b]", "a [c]");
    }
    void marksWhatDiffers()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, inFirst);
        QFETCH(QString, inSecond);
        const WordDiff diff = differingWords(first, second);
        QCOMPARE(marked(diff.first), inFirst);
        QCOMPARE(marked(diff.second), inSecond);
        QCOMPARE(whole(diff.first), first);
        QCOMPARE(whole(diff.second), second);
    }

    void longTextsStayWhole()
    {
        QString a, b;
        for (int i = 0; i < 6000; ++i) {
            a += QString::number(i) + u' ';
            b += QString::number(i * 7) + u' ';
        }
        const WordDiff diff = differingWords(QStringLiteral("same ") + a + QStringLiteral("end"),
            QStringLiteral("same ") + b + QStringLiteral("end"));
        QCOMPARE(diff.first.size(), 3);
        QCOMPARE(diff.first.first(), (TextPiece{QStringLiteral("same 0 "), false}));
        QVERIFY(diff.first.at(1).differs);
        QCOMPARE(whole(diff.second), QStringLiteral("same ") + b + QStringLiteral("end"));
    }
};

QTEST_APPLESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
