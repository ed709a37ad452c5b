// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transform/prompt.h"

#include "core/domain/sample.h"

namespace winnow {

QString questionWithOptions(const QString& question, const QStringList& options)
{
    QString text = question;
    for (qsizetype i = 0; i < options.size(); ++i) {
        text += u'\n' + optionLetter(int(i)) + QStringLiteral(". ") + options.at(i);
    }
    return text;
}

QString promptText(
    const PromptTemplate& prompt, const QString& hint, const QString& question, const QStringList& options)
{
    const QString before = hint.isEmpty() ? QString() : QStringLiteral("Hint: ") + hint + u'\n';
    return prompt.prefix + before + questionWithOptions(question, options)
        + prompt.suffix(!options.isEmpty());
}

} // namespace winnow
