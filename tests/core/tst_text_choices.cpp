// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sample.h"
#include "core/text/answerparser.h"

#include <QTest>

using namespace winnow;

namespace {

/// L stands for the letter asked for, O for another one, T for the text of the option.
struct Phrasing {
    const char* text;
};

constexpr Phrasing kAffirming[] = {
    // English
    {"L"}, {"(L)"}, {"[L]"}, {"{L}"}, {"L."}, {"L)"}, {"L:"}, {"L,"}, {"**L**"}, {"`L`"}, {"\"L\""}, {"'L'"},
    {"<L>"}, {"$L$"}, {"\\(L\\)"}, {" L \n"}, {"L. T"}, {"L) T"}, {"(L) T"}, {"L: T"}, {"L - T"},
    {"**L. T**"}, {"L\nT"}, {"Option L"}, {"option L."}, {"Option (L)"}, {"Choice L"}, {"Letter L"},
    {"Answer L"}, {"Answer: L"}, {"ANSWER: L"}, {"answer: (L)"}, {"Answer: **L**"}, {"**Answer:** L"},
    {"**Answer: L**"}, {"Answer: L."}, {"Answer: L. T"}, {"Answer - L"}, {"Answer:\nL"}, {"Answer:\n\n(L)"},
    {"Answer: \\(L\\)"}, {"Answer: $L$"}, {"The answer is L"}, {"The answer is L."}, {"The answer is (L)."},
    {"The answer is: L"}, {"The answer is **L**."}, {"The answer is option L."}, {"The answer is L. T"},
    {"The answer is (L) T."}, {"The correct answer is L."}, {"The correct answer is option (L)."},
    {"The correct option is L"}, {"The best answer is L."}, {"The right choice is L."},
    {"The final answer is L"}, {"Final answer: L"}, {"Final Answer: \\boxed{L}"}, {"\\boxed{L}"},
    {"So \\boxed{\\text{L}} it is."}, {"\\boxed{\\text{Option L}}"}, {"\\boxed{(L)}"}, {"\\boxed{L. T}"},
    {"<answer>L</answer>"}, {"<answer> (L) </answer>"}, {"<think>O or L?</think>\nL"},
    {"{\"answer\": \"L\"}"}, {"```json\n{\"answer\": \"L\"}\n```"}, {"I choose L"}, {"I choose option L."},
    {"I would choose L."}, {"I'd go with L"}, {"I will go with option L."}, {"I pick (L)."}, {"I select L."},
    {"My answer is L."}, {"My choice: L"}, {"It is L."}, {"It must be L."}, {"It must be L rather than O."},
    {"So L."}, {"So, L."}, {"So the answer is L."}, {"Therefore, L"}, {"Therefore, the answer is L."},
    {"Thus the correct option is L."}, {"Hence L."}, {"L is correct."},
    {"L is correct because O does not fit."}, {"L is the correct answer."}, {"(L) is the best answer."},
    {"Option L is correct."}, {"Option L is the right one."}, {"Between L and O, I'd go with L"},
    {"At first I thought O. The answer is L."}, {"Not O but L."}, {"The answer is not O but L."},
    {"O is wrong. The answer is L."}, {"O can be excluded, the answer is L."},
    {"The answer is L because the light falls from there."}, {"The answer is L since O is too far away."},
    {"The answer is most likely L."}, {"The answer is probably L."}, {"The answer would be L."},
    {"The answer should be L."}, {"ANSWER: O\nOn second thought: ANSWER: L"},
    {"\\boxed{O}? The sum was off: \\boxed{L}"}, {"The best match is L."},
    {"Therefore, the correct answer is:\nAnswer: L"}, {"Some reasoning here.\nL"},
    {"Some reasoning here.\n\n(L)"}, {"USER: pick one of O, L\nASSISTANT: L"}, {"L<|im_end|>"},
    {"<|begin_of_box|>L<|end_of_box|>"},
    // Korean
    {"\xec\xa0\x95\xeb\x8b\xb5: L"},
    {"\xec\xa0\x95\xeb\x8b\xb5\xec\x9d\x80 L\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4."},
    {"\xec\xa0\x95\xeb\x8b\xb5\xec\x9d\x80 (L)\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4."}, {"\xeb\x8b\xb5: L"},
    {"\xeb\x8b\xb5\xec\x9d\x80 L\xec\x9d\xb4\xeb\x8b\xa4."}, {"L\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4."},
    {"O\xea\xb0\x80 \xec\x95\x84\xeb\x8b\x88\xeb\x9d\xbc L\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4."},
    {"\xeb\x94\xb0\xeb\x9d\xbc\xec\x84\x9c \xec\xa0\x95\xeb\x8b\xb5\xec\x9d\x80 "
     "L\xeb\xb2\x88\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4."},
    // Chinese
    {"\xe7\xad\x94\xe6\xa1\x88\xe6\x98\xafL"}, {"\xe7\xad\x94\xe6\xa1\x88\xef\xbc\x9aL"},
    {"\xe7\xad\x94\xe6\xa1\x88\xe4\xb8\xba L\xe3\x80\x82"},
    {"\xe6\xad\xa3\xe7\xa1\xae\xe7\xad\x94\xe6\xa1\x88\xe6\x98\xafL\xe3\x80\x82"},
    {"\xe6\x95\x85\xe9\x80\x89L"}, {"\xe6\x89\x80\xe4\xbb\xa5\xe9\x80\x89L\xe3\x80\x82"},
    {"\xe5\xba\x94\xe9\x80\x89L"}, {"\xe4\xb8\x8d\xe6\x98\xafO\xef\xbc\x8c\xe8\x80\x8c\xe6\x98\xafL"},
    {"\xe7\xad\x94\xef\xbc\x9aL"},
    // Japanese
    {"\xe7\xad\x94\xe3\x81\x88\xe3\x81\xafL\xe3\x81\xa7\xe3\x81\x99\xe3\x80\x82"},
    {"\xe6\xad\xa3\xe8\xa7\xa3\xe3\x81\xafL"}, {"\xe6\xad\xa3\xe8\xa7\xa3: L"},
    {"\xe8\xa7\xa3\xe7\xad\x94\xef\xbc\x9aL"},
    {"O\xe3\x81\xa7\xe3\x81\xaf\xe3\x81\xaa\xe3\x81\x8fL\xe3\x81\xa7\xe3\x81\x99\xe3\x80\x82"},
    // German
    {"Antwort: L"}, {"Die Antwort ist L."}, {"Die richtige Antwort ist L."},
    {"Die richtige Antwort lautet (L)."}, {"Nicht O, sondern L."}, {"L ist richtig, weil O nicht passt."},
    {"Ich w\xc3\xa4hle L."}, {"L\xc3\xb6sung: L"},
    // French
    {"R\xc3\xa9ponse : L"}, {"La r\xc3\xa9ponse est L."}, {"La bonne r\xc3\xa9ponse est (L)."},
    {"L est correcte, car O ne convient pas."}, {"Je choisis L."}, {"Ce n'est pas O mais L."},
    // Spanish
    {"Respuesta: L"}, {"La respuesta es L."}, {"La respuesta correcta es (L)."},
    {"La opci\xc3\xb3n correcta es L."}, {"No es O sino L."}, {"Elijo L."}};

/// Nothing of these is an answer.
constexpr Phrasing kSilent[] = {{"L and O"}, {"L, O"}, {"L or O"}, {"(L) and (O)"}, {"L/O"}, {"L & O"},
    {"The answer is L or O."}, {"The answer is L and O."}, {"Both L and O are correct."}, {"\\boxed{L, O}"},
    {"Answer: L, O"}, {"Either L or O."}, {"Not L"}, {"It is not L."}, {"It cannot be L."}, {"L is wrong."},
    {"L is incorrect."}, {"L can be excluded."}, {"L is not correct."}, {"The answer is not L."},
    {"I would not choose L."}, {"It could be L."}, {"Maybe L."}, {"It might be L, hard to say."},
    {"Is it L?"}, {"Is the answer L?"}, {"Which is right, L or O?"}, {"I cannot determine L or O from this."},
    {"I am unable to see the image, so I cannot say L or O."},
    {"No image was provided. Options L and O both need it."}, {"Answer: LO"}, {"Answer: L1"}, {"L-shaped"},
    {"\xec\xa0\x95\xeb\x8b\xb5\xec\x9d\x80 L\xea\xb0\x80 \xec\x95\x84\xeb\x8b\x99\xeb\x8b\x88\xeb\x8b\xa4."},
    {"\xe7\xad\x94\xe6\xa1\x88\xe4\xb8\x8d\xe6\x98\xafL"}, {"Die Antwort ist nicht L."},
    {"La r\xc3\xa9ponse n'est pas L."}, {"La respuesta no es L."}};

const QStringList& texts()
{
    static const QStringList all{QStringLiteral("crimson"), QStringLiteral("turquoise"),
        QStringLiteral("emerald"), QStringLiteral("ochre"), QStringLiteral("violet"),
        QStringLiteral("magenta"), QStringLiteral("ivory"), QStringLiteral("charcoal"),
        QStringLiteral("saffron"), QStringLiteral("indigo")};
    return all;
}

QString fill(const char* pattern, int letter, int other, const QStringList& options)
{
    // Placeholders stand alone or beside characters that are no Latin letters.
    const QString text = QString::fromUtf8(pattern);
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto latin = [&](qsizetype at) {
            return at >= 0 && at < text.size() && text.at(at).isLetter() && text.at(at).unicode() < 0x250
                && text.at(at) != u'L' && text.at(at) != u'O';
        };
        const QChar c = text.at(i);
        const bool alone = !latin(i - 1) && !latin(i + 1);
        if (c == u'L' && alone) {
            result += optionLetter(letter);
        } else if (c == u'O' && alone) {
            result += optionLetter(other);
        } else if (c == u'T' && alone) {
            result += options.at(letter);
        } else {
            result += c;
        }
    }
    return result;
}

} // namespace

