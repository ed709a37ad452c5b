// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/anlsscorer.h"

#include "core/text/editdistance.h"
#include "core/text/normalise.h"
#include "core/text/scorers/sameanswer.h"

#include <algorithm>

namespace winnow {

QVector<ScorerParameter> AnlsScorer::parameters() const
{
    return {{QStringLiteral("threshold"), 0.5, 0, 1,
        QT_TRANSLATE_NOOP("Scorer", "similarity below which the score is 0")}};
}

double AnlsScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const QString said = foldText(answer);
    double best = 0.0;
    for (const QString& text : goldTexts(reply)) {
        best = std::max(best, editSimilarity(said, foldText(text)));
    }
    return best >= values.value(QStringLiteral("threshold")) ? best : 0.0;
}

} // namespace winnow
