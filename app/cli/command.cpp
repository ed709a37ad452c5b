// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/remedies.h"
#include "core/domain/condition.h"
#include "core/store/ledger.h"
#include "core/store/policystore.h"
#include "core/store/subsetstore.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace winnow::cli {

void Context::print(const QJsonObject& document) const
{
    if (json) {
        out << QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
    }
}

int Context::failed(const Error& failure) const
{
    const Error error = withCommand(failure);
    if (json) {
        print({{QStringLiteral("error"),
            QJsonObject{{QStringLiteral("code"), errorCodeName(error.code)},
                {QStringLiteral("message"), error.message}, {QStringLiteral("remedy"), error.remedy}}}});
    }
    err << "winnow-cli: " << error.text() << "\n";
    return Failed;
}

int Context::usage(const QString& message) const
{
    err << "winnow-cli: " << message << "\n";
    return Usage;
}

QString conditionList()
{
    QStringList ids;
    for (const Condition condition : kConditions) {
        ids.append(conditionId(condition));
    }
    const QString last = ids.takeLast();
    return ids.join(QStringLiteral(", ")) + QStringLiteral(" or ") + last;
}

QCommandLineOption valueOption(const char* name, const char* help, const char* valueName)
{
    return QCommandLineOption(
        QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(valueName));
}

QCommandLineOption flagOption(const char* name, const char* help)
{
    return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(help));
}

namespace {

/// What whoever opened the project should know of its ledger.
void tellLedger(const Context& context, const LedgerStatus& status)
{
    constexpr qsizetype kShown = 10;
    if (!status.disputedAtOpening.isEmpty()) {
        context.err << "note: annotators disagree on "
                    << counted(status.disputedAtOpening.size(), "flag", "flags") << ", disputed now:\n";
        for (const FlagName& flag :
            status.disputedAtOpening.first(qMin(kShown, status.disputedAtOpening.size()))) {
            context.err << "  " << flag.sampleKey << " " << flag.kind << "\n";
        }
        if (status.disputedAtOpening.size() > kShown) {
            context.err << "  and " << status.disputedAtOpening.size() - kShown
                        << " more: winnow-cli flags --state disputed\n";
        }
    }
    if (status.badLines > 0) {
        context.err << "warning: "
                    << counted(status.badLines, "line of the journal is damaged; the others count",
                           "lines of the journal are damaged; the others count")
                    << "\n";
    }
    if (status.unapplied > 0) {
        context.err << "note: "
                    << counted(status.unapplied, "event of the journal is not in this read-only project",
                           "events of the journal are not in this read-only project")
                    << "\n";
    }
    if (!status.setAside.isEmpty()) {
        context.err << "note: a journal that was another project's, or broken, was set aside as "
                    << status.setAside << "\n";
    }
    if (status.journalProblem) {
        context.err << "warning: decisions go to the project alone: " << status.journalProblem->text()
                    << "\n";
    }
    if (status.projectProblem) {
        context.err << "warning: " << counted(status.pending, "event waits", "events wait")
                    << " in the journal: " << status.projectProblem->text() << "\n";
    }
}

} // namespace

Result<std::shared_ptr<Project>> openProject(const Context& context, Project::Mode mode)
{
    auto project = Project::open(context.arguments.value(0), mode);
    if (project) {
        tellLedger(context, (*project)->ledger().status());
    }
    if (project && !(*project)->locksHoldThroughCloses()) {
        context.err << "winnow-cli: warning: the file system of " << (*project)->path()
                    << " knows locks of whole programs only; let one program at a time use the project\n";
    }
    return project;
}

QCommandLineOption policyOption()
{
    return valueOption("policy",
        "reviewed, strict, everything, or one of the project's own; without it the one chosen in the window "
        "for this project, which \"winnow-cli stats\" shows and which is reviewed at first",
        "NAME");
}

Result<Policy> policyOf(const Context& context, const Project& project)
{
    return project.read([&](sqlite::Connection& c) -> Result<Policy> {
        PolicyStore store(c);
        return context.isSet("policy") ? policyNamed(store, context.value("policy"))
                                       : Result<Policy>(store.chosen());
    });
}

Result<Policy> policyNamed(PolicyStore& store, const QString& name)
{
    if (auto found = store.byName(name)) {
        return *found;
    }
    QStringList names;
    for (const Policy& known : store.all()) {
        names.append(known.name);
    }
    return fail(ErrorCode::NotFound, QStringLiteral("There is no policy \"%1\"").arg(name),
        QStringLiteral("The policies are %1").arg(names.join(QStringLiteral(", "))));
}

QCommandLineOption subsetOption()
{
    return valueOption("subset", "only the samples of this subset", "NAME");
}

Result<std::optional<QVector<SampleId>>> subsetOf(const Context& context, const Project& project)
{
    if (!context.isSet("subset")) {
        return std::optional<QVector<SampleId>>();
    }
    return samplesOfSubset(project, context.value("subset")).map([](const QVector<SampleId>& samples) {
        return std::optional(samples);
    });
}

QString percent(double share, int decimals)
{
    return std::isfinite(share) ? QString::number(share * 100, 'f', decimals) : QStringLiteral("-");
}

