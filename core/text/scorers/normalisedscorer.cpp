// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/normalisedscorer.h"

#include "core/text/scorers/sameanswer.h"
#include "core/text/wordbag.h"

#include <algorithm>

namespace winnow {

double NormalisedScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues&) const
{
    const QStringList said = answerWords(answer);
    const QStringList texts = goldTexts(reply);
    return std::any_of(
        texts.begin(), texts.end(), [&](const QString& text) { return answerWords(text) == said; });
}

} // namespace winnow
