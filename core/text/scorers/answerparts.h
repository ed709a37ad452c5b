// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// The parts of an answer that is a list, each as it is compared (a number by its value): of a Python or JSON
/// list, of lines with bullets or numbers, or between ";", "," and "and"; where several of these would do,
/// the one that gives `expected` parts.
QStringList answerParts(const QString& text, qsizetype expected, DecimalMark habit);

/// The gold's parts: those of its text, or all accepted answers where there are several. A list each where
/// the accepted answers are lists themselves.
QVector<QStringList> goldParts(const ReplyToScore& reply);

} // namespace winnow
