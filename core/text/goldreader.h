// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/answerparser.h"

#include <QVector>

#include <optional>

namespace winnow {

/// Where an answer key points among the options, and how it was written.
struct GoldReading {
    /// -1: not among the options.
    int option = -1;
    AnswerForm form = AnswerForm::None;
};

/// Reads an answer key as a benchmark writes it: the exact text of an option (before everything else), a
/// letter, "(A)", a text that differs in case or marks only, or an index from 0 ("2" where no option says 2).
GoldReading readGold(const QString& gold, const QStringList& options);

/// "B", "(b)", "[B]." and nothing else; -1 otherwise and beyond the options.
int letterKey(QStringView gold, qsizetype options);
/// The option that says `gold` letter for letter, but for blanks around it; -1 when none does. Of options
/// that are alike the first.
int optionSaying(QStringView gold, const QStringList& options);
/// The same, where case, blanks and marks may differ too; -1 also when it fits options that are not alike.
int optionLike(QStringView gold, const QStringList& options);

/// "3", "-1", "3.0": a whole number, as tables write it that went through a column of floats.
std::optional<int> wholeNumber(QStringView text);

/// Words that stand where a key is kept back: "hidden", "-1", "n/a" …; an option or an open answer may say
/// the same.
bool isNoKey(QStringView text);

/// The elements of a key that names several options in one text ("A, C", "A and C", "A;C", "ACD"); empty when
/// it does not.
QStringList keyParts(const QString& gold, qsizetype options);

/// The options that are right together, from the stored form "A, C"; empty unless there are several.
QVector<int> goldSet(const QString& gold, qsizetype options);
/// The stored form of several right options, in order.
QString goldSetText(QVector<int> positions);

} // namespace winnow
