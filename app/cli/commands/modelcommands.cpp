// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/modelcommands.h"

#include "core/compare/modelrows.h"
#include "core/curate/insights.h"
#include "core/store/policystore.h"
#include "core/store/subsetstore.h"

#include <QJsonArray>

#include <algorithm>
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

QString runName(const Run& run)
{
    return run.setting.isEmpty() ? run.model : QStringLiteral("%1 (%2)").arg(run.model, run.setting);
}

void printAccuracies(Context& context, const QVector<ModelRow>& models)
{
    QList<QStringList> rows;
    for (const ModelRow& row : models) {
        const ModelAccuracy& model = row.accuracy;
        rows.append({model.run.dataset, model.run.model, conditionId(model.run.condition), model.run.setting,
            percent(model.accuracy.value), percent(model.chance), interval(model.accuracy),
            QString::number(model.accuracy.n), QString::number(model.accuracy.missing),
            QString::number(model.accuracy.unread), model.perRow ? percent(*model.perRow) : QString()});
        for (qsizetype c = 0; context.isSet("by-capability") && c < model.capabilities.size(); ++c) {
            const auto& [name, rate] = model.capabilities.at(c);
            rows.append({model.run.dataset, QStringLiteral("  ") + name, conditionId(model.run.condition),
                model.run.setting, percent(rate.value), QString(), interval(rate), QString::number(rate.n),
                QString::number(rate.missing), QString::number(rate.unread), QString()});
        }
    }
    context.out << table(
        {QStringLiteral("dataset"), QStringLiteral("model"), QStringLiteral("condition"),
            QStringLiteral("setting"), QStringLiteral("accuracy %"), QStringLiteral("chance %"),
            QStringLiteral("95% interval"), QStringLiteral("n"), QStringLiteral("missing"),
            QStringLiteral("unread"), QStringLiteral("per row %")},
        rows);
}

