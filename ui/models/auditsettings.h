// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/run/detectorregistry.h"

#include <QJsonObject>

namespace winnow {

/// The values of parameters that differ from their defaults, for all detectors. A value.
class AuditSettings {
public:
    /// The id of settings that no preset has.
    static constexpr char kOwn[] = "own";

    /// What was kept between sessions; what no longer fits this version is forgotten, not run.
    static AuditSettings restored(const QJsonObject& kept);
    /// Of a preset; an unknown id is that of the defaults.
    static AuditSettings ofPreset(const QString& id);
    /// The preset is what is set without one.
    static bool isDefault(const AuditPreset& preset);

    /// "detector.parameter" -> value.
    const QJsonObject& values() const { return m_values; }
    /// Of one detector, by parameter.
    QJsonObject of(const QString& detector) const { return settingsFor(detector, m_values); }
    void set(const QString& detector, const QJsonObject& overrides);
    /// The preset that these are, kOwn where none is; empty for the defaults.
    QString preset() const;

    bool operator==(const AuditSettings& other) const { return m_values == other.m_values; }

private:
    QJsonObject m_values;
    /// Two recipes may come to the same settings: the one that was chosen is told.
    QString m_chosen;
};

} // namespace winnow
