// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/projectcommands.h"

#include "core/curate/projectstats.h"

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

} // namespace winnow::cli
