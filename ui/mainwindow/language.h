// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow {

/// Installs the translations of Winnow and of Qt for a language ("ko", "en"), or the desktop's when empty.
/// Before any window is made, and again when another language is chosen: then every widget has to be made
/// anew. Numbers and dates follow the same language.
void installLanguage(const QString& language);
/// Another language was chosen since the last one was installed. What `--lang` asked for holds until then.
bool isLanguageOutdated();
/// The language chosen in the settings, empty = the desktop's.
QString chosenLanguage();
void setChosenLanguage(const QString& language);

} // namespace winnow
