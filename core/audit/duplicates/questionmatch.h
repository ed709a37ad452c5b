// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace winnow {

/// What a question asks, without the words that only dress it ("What's the …", "Please tell which …"): folded
/// words without filler and endings, in order. Two questions with one core ask the same.
QString questionCore(const QString& question);

/// The different pieces of four letters of a text, ascending.
std::vector<quint64> textGrams(const QString& text);
/// Share that two such sets have in common (Jaccard), 0..1; neither may be empty.
double gramSimilarity(const std::vector<quint64>& a, const std::vector<quint64>& b);
/// Share of character 4-grams that two texts have in common (Jaccard), 0..1; texts too short to have any are
/// alike when they are equal.
double textSimilarity(const QString& first, const QString& second);

/// Whether a word may stand misspelt: six letters or more and no digit among them.
bool isSpellable(QStringView word);
/// Whether two different words may be one, misspelt: both spellable, with one first letter, and one letter
/// replaced, added or left out.
bool canBeMisspelt(QStringView first, QStringView second);
/// Whether all words of two cores, in order, are equal or may be one misspelt.
bool sameButForSpelling(QStringView first, QStringView second);

} // namespace winnow