/// What goes beyond accuracy, of the runs that have any of it; columns that nobody has are left out.
void printBehaviour(Context& context, const QVector<ModelRow>& models)
{
    const QStringList header{QStringLiteral("dataset"), QStringLiteral("model"), QStringLiteral("condition"),
        QStringLiteral("blind %"), QStringLiteral("vision gain"), QStringLiteral("leakage"),
        QStringLiteral("answers blind %"), QStringLiteral("as sighted %"), QStringLiteral("RStd"),
        QStringLiteral("open-ended %"), QStringLiteral("circular %"), QStringLiteral("success@1 %"),
        QStringLiteral("success@K %"), QStringLiteral("K"), QStringLiteral("cost $"),
        QStringLiteral("median s"), QStringLiteral("output tokens")};
    QList<QStringList> rows;
    QVector<bool> used(header.size(), false);
    for (const ModelRow& row : models) {
        const auto decimals = [](double value, int digits) {
            return std::isfinite(value) ? QString::number(value, 'f', digits) : QString();
        };
        const auto share = [](const Rate& rate) { return rate.n ? percent(rate.value) : QString(); };
        QStringList cells{
            row.accuracy.run.dataset, runName(row.accuracy.run), conditionId(row.accuracy.run.condition)};
        cells += row.blind ? QStringList{share(row.blind->accuracy),
                     row.blind->gain.pairs ? percent(row.blind->gain.difference) : QString(),
                     row.leakage ? percent(*row.leakage) : QString(), share(row.blind->answers),
                     share(row.blind->sighted)}
                           : QStringList{{}, {}, {}, {}, {}};
        cells += {row.positionBias ? decimals(*row.positionBias, 1) : QString(),
            row.openEnded ? percent(row.openEnded->drop.secondMean) : QString(),
            row.circular ? percent(row.circular->drop.secondMean) : QString(),
            row.attempts ? percent(row.attempts->successAt1) : QString(),
            row.attempts ? percent(row.attempts->successAtK) : QString(),
            row.attempts ? QString::number(row.attempts->k) : QString(), decimals(row.usage.cost, 4),
            decimals(row.usage.seconds, 2), decimals(row.usage.outputTokens, 1)};
        if (std::any_of(cells.cbegin() + 3, cells.cend(), [](const QString& c) { return !c.isEmpty(); })) {
            rows.append(cells);
        }
        for (qsizetype c = 0; c < cells.size(); ++c) {
            used[c] = used.at(c) || !cells.at(c).isEmpty();
        }
    }
    if (rows.isEmpty()) {
        return;
    }
    const auto kept = [&](const QStringList& cells) {
        QStringList some;
        for (qsizetype c = 0; c < cells.size(); ++c) {
            if (used.at(c)) {
                some.append(cells.at(c));
            }
        }
        return some;
    };
    for (QStringList& row : rows) {
        row = kept(row);
    }
    context.out << "\n" << table(kept(header), rows);
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

QString titleOf(const Insights& insights)
{
    return insights.subset.isEmpty() ? insights.policy.name
                                     : QStringLiteral("subset %1").arg(insights.subset);
}

/// Policies beside each other: what stays, why the rest goes, how the models do.
void printAgainst(Context& context, const Insights& a, const Insights& b)
{
    const auto count = [](qint64 n) { return QString::number(n); };
    const auto share = [](const Rate& rate) { return rate.n ? percent(rate.value) : QStringLiteral("-"); };
    QList<QStringList> rows{{QStringLiteral("samples kept"), count(a.samplesAfter), count(b.samplesAfter)}};
    for (const Disposition disposition :
        {Disposition::Drop, Disposition::Fix, Disposition::Convert, Disposition::Circular}) {
        const QString id = dispositionId(disposition);
        rows.append({id, count(a.dispositions.value(id)), count(b.dispositions.value(id))});
    }
    QStringList reasons = a.reasons.keys() + b.reasons.keys();
    reasons.sort();
    reasons.removeDuplicates();
    for (const QString& reason : std::as_const(reasons)) {
        rows.append({reason == kOutsideSubset ? QStringLiteral("not in the subset")
                                              : QString(QStringLiteral("because of ") + reason),
            count(a.reasons.value(reason)), count(b.reasons.value(reason))});
    }
    const auto& datasets = a.datasets;
    for (qsizetype d = 0; datasets.size() > 1 && d < datasets.size(); ++d) {
        rows.append({QStringLiteral("kept of ") + datasets.at(d).name, count(datasets.at(d).after),
            count(b.datasets.at(d).after)});
    }
    rows.append({QStringLiteral("blind rate %"), share(a.blindAfter), share(b.blindAfter)});
    rows.append({QStringLiteral("discrimination"), number(a.discriminationAfter.value),
        number(b.discriminationAfter.value)});
    const QString first = titleOf(a);
    const QString second = titleOf(b);
    context.out << table({QString(), first, second}, rows) << "\n";
    rows.clear();
    for (const ModelShift& model : a.models.models) {
        const auto other = std::find_if(b.models.models.cbegin(), b.models.models.cend(),
            [&](const ModelShift& shift) { return shift.model == model.model; });
        if (other != b.models.models.cend()) {
            rows.append({model.model, share(model.before), share(model.after), share(other->after),
                rankText(model.rankBefore), rankText(model.rankAfter), rankText(other->rankAfter)});
        }
    }
    context.out << table(
        {QStringLiteral("model"), QStringLiteral("before %"), first + u" %", second + u" %",
            QStringLiteral("rank before"), QStringLiteral("rank ") + first, QStringLiteral("rank ") + second},
        rows);
}

/// What --against or --against-subset names, nothing without.
Result<std::optional<AppliedPolicy>> lookedAtBeside(
    const Context& context, const Project& project, const InsightsData& data, const AppliedPolicy& applied)
{
    if (context.isSet("against-subset")) {
        const QString name = context.value("against-subset");
        return samplesOfSubset(project, name).map([&](const QVector<SampleId>& samples) {
            return std::optional(within(data, applied, name, samples));
        });
    }
    if (!context.isSet("against")) {
        return std::optional<AppliedPolicy>();
    }
    const auto policy = project.read([&](sqlite::Connection& c) {
        PolicyStore store(c);
        return policyNamed(store, context.value("against"));
    });
    return policy.map([&](const Policy& named) { return std::optional(apply(data, named)); });
}

void printInsights(Context& context, const Insights& insights)
{
    context.out << "Policy " << insights.policy.name
                << (context.isSet("policy") ? "" : " (the project's choice)")
                << (context.isSet("subset") ? QStringLiteral(", subset ") + context.value("subset")
                                            : QString())
                << ": " << insights.samplesAfter << " of "
                << counted(insights.samplesBefore, "sample stays", "samples stay") << ".\n\n";
    QList<QStringList> parts;
    for (const Composition& part : insights.datasets) {
        parts.append({part.name, QString::number(part.before), QString::number(part.after),
            part.before ? percent(1 - double(part.after) / double(part.before), 1) : QStringLiteral("-")});
    }
    context.out << table({QStringLiteral("dataset"), QStringLiteral("before"), QStringLiteral("after"),
                             QStringLiteral("removed %")},
        parts) << "\n";
    printModels(context, insights.models);
    context.out << "\nBlind rate: " << percent(insights.blindBefore.value) << " before, "
                << percent(insights.blindAfter.value) << " after (n " << insights.blindBefore.n << ")"
                << "\nMean discrimination: " << number(insights.discriminationBefore.value) << " before, "
                << number(insights.discriminationAfter.value) << " after ("
                << counted(insights.discriminationModels, "model", "models") << "; |r| above "
                << number(insights.criticalCorrelation) << " is significant)\n";
}

} // namespace

