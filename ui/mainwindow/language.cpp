// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/language.h"

#include "ui/models/preferences.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>
#include <QVector>

namespace winnow {

namespace {

/// What the settings said when a language was installed last.
QString chosenThen;

} // namespace

void installLanguage(const QString& language)
{
    chosenThen = chosenLanguage();
    static QVector<QPointer<QTranslator>> installed;
    for (const QPointer<QTranslator>& before : std::as_const(installed)) {
        delete before;
    }
    installed.clear();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    // What the window says, and what detectors say.
    for (const QString& part : {QStringLiteral("winnow"), QStringLiteral("winnow_core")}) {
        auto* own = new QTranslator(qApp);
        // English for whoever's language we do not speak, for its forms of one and many.
        if (own->load(locale, part, QStringLiteral("_"), QStringLiteral(":/i18n"))
            || own->load(QLocale(QLocale::English), part, QStringLiteral("_"), QStringLiteral(":/i18n"))) {
            QCoreApplication::installTranslator(own);
            installed.append(own);
        }
    }
    auto* qt = new QTranslator(qApp);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
        installed.append(qt);
    }
}

bool isLanguageOutdated()
{
    return chosenLanguage() != chosenThen;
}

QString chosenLanguage()
{
    return Preferences().text(Preference::Language);
}

void setChosenLanguage(const QString& language)
{
    Preferences().set(Preference::Language, language);
}

} // namespace winnow
