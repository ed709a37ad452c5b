// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorer.h"

#include "core/text/normalise.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

QStringList goldTexts(const ScoreInput& input)
{
    QStringList texts = input.accepted;
    if (texts.isEmpty()) {
        texts.append(input.gold);
    }
    return texts;
}

bool sameAnswer(QStringView a, QStringView b)
{
    if (normaliseText(a) == normaliseText(b)) {
        return true;
    }
    const auto x = numberOf(a);
    const auto y = numberOf(b);
    return x && y && std::abs(*x - *y) <= 1e-9 * std::max(std::abs(*x), std::abs(*y));
}

/// "yes" or "no" when the text begins with it or holds only that one of the two; empty otherwise.
QString yesOrNo(const QString& normalised)
{
    const QStringList words = normalised.split(u' ');
    const bool yes = words.contains(QStringLiteral("yes"));
    const bool no = words.contains(QStringLiteral("no"));
    if (words.front() == QLatin1String("yes") || (yes && !no)) {
        return QStringLiteral("yes");
    }
    return words.front() == QLatin1String("no") || (no && !yes) ? QStringLiteral("no") : QString();
}

/// The only number in a sentence; nothing when there are several or none.
std::optional<double> onlyNumberIn(const QString& text)
{
    static const QRegularExpression number(
        QStringLiteral("(?<![\\w.])[-+\\x{2212}]?\\d[\\d,]*(?:\\.\\d+)?(?!\\w)"));
    auto it = number.globalMatch(text);
    if (!it.hasNext()) {
        return std::nullopt;
    }
    const QString first = it.next().captured();
    return it.hasNext() ? std::nullopt : numberOf(first);
}

/// A sentence that gives a yes, a no or one number where just that is asked for.
bool sentenceSays(const QString& answer, const QString& gold)
{
    const QString wanted = normaliseText(gold);
    if (wanted == QLatin1String("yes") || wanted == QLatin1String("no")) {
        return yesOrNo(normaliseText(answer)) == wanted;
    }
    const auto number = numberOf(gold);
    return number && onlyNumberIn(answer) == number;
}

double scoreMcq(const ScoreInput& input)
{
    return input.answer.compare(input.gold, Qt::CaseInsensitive) == 0 ? 1.0 : 0.0;
}

double scoreExact(const ScoreInput& input)
{
    const QStringList texts = goldTexts(input);
    return std::any_of(texts.begin(), texts.end(),
        [&](const QString& t) { return sameAnswer(input.answer, t) || sentenceSays(input.answer, t); });
}

double scoreContains(const ScoreInput& input)
{
    const QString reply = u' ' + normaliseText(input.answer) + u' ';
    const QStringList texts = goldTexts(input);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        return reply.contains(normaliseText(text)) || sameAnswer(input.answer, text);
    });
}

double scoreRelaxed(const ScoreInput& input)
{
    constexpr double kTolerance = 0.05;
    const auto said = numberOf(input.answer);
    for (const QString& text : goldTexts(input)) {
        const auto gold = numberOf(text);
        if (said && gold) {
            if (*gold == 0.0 ? *said == 0.0 : std::abs(*said - *gold) <= kTolerance * std::abs(*gold)) {
                return 1.0;
            }
        } else if (sameAnswer(input.answer, text)) {
            return 1.0;
        }
    }
    return 0.0;
}

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

double scoreAnls(const ScoreInput& input)
{
    const QString said = foldText(input.answer);
    double best = 0.0;
    for (const QString& text : goldTexts(input)) {
        const QString gold = foldText(text);
        const qsizetype longest = std::max(said.size(), gold.size());
        const double similarity = longest == 0
            ? 1.0
            : 1.0 - static_cast<double>(editDistance(said, gold)) / static_cast<double>(longest);
        best = std::max(best, similarity);
    }
    return best >= 0.5 ? best : 0.0;
}

double scoreVqa(const ScoreInput& input)
{
    const QStringList texts = goldTexts(input);
    if (texts.size() < 4) {
        return scoreExact(input);
    }
    // Mean over leaving one annotator out of min(1, matches / 3).
    const QString said = normaliseText(input.answer);
    const auto matches = std::count_if(
        texts.begin(), texts.end(), [&](const QString& text) { return normaliseText(text) == said; });
    const double hits = static_cast<double>(matches);
    const double n = static_cast<double>(texts.size());
    return (hits * std::min(1.0, (hits - 1.0) / 3.0) + (n - hits) * std::min(1.0, hits / 3.0)) / n;
}

} // namespace

const QVector<Scorer>& scorers()
{
    static const QVector<Scorer> all{
        {QStringLiteral("mcq"), QStringLiteral("Letter of the chosen option"),
            QStringLiteral("VLMEvalKit exact matching"), scoreMcq},
        {QStringLiteral("exact"), QStringLiteral("Equal after normalisation, or the same number"),
            QStringLiteral("VQA answer normalisation (Antol et al. 2015)"), scoreExact},
        {QStringLiteral("contains"), QStringLiteral("The gold answer stands in the reply"),
            QStringLiteral("AutoConverter (Zhang et al. 2025), open-ended"), scoreContains},
        {QStringLiteral("relaxed"), QStringLiteral("Numbers within 5 %, otherwise equal after normalisation"),
            QStringLiteral("ChartQA relaxed accuracy (Masry et al. 2022)"), scoreRelaxed},
        {QStringLiteral("anls"), QStringLiteral("Average normalised Levenshtein similarity, 0 below 0.5"),
            QStringLiteral("ST-VQA (Biten et al. 2019)"), scoreAnls},
        {QStringLiteral("vqa"), QStringLiteral("Soft accuracy over ten annotators"),
            QStringLiteral("VQA v2 (Goyal et al. 2017)"), scoreVqa},
    };
    return all;
}

const Scorer* scorerById(QStringView id)
{
    for (const Scorer& scorer : scorers()) {
        if (scorer.id == id) {
            return &scorer;
        }
    }
    return nullptr;
}

std::optional<double> scoreAnswer(const Scorer& scorer, const ScoreInput& input)
{
    const bool noGold = input.gold.isEmpty() && input.accepted.isEmpty();
    if (noGold || (input.answer.isEmpty() && isMissingResponse(input.response))) {
        return std::nullopt;
    }
    if (input.answer.isEmpty()) {
        return 0.0;
    }
    return scorer.score(input);
}

std::optional<double> numberOf(QStringView text)
{
    QString digits = text.trimmed().toString();
    digits.replace(QChar(u'\u2212'), QChar(u'-'));
    while (!digits.isEmpty() && QStringView(u"$\u20ac\u00a3#~").contains(digits.front())) {
        digits.remove(0, 1);
    }
    while (!digits.isEmpty() && QStringView(u"%$\u00b0. ").contains(digits.back())) {
        digits.chop(1);
    }
    digits.remove(u',');
    if (digits.isEmpty()) {
        return std::nullopt;
    }
    const QChar first = digits.front();
    if (!first.isDigit() && first != u'-' && first != u'+' && first != u'.') {
        return std::nullopt;
    }
    bool ok = false;
    const double value = digits.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace winnow
