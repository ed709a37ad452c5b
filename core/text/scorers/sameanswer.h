// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/numbers.h"
#include "core/text/scorer.h"

namespace winnow {

/// The accepted answers, or the gold where it is the only one.
QStringList goldTexts(const ReplyToScore& reply);

/// Whether two answers are the same after normalisation, or the same number.
bool sameAnswer(QStringView a, QStringView b, DecimalMark habit);

/// A sentence that gives a yes, a no or one number where just that is asked for, or that gives the answer as
/// its first words, its end or its only words in bold.
bool sentenceSays(const QString& answer, const QString& gold, DecimalMark habit);

} // namespace winnow
