// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace winnow {

/// How an answer was found in a response, from the surest to the weakest.
enum class AnswerForm { None, Letter, Boxed, Stated, Marked, LastLine, OptionText, OptionIndex, Text };

/// What a response says, as far as it can be told.
struct ParsedAnswer {
    /// A letter for a choice, the answer's text otherwise; empty = none found.
    QString text;
    /// Position of the chosen option, -1 when none was found.
    int option = -1;
    AnswerForm form = AnswerForm::None;

    bool found() const { return form != AnswerForm::None; }
};

/// The option that a response chooses, in English, Korean, Chinese, Japanese, German, French or Spanish. The
/// order of evidence: the exact text of an option; the last stated answer (\boxed{}, <answer>, "the answer
/// is", "B is correct", "I choose"); the last letter that is affirmed; the only option whose text stands in
/// it. What is denied, hedged, listed or only mentioned is no answer, and neither is a list of the options or
/// a refusal. `options` may be empty when only letters are known. None rather than a guess when in doubt.
ParsedAnswer parseChoice(const QString& raw, const QStringList& options);

/// The same where several options may be right together: "A, C". `option` is -1 when they are several.
ParsedAnswer parseChoices(const QString& raw, const QStringList& options);

/// The answer of an open question without its lead-in, label, fence or JSON wrapper: \boxed{}, <answer>,
/// "Answer: …", or the whole text when it is short, otherwise its last line. None for a refusal.
ParsedAnswer parseOpenAnswer(const QString& raw);

} // namespace winnow
