// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/suitecommand.h"

#include "core/subset/methodregistry.h"
#include "core/suite/suite.h"

#include <QJsonArray>

namespace winnow::cli {

Command::Description SuiteCommand::description() const
{
    return {QStringLiteral("suite"), QStringLiteral("PROJECT"),
        QStringLiteral("Writes DatBench-Full and DatBench for all datasets at once"),
        {valueOption("out", "the folder for both sets and their card", "DIR"),
            valueOption("format", "jsonl, or one of \"winnow-cli exporters\"; may be given again", "ID"),
            valueOption("policy", "datbench unless another is named", "NAME"),
            valueOption("budget", "samples a capability, 5000 unless said", "N"),
            valueOption("method", "how the small sets are chosen, top_r_pb as DatBench does", "ID"),
            valueOption("seed", "a whole number from 0", "N"),
            valueOption("splits", "ways to part the models for trying the ranking, 20 unless said", "N"),
            flagOption("no-audit", "do not run detectors that never ran")}};
}

int SuiteCommand::run(Context& context) const
{
    SuiteRequest request;
    request.out = context.value("out");
    if (request.out.isEmpty()) {
        return context.usage(QStringLiteral("suite needs --out"));
    }
    if (context.isSet("format")) {
        request.formats = context.values("format");
    }
    for (const QString& format : std::as_const(request.formats)) {
        if (!exporterById(format)) {
            return context.usage(
                QStringLiteral("\"winnow-cli exporters\" lists the formats; %1 is none").arg(format));
        }
    }
    const auto whole = [&](const char* option, qint64 usual, qint64 least, bool* ok) {
        if (!context.isSet(option)) {
            return usual;
        }
        bool number = false;
        const qint64 value = context.value(option).toLongLong(&number);
        *ok = *ok && number && value >= least;
        return value;
    };
    bool ok = true;
    request.budget = whole("budget", request.budget, 1, &ok);
    request.seed = quint64(whole("seed", qint64(request.seed), 0, &ok));
    request.splits = int(whole("splits", request.splits, 2, &ok));
    if (!ok) {
        return context.usage(QStringLiteral("--budget, --seed and --splits take whole numbers"));
    }
    if (context.isSet("method")) {
        request.method = context.value("method");
        if (!subsetMethod(request.method)) {
            return context.usage(QStringLiteral("There is no method \"%1\"").arg(request.method));
        }
    }
    request.audit = !context.isSet("no-audit");
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    if (context.isSet("policy")) {
        const auto policy = policyOf(context, **project);
        if (!policy) {
            return context.failed(policy.error());
        }
        request.policy = policy->name;
    }
    const auto result = writeSuite(**project, request, context.progress);
    if (!result) {
        return context.failed(result.error());
    }
    QJsonArray parts;
    for (const SuitePart& part : result->parts) {
        QJsonObject json{
            {QStringLiteral("capability"), part.capability}, {QStringLiteral("samples"), part.samples}};
        if (part.report) {
            json.insert(QStringLiteral("report"), part.report->toJson());
        } else {
            json.insert(QStringLiteral("obstacle"), part.obstacle.english());
        }
        parts.append(json);
    }
    const ExportPlan& full = result->full.first().plan;
    context.print({{QStringLiteral("folder"), result->folder}, {QStringLiteral("samples"), full.total},
        {QStringLiteral("full"), full.exported},
        {QStringLiteral("small"), result->small.first().plan.exported}, {QStringLiteral("parts"), parts}});
    if (!context.json) {
        context.out << QString::fromUtf8(result->card) << "\nWritten to " << result->folder << "\n";
    }
    return Done;
}

} // namespace winnow::cli
