// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/savedcost.h"

#include <QMap>

#include <cmath>

namespace winnow {

namespace {

/// NaN is nothing, not zero: a sum begins with what is first known.
void add(double& sum, double value)
{
    if (!std::isnan(value)) {
        sum = std::isnan(sum) ? value : sum + value;
    }
}

double valueAt(const std::vector<float>& column, size_t sample)
{
    return column.empty() ? std::nan("") : double(column[sample]);
}

void add(Spent& spent, const Spent& more)
{
    add(spent.seconds, more.seconds);
    add(spent.dollars, more.dollars);
    add(spent.tokens, more.tokens);
}

Spent nothing()
{
    return {std::nan(""), std::nan(""), std::nan("")};
}

} // namespace

bool Spent::isEmpty() const
{
    return std::isnan(seconds) && std::isnan(dollars) && std::isnan(tokens);
}

QVector<ModelCost> modelCosts(const InsightsData& data, const AppliedPolicy& applied)
{
    QMap<QString, ModelCost> costs;
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        for (const StandardUsage& each : part.usage) {
            if (!costs.contains(each.model)) {
                costs.insert(each.model, {each.model, nothing(), nothing(), 0, 0});
            }
            ModelCost& cost = costs[each.model];
            cost.samples += qint64(part.samples.size());
            for (size_t i = 0; i < part.samples.size(); ++i) {
                Spent spent = nothing();
                spent.seconds = valueAt(each.usage.seconds, i);
                spent.dollars = valueAt(each.usage.cost, i);
                add(spent.tokens, valueAt(each.usage.promptTokens, i));
                add(spent.tokens, valueAt(each.usage.outputTokens, i));
                cost.recorded += !spent.isEmpty();
                add(cost.before, spent);
                if (applied.keeps(p, i)) {
                    add(cost.after, spent);
                }
            }
        }
    }
    QVector<ModelCost> list;
    for (ModelCost cost : std::as_const(costs)) {
        if (cost.recorded == 0) {
            continue;
        }
        // Where everything goes, what is left is known to be nothing.
        const auto known = [](double before, double& after) {
            after = !std::isnan(before) && std::isnan(after) ? 0 : after;
        };
        known(cost.before.seconds, cost.after.seconds);
        known(cost.before.dollars, cost.after.dollars);
        known(cost.before.tokens, cost.after.tokens);
        list.append(cost);
    }
    return list;
}

ModelCost totalCost(const QVector<ModelCost>& models)
{
    ModelCost total{{}, nothing(), nothing(), 0, 0};
    for (const ModelCost& each : models) {
        add(total.before, each.before);
        add(total.after, each.after);
        total.recorded += each.recorded;
        total.samples += each.samples;
    }
    return total;
}

} // namespace winnow
