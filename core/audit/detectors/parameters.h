// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace winnow {

/// One setting of a detector.
struct ParameterInfo {
    enum class Type { Integer, Real, Boolean, Choice };

    QString id;
    QString title;
    /// "models", "share", "bits" …; empty for a pure number.
    QString unit;
    Type type = Type::Real;
    QJsonValue defaultValue;
    double minimum = 0;
    double maximum = 1;
    /// For Type::Choice.
    QStringList choices;
    /// What it changes, one sentence.
    QString description;
    /// The choice parameter that decides whether this one matters, and with which of its values; empty =
    /// always.
    QString dependsOn;
    QStringList mattersWith;
};

/// A complete set of values for one detector.
class Parameters {
public:
    Parameters() = default;
    explicit Parameters(QJsonObject values, QStringList given = {})
        : m_values(std::move(values))
        , m_given(std::move(given))
    {
    }

    double real(QLatin1String id) const { return m_values.value(id).toDouble(); }
    int integer(QLatin1String id) const { return int(m_values.value(id).toDouble()); }
    bool flag(QLatin1String id) const { return m_values.value(id).toBool(); }
    QString choice(QLatin1String id) const { return m_values.value(id).toString(); }
    const QJsonObject& values() const { return m_values; }
    /// Whether somebody said it; else it is the default.
    bool isGiven(QLatin1String id) const { return m_given.contains(id); }

private:
    QJsonObject m_values;
    QStringList m_given;
};

/// Defaults with `overrides` (by parameter id) on top; InvalidInput for an unknown id, a wrong type or a
/// value out of range, naming `detector.parameter` and what is allowed.
Result<Parameters> resolveParameters(
    const QString& detector, const QVector<ParameterInfo>& infos, const QJsonObject& overrides);

// Short forms for the detectors' tables.
ParameterInfo integerParameter(const char* id, const char* title, const char* unit, int value, int minimum,
    int maximum, const char* description);
ParameterInfo realParameter(const char* id, const char* title, const char* unit, double value, double minimum,
    double maximum, const char* description);
ParameterInfo booleanParameter(const char* id, const char* title, bool value, const char* description);
ParameterInfo choiceParameter(
    const char* id, const char* title, const QStringList& choices, const char* description);
/// The parameter, which matters only while the choice `parameter` has one of the values.
ParameterInfo onlyWith(ParameterInfo info, const char* parameter, const QStringList& values);

} // namespace winnow
