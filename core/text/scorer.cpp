// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorer.h"

#include "core/text/normalise.h"
#include "core/text/yesno.h"

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

bool sameAnswer(QStringView a, QStringView b, DecimalMark habit)
{
    if (normaliseText(a) == normaliseText(b)) {
        return true;
    }
    const auto x = numberOf(a, habit);
    const auto y = numberOf(b, habit);
    return x && y && std::abs(*x - *y) <= 1e-9 * std::max(std::abs(*x), std::abs(*y));
}

/// "JBHU 282862" and "JBHU282862", "10 cm" and "10cm".
bool sameCode(QStringView a, QStringView b)
{
    QString x = normaliseText(a);
    QString y = normaliseText(b);
    const auto has = [&y](auto&& kind) { return std::any_of(y.begin(), y.end(), kind); };
    if (!has([](QChar c) { return c.isDigit(); }) || !has([](QChar c) { return c.isLetter(); })) {
        return false;
    }
    return x.remove(u' ') == y.remove(u' ');
}

/// The only part of a reply that is set in bold; empty when there is none or several.
QString onlyBold(const QString& text)
{
    const QStringList parts = text.split(QStringLiteral("**"));
    return parts.size() == 3 ? parts.at(1) : QString();
}

/// "The ball is blue" says "blue": the sentence ends with the answer, and a verb stands before it.
bool endsWithAnswer(const QString& sentence, const QString& gold)
{
    static const QStringList verbs{QStringLiteral("is"), QStringLiteral("are"), QStringLiteral("was"),
        QStringLiteral("were"), QStringLiteral("be"), QStringLiteral("contains"), QStringLiteral("shows"),
        QStringLiteral("says"), QStringLiteral("reads"), QStringLiteral("ist"), QStringLiteral("sind"),
        QStringLiteral("est"), QStringLiteral("sont"), QStringLiteral("es"), QStringLiteral("son")};
    const QString said = normaliseText(sentence);
    const QString wanted = normaliseText(gold);
    if (wanted.isEmpty() || !said.endsWith(u' ' + wanted)) {
        return false;
    }
    const QString before = said.left(said.size() - wanted.size() - 1);
    return verbs.contains(before.mid(before.lastIndexOf(u' ') + 1));
}

/// A sentence that gives a yes, a no or one number where just that is asked for, or that gives the answer as
/// its first words, its end or its only words in bold.
bool sentenceSays(const QString& answer, const QString& gold, DecimalMark habit)
{
    if (sameCode(answer, gold)) {
        return true;
    }
    if (const QString bold = onlyBold(answer);
        !bold.isEmpty() && (sameAnswer(bold, gold, habit) || sameCode(bold, gold))) {
        return true;
    }
    const qsizetype stop = answer.indexOf(QLatin1String(". "));
    const QString first = answer.left(stop >= 0 ? stop : answer.size());
    constexpr qsizetype kFewWords = 40;
    if ((stop > 0 && stop <= kFewWords && sameAnswer(first, gold, habit)) || endsWithAnswer(first, gold)) {
        return true;
    }
    if (const auto wanted = yesOrNoKey(gold)) {
        return yesOrNo(answer) == wanted;
    }
    const auto number = numberOf(gold, habit);
    if (!number) {
        return false;
    }
    if (const auto said = onlyNumberIn(answer, habit)) {
        return *said == *number;
    }
    // Keys of yes-or-no questions that are written 1 and 0.
    const QString key = gold.trimmed();
    const bool binary = key == QLatin1String("1") || key == QLatin1String("0") || key == QLatin1String("1.0")
        || key == QLatin1String("0.0");
    return binary && yesOrNo(answer) == std::optional(*number == 1.0);
}

QStringList letters(const QString& text)
{
    QStringList found = text.toUpper().split(u',', Qt::SkipEmptyParts);
    for (QString& letter : found) {
        letter = letter.trimmed();
    }
    found.sort();
    return found;
}

double scoreMcq(const ScoreInput& input)
{
    // A gold of several letters is a set: all of them, and no others.
    return letters(input.answer) == letters(input.gold) ? 1.0 : 0.0;
}

double scoreExact(const ScoreInput& input)
{
    const QStringList texts = goldTexts(input);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& t) {
        return sameAnswer(input.answer, t, input.habit) || sentenceSays(input.answer, t, input.habit);
    });
}

double scoreContains(const ScoreInput& input)
{
    const QString reply = u' ' + normaliseText(input.answer) + u' ';
    const QStringList texts = goldTexts(input);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        return reply.contains(normaliseText(text)) || sameAnswer(input.answer, text, input.habit);
    });
}

double scoreRelaxed(const ScoreInput& input)
{
    constexpr double kTolerance = 0.05;
    const auto said = numberOf(input.answer, input.habit);
    for (const QString& text : goldTexts(input)) {
        const auto gold = numberOf(text, input.habit);
        if (said && gold) {
            if (*gold == 0.0 ? *said == 0.0 : std::abs(*said - *gold) <= kTolerance * std::abs(*gold)) {
                return 1.0;
            }
        } else if (sameAnswer(input.answer, text, input.habit)) {
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
        {QStringLiteral("mcq"), QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Letter of the chosen option")),
            QStringLiteral("VLMEvalKit exact matching"), scoreMcq},
        {QStringLiteral("exact"),
            QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Equal after normalisation, or the same number")),
            QStringLiteral("VQA answer normalisation (Antol et al. 2015)"), scoreExact},
        {QStringLiteral("contains"),
            QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "The gold answer stands in the reply")),
            QStringLiteral("AutoConverter (Zhang et al. 2025), open-ended"), scoreContains},
        {QStringLiteral("relaxed"),
            QStringLiteral(
                QT_TRANSLATE_NOOP("Scorer", "Numbers within 5 %, otherwise equal after normalisation")),
            QStringLiteral("ChartQA relaxed accuracy (Masry et al. 2022)"), scoreRelaxed},
        {QStringLiteral("anls"),
            QStringLiteral(
                QT_TRANSLATE_NOOP("Scorer", "Average normalised Levenshtein similarity, 0 below 0.5")),
            QStringLiteral("ST-VQA (Biten et al. 2019)"), scoreAnls},
        {QStringLiteral("vqa"),
            QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Soft accuracy over ten annotators")),
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

Result<> checkScorer(const QString& id)
{
    if (id.isEmpty() || scorerById(id)) {
        return {};
    }
    QStringList known;
    for (const Scorer& scorer : scorers()) {
        known.append(scorer.id);
    }
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no scorer \"%1\"")).arg(id),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "The scorers are %1")).arg(known.join(QStringLiteral(", "))));
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

} // namespace winnow
