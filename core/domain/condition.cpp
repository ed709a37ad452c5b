// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/condition.h"

namespace winnow {

QString conditionId(Condition condition)
{
    switch (condition) {
    case Condition::Standard:
        return QStringLiteral("standard");
    case Condition::Blind:
        return QStringLiteral("blind");
    case Condition::Circular:
        return QStringLiteral("circular");
    case Condition::OpenEnded:
        return QStringLiteral("open_ended");
    case Condition::ChoicesOnly:
        return QStringLiteral("choices_only");
    case Condition::NoQuestion:
        return QStringLiteral("no_question");
    case Condition::NoInfo:
        return QStringLiteral("no_info");
    }
    return QStringLiteral("standard");
}

std::optional<Condition> conditionFromId(QStringView id)
{
    for (Condition condition : kConditions) {
        if (id == conditionId(condition)) {
            return condition;
        }
    }
    return std::nullopt;
}

std::optional<Condition> guessCondition(QStringView text)
{
    const QString word = text.toString().trimmed().toLower().replace(u'-', u'_').replace(u' ', u'_');
    if (auto exact = conditionFromId(word)) {
        return exact;
    }
    const auto has = [&](const char* part) { return word.contains(QLatin1String(part)); };
    if (has("no_info") || has("nothing")) {
        return Condition::NoInfo;
    }
    if (has("no_question") || has("without_question") || has("image_only")) {
        return Condition::NoQuestion;
    }
    if (has("blind") || has("no_image") || has("text_only") || has("without_image")
        || has("baseline_no_model")) {
        return Condition::Blind;
    }
    if (has("choices_only") || has("options_only") || has("choice_only")) {
        return Condition::ChoicesOnly;
    }
    if (has("circular") || has("rotat")) {
        return Condition::Circular;
    }
    if (has("open_ended") || has("openended") || has("generative") || has("free_form")
        || word == QLatin1String("oe")) {
        return Condition::OpenEnded;
    }
    if (has("image") || has("vision") || has("standard") || has("mcq") || has("multiple_choice")
        || has("direct") || has("cot") || has("default")) {
        return Condition::Standard;
    }
    return std::nullopt;
}

} // namespace winnow
