// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/vqascorer.h"

#include "core/text/normalise.h"
#include "core/text/scorers/exactscorer.h"
#include "core/text/scorers/sameanswer.h"

#include <algorithm>

namespace winnow {

double VqaScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const QStringList texts = goldTexts(reply);
    if (texts.size() < 4) {
        return ExactScorer().score(answer, reply, values);
    }
    // Mean over leaving one annotator out of min(1, matches / 3).
    const QString said = normaliseText(answer);
    const auto matches = std::count_if(
        texts.begin(), texts.end(), [&](const QString& text) { return normaliseText(text) == said; });
    const double hits = static_cast<double>(matches);
    const double n = static_cast<double>(texts.size());
    return (hits * std::min(1.0, (hits - 1.0) / 3.0) + (n - hits) * std::min(1.0, hits / 3.0)) / n;
}

} // namespace winnow
