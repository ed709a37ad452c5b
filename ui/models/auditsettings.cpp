// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditsettings.h"

namespace winnow {

namespace {

/// Those that change something.
QJsonObject withoutDefaults(const QJsonObject& settings)
{
    QJsonObject changing;
    for (const auto& detector : DetectorRegistry::instance().detectors()) {
        const DetectorInfo& info = detector->info();
        const QJsonObject own = settingsFor(info.id, settings);
        for (const ParameterInfo& parameter : info.parameters) {
            const QJsonValue value = own.value(parameter.id);
            if (!value.isUndefined() && value != parameter.defaultValue) {
                changing.insert(info.id + u'.' + parameter.id, value);
            }
        }
    }
    return changing;
}

} // namespace

AuditSettings AuditSettings::restored(const QJsonObject& kept)
{
    QJsonObject fitting;
    for (const auto& detector : DetectorRegistry::instance().detectors()) {
        const DetectorInfo& info = detector->info();
        const QJsonObject own = settingsFor(info.id, kept);
        if (resolveParameters(info.id, info.parameters, own)) {
            for (auto it = own.constBegin(); it != own.constEnd(); ++it) {
                fitting.insert(info.id + u'.' + it.key(), it.value());
            }
        }
    }
    AuditSettings settings;
    settings.m_values = withoutDefaults(fitting);
    return settings;
}

AuditSettings AuditSettings::ofPreset(const QString& id)
{
    AuditSettings settings;
    if (const AuditPreset* preset = DetectorRegistry::preset(id)) {
        settings.m_values = withoutDefaults(preset->settings);
        settings.m_chosen = id;
    }
    return settings;
}

bool AuditSettings::isDefault(const AuditPreset& preset)
{
    return withoutDefaults(preset.settings).isEmpty();
}

void AuditSettings::set(const QString& detector, const QJsonObject& overrides)
{
    const QString prefix = detector + u'.';
    for (const QString& name : m_values.keys()) {
        if (name.startsWith(prefix)) {
            m_values.remove(name);
        }
    }
    for (auto it = overrides.constBegin(); it != overrides.constEnd(); ++it) {
        m_values.insert(prefix + it.key(), it.value());
    }
}

QString AuditSettings::preset() const
{
    if (m_values.isEmpty()) {
        return {};
    }
    QString found = QString::fromLatin1(kOwn);
    for (const AuditPreset& preset : DetectorRegistry::presets()) {
        if (withoutDefaults(preset.settings) == m_values) {
            found = preset.id;
            if (found == m_chosen) {
                break;
            }
        }
    }
    return found;
}

} // namespace winnow
