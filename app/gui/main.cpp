// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/application.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/preferences.h"
#include "ui/widgets/theme.h"

#include <QCommandLineParser>
#include <QFileInfo>
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

/// What the desktop gave this start for bringing a window to the front. Qt takes it out of the environment.
QByteArray activationToken()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token;
}

} // namespace

int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        // These need no display.
        const char* const argument = argv[i];
        if (!qstrcmp(argument, "--help") || !qstrcmp(argument, "-h") || !qstrcmp(argument, "--version")
            || !qstrcmp(argument, "-v")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
    }
    winnow::Handover handover;
    handover.activationToken = activationToken();
    const winnow::Application application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Audits vision-language benchmarks."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("project"),
        QStringLiteral("The project to open. The window that has it comes to the front."),
        QStringLiteral("[PROJECT"));
    parser.addPositionalArgument(
        QStringLiteral("files"), QStringLiteral("Files to import into it."), QStringLiteral("[FILE...]]"));
    const QCommandLineOption language(
        QStringLiteral("lang"), QStringLiteral("Language of the window: en or ko."), QStringLiteral("LANG"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("THEME"));
    const QCommandLineOption page(QStringLiteral("page"),
        QStringLiteral("The page to start on, such as samples."), QStringLiteral("PAGE"));
    parser.addOptions({language, theme, page});
    parser.process(application);

    winnow::installLanguage(parser.isSet(language) ? parser.value(language) : winnow::chosenLanguage());
    auto mode = winnow::ThemeMode(winnow::Preferences().number(winnow::Preference::Theme));
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

    const QStringList arguments = parser.positionalArguments();
    handover.page = parser.value(page);
    for (const QString& file : arguments.mid(1)) {
        handover.files.append(QFileInfo(file).absoluteFilePath());
    }
    winnow::SingleWindow single(
        winnow::SingleWindow::runtimeFolder(), winnow::SingleWindow::desktopSession());
    winnow::Result<winnow::Claimed> claim;
    if (!arguments.isEmpty()) {
        claim = single.claim(arguments.first(), handover);
        if (claim && !*claim) {
            return 0;
        }
    }
    winnow::MainWindow window(&single);
    QObject::connect(&application, &winnow::Application::failed, &window,
        [&window](const winnow::Error& error) { window.context().notify(error); });
    window.show();
    if (!claim) {
        window.context().notify(claim.error());
    } else if (*claim) {
        window.openClaimed(arguments.first(), *claim, handover);
    }
    return QApplication::exec();
}