Command::Description ModelsCommand::description() const
{
    return {QStringLiteral("models"), QStringLiteral("PROJECT"),
        QStringLiteral(
            "Accuracy, chance of the same samples, interval, n, missing and unread by model, "
            "condition and dataset; what models do without the image and in other forms, attempts, "
            "cost and seconds where they were recorded"),
        {valueOption("dataset", "only this dataset", "NAME"),
            valueOption("condition", "only this condition", "CONDITION"),
            valueOption("capability", "only this capability", "NAME"), subsetOption(),
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
    const ModelRowsBy by = context.isSet("capability") ? ModelRowsBy::Capability : ModelRowsBy::Run;
    const auto samples = subsetOf(context, **project);
    if (!samples) {
        return context.failed(samples.error());
    }
    auto models = modelRows(**project, by, context.progress, {}, *samples);
    if (!models) {
        return context.failed(models.error());
    }
    QJsonArray array;
    QVector<ModelRow> chosen;
    for (const ModelRow& model : std::as_const(*models)) {
        const Run& run = model.accuracy.run;
        if ((!only || run.condition == *only)
            && (!context.isSet("dataset") || run.dataset == context.value("dataset"))
            && (!context.isSet("capability") || model.capability == context.value("capability"))) {
            array.append(model.toJson());
            chosen.append(model);
        }
    }
    context.print({{QStringLiteral("models"), array}});
    if (!context.json) {
        printAccuracies(context, chosen);
        printBehaviour(context, chosen);
    }
    return Done;
}

Command::Description InsightsCommand::description() const
{
    return {QStringLiteral("insights"), QStringLiteral("PROJECT"),
        QStringLiteral("What a policy does to the benchmark and to every model's accuracy and rank"),
        {policyOption(), valueOption("against", "this policy beside it; nothing is chosen or stored", "NAME"),
            subsetOption(),
            valueOption("against-subset", "what stays of this subset alone, beside all that stays", "NAME")}};
}

int InsightsCommand::run(Context& context) const
{
    if (context.isSet("against") && context.isSet("against-subset")) {
        return context.usage(QStringLiteral("--against and --against-subset do not go together"));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto policy = policyOf(context, **project);
    if (!policy) {
        return context.failed(policy.error());
    }
    const auto samples = subsetOf(context, **project);
    if (!samples) {
        return context.failed(samples.error());
    }
    auto data = InsightsData::read(**project, context.progress);
    if (!data) {
        return context.failed(data.error());
    }
    if (*samples) {
        *data = data->restricted(QSet<SampleId>((*samples)->begin(), (*samples)->end()));
    }
    const AppliedPolicy applied = apply(*data, *policy);
    const auto other = lookedAtBeside(context, **project, *data, applied);
    if (!other) {
        return context.failed(other.error());
    }
    if (!*other) {
        const Insights insights = insightsOf(*data, applied);
        context.print(insights.toJson());
        if (!context.json) {
            printInsights(context, insights);
        }
        return Done;
    }
    const auto [insights, beside] = insightsBeside(*data, applied, **other);
    context.print(
        {{QStringLiteral("policy"), insights.toJson()}, {QStringLiteral("against"), beside.toJson()}});
    if (!context.json) {
        printAgainst(context, insights, beside);
    }
    return Done;
}

} // namespace winnow::cli
