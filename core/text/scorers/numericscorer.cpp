// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/numericscorer.h"

#include "core/text/quantity.h"
#include "core/text/scorers/sameanswer.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

double rounded(double value, int decimals)
{
    const double power = std::pow(10.0, decimals);
    return std::round(value * power) / power;
}

bool near(double a, double b, double share)
{
    return std::abs(a - b) <= share * std::max(std::abs(a), std::abs(b));
}

bool sameQuantity(const Quantity& said, const Quantity& gold, double tolerance, int decimals)
{
    const bool both = !said.unit.isEmpty() && !gold.unit.isEmpty();
    // Where only one of both is a unit, the other is a word of the sentence.
    const bool comparable = both && said.known == gold.known;
    if (comparable && said.unit != gold.unit) {
        return false;
    }
    // In the unit of the gold.
    const double value = comparable && gold.known ? said.value / gold.factor : said.written;
    constexpr double kSame = 1e-9;
    if (near(value, gold.written, kSame)
        || (tolerance > 0 && std::abs(value - gold.written) <= tolerance * std::abs(gold.written))) {
        return true;
    }
    const int digits = decimals >= 0 ? decimals : gold.decimals;
    const bool rounds = decimals >= 0 || gold.decimals > 0;
    return rounds && near(rounded(value, digits), rounded(gold.written, digits), kSame);
}

} // namespace

QVector<ScorerParameter> NumericScorer::parameters() const
{
    return {{QStringLiteral("tolerance"), 0, 0, 1,
                QT_TRANSLATE_NOOP("Scorer", "share of the gold that a number may be off")},
        {QStringLiteral("decimals"), -1, -1, 12,
            QT_TRANSLATE_NOOP("Scorer", "digits behind the mark that count; -1 = as many as the gold has")}};
}

double NumericScorer::score(
    const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const double tolerance = values.value(QStringLiteral("tolerance"));
    const int decimals = int(values.value(QStringLiteral("decimals")));
    const auto said = quantityOf(answer, reply.habit);
    const QStringList texts = goldTexts(reply);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        const auto gold = quantityOf(text, reply.habit);
        return said && gold
            ? sameQuantity(*said, *gold, tolerance, decimals)
            : sameAnswer(answer, text, reply.habit) || sentenceSays(answer, text, reply.habit);
    });
}

} // namespace winnow
