// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

namespace winnow {

/// Of longer texts only so many symbols are compared.
inline constexpr qsizetype kLongestCompared = 100'000;

/// Levenshtein distance in UTF-16 units, 64 rows at a time (Myers 1999; Hyyro 2003): two texts of 100,000
/// take about a fifth of a second, and memory of the shorter length.
qsizetype editDistance(QStringView a, QStringView b);
/// The same in words.
qsizetype editDistance(const QStringList& a, const QStringList& b);

/// 1 - distance / longer length; 1 for two empty ones.
double editSimilarity(QStringView a, QStringView b);
double editSimilarity(const QStringList& a, const QStringList& b);

} // namespace winnow
