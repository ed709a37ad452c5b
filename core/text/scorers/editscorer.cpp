// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/editscorer.h"

#include "core/text/editdistance.h"
#include "core/text/normalise.h"
#include "core/text/scorers/sameanswer.h"
#include "core/text/scorers/wholereply.h"

#include <algorithm>

namespace winnow {

QVector<ScorerParameter> EditScorer::parameters() const
{
    return {{QStringLiteral("words"), 0, 0, 1, QT_TRANSLATE_NOOP("Scorer", "1 counts words, not letters")},
        {QStringLiteral("case"), 1, 0, 1, QT_TRANSLATE_NOOP("Scorer", "0 takes A and a for the same")}};
}

QString EditScorer::read(const ReplyToScore& reply) const
{
    return wholeReply(reply);
}

double EditScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const bool words = values.value(QStringLiteral("words")) > 0;
    const bool folded = values.value(QStringLiteral("case")) == 0;
    const auto plain = [&](const QString& text) { return folded ? foldText(text) : text.simplified(); };
    const QString said = plain(answer);
    double best = 0;
    for (const QString& text : goldTexts(reply)) {
        const QString gold = plain(text);
        best = std::max(
            best, words ? editSimilarity(said.split(u' '), gold.split(u' ')) : editSimilarity(said, gold));
    }
    return best;
}

} // namespace winnow
