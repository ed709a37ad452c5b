// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>

#include <memory>

namespace winnow {

/// $XDG_CONFIG_HOME/winnow: what the user chose (language, theme, annotator).
std::unique_ptr<QSettings> configSettings();
/// $XDG_STATE_HOME/winnow: what the window remembers (geometry, last page, filter, recent projects).
std::unique_ptr<QSettings> stateSettings();
/// $XDG_CACHE_HOME/winnow: may be deleted at any time.
QString cacheDirectory();

/// The name that decisions are signed with: chosen in the settings, else the login name.
QString annotatorName();
void setAnnotatorName(const QString& name);

} // namespace winnow
