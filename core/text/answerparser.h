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
    /// Position of the chosen option, -1 when none was found. May lie beyond the options ("E" of four).
    int option = -1;
    AnswerForm form = AnswerForm::None;

    bool found() const { return form != AnswerForm::None; }
};

/// The part of a raw output that the model itself said: what follows the last "ASSISTANT:" (or the like) of
/// an echoed prompt, without reasoning in <think> tags and without end-of-text marks.
QString modelReply(const QString& raw);

/// The option that a response chooses: "B", "(B)", "b.", "B) red", "Answer: B", "\boxed{B}", "the answer is
/// red", a last line with only the letter, or a text that equals (or alone contains) one option. `options`
/// may be empty when only letters are known. Returns None rather than a guess when the response names
/// several.
ParsedAnswer parseChoice(const QString& raw, const QStringList& options);

/// The answer of an open question: \boxed{}, <answer>, "Answer: …", or the whole text when it is short,
/// otherwise its last line.
ParsedAnswer parseOpenAnswer(const QString& raw);

} // namespace winnow
