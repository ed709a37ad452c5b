// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordbag.h"

#include "core/text/normalise.h"

#include <algorithm>
#include <vector>

namespace winnow {

namespace {

constexpr qsizetype kLongest = 100'000;

bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

QString digitsOf(const QString& word)
{
    static const QStringList numbers{QStringLiteral("zero"), QStringLiteral("one"), QStringLiteral("two"),
        QStringLiteral("three"), QStringLiteral("four"), QStringLiteral("five"), QStringLiteral("six"),
        QStringLiteral("seven"), QStringLiteral("eight"), QStringLiteral("nine"), QStringLiteral("ten")};
    constexpr qsizetype kLongestNumber = 5;
    const qsizetype number = word.size() <= kLongestNumber ? numbers.indexOf(word) : -1;
    return number < 0 ? word : QString::number(number);
}

} // namespace

QStringList answerWords(QStringView text)
{
    const QString plain = normaliseText(text.left(kLongest));
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty()) {
            words.append(digitsOf(word));
            word.clear();
        }
    };
    for (const QChar c : plain) {
        if (c == u' ') {
            end();
        } else if (isUnspaced(c)) {
            end();
            words.append(QString(c));
        } else {
            word += c;
        }
    }
    end();
    // An answer that is nothing but an article keeps it.
    if (words.size() > 1) {
        words.removeIf([](const QString& one) { return one == u"a" || one == u"an" || one == u"the"; });
    }
    return words;
}

QStringList answerLetters(QStringView text)
{
    QStringList letters;
    for (const QChar c : foldText(text.left(kLongest))) {
        if (c.isLetterOrNumber()) {
            letters.append(QString(c));
        }
    }
    return letters;
}

double sharedF1(QStringList a, QStringList b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return a.isEmpty() && b.isEmpty() ? 1.0 : 0.0;
    }
    a.sort();
    b.sort();
    std::vector<QString> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return 2.0 * double(both.size()) / double(a.size() + b.size());
}

} // namespace winnow
