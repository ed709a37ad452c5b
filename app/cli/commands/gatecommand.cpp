// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/gatecommand.h"

#include "core/compare/gate.h"

#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

/// A number from 0 to `most`, divided by it; nothing when it is none.
std::optional<double> shareOf(const QString& text, double most)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && value >= 0 && value <= most ? std::optional(value / most) : std::nullopt;
}

QString titleOf(const GateCheck& check)
{
    return check.id == u"blind"  ? QStringLiteral("blind share")
        : check.id == u"flagged" ? QStringLiteral("flagged share")
                                 : QStringLiteral("least difference");
}

QString valueText(const GateCheck& check, double value)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("-");
    }
    return check.id == u"difference" ? QStringLiteral("%1 points").arg(100 * value, 0, 'f', 2)
                                     : QString::number(value, 'f', 4);
}

QString outcomeText(GateCheck::Outcome outcome)
{
    return outcome == GateCheck::Outcome::Met   ? QStringLiteral("met")
        : outcome == GateCheck::Outcome::Missed ? QStringLiteral("missed")
                                                : QStringLiteral("cannot be judged");
}

} // namespace

Command::Description GateCommand::description() const
{
    return {QStringLiteral("gate"), QStringLiteral("PROJECT"),
        QStringLiteral(
            "Holds the samples that a policy keeps against limits, for pipelines: exits 0 when all "
            "are met, 1 when one is missed or cannot be judged"),
        {policyOption(),
            valueOption("max-blind",
                "largest share of samples, from 0 to 1, that at least half of the blind models get right",
                "SHARE"),
            valueOption("min-difference",
                "two models that differ by this many points must be told apart: the median half width of the "
                "paired 95% intervals may not be more",
                "POINTS"),
            valueOption("max-flagged",
                "largest share of samples, from 0 to 1, with a flag that nobody overrode", "SHARE")}};
}

int GateCommand::run(Context& context) const
{
    GateLimits limits;
    struct Asked {
        const char* option;
        double most;
        std::optional<double>* limit;
    };
    for (const Asked& asked : {Asked{"max-blind", 1, &limits.blind},
             Asked{"min-difference", 100, &limits.difference}, Asked{"max-flagged", 1, &limits.flagged}}) {
        if (context.isSet(asked.option)) {
            *asked.limit = shareOf(context.value(asked.option), asked.most);
            if (!*asked.limit) {
                return context.usage(QStringLiteral("--%1 takes a number from 0 to %2")
                                         .arg(QLatin1String(asked.option))
                                         .arg(asked.most));
            }
        }
    }
    if (!limits.blind && !limits.difference && !limits.flagged) {
        return context.usage(QStringLiteral("Give a limit: --max-blind, --min-difference or --max-flagged"));
    }
    const auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const auto policy = policyOf(context, **project);
    if (!policy) {
        return context.failed(policy.error());
    }
    const auto data = InsightsData::read(**project, context.progress);
    if (!data) {
        return context.failed(data.error());
    }
    const QVector<GateCheck> checks = checkGate(*data, apply(*data, *policy), limits);
    QJsonArray array;
    QList<QStringList> rows;
    bool met = true;
    for (const GateCheck& check : checks) {
        met = met && check.outcome == GateCheck::Outcome::Met;
        array.append(check.toJson());
        rows.append({titleOf(check), valueText(check, check.value), valueText(check, check.limit),
            outcomeText(check.outcome), check.note.english()});
    }
    context.print({{QStringLiteral("policy"), policy->name}, {QStringLiteral("met"), met},
        {QStringLiteral("limits"), array}});
    if (!context.json) {
        context.out << "Policy " << policy->name << "\n"
                    << table({QStringLiteral("limit"), QStringLiteral("value"), QStringLiteral("at most"),
                                 QStringLiteral("outcome"), QStringLiteral("over")},
                           rows);
    }
    return met ? Done : Failed;
}

} // namespace winnow::cli
