// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/tokenf1scorer.h"

#include "core/text/scorers/sameanswer.h"
#include "core/text/scorers/wholereply.h"
#include "core/text/wordbag.h"

#include <algorithm>

namespace winnow {

QVector<ScorerParameter> TokenF1Scorer::parameters() const
{
    return {{QStringLiteral("letters"), 0, 0, 1,
        QT_TRANSLATE_NOOP("Scorer", "1 counts letters and digits instead of words, as CC-OCR does")}};
}

QString TokenF1Scorer::read(const ReplyToScore& reply) const
{
    const QString whole = wholeReply(reply);
    return whole.contains(u'\n') ? whole : Scorer::read(reply);
}

double TokenF1Scorer::score(
    const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const auto parts = values.value(QStringLiteral("letters")) > 0 ? answerLetters : answerWords;
    const QStringList said = parts(answer);
    double best = 0;
    for (const QString& gold : goldTexts(reply)) {
        best = std::max(best, sharedF1(said, parts(gold)));
    }
    return best;
}

} // namespace winnow
