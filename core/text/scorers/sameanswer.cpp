// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/sameanswer.h"

#include "core/text/normalise.h"
#include "core/text/yesno.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

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

} // namespace

QStringList goldTexts(const ReplyToScore& reply)
{
    return reply.accepted.isEmpty() ? QStringList{reply.gold} : reply.accepted;
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
    // What was asked is said again first: "Yes, there are bottles on the wrong shelf.\nFIJI".
    const qsizetype line = answer.lastIndexOf(u'\n');
    if (line > 0 && sameAnswer(QStringView(answer).mid(line + 1), gold, habit)) {
        return true;
    }
    if (const auto wanted = yesOrNoKey(gold)) {
        return yesOrNo(answer) == wanted;
    }
    const auto number = numberOf(gold, habit);
    if (!number) {
        return false;
    }
    const auto said = onlyNumberIn(answer, habit);
    return said && *said == *number;
}

} // namespace winnow
