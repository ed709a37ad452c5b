// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/erratacommands.h"

#include "core/errata/applyerrata.h"
#include "core/errata/erratareport.h"

#include <QJsonArray>

namespace winnow::cli {

namespace {

using Pairs = QVector<std::pair<QString, QString>>;

QCommandLineOption mapOption()
{
    return valueOption(
        "map", "a field and its column, where the guess is to be another (repeatable)", "FIELD=COLUMN");
}

/// Nothing, with the word that is wrong, where an option is no pair.
std::optional<Pairs> mapOf(const Context& context, QString& wrong)
{
    Pairs pairs;
    for (const QString& text : context.values("map")) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0) {
            wrong = text;
            return std::nullopt;
        }
        pairs.append({text.left(equals), text.mid(equals + 1)});
    }
    return pairs;
}

void printWritten(Context& context, const Errata& errata, const WrittenErrata& written, QJsonObject document)
{
    document.insert(QStringLiteral("dataset"), errata.dataset);
    document.insert(QStringLiteral("source"), errata.source.name());
    document.insert(QStringLiteral("changes"), errata.changes.size());
    document.insert(QStringLiteral("removals"), errata.removals.size());
    document.insert(QStringLiteral("out"), context.value("out"));
    document.insert(QStringLiteral("files"), QJsonArray::fromStringList(written.files));
    document.insert(QStringLiteral("notes"), QJsonArray::fromStringList(written.notes.english()));
    context.print(document);
    if (context.json) {
        return;
    }
    context.out << errata.dataset << ", " << errata.source.name() << ": "
                << counted(errata.changes.size(), "change", "changes") << ", "
                << counted(errata.removals.size(), "sample that should go", "samples that should go") << "\n";
    for (const Sentence& note : written.notes) {
        context.out << note.english() << "\n";
    }
    context.out << "Wrote " << context.value("out") << "\n";
}

/// What the command line calls what an error advises.
int failedWith(Context& context, Error error, const char* option)
{
    if (error.code == ErrorCode::InvalidInput) {
        error.remedy += QStringLiteral(" (%1)").arg(QLatin1String(option));
    }
    return context.failed(error);
}

int writeVersions(Context& context, const Pairs& map)
{
    const auto made = compareVersions(
        context.arguments.at(0), context.arguments.at(1), context.value("dataset"), map, context.progress);
    const auto written = made
        ? writeErrata(errataFiles(*made), nullptr, context.value("out"), context.progress)
        : tl::unexpected<Error>(made.error());
    if (!written) {
        return failedWith(context, written.error(), "--map FIELD=COLUMN");
    }
    if (!context.json) {
        context.out << counted(made->matched, "sample is", "samples are") << " in both versions"
                    << (made->renumbered ? QStringLiteral(", %1 under another key").arg(made->renumbered)
                                         : QString())
                    << "; " << made->errata.added.size() << " only in the new one\n";
    }
    printWritten(context, made->errata, *written,
        {{QStringLiteral("target"), made->errata.target->name()}, {QStringLiteral("matched"), made->matched},
            {QStringLiteral("renumbered"), made->renumbered},
            {QStringLiteral("added"), QJsonArray::fromStringList(made->errata.added)}});
    return Done;
}

int writeProject(Context& context)
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const auto policy = policyOf(context, **project);
    const auto made = policy ? projectErrata(**project, *policy, context.value("dataset"), context.progress)
                             : tl::unexpected<Error>(policy.error());
    const auto written = made
        ? writeErrata(errataFiles(*made), project->get(), context.value("out"), context.progress)
        : tl::unexpected<Error>(made.error());
    if (!written) {
        return failedWith(context, written.error(), "--dataset NAME");
    }
    printWritten(context, made->errata, *written, {{QStringLiteral("policy"), policy->name}});
    return Done;
}

QJsonObject jsonOf(const ErrataOutcome& outcome)
{
    return {{QStringLiteral("sample"), outcome.index}, {QStringLiteral("field"), outcome.field},
        {QStringLiteral("outcome"), errataOutcomeId(outcome.kind)}, {QStringLiteral("line"), outcome.line},
        {QStringLiteral("reason"), outcome.reason.english()}};
}