/// Which option a reply chooses must not depend on the letter that the option happens to have.
class TestTextChoices : public QObject {
    Q_OBJECT
private slots:
    void everyLetterIsRead_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const Phrasing& phrasing : kAffirming) {
            QTest::newRow(phrasing.text) << QString::fromUtf8(phrasing.text);
        }
    }
    void everyLetterIsRead()
    {
        QFETCH(QString, pattern);
        const QByteArray bytes = pattern.toUtf8();
        for (int letter = 0; letter < texts().size(); ++letter) {
            for (int step = 1; step < texts().size(); ++step) {
                const int other = int((letter + step) % texts().size());
                // The options in another order.
                QStringList options = texts();
                std::rotate(options.begin(), options.begin() + step, options.end());
                const QString reply = fill(bytes.constData(), letter, other, options);
                const ParsedAnswer answer = parseChoice(reply, options);
                QVERIFY2(answer.text == optionLetter(letter),
                    qPrintable(QStringLiteral("%1 is read as \"%2\"").arg(reply, answer.text)));
                QCOMPARE(answer.option, letter);
                // Small letters and wide ones where nothing else can be meant.
                if (pattern == QLatin1String("L") || pattern == QLatin1String("(L)")
                    || pattern == QLatin1String("Answer: L") || pattern == QLatin1String("L)")
                    || pattern == QLatin1String("The answer is (L).")) {
                    QString small = reply;
                    small.replace(optionLetter(letter), optionLetter(letter).toLower());
                    QCOMPARE(parseChoice(small, options).option, letter);
                    QString wide = reply;
                    wide.replace(optionLetter(letter), QString(QChar(char16_t(0xff21 + letter))));
                    QCOMPARE(parseChoice(wide, options).option, letter);
                }
            }
        }
    }

    void withoutOptionsTheLettersAreTheSame()
    {
        for (const Phrasing& phrasing : kAffirming) {
            if (QString::fromUtf8(phrasing.text).contains(u'T')) {
                continue;
            }
            for (int letter = 0; letter < 10; ++letter) {
                const QString reply = fill(phrasing.text, letter, (letter + 3) % 10, texts());
                const ParsedAnswer answer = parseChoice(reply, {});
                QVERIFY2(answer.option == letter,
                    qPrintable(QStringLiteral("%1 is read as \"%2\"").arg(reply, answer.text)));
            }
        }
    }

    void whatIsDeniedListedOrHedgedIsNoAnswer_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const Phrasing& phrasing : kSilent) {
            QTest::newRow(phrasing.text) << QString::fromUtf8(phrasing.text);
        }
    }
    void whatIsDeniedListedOrHedgedIsNoAnswer()
    {
        QFETCH(QString, pattern);
        const QByteArray bytes = pattern.toUtf8();
        for (int letter = 0; letter < texts().size(); ++letter) {
            for (int step = 1; step < texts().size(); ++step) {
                const QString reply
                    = fill(bytes.constData(), letter, int((letter + step) % texts().size()), texts());
                const ParsedAnswer answer = parseChoice(reply, texts());
                QVERIFY2(!answer.found(),
                    qPrintable(QStringLiteral("%1 is read as \"%2\"").arg(reply, answer.text)));
            }
        }
    }

    void optionsThatDoNotExistAreNotChosen()
    {
        const QStringList four = texts().mid(0, 4);
        for (const char* const reply : {"E", "(F)", "The answer is G.", "Answer: J"}) {
            QVERIFY2(!parseChoice(QString::fromLatin1(reply), four).found(), reply);
        }
    }

    void readsReplies_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("letter");
        const auto row = [](const char* reply, const char* options, const char* letter) {
            QTest::newRow(reply) << QString::fromUtf8(reply) << QString::fromUtf8(options)
                                 << QString::fromUtf8(letter);
        };
        const char* colours = "red|blue|green|yellow";
        row("A dog is chasing a blue ball.", colours, "B");
        row("A man in a green coat", colours, "C");
        row("I think the ball is yellow.", colours, "D");
        row("I see a red and a blue ball.", colours, "");
        row("It is red, not blue.", colours, "A");
        row("The answer is red rather than blue.", colours, "A");
        row("B. red", colours, "");
        row("B. blue", colours, "B");
        row("A. red\nB. blue\nC. green\nD. yellow", colours, "");
        row("(A) red (B) blue (C) green (D) yellow", colours, "");
        row("A. red - incorrect\nB. blue - incorrect\nC. green - correct\nD. yellow - incorrect", colours,
            "C");
        row("A: red\nB: blue\nC: green\nD: yellow\nAnswer: C", colours, "C");
        row("A. The coat is red there.\nB. This one is blue.\nTherefore the answer is D.", colours, "D");
        row("Vitamin C is what an orange holds.", "Vitamin A|Vitamin B|Vitamin C|Vitamin D", "C");
        row("Point D", "Point C|Point D|Point A|Point B", "B");
        row("The answer is Grade A.", "Grade B|Grade C|Grade A|Grade D", "C");
        row("(b)", "(c)|(d)|(a)|(b)", "D");
        row("[2, 4]", "[0, 2]|[2, 4]|[3, 2]", "B");
        row("None of the above", "one|two|None of the above", "C");
        row("It is 3.5 m long", "3|3.5|5", "B");
        row("-3", "3|-3", "B");
        row("I have no idea.", "yes|no", "");
        row("Sorry, no image was provided.", "yes|no", "");
        row("No.", "yes|no", "B");
        row("No, there is none.", "yes|no", "B");
        row("Apple", "apple|banana", "A");
        row("Certainly! Dark red.", colours, "A");
        row("Because of the light it is hard to see, but the answer is B", colours, "B");
    }
    void readsReplies()
    {
        QFETCH(QString, reply);
        QFETCH(QString, options);
        QFETCH(QString, letter);
        QCOMPARE(parseChoice(reply, options.split(u'|')).text, letter);
    }

    void severalTogether_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("letters");
        const auto row = [](const char* reply, const char* letters) {
            QTest::newRow(reply) << QString::fromUtf8(reply) << QString::fromUtf8(letters);
        };
        row("A, C", "A, C");
        row("A and C", "A, C");
        row("AC", "A, C");
        row("The answer is A and C.", "A, C");
        row("\\boxed{C, A}", "A, C");
        row("Answer: (B), (D)", "B, D");
        row("B", "B");
        row("I cannot see the image.", "");
    }
    void severalTogether()
    {
        QFETCH(QString, reply);
        QFETCH(QString, letters);
        QCOMPARE(parseChoices(reply, texts().mid(0, 4)).text, letters);
    }
};

QTEST_APPLESS_MAIN(TestTextChoices)
#include "tst_text_choices.moc"
