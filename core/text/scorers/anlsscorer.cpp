// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/anlsscorer.h"

#include "core/text/normalise.h"
#include "core/text/scorers/sameanswer.h"

#include <algorithm>

namespace winnow {

namespace {

/// Levenshtein distance; quadratic, on texts cut to a length that answers do not reach.
qsizetype editDistance(QStringView a, QStringView b)
{
    constexpr qsizetype kLongest = 4096;
    a = a.left(kLongest);
    b = b.left(kLongest);
    QVector<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype up = row[j];
            row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = up;
        }
    }
    return row.back();
}

} // namespace

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
        const QString gold = foldText(text);
        const qsizetype longest = std::max(said.size(), gold.size());
        const double similarity = longest == 0
            ? 1.0
            : 1.0 - static_cast<double>(editDistance(said, gold)) / static_cast<double>(longest);
        best = std::max(best, similarity);
    }
    return best >= values.value(QStringLiteral("threshold")) ? best : 0.0;
}

} // namespace winnow
