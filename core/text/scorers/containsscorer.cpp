// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/containsscorer.h"

#include "core/text/normalise.h"
#include "core/text/scorers/sameanswer.h"

#include <algorithm>

namespace winnow {

double ContainsScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues&) const
{
    const QString said = u' ' + normaliseText(answer) + u' ';
    const QStringList texts = goldTexts(reply);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        return said.contains(normaliseText(text)) || sameAnswer(answer, text, reply.habit);
    });
}

} // namespace winnow
