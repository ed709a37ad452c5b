// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/yesnoscorer.h"

#include "core/text/scorers/sameanswer.h"
#include "core/text/scorers/wholereply.h"
#include "core/text/yesno.h"

#include <algorithm>

namespace winnow {

namespace {

/// A key; 1 and 0 are yes and no here.
std::optional<bool> keyOf(const QString& gold)
{
    const QString key = gold.trimmed();
    if (key == u"1" || key == u"1.0") {
        return true;
    }
    if (key == u"0" || key == u"0.0") {
        return false;
    }
    const auto word = yesOrNoKey(key);
    return word ? word : yesOrNo(key);
}

} // namespace

QString YesNoScorer::read(const ReplyToScore& reply) const
{
    const QString answer = Scorer::read(reply);
    auto said = yesOrNo(answer);
    if (!said && !answer.isEmpty()) {
        const QString whole = wholeReply(reply);
        const QString line = whole.section(u'\n', 0, 0);
        const qsizetype stop = line.indexOf(QLatin1String(". "));
        said = yesOrNo(stop > 0 ? QStringView(line).left(stop) : QStringView(line));
    }
    return !said ? answer : *said ? QStringLiteral("Yes") : QStringLiteral("No");
}

double YesNoScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues&) const
{
    const auto said = yesOrNo(answer);
    const QStringList texts = goldTexts(reply);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        const auto key = keyOf(text);
        return key ? said == key || (!said && keyOf(answer) == key) : sameAnswer(answer, text, reply.habit);
    });
}

} // namespace winnow
