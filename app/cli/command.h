// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/domain/policy.h"
#include "core/store/project.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QTextStream>

#include <memory>
#include <optional>
#include <vector>

namespace winnow {
class PolicyStore;
}

namespace winnow::cli {

/// Exit codes of the contract (DESIGN.md section 8).
enum ExitCode { Done = 0, Failed = 1, Usage = 2, SomeRejected = 3 };

/// Where a command reads its arguments from and writes to; a test swaps the streams.
struct Context {
    QTextStream& out;
    QTextStream& err;
    Progress& progress;
    bool json = false;
    const QCommandLineParser* options = nullptr;
    /// Positional arguments after the command's name.
    QStringList arguments;

    bool isSet(const char* option) const { return options->isSet(QLatin1String(option)); }
    QString value(const char* option) const { return options->value(QLatin1String(option)); }
    QStringList values(const char* option) const { return options->values(QLatin1String(option)); }
    /// One JSON document on the output, with --json; does nothing otherwise.
    void print(const QJsonObject& document) const;
    /// Prints the error (as JSON too, with --json) and returns Failed.
    int failed(const Error& error) const;
    /// A sentence about wrong arguments; returns Usage.
    int usage(const QString& message) const;
};

/// One subcommand: its name, arguments and options as data, and what it does.
class Command {
public:
    struct Description {
        QString name;
        /// "PROJECT FILE..."; a trailing "..." takes any number, [X] is optional.
        QString arguments;
        QString summary;
        QList<QCommandLineOption> options;
    };
    virtual ~Command() = default;
    virtual Description description() const = 0;
    virtual int run(Context& context) const = 0;
};

/// All commands in the order of the help.
const std::vector<std::unique_ptr<Command>>& commands();

/// Parses `arguments` (without the program name) and runs the command. Never throws.
int execute(const QStringList& arguments, QTextStream& out, QTextStream& err, Progress& progress);

/// The conditions as options take them: "standard, blind, … or no_info".
QString conditionList();
/// An option with a value.
QCommandLineOption valueOption(const char* name, const char* help, const char* valueName);
QCommandLineOption flagOption(const char* name, const char* help);

/// Opens the project named by the first argument.
Result<std::shared_ptr<Project>> openProject(
    const Context& context, Project::Mode mode = Project::Mode::ReadWrite);

/// What --policy takes, said in the help.
QCommandLineOption policyOption();
/// The policy named by --policy, or else the project's own choice. NotFound lists what there is.
Result<Policy> policyOf(const Context& context, const Project& project);
/// One of the project's policies. NotFound lists what there is; throws sqlite::Failure.
Result<Policy> policyNamed(PolicyStore& store, const QString& name);

/// What --subset takes, said in the help.
QCommandLineOption subsetOption();
/// The samples of the subset that is named by --subset; not set without it. NotFound lists what there is.
Result<std::optional<QVector<SampleId>>> subsetOf(const Context& context, const Project& project);

/// Lines of aligned columns; numbers (cells that parse as such) to the right.
QString table(const QStringList& header, const QList<QStringList>& rows);
/// "12.34" for .1234, "-" for NaN.
QString percent(double share, int decimals = 2);
/// "1 sample", "2 samples".
QString counted(qint64 count, const char* one, const char* many);

} // namespace winnow::cli
