// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow {

/// Text as compared by scorers and duplicate checks: NFKC, case folded, articles before a word and
/// punctuation dropped (signs and separators inside numbers stay), white space collapsed. Text that would
/// vanish altogether ("...", "a") is only folded, so that two different marks stay different.
QString normaliseText(QStringView text);

/// NFKC, case folded, white space collapsed; nothing dropped.
QString foldText(QStringView text);

/// True for what means "the model gave no answer": blank, a NaN that a table reader left, or the text that
/// VLMEvalKit writes when the call failed.
bool isMissingResponse(QStringView text);

/// True for words that common table readers turn into an empty cell (None, NA, N/A, null, nan, …).
bool isNullLikeLiteral(QStringView text);

/// True for texts that change when a table reader takes them for a number: 007, 1.10, +5, 1e5, and whole
/// numbers beyond the precision of a double.
bool losesDigits(QStringView text);

} // namespace winnow
