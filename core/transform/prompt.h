// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace winnow {

/// What stands around the questions of a dataset when a model is asked, as DatBench has it: the prompt is
/// prefix + question + suffix, letter by letter. The suffix says in which form to answer.
struct PromptTemplate {
    QString prefix;
    QString suffixOfChoices;
    QString suffixOfOpen;

    const QString& suffix(bool choices) const { return choices ? suffixOfChoices : suffixOfOpen; }
    bool operator==(const PromptTemplate&) const = default;
};

/// The question with its options, a line each: "A. first".
QString questionWithOptions(const QString& question, const QStringList& options);

/// The prompt as the model will see it. `hint` comes before the question, where there is one.
QString promptText(
    const PromptTemplate& prompt, const QString& hint, const QString& question, const QStringList& options);

} // namespace winnow
