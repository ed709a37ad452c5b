// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/exactscorer.h"

#include "core/text/scorers/sameanswer.h"

#include <algorithm>

namespace winnow {

double ExactScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues&) const
{
    const QStringList texts = goldTexts(reply);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        return sameAnswer(answer, text, reply.habit) || sentenceSays(answer, text, reply.habit);
    });
}

} // namespace winnow
