// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

namespace {

std::optional<winnow::ThemeMode> themeFromName(const QString& name)
{
    if (name == QLatin1String("light")) {
        return winnow::ThemeMode::Light;
    }
    if (name == QLatin1String("dark")) {
        return winnow::ThemeMode::Dark;
    }
    if (name == QLatin1String("system")) {
        return winnow::ThemeMode::System;
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("winnow"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WINNOW_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Winnow"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.winnow.Winnow"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Audits vision-language benchmarks."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("project"), QStringLiteral("The project to open."), QStringLiteral("[PROJECT]"));
    const QCommandLineOption language(
        QStringLiteral("lang"), QStringLiteral("Language of the window: en or ko."), QStringLiteral("LANG"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("THEME"));
    const QCommandLineOption page(QStringLiteral("page"),
        QStringLiteral("The page to start on, such as samples."), QStringLiteral("PAGE"));
    parser.addOptions({language, theme, page});
    parser.process(application);

    winnow::installLanguage(parser.isSet(language) ? parser.value(language) : winnow::chosenLanguage());
    auto mode = winnow::ThemeMode(winnow::configSettings()->value(QStringLiteral("theme")).toInt());
    if (parser.isSet(theme)) {
        const auto chosen = themeFromName(parser.value(theme));
        if (!chosen) {
            QTextStream(stderr) << "--theme takes light, dark or system, not \"" << parser.value(theme)
                                << "\"\n";
            return 2;
        }
        mode = *chosen;
    }
    winnow::Theme::instance().apply(mode);

    winnow::MainWindow window;
    window.show();
    const QStringList projects = parser.positionalArguments();
    if (!projects.isEmpty()) {
        window.openProject(projects.first(), parser.value(page));
    }
    return QApplication::exec();
}
