// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace winnow;

/// A language in which every text is upper-case and the first two places change their order.
static QString turned(const QString& text)
{
    QString other = text.toUpper();
    other.replace(QStringLiteral("%1"), QStringLiteral("%#"));
    other.replace(QStringLiteral("%2"), QStringLiteral("%1"));
    return other.replace(QStringLiteral("%#"), QStringLiteral("%2"));
}

static QString grouped(qint64 value)
{
    return QStringLiteral("<%1>").arg(value);
}

class TestSentence : public QObject {
    Q_OBJECT
private slots:
    void isSaidInEnglishAndInOtherLanguages()
    {
        const Sentence inner = Sentence::of("%1 models").arg(9);
        const Sentence sentence = Sentence::of("%1 of them answer %2").arg(inner, QStringLiteral("C"));
        QCOMPARE(sentence.english(), QStringLiteral("9 models of them answer C"));
        QCOMPARE(sentence.in(turned, grouped), QStringLiteral("C OF THEM ANSWER %2 MODELS"));
    }

    void argumentsComeInTheOrderOfTheirPlacesOverSeveralCalls()
    {
        QCOMPARE(
            Sentence::of("%1 %2 %3").arg(1).arg(QStringLiteral("b"), 3).english(), QStringLiteral("1 b 3"));
        // A place that is in an argument is no place of the sentence.
        QCOMPARE(
            Sentence::of("%1 and %2").arg(QStringLiteral("%2"), 5).english(), QStringLiteral("%2 and 5"));
        QCOMPARE(Sentence::of("5% of %1").arg(7).english(), QStringLiteral("5% of 7"));
    }

    void survivesItsJson()
    {
        Sentence sentence = Sentence::of("%1 of %2").arg(3, Sentence::of("%1 models").arg(9));
        sentence += Sentence::of("; the first of them");
        sentence += QStringLiteral("!");
        const QJsonDocument stored(QJsonObject{{QStringLiteral("s"), sentence.json()}});
        const QJsonValue back = QJsonDocument::fromJson(stored.toJson())[QStringLiteral("s")];
        const Sentence read = Sentence::fromJson(back);
        QCOMPARE(read.english(), QStringLiteral("3 of 9 models; the first of them!"));
        QCOMPARE(read.in(turned, grouped), sentence.in(turned, grouped));
    }

    void verbatimTextStaysAsItIs()
    {
        const Sentence name(QStringLiteral("model %1"));
        QVERIFY(!name.isTranslatable());
        QCOMPARE(name.in(turned, grouped), QStringLiteral("model %1"));
        QVERIFY(Sentence().isEmpty());
        QVERIFY(Sentence(QString()).isEmpty());
        QCOMPARE(joined({name, Sentence(QStringLiteral("b"))}, QStringLiteral("; ")).english(),
            QStringLiteral("model %1; b"));
        QCOMPARE(Sentence::of("options %1").arg(QStringLiteral("A")).capitalised().english(),
            QStringLiteral("Options A"));
    }

    void damagedJsonIsNoReasonToFail()
    {
        for (const char* json : {"[]", "[1]", "[[]]", "[\"%3 %1\"]", "[\"\", null, {}]", "{}", "[\"^\"]"}) {
            const QJsonDocument document = QJsonDocument::fromJson(json);
            const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue();
            Sentence::fromJson(value).in(turned, grouped);
        }
        QJsonValue deep = QStringLiteral("x");
        for (int i = 0; i < 500; ++i) {
            deep = QJsonArray{QStringLiteral("%1"), deep};
        }
        QVERIFY(Sentence::fromJson(deep).english().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
