// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/terminalprogress.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("winnow"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WINNOW_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    winnow::cli::TerminalProgress progress;
    return winnow::cli::execute(QCoreApplication::arguments().mid(1), out, err, progress);
}
