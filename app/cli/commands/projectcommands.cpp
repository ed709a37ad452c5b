// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/projectcommands.h"

#include "core/curate/projectstats.h"
#include "core/store/integrity.h"

#include <QJsonArray>

namespace winnow::cli {

Command::Description NewCommand::description() const
{
    return {QStringLiteral("new"), QStringLiteral("PROJECT"), QStringLiteral("Creates an empty project"), {}};
}

int NewCommand::run(Context& context) const
{
    auto project = Project::create(context.arguments.at(0));
    if (!project) {
        return context.failed(project.error());
    }
    context.print({{QStringLiteral("project"), (*project)->path()}});
    if (!context.json) {
        context.out << "Created " << (*project)->path() << "\n";
    }
    return Done;
}

Command::Description StatsCommand::description() const
{
    return {QStringLiteral("stats"), QStringLiteral("PROJECT"),
        QStringLiteral("Counts samples, images, models, runs, responses, flags and decisions"), {}};
}

int StatsCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto stats = (*project)->read([](sqlite::Connection& c) { return ProjectStats::read(c); });
    if (!stats) {
        return context.failed(stats.error());
    }
    context.print(stats->toJson());
    if (context.json) {
        return Done;
    }
    const QJsonObject json = stats->toJson();
    QList<QStringList> totals;
    for (const char* key : {"datasets", "samples", "images", "missing_images", "models", "runs", "responses",
             "missing_responses", "flags", "open_flags", "decisions", "exports"}) {
        totals.append({QString::fromLatin1(key).replace(u'_', u' '),
            QString::number(json.value(QLatin1String(key)).toInteger())});
    }
    context.out << table({QStringLiteral("what"), QStringLiteral("count")}, totals) << "\n";
    if (stats->generated) {
        context.out << "Some of this data is generated (demo); it measures nothing.\n\n";
    }
    QList<QStringList> rows;
    for (const OverviewRow& row : stats->rows) {
        rows.append({row.dataset, row.capability, QString::number(row.samples), QString::number(row.flagged),
            QString::number(row.reviewed)});
    }
    context.out << table({QStringLiteral("dataset"), QStringLiteral("capability"), QStringLiteral("samples"),
                             QStringLiteral("flagged"), QStringLiteral("reviewed")},
        rows);
    return Done;
}

Command::Description CheckCommand::description() const
{
    return {QStringLiteral("check"), QStringLiteral("PROJECT"), QStringLiteral("Checks a project file"),
        {flagOption("repair",
            "rebuild what is derived; of a file that does not open, save what can be read beside it")}};
}

namespace {

int salvage(Context& context, const QStringList& problems)
{
    const QString path = context.arguments.at(0);
    const QString target = path + QStringLiteral(".salvaged.winnow");
    auto saved = salvageProject(path, target);
    if (!saved) {
        return context.failed(saved.error());
    }
    context.print(
        {{QStringLiteral("ok"), false}, {QStringLiteral("problems"), QJsonArray::fromStringList(problems)},
            {QStringLiteral("salvaged_to"), target}, {QStringLiteral("rows"), *saved}});
    if (!context.json) {
        context.out << path << " is damaged; " << *saved << " rows were saved to " << target << "\n";
    }
    return Failed;
}

} // namespace

int CheckCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        if (project.error().code != ErrorCode::Damaged || !context.isSet("repair")) {
            return context.failed(project.error());
        }
        return salvage(context, {project.error().message});
    }
    auto report = checkProject(**project, context.isSet("repair"), context.progress);
    if (!report) {
        return context.failed(report.error());
    }
    if (report->damagedPages && context.isSet("repair")) {
        project->reset();
        return salvage(context, report->problems);
    }
    const bool sound = report->problems.size() <= report->repaired.size()
        && (report->problems.isEmpty() || context.isSet("repair"));
    context.print({{QStringLiteral("ok"), sound},
        {QStringLiteral("problems"), QJsonArray::fromStringList(report->problems)},
        {QStringLiteral("repaired"), QJsonArray::fromStringList(report->repaired)},
        {QStringLiteral("missing_image_files"), report->missingImageFiles},
        {QStringLiteral("orphaned_image_blobs"), report->orphanedImageBlobs}});
    if (!context.json) {
        for (const QString& problem : report->problems) {
            context.out << "problem: " << problem << "\n";
        }
        for (const QString& repaired : report->repaired) {
            context.out << "repaired: " << repaired << "\n";
        }
        if (report->missingImageFiles) {
            context.out << report->missingImageFiles << " referenced image files are not where they were\n";
        }
        context.out << (sound ? "The project is sound.\n" : "The project has problems.\n");
    }
    return sound ? Done : Failed;
}

} // namespace winnow::cli
