// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/parameters.h"

#include <cmath>

namespace winnow {

namespace {

Sentence allowed(const ParameterInfo& info)
{
    const QString least = QStringLiteral("%1").arg(info.minimum);
    const QString most = QStringLiteral("%1").arg(info.maximum);
    switch (info.type) {
    case ParameterInfo::Type::Boolean:
        return Sentence::of(QT_TRANSLATE_NOOP("Error", "true or false"));
    case ParameterInfo::Type::Choice:
        return Sentence::of(QT_TRANSLATE_NOOP("Error", "one of %1"))
            .arg(info.choices.join(QStringLiteral(", ")));
    case ParameterInfo::Type::Integer:
        return Sentence::of(QT_TRANSLATE_NOOP("Error", "a whole number from %1 to %2")).arg(least, most);
    case ParameterInfo::Type::Real:
        break;
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Error", "a number from %1 to %2")).arg(least, most);
}

/// Reads a value given as JSON or as text; undefined when it does not fit.
QJsonValue read(const ParameterInfo& info, const QJsonValue& given)
{
    const QString text = given.toString().trimmed();
    if (info.type == ParameterInfo::Type::Boolean) {
        if (given.isBool()) {
            return given;
        }
        const QString word = text.toLower();
        if (word == u"true" || word == u"yes" || word == u"1") {
            return true;
        }
        if (word == u"false" || word == u"no" || word == u"0") {
            return false;
        }
        return QJsonValue::Undefined;
    }
    if (info.type == ParameterInfo::Type::Choice) {
        return info.choices.contains(text) ? QJsonValue(text) : QJsonValue(QJsonValue::Undefined);
    }
    bool ok = given.isDouble();
    const double number = ok ? given.toDouble() : text.toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < info.minimum || number > info.maximum) {
        return QJsonValue::Undefined;
    }
    if (info.type == ParameterInfo::Type::Integer && number != std::floor(number)) {
        return QJsonValue::Undefined;
    }
    return number;
}

ParameterInfo makeParameter(const char* id, const char* title, const char* unit, ParameterInfo::Type type,
    QJsonValue value, double minimum, double maximum, const char* description)
{
    ParameterInfo info;
    info.id = QString::fromLatin1(id);
    info.title = QString::fromLatin1(title);
    info.unit = QString::fromLatin1(unit);
    info.type = type;
    info.defaultValue = std::move(value);
    info.minimum = minimum;
    info.maximum = maximum;
    info.description = QString::fromLatin1(description);
    return info;
}

} // namespace

Result<Parameters> resolveParameters(
    const QString& detector, const QVector<ParameterInfo>& infos, const QJsonObject& overrides)
{
    QJsonObject values;
    QStringList known;
    for (const ParameterInfo& info : infos) {
        values.insert(info.id, info.defaultValue);
        known.append(info.id);
    }
    for (auto it = overrides.begin(); it != overrides.end(); ++it) {
        const qsizetype position = known.indexOf(it.key());
        if (position < 0) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no parameter \"%2\""))
                    .arg(detector, it.key()),
                known.isEmpty() ? Sentence::of(QT_TRANSLATE_NOOP("Error", "It has none to set."))
                                : Sentence::of(QT_TRANSLATE_NOOP("Error", "It has: %1."))
                                      .arg(known.join(QStringLiteral(", "))));
        }
        const QJsonValue value = read(infos.at(position), it.value());
        if (value.isUndefined()) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1.%2 cannot be \"%3\""))
                    .arg(detector, it.key(), it.value().toVariant().toString()),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Give %1.")).arg(allowed(infos.at(position))));
        }
        values.insert(it.key(), value);
    }
    return Parameters(values, overrides.keys());
}

ParameterInfo integerParameter(const char* id, const char* title, const char* unit, int value, int minimum,
    int maximum, const char* description)
{
    return makeParameter(id, title, unit, ParameterInfo::Type::Integer, value, minimum, maximum, description);
}

ParameterInfo realParameter(const char* id, const char* title, const char* unit, double value, double minimum,
    double maximum, const char* description)
{
    return makeParameter(id, title, unit, ParameterInfo::Type::Real, value, minimum, maximum, description);
}

ParameterInfo booleanParameter(const char* id, const char* title, bool value, const char* description)
{
    return makeParameter(id, title, "", ParameterInfo::Type::Boolean, value, 0, 1, description);
}

ParameterInfo choiceParameter(
    const char* id, const char* title, const QStringList& choices, const char* description)
{
    ParameterInfo info = makeParameter(
        id, title, "", ParameterInfo::Type::Choice, QJsonValue(choices.value(0)), 0, 0, description);
    info.choices = choices;
    return info;
}

ParameterInfo onlyWith(ParameterInfo info, const char* parameter, const QStringList& values)
{
    info.dependsOn = QString::fromLatin1(parameter);
    info.mattersWith = values;
    return info;
}

} // namespace winnow
