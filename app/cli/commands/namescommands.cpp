// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/namescommands.h"

#include "core/store/projectnames.h"
#include "core/store/removal.h"
#include "core/store/responsestore.h"
#include "core/store/settingsstore.h"
#include "core/store/unusedimages.h"

#include <QJsonArray>

namespace winnow::cli {

namespace {

const ChangeSet kEverything{ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags
        | ChangeSet::Decisions | ChangeSet::Policies | ChangeSet::Imports | ChangeSet::Subsets,
    {}};

QList<QCommandLineOption> whatIsNamed()
{
    return {valueOption("dataset", "the dataset, by any of its names", "NAME"),
        valueOption("model", "the model, by any of its names", "NAME")};
}

/// Which of --dataset and --model is given.
Result<ProjectNames::Kind> kindGiven(const Context& context)
{
    if (context.isSet("dataset") == context.isSet("model")) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("A dataset or a model is needed"),
            QStringLiteral("Give --dataset NAME or --model NAME"));
    }
    return context.isSet("dataset") ? ProjectNames::Kind::Dataset : ProjectNames::Kind::Model;
}

Result<> change(const Context& context, ProjectNames& names, ProjectNames::Kind kind)
{
    const QString name = context.value(kind == ProjectNames::Kind::Dataset ? "dataset" : "model");
    if (context.isSet("alias")) {
        WINNOW_TRY(names.addAlias(kind, name, context.value("alias")));
    }
    if (context.isSet("forget")) {
        WINNOW_TRY(names.removeAlias(kind, context.value("forget")));
    }
    if (context.isSet("family")) {
        WINNOW_TRY(names.setFamily(name, context.value("family")));
    }
    if (context.isSet("to")) {
        WINNOW_TRY(names.rename(kind, name, context.value("to")));
    }
    return {};
}

Result<> removeDataset(sqlite::Connection& c, const QString& name)
{
    const qint64 dataset = ProjectNames(c).find(ProjectNames::Kind::Dataset, name);
    if (dataset == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("There is no dataset \"%1\"").arg(name));
    }
    Removal(c).dataset({dataset});
    return {};
}

/// The model, or those of its runs that --condition and --of name.
Result<> removeModel(const Context& context, sqlite::Connection& c, const QString& name)
{
    const qint64 model = ProjectNames(c).find(ProjectNames::Kind::Model, name);
    if (model == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("There is no model \"%1\"").arg(name));
    }
    if (!context.isSet("condition") && !context.isSet("of")) {
        Removal(c).model({model});
        return {};
    }
    int removed = 0;
    int left = 0;
    for (const Run& run : ResponseStore(c).runs()) {
        if (run.modelId.value != model) {
            continue;
        }
        const bool named
            = (!context.isSet("condition") || conditionId(run.condition) == context.value("condition"))
            && (!context.isSet("of") || run.dataset == context.value("of"));
        if (named) {
            Removal(c).run(run.id);
            SettingsStore(c).dataChanged(run.datasetId);
        }
        ++(named ? removed : left);
    }
    if (removed == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("No run of \"%1\" is like this").arg(name),
            QStringLiteral("\"winnow-cli models P\" lists them"));
    }
    if (left == 0) {
        Removal(c).model({model});
    }
    return {};
}

} // namespace

Command::Description RenameCommand::description() const
{
    const QString summary
        = QStringLiteral("Gives a dataset or a model another name; the old one is still found");
    return {QStringLiteral("rename"), QStringLiteral("PROJECT"), summary,
        whatIsNamed()
            + QList<QCommandLineOption>{valueOption("to", "its new name", "NAME"),
                valueOption("alias", "a further name by which files and ledgers may call it", "NAME"),
                valueOption("forget", "a further name that goes", "NAME"),
                valueOption("family", "the family of the model", "NAME")}};
}

int RenameCommand::run(Context& context) const
{
    const auto kind = kindGiven(context);
    if (!kind) {
        return context.failed(kind.error());
    }
    if (!context.isSet("to") && !context.isSet("alias") && !context.isSet("forget")
        && !context.isSet("family")) {
        return context.failed(fail(ErrorCode::InvalidInput, QStringLiteral("There is nothing to be changed"),
            QStringLiteral("Give --to, --alias, --forget or --family"))
                                  .value());
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    struct Named {
        QString name;
        QStringList aliases;
    };
    const auto done = (*project)->write(kEverything, [&](sqlite::Connection& c) -> Result<Named> {
        ProjectNames names(c);
        WINNOW_TRY(change(context, names, *kind));
        const QString called = context.isSet("to")
            ? context.value("to")
            : context.value(*kind == ProjectNames::Kind::Dataset ? "dataset" : "model");
        return Named{called, names.aliases(*kind, names.find(*kind, called))};
    });
    if (!done) {
        return context.failed(done.error());
    }
    context.print({{QStringLiteral("name"), done->name},
        {QStringLiteral("aliases"), QJsonArray::fromStringList(done->aliases)}});
    if (!context.json) {
        context.out << done->name;
        if (!done->aliases.isEmpty()) {
            context.out << " (also " << done->aliases.join(QStringLiteral(", ")) << ")";
        }
        context.out << "\n";
    }
    return Done;
}

Command::Description RemoveCommand::description() const
{
    const QString summary
        = QStringLiteral("Takes a dataset, a model or some of its runs out; decisions stay in the ledger");
    QList<QCommandLineOption> options = whatIsNamed();
    options.append(valueOption("of", "of the model, only its runs on this dataset", "NAME"));
    options.append(valueOption("condition", "of the model, only its runs in this condition", "CONDITION"));
    return {QStringLiteral("remove"), QStringLiteral("PROJECT"), summary, options};
}

int RemoveCommand::run(Context& context) const
{
    const auto kind = kindGiven(context);
    if (!kind) {
        return context.failed(kind.error());
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const bool dataset = *kind == ProjectNames::Kind::Dataset;
    const QString name = context.value(dataset ? "dataset" : "model");
    const auto done = (*project)->write(kEverything, [&](sqlite::Connection& c) -> Result<> {
        Removal removal(c);
        WINNOW_TRY(removal.refuseWhileImporting());
        WINNOW_TRY(dataset ? removeDataset(c, name) : removeModel(context, c, name));
        removal.unusedResponses();
        return {};
    });
    if (!done) {
        return context.failed(done.error());
    }
    UnusedImages::remove(**project);
    context.print({{QStringLiteral("removed"), name}});
    if (!context.json) {
        context.out << "Removed " << name << "\n";
    }
    return Done;
}

} // namespace winnow::cli
