// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/worddiff.h"

#include <algorithm>
#include <vector>

namespace winnow {

namespace {

/// The table of the longest common subsequence has at most so many cells.
constexpr size_t kMostCells = 4'000'000;

/// A word and the space after it.
struct Word {
    qsizetype start;
    qsizetype length;
    QString key;
};

bool standsAlone(QChar c)
{
    // Without spaces between words each character is one.
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana
        || c.script() == QChar::Script_Katakana;
}

std::vector<Word> wordsOf(const QString& text)
{
    std::vector<Word> words;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype start = at;
        while (at < text.size() && text[at].isSpace()) {
            ++at;
        }
        const qsizetype from = at;
        if (at < text.size() && standsAlone(text[at])) {
            ++at;
        } else {
            while (at < text.size() && !text[at].isSpace() && !standsAlone(text[at])) {
                ++at;
            }
        }
        const QString key = text.mid(from, at - from).toCaseFolded();
        while (at < text.size() && text[at].isSpace()) {
            ++at;
        }
        words.push_back({start, at - start, key});
    }
    return words;
}

/// Which words of two lists are in their longest common subsequence.
void markCommon(const std::vector<Word>& a, const std::vector<Word>& b, size_t begin, size_t endA,
    size_t endB, std::vector<bool>& inA, std::vector<bool>& inB)
{
    const size_t rows = endA - begin;
    const size_t columns = endB - begin;
    if (rows == 0 || columns == 0 || rows * columns > kMostCells) {
        return;
    }
    std::vector<quint16> longest((rows + 1) * (columns + 1), 0);
    const auto cell = [&](size_t i, size_t j) -> quint16& { return longest[i * (columns + 1) + j]; };
    for (size_t i = rows; i-- > 0;) {
        for (size_t j = columns; j-- > 0;) {
            cell(i, j) = a[begin + i].key == b[begin + j].key ? quint16(cell(i + 1, j + 1) + 1)
                                                              : std::max(cell(i + 1, j), cell(i, j + 1));
        }
    }
    size_t i = 0;
    size_t j = 0;
    while (i < rows && j < columns) {
        if (a[begin + i].key == b[begin + j].key) {
            inA[begin + i++] = true;
            inB[begin + j++] = true;
        } else if (cell(i + 1, j) >= cell(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
}

QVector<TextPiece> piecesOf(
    const QString& text, const std::vector<Word>& words, const std::vector<bool>& common)
{
    QVector<TextPiece> pieces;
    for (size_t i = 0; i < words.size(); ++i) {
        const QString word = text.mid(words[i].start, words[i].length);
        if (pieces.isEmpty() || pieces.last().differs == common[i]) {
            pieces.append({word, !common[i]});
        } else {
            pieces.last().text += word;
        }
    }
    return pieces;
}

} // namespace

WordDiff differingWords(const QString& first, const QString& second)
{
    const std::vector<Word> a = wordsOf(first);
    const std::vector<Word> b = wordsOf(second);
    std::vector<bool> inA(a.size(), false);
    std::vector<bool> inB(b.size(), false);
    size_t begin = 0;
    while (begin < a.size() && begin < b.size() && a[begin].key == b[begin].key) {
        inA[begin] = inB[begin] = true;
        ++begin;
    }
    size_t endA = a.size();
    size_t endB = b.size();
    while (endA > begin && endB > begin && a[endA - 1].key == b[endB - 1].key) {
        inA[--endA] = true;
        inB[--endB] = true;
    }
    markCommon(a, b, begin, endA, endB, inA, inB);
    return {piecesOf(first, a, inA), piecesOf(second, b, inB)};
}

} // namespace winnow