void printApplied(Context& context, const ApplyReport& report)
{
    using Kind = ErrataOutcome::Kind;
    QJsonArray outcomes;
    for (const ErrataOutcome& outcome : report.outcomes) {
        outcomes.append(jsonOf(outcome));
    }
    QJsonObject document{{QStringLiteral("file"), report.file.file},
        {QStringLiteral("sha256"), QString::fromLatin1(report.file.sha256.toHex())},
        {QStringLiteral("same_version"), report.sameVersion}, {QStringLiteral("out"), context.value("out")},
        {QStringLiteral("out_sha256"), QString::fromLatin1(report.patched.sha256.toHex())},
        {QStringLiteral("outcomes"), outcomes},
        {QStringLiteral("notes"), QJsonArray::fromStringList(report.notes.english())}};
    for (const Kind kind :
        {Kind::Applied, Kind::AlreadyDone, Kind::Removed, Kind::NotRemoved, Kind::Refused, Kind::NotFound}) {
        document.insert(errataOutcomeId(kind), report.count(kind));
    }
    context.print(document);
    if (context.json) {
        return;
    }
    for (const ErrataOutcome& outcome : report.outcomes) {
        if (outcome.kind == Kind::Refused || outcome.kind == Kind::NotFound) {
            context.out << (outcome.kind == Kind::Refused ? "refused: " : "not found: ")
                        << (outcome.line ? QStringLiteral("line %1, ").arg(outcome.line) : QString())
                        << "sample " << outcome.index
                        << (outcome.field.isEmpty() ? QString() : u' ' + outcome.field) << ": "
                        << outcome.reason.english() << "\n";
        }
    }
    for (const Sentence& note : report.notes) {
        context.out << note.english() << "\n";
    }
    context.out << counted(report.count(Kind::Applied), "change", "changes") << " made, "
                << report.count(Kind::AlreadyDone) << " done already, "
                << counted(report.count(Kind::Removed), "sample", "samples") << " removed, "
                << report.count(Kind::Refused) << " refused, " << report.count(Kind::NotFound)
                << " not found\nWrote " << context.value("out") << ": all other bytes are those of "
                << report.file.file << "\n";
}

} // namespace

Command::Description ErrataCommand::description() const
{
    return {QStringLiteral("errata"), QStringLiteral("PROJECT|OLD [NEW]"),
        QStringLiteral(
            "Writes what is wrong in a benchmark as a patch and a report: what people corrected in a "
            "project, or what two versions of its file differ in"),
        {valueOption("out", "a folder that is new or empty; or NAME.json for the patch alone", "PATH"),
            valueOption("dataset", "of a project: this dataset; of two versions: its name", "NAME"),
            policyOption(), mapOption()}};
}

int ErrataCommand::run(Context& context) const
{
    if (context.value("out").isEmpty()) {
        return context.usage(QStringLiteral("errata needs --out"));
    }
    QString wrong;
    const auto map = mapOf(context, wrong);
    if (!map) {
        return context.usage(QStringLiteral("--map takes FIELD=COLUMN, not \"%1\"").arg(wrong));
    }
    const bool versions = context.arguments.size() > 1;
    if (context.isSet(versions ? "policy" : "map")) {
        return context.usage(versions ? QStringLiteral("--policy is of a project, not of two versions")
                                      : QStringLiteral("--map is of two versions, not of a project"));
    }
    return versions ? writeVersions(context, *map) : writeProject(context);
}

Command::Description ApplyErrataCommand::description() const
{
    return {QStringLiteral("apply-errata"), QStringLiteral("FILE PATCH"),
        QStringLiteral(
            "Writes a copy of a benchmark's file in which only the cells that a patch names are changed"),
        {valueOption("out", "the patched copy, a new file", "FILE"),
            flagOption("remove", "cuts out the samples that the patch removes"), mapOption()}};
}

int ApplyErrataCommand::run(Context& context) const
{
    ApplyOptions options;
    options.out = context.value("out");
    options.remove = context.isSet("remove");
    if (options.out.isEmpty()) {
        return context.usage(QStringLiteral("apply-errata needs --out"));
    }
    QString wrong;
    const auto map = mapOf(context, wrong);
    if (!map) {
        return context.usage(QStringLiteral("--map takes FIELD=COLUMN, not \"%1\"").arg(wrong));
    }
    options.map = *map;
    const auto errata = Errata::read(context.arguments.at(1));
    if (!errata) {
        return context.failed(errata.error());
    }
    const auto report = applyErrata(context.arguments.at(0), *errata, options, context.progress);
    if (!report) {
        return failedWith(context, report.error(), "--map FIELD=COLUMN");
    }
    printApplied(context, *report);
    return report->isComplete() ? Done : SomeRejected;
}

} // namespace winnow::cli
