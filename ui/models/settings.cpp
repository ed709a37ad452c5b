// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settings.h"

#include "ui/models/preferences.h"

#include <QDir>

namespace winnow {

namespace {

// The XDG specification wants relative values ignored; QStandardPaths has no state folder before Qt 6.7.
QString xdgDirectory(const char* variable, QLatin1String fallback)
{
    const QString value = qEnvironmentVariable(variable);
    const QString base = QDir::isAbsolutePath(value) ? value : QDir::homePath() + u'/' + fallback;
    return base + QLatin1String("/winnow");
}

} // namespace

std::unique_ptr<QSettings> configSettings()
{
    return std::make_unique<QSettings>(
        xdgDirectory("XDG_CONFIG_HOME", QLatin1String(".config")) + QLatin1String("/winnow.conf"),
        QSettings::IniFormat);
}

std::unique_ptr<QSettings> stateSettings()
{
    return std::make_unique<QSettings>(
        xdgDirectory("XDG_STATE_HOME", QLatin1String(".local/state")) + QLatin1String("/state.conf"),
        QSettings::IniFormat);
}

QString cacheDirectory()
{
    return xdgDirectory("XDG_CACHE_HOME", QLatin1String(".cache"));
}

QString annotatorName()
{
    const QString chosen = Preferences().text(Preference::Annotator).trimmed();
    if (!chosen.isEmpty()) {
        return chosen;
    }
    const QString login = qEnvironmentVariable("USER").trimmed();
    return login.isEmpty() ? QStringLiteral("annotator") : login;
}

void setAnnotatorName(const QString& name)
{
    Preferences().set(Preference::Annotator, name.trimmed());
}

} // namespace winnow
