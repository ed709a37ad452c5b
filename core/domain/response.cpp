// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/response.h"

#include <QRegularExpression>

namespace winnow {

QString guessFamily(const QString& modelName)
{
    QString name = modelName.section(u'/', -1).toLower();
    // "anthropic_claude-3" carries the maker before the model.
    static const QRegularExpression maker(QStringLiteral(
        "^(anthropic|meta|openai|google|microsoft|writer|mistralai|deepseek-ai|alibaba|cohere|"
        "databricks|amazon|snowflake|ai21|nvidia|zhipu|01-ai|lmms-lab|llava-hf|opengvlab)[_ -]+"));
    const QString stripped = QString(name).remove(maker);
    if (!stripped.isEmpty()) {
        name = stripped;
    }
    static const QRegularExpression letters(QStringLiteral("^[a-z]{2,}"));
    const QRegularExpressionMatch match = letters.match(name);
    return match.hasMatch() ? match.captured() : name;
}

bool isLanguageModelAlone(Condition condition, const QString& setting)
{
    static const QRegularExpression named(QStringLiteral("(?<![a-z])(llm|base|language.?model)(?![a-z])"),
        QRegularExpression::CaseInsensitiveOption);
    return condition == Condition::Blind && setting.contains(named);
}

} // namespace winnow