QString table(const QStringList& header, const QList<QStringList>& rows)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?[0-9.,]+%?$|^-$"));
    QVector<qsizetype> widths;
    QVector<bool> numeric;
    for (qsizetype column = 0; column < header.size(); ++column) {
        qsizetype width = header.at(column).size();
        bool allNumbers = !rows.isEmpty();
        for (const QStringList& row : rows) {
            width = std::max(width, row.value(column).size());
            allNumbers
                = allNumbers && (row.value(column).isEmpty() || number.match(row.value(column)).hasMatch());
        }
        widths.append(width);
        numeric.append(allNumbers);
    }
    QString text;
    const auto line = [&](const QStringList& cells) {
        QString out;
        for (qsizetype column = 0; column < header.size(); ++column) {
            const QString cell = cells.value(column);
            out += numeric.at(column) ? cell.rightJustified(widths.at(column))
                                      : cell.leftJustified(widths.at(column));
            out += QStringLiteral("  ");
        }
        while (out.endsWith(u' ')) {
            out.chop(1);
        }
        text += out + u'\n';
    };
    line(header);
    for (const QStringList& row : rows) {
        line(row);
    }
    return text;
}

namespace {

void printHelp(QTextStream& out)
{
    out << "Usage: winnow-cli COMMAND [ARGUMENTS] [--json]\n\nAudits vision-language benchmarks without a "
           "display.\n\n";
    QList<QStringList> rows;
    for (const auto& command : commands()) {
        const auto description = command->description();
        rows.append(
            {QStringLiteral("  ") + description.name + u' ' + description.arguments, description.summary});
    }
    QString text = table({QStringLiteral("Commands:"), QString()}, rows);
    out << text
        << "\n\"winnow-cli COMMAND --help\" lists a command's options. Exit codes: 0 done, 1 failed, 2 wrong "
           "usage,\n"
           "3 done but some records were rejected. Progress goes to the error output.\n";
}

void printCommandHelp(QTextStream& out, const Command::Description& description)
{
    out << "Usage: winnow-cli " << description.name << ' ' << description.arguments << " [options]\n\n"
        << description.summary << ".\n\nOptions:\n";
    QList<QStringList> rows;
    const auto add = [&](const QCommandLineOption& option) {
        QStringList names;
        for (const QString& name : option.names()) {
            names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
        }
        QString head = QStringLiteral("  ") + names.join(QStringLiteral(", "));
        if (!option.valueName().isEmpty()) {
            head += u' ' + option.valueName();
        }
        rows.append({head, option.description()});
    };
    for (const QCommandLineOption& option : description.options) {
        add(option);
    }
    add(QCommandLineOption(QStringLiteral("json"), QStringLiteral("one JSON document on the output")));
    for (const QStringList& row : rows) {
        out << row.at(0).leftJustified(34) << ' ' << row.at(1) << '\n';
    }
}

/// How many positional arguments a description takes: at least, at most (-1 = any).
std::pair<int, int> arity(const QString& arguments)
{
    int least = 0;
    int most = 0;
    for (const QString& word : arguments.split(u' ', Qt::SkipEmptyParts)) {
        if (word.endsWith(QStringLiteral("..."))) {
            least += 1;
            most = -1;
        } else if (word.startsWith(u'[')) {
            most += most >= 0;
        } else {
            ++least;
            most += most >= 0;
        }
    }
    return {least, most};
}

} // namespace

int execute(const QStringList& arguments, QTextStream& out, QTextStream& err, Progress& progress)
{
    const QString first = arguments.value(0);
    if (first.isEmpty() || first == u"--help" || first == u"-h" || first == u"help") {
        const QString about = first == u"help" ? arguments.value(1) : QString();
        for (const auto& command : commands()) {
            if (!about.isEmpty() && command->description().name == about) {
                printCommandHelp(out, command->description());
                return Done;
            }
        }
        printHelp(first.isEmpty() ? err : out);
        return first.isEmpty() ? Usage : Done;
    }
    if (first == u"--version" || first == u"-v") {
        out << "winnow-cli " WINNOW_VERSION "\n";
        return Done;
    }
    const Command* found = nullptr;
    for (const auto& command : commands()) {
        if (command->description().name == first) {
            found = command.get();
        }
    }
    if (!found) {
        err << "winnow-cli: there is no command \"" << first << "\"; \"winnow-cli --help\" lists them\n";
        return Usage;
    }
    const Command::Description description = found->description();
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions(description.options);
    parser.addOption(QCommandLineOption(QStringLiteral("json")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    Context context{.out = out, .err = err, .progress = progress, .arguments = {}};
    // The command itself stands where the parser expects the program.
    if (!parser.parse(arguments)) {
        return context.usage(QStringLiteral("%1: %2; \"winnow-cli %1 --help\" lists the options")
                                 .arg(first, parser.errorText()));
    }
    if (parser.isSet(QStringLiteral("help"))) {
        printCommandHelp(out, description);
        return Done;
    }
    context.options = &parser;
    context.json = parser.isSet(QStringLiteral("json"));
    context.arguments = parser.positionalArguments();
    const auto [least, most] = arity(description.arguments);
    if (context.arguments.size() < least || (most >= 0 && context.arguments.size() > most)) {
        return context.usage(QStringLiteral("usage: winnow-cli %1 %2").arg(first, description.arguments));
    }
    const int code = [&] {
        try {
            return found->run(context);
        } catch (...) {
            return context.failed(errorOfException());
        }
    }();
    out.flush();
    err.flush();
    return code;
}

QString counted(qint64 count, const char* one, const char* many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

} // namespace winnow::cli
