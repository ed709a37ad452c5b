// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

namespace winnow {

/// The words of an answer as SQuAD and VQA compare them: case folded, marks and articles dropped, "two" as 2,
/// "1,234" as 1234. Letters of Chinese, Japanese, Thai and the like are words of their own. What is made of
/// marks alone is one word. Texts are read up to 100,000 units.
QStringList answerWords(QStringView text);
/// Its letters and digits, one an entry.
QStringList answerLetters(QStringView text);

/// 2 PR / (P + R) of what two lists share, each entry as often as both have it; 1 for two empty ones.
double sharedF1(QStringList a, QStringList b);

} // namespace winnow
