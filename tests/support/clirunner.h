// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace winnow::test {

/// What a command printed and returned.
struct CliResult {
    int code = -1;
    QString out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

/// Runs one command line in this process with its own streams.
inline CliResult runCli(const QStringList& arguments)
{
    CliResult result;
    QTextStream out(&result.out);
    QTextStream err(&result.err);
    SilentProgress progress;
    result.code = cli::execute(arguments, out, err, progress);
    out.flush();
    err.flush();
    return result;
}

} // namespace winnow::test
