// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/duplicates/questionmatch.h"

#include "core/text/normalise.h"

#include <algorithm>
#include <array>

namespace winnow {

namespace {

constexpr qsizetype kGram = 4;
constexpr qsizetype kLongWord = 6;

/// Words that only dress a question, in order.
constexpr std::array<QStringView, 43> kFillers{u"a", u"an", u"are", u"be", u"can", u"could", u"did", u"do",
    u"does", u"figure", u"give", u"here", u"identify", u"image", u"is", u"it", u"its", u"me", u"name", u"of",
    u"photo", u"picture", u"please", u"re", u"s", u"show", u"shown", u"shows", u"tell", u"that", u"the",
    u"there", u"these", u"this", u"those", u"us", u"was", u"were", u"what", u"whats", u"which", u"would",
    u"you"};

bool isFiller(QStringView word)
{
    return std::binary_search(kFillers.begin(), kFillers.end(), word);
}

QStringView stem(QStringView word)
{
    if (word.size() > 4 && word.endsWith(u's') && !word.endsWith(u"ss")) {
        return word.chopped(1);
    }
    return word;
}

void appendWord(QString& words, QStringView word)
{
    if (!words.isEmpty()) {
        words += u' ';
    }
    words += word;
}

/// One letter replaced, added or left out.
bool oneLetterApart(QStringView a, QStringView b)
{
    if (std::abs(a.size() - b.size()) > 1) {
        return false;
    }
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start]) {
        ++start;
    }
    qsizetype tail = 0;
    while (tail < a.size() - start && tail < b.size() - start
        && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
        ++tail;
    }
    return a.size() - start - tail <= 1 && b.size() - start - tail <= 1;
}

} // namespace

QString questionCore(const QString& question)
{
    const QString folded = foldText(question);
    const QStringView text(folded);
    QString words;
    words.reserve(folded.size());
    // "What is this?" is all dress, and still a question: then its words are kept as they are.
    const auto read = [&](bool dressed) {
        qsizetype from = 0;
        const auto finish = [&](qsizetype to) {
            const QStringView word = text.sliced(from, to - from);
            if (!word.isEmpty() && (dressed || !isFiller(word))) {
                appendWord(words, dressed ? word : stem(word));
            }
            from = to + 1;
        };
        for (qsizetype i = 0; i < folded.size(); ++i) {
            const QChar c = text[i];
            const bool inNumber = (c == u'.' || c == u',') && i > 0 && text[i - 1].isDigit()
                && i + 1 < folded.size() && text[i + 1].isDigit();
            if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || inNumber) {
                continue;
            }
            finish(i);
            // Signs carry meaning in formulas; punctuation of sentences does not.
            if (!dressed && (c.isSymbol() || c == u'-' || c == u'*' || c == u'/' || c == u'%')) {
                appendWord(words, QStringView(&c, 1));
            }
        }
        finish(folded.size());
    };
    read(false);
    if (words.isEmpty()) {
        read(true);
    }
    return words;
}

std::vector<quint64> textGrams(const QString& text)
{
    std::vector<quint64> grams;
    grams.reserve(std::size_t(std::max<qsizetype>(0, text.size() - kGram + 1)));
    quint64 gram = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        gram = gram << 16 | text[i].unicode();
        if (i + 1 >= kGram) {
            grams.push_back(gram);
        }
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

double gramSimilarity(const std::vector<quint64>& a, const std::vector<quint64>& b)
{
    std::size_t common = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        common += *left == *right;
        const bool both = *left == *right;
        const bool leftFirst = *left < *right;
        left += both || leftFirst;
        right += both || !leftFirst;
    }
    return double(common) / double(a.size() + b.size() - common);
}

double textSimilarity(const QString& first, const QString& second)
{
    const std::vector<quint64> a = textGrams(first);
    const std::vector<quint64> b = textGrams(second);
    if (a.empty() || b.empty()) {
        return first == second ? 1 : 0;
    }
    return gramSimilarity(a, b);
}

bool isSpellable(QStringView word)
{
    return word.size() >= kLongWord
        && std::none_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

bool canBeMisspelt(QStringView first, QStringView second)
{
    // A misspelt word keeps its first letter; "weight" is no misspelt "height".
    return isSpellable(first) && isSpellable(second) && first.front() == second.front()
        && oneLetterApart(first, second);
}

bool sameButForSpelling(QStringView first, QStringView second)
{
    const auto wordEnd = [](QStringView text, qsizetype from) {
        const qsizetype blank = text.indexOf(u' ', from);
        return blank < 0 ? text.size() : blank;
    };
    for (qsizetype i = 0, j = 0;;) {
        const qsizetype left = wordEnd(first, i);
        const qsizetype right = wordEnd(second, j);
        const QStringView a = first.sliced(i, left - i);
        const QStringView b = second.sliced(j, right - j);
        if (a != b && !canBeMisspelt(a, b)) {
            return false;
        }
        if (left == first.size() || right == second.size()) {
            return left == first.size() && right == second.size();
        }
        i = left + 1;
        j = right + 1;
    }
}

} // namespace winnow
