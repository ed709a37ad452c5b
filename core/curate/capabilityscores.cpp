// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/capabilityscores.h"

#include "core/stats/correlation.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

Spread spreadOf(const ModelComparison& comparison, bool after)
{
    Spread spread;
    std::vector<double> values;
    for (const ModelShift& model : comparison.models) {
        const Rate& rate = after ? model.after : model.before;
        if (model.ranking == 0 && (after ? model.rankAfter : model.rankBefore) && rate.n > 0) {
            values.push_back(rate.value);
            spread.samples = rate.n;
        }
    }
    spread.models = int(values.size());
    if (values.empty()) {
        spread.mean = spread.low = spread.high = spread.deviation = std::nan("");
        return spread;
    }
    spread.mean = stats::mean(values);
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    spread.low = *low;
    spread.high = *high;
    spread.deviation = values.size() > 1 ? stats::standardDeviation(values) : std::nan("");
    return spread;
}

} // namespace

QVector<CapabilityScores> capabilityScores(const ScoredSamples& scores)
{
    QVector<CapabilityScores> all;
    for (qsizetype c = 0; c < scores.capabilities.size(); ++c) {
        const ScoredSamples part = scores.ofCapability(quint16(c));
        if (part.samples.empty()) {
            continue;
        }
        CapabilityScores found;
        found.capability = scores.capabilities.at(c);
        found.models = part.compared();
        found.before = spreadOf(found.models, false);
        found.after = spreadOf(found.models, true);
        all.append(found);
    }
    std::sort(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.capability < b.capability; });
    return all;
}

CapabilityMap capabilityMap(const QStringList& capabilities, const QStringList& models,
    const std::vector<std::vector<double>>& accuracy)
{
    CapabilityMap map;
    map.capabilities = capabilities;
    const size_t count = size_t(capabilities.size());
    std::vector<std::vector<double>> columns(count);
    for (size_t m = 0; m < accuracy.size(); ++m) {
        const std::vector<double>& row = accuracy[m];
        if (std::any_of(row.begin(), row.end(), [](double value) { return std::isnan(value); })) {
            continue;
        }
        map.models.append(models.at(qsizetype(m)));
        for (size_t c = 0; c < count; ++c) {
            columns[c].push_back(row[c]);
        }
    }
    map.correlation.assign(count, std::vector<double>(count, 1));
    std::vector<std::vector<double>> distances(count, std::vector<double>(count, 0));
    for (size_t a = 0; a < count; ++a) {
        for (size_t b = a + 1; b < count; ++b) {
            const double r = stats::pearson(columns[a], columns[b]);
            map.correlation[a][b] = map.correlation[b][a] = r;
            distances[a][b] = distances[b][a] = 1 - r;
        }
    }
    map.clusters = stats::averageLinkage(distances);
    return map;
}

CapabilityMap capabilityMap(const QVector<CapabilityScores>& scores)
{
    QStringList capabilities, models;
    for (const CapabilityScores& each : scores) {
        if (each.after.models > 0) {
            capabilities.append(each.capability);
        }
        for (const ModelShift& model : each.models.models) {
            if (!models.contains(model.model)) {
                models.append(model.model);
            }
        }
    }
    std::vector<std::vector<double>> accuracy(
        size_t(models.size()), std::vector<double>(size_t(capabilities.size()), std::nan("")));
    for (const CapabilityScores& each : scores) {
        const qsizetype column = capabilities.indexOf(each.capability);
        for (const ModelShift& model : each.models.models) {
            if (column >= 0 && model.ranking == 0 && model.rankAfter) {
                accuracy[size_t(models.indexOf(model.model))][size_t(column)] = model.after.value;
            }
        }
    }
    return capabilityMap(capabilities, models, accuracy);
}

} // namespace winnow
