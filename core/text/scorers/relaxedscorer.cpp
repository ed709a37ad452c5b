// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/relaxedscorer.h"

#include "core/text/scorers/sameanswer.h"

#include <cmath>

namespace winnow {

QVector<ScorerParameter> RelaxedScorer::parameters() const
{
    return {{QStringLiteral("tolerance"), 0.05, 0, 1,
        QT_TRANSLATE_NOOP("Scorer", "share of the gold that a number may be off")}};
}

double RelaxedScorer::score(
    const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const double tolerance = values.value(QStringLiteral("tolerance"));
    const auto said = numberOf(answer, reply.habit);
    for (const QString& text : goldTexts(reply)) {
        const auto gold = numberOf(text, reply.habit);
        if (said && gold) {
            if (*gold == 0.0 ? *said == 0.0 : std::abs(*said - *gold) <= tolerance * std::abs(*gold)) {
                return 1.0;
            }
        } else if (sameAnswer(answer, text, reply.habit)) {
            return 1.0;
        }
    }
    return 0.0;
}

} // namespace winnow
