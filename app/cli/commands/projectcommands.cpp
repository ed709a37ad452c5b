// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/projectcommands.h"

#include "core/curate/projectstats.h"
#include "core/store/policystore.h"

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
        QStringLiteral("Counts samples, images, models, runs, responses, flags and decisions; shows the "
                       "project's policy"),
        {}};
}

int StatsCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    QString policy;
    auto stats = (*project)->read([&](sqlite::Connection& c) {
        policy = PolicyStore(c).chosen().name;
        return ProjectStats::read(c);
    });
    if (!stats) {
        return context.failed(stats.error());
    }
    QJsonObject json = stats->toJson();
    json.insert(QStringLiteral("policy"), policy);
    context.print(json);
    if (context.json) {
        return Done;
    }
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
        rows)
                << "\nPolicy of insights and export: " << policy << "\n";
    return Done;
}

} // namespace winnow::cli
