// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/modelcommands.h"

#include "core/curate/insights.h"

#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

QString interval(const Rate& rate)
{
    return rate.n ? QStringLiteral("%1-%2").arg(percent(rate.interval.low, 1), percent(rate.interval.high, 1))
                  : QStringLiteral("-");
}

QString number(double value)
{
    return std::isfinite(value) ? QString::number(value, 'f', 3) : QStringLiteral("-");
}

QString rankText(int rank)
{
    return rank ? QString::number(rank) : QStringLiteral("-");
}

/// Each ranking with what it is over, then who is in none and why.
void printModels(Context& context, const ModelComparison& comparison)
{
    for (qsizetype r = 0; r < comparison.rankings.size(); ++r) {
        const ModelRanking& ranking = comparison.rankings.at(r);
        if (comparison.rankings.size() > 1) {
            context.out << "Ranking " << r + 1 << ": ";
        }
        context.out << counted(ranking.models.size(), "model", "models") << " over the "
                    << counted(ranking.before.size(), "sample", "samples") << " that all of them answered, "
                    << ranking.after.size() << " after the policy\n";
        QList<QStringList> rows;
        for (const ModelShift& model : comparison.models) {
            if (model.ranking == r) {
                rows.append({rankText(model.rankBefore), rankText(model.rankAfter), model.model,
                    percent(model.before.value), interval(model.before), QString::number(model.before.n),
                    QString::number(model.answeredBefore), percent(model.after.value), interval(model.after),
                    QString::number(model.after.n)});
            }
        }
        context.out << table({QStringLiteral("rank"), QStringLiteral("after"), QStringLiteral("model"),
                                 QStringLiteral("before %"), QStringLiteral("95% interval"),
                                 QStringLiteral("n"), QStringLiteral("answered"), QStringLiteral("after %"),
                                 QStringLiteral("95% interval"), QStringLiteral("n")},
            rows) << "Rank correlation: Kendall "
                    << number(ranking.kendall) << ", Spearman " << number(ranking.spearman) << "\n\n";
    }
    QList<QStringList> unranked;
    for (const ModelShift& model : comparison.models) {
        if (model.ranking < 0) {
            unranked.append({model.model, percent(model.before.value), interval(model.before),
                QString::number(model.before.n), percent(model.after.value), QString::number(model.after.n),
                unrankedReason(model)});
        }
    }
    if (!unranked.isEmpty()) {
        context.out << "Not ranked\n"
                    << table({QStringLiteral("model"), QStringLiteral("before %"),
                                 QStringLiteral("95% interval"), QStringLiteral("n"),
                                 QStringLiteral("after %"), QStringLiteral("n"), QStringLiteral("why")},
                           unranked);
    }
}

} // namespace

Command::Description ModelsCommand::description() const
{
    return {QStringLiteral("models"), QStringLiteral("PROJECT"),
        QStringLiteral("Accuracy, chance of the same samples, interval, n, missing and unread by model, "
                       "condition and dataset"),
        {valueOption("dataset", "only this dataset", "NAME"),
            valueOption("condition", "only this condition", "CONDITION"),
            flagOption("by-capability", "one line a capability as well")}};
}

int ModelsCommand::run(Context& context) const
{
    std::optional<Condition> only;
    if (context.isSet("condition")) {
        only = conditionFromId(context.value("condition"));
        if (!only) {
            return context.usage(QStringLiteral("--condition takes ") + conditionList());
        }
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto models = modelAccuracies(**project, context.progress);
    if (!models) {
        return context.failed(models.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const ModelAccuracy& model : *models) {
        if ((only && model.run.condition != *only)
            || (context.isSet("dataset") && model.run.dataset != context.value("dataset"))) {
            continue;
        }
        array.append(model.toJson());
        rows.append({model.run.dataset, model.run.model, conditionId(model.run.condition), model.run.setting,
            percent(model.accuracy.value), percent(model.chance), interval(model.accuracy),
            QString::number(model.accuracy.n), QString::number(model.accuracy.missing),
            QString::number(model.accuracy.unread), model.perRow ? percent(*model.perRow) : QString()});
        if (context.isSet("by-capability")) {
            for (const auto& [name, rate] : model.capabilities) {
                rows.append({model.run.dataset, QStringLiteral("  ") + name, conditionId(model.run.condition),
                    model.run.setting, percent(rate.value), QString(), interval(rate),
                    QString::number(rate.n), QString::number(rate.missing), QString::number(rate.unread),
                    QString()});
            }
        }
    }
    context.print({{QStringLiteral("models"), array}});
    if (!context.json) {
        context.out << table(
            {QStringLiteral("dataset"), QStringLiteral("model"), QStringLiteral("condition"),
                QStringLiteral("setting"), QStringLiteral("accuracy %"), QStringLiteral("chance %"),
                QStringLiteral("95% interval"), QStringLiteral("n"), QStringLiteral("missing"),
                QStringLiteral("unread"), QStringLiteral("per row %")},
            rows);
    }
    return Done;
}

Command::Description InsightsCommand::description() const
{
    return {QStringLiteral("insights"), QStringLiteral("PROJECT"),
        QStringLiteral("What a policy does to the benchmark and to every model's accuracy and rank"),
        {policyOption()}};
}

int InsightsCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto policy = policyOf(context, **project);
    if (!policy) {
        return context.failed(policy.error());
    }
    auto insights = computeInsights(**project, *policy, context.progress);
    if (!insights) {
        return context.failed(insights.error());
    }
    context.print(insights->toJson());
    if (context.json) {
        return Done;
    }
    context.out << "Policy " << policy->name << (context.isSet("policy") ? "" : " (the project's choice)")
                << ": " << insights->samplesAfter << " of "
                << counted(insights->samplesBefore, "sample stays", "samples stay") << ".\n\n";
    QList<QStringList> parts;
    for (const Composition& part : insights->datasets) {
        parts.append({part.name, QString::number(part.before), QString::number(part.after),
            part.before ? percent(1 - double(part.after) / double(part.before), 1) : QStringLiteral("-")});
    }
    context.out << table({QStringLiteral("dataset"), QStringLiteral("before"), QStringLiteral("after"),
                             QStringLiteral("removed %")},
        parts) << "\n";
    printModels(context, insights->models);
    context.out << "\nBlind rate: " << percent(insights->blindBefore.value) << " before, "
                << percent(insights->blindAfter.value) << " after (n " << insights->blindBefore.n << ")"
                << "\nMean discrimination: " << number(insights->discriminationBefore.value) << " before, "
                << number(insights->discriminationAfter.value) << " after ("
                << counted(insights->discriminationModels, "model", "models") << "; |r| above "
                << number(insights->criticalCorrelation) << " is significant)\n";
    return Done;
}

} // namespace winnow::cli
