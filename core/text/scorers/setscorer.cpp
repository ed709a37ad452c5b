// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/setscorer.h"

#include "core/text/scorers/answerparts.h"
#include "core/text/wordbag.h"

#include <algorithm>

namespace winnow {

QVector<ScorerParameter> SetScorer::parameters() const
{
    return {{QStringLiteral("partial"), 0, 0, 1,
        QT_TRANSLATE_NOOP("Scorer", "1 gives the F1 of the parts that are right")}};
}

double SetScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const bool partial = values.value(QStringLiteral("partial")) > 0;
    double best = 0;
    for (QStringList gold : goldParts(reply)) {
        QStringList said = answerParts(answer, gold.size(), reply.habit);
        said.sort();
        gold.sort();
        best = std::max(best, partial ? sharedF1(said, gold) : double(said == gold && !gold.isEmpty()));
    }
    return best;
}

} // namespace winnow
