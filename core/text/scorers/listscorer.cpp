// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/listscorer.h"

#include "core/text/scorers/answerparts.h"

#include <algorithm>

namespace winnow {

QVector<ScorerParameter> ListScorer::parameters() const
{
    return {{QStringLiteral("partial"), 0, 0, 1,
        QT_TRANSLATE_NOOP("Scorer", "1 gives the share of the parts that are right")}};
}

double ListScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const bool partial = values.value(QStringLiteral("partial")) > 0;
    double best = 0;
    for (const QStringList& gold : goldParts(reply)) {
        const QStringList said = answerParts(answer, gold.size(), reply.habit);
        const qsizetype longest = std::max(said.size(), gold.size());
        qsizetype same = 0;
        for (qsizetype i = 0; i < std::min(said.size(), gold.size()); ++i) {
            same += said.at(i) == gold.at(i);
        }
        if (longest > 0) {
            best = std::max(best, partial ? double(same) / double(longest) : double(same == longest));
        }
    }
    return best;
}

} // namespace winnow
