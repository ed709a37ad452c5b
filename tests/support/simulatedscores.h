// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/stats/random.h"
#include "core/subset/subsetinput.h"

#include <cmath>

namespace winnow::test {

/// Scores that follow item curves: abilities and difficulties standard normal, slopes about 1, a fifth of the
/// items pure chance.
inline ScoreTable simulatedScores(size_t models, size_t items, quint64 seed)
{
    stats::Random random(seed);
    std::vector<double> ability(models);
    for (double& value : ability) {
        value = random.normal();
    }
    ScoreTable table = ScoreTable::empty(models, items);
    for (size_t item = 0; item < items; ++item) {
        const double slope = item % 5 == 0 ? 0 : std::max(0.2, 1 + 0.5 * random.normal());
        const double intercept = random.normal();
        for (size_t model = 0; model < models; ++model) {
            const double p = 1 / (1 + std::exp(-(slope * ability[model] + intercept)));
            table.ofModel(model)[item] = random.chance(p) ? 1.0F : 0.0F;
        }
    }
    return table;
}

/// As it would be read from a project: sample i is i + 1, of dataset "set", capabilities "math" and "chart"
/// in turn.
inline SubsetInput inputOf(ScoreTable table)
{
    SubsetInput input;
    input.datasets = {QStringLiteral("set")};
    input.capabilities = {QStringLiteral("math"), QStringLiteral("chart")};
    input.strata = {{0, 0}, {0, 1}};
    for (size_t m = 0; m < table.models; ++m) {
        input.models.append(QStringLiteral("model %1").arg(m));
        input.families.append(QStringLiteral("family %1").arg(m % 4));
    }
    for (size_t i = 0; i < table.items; ++i) {
        input.samples.push_back(qint64(i) + 1);
        input.dataset.push_back(0);
        input.capability.push_back(quint16(i % 2));
        input.stratum.push_back(quint16(i % 2));
        input.frontier.push_back(0);
        input.must.push_back(0);
    }
    input.inScope = qint64(table.items);
    input.lookedForRepeats = true;
    input.table = std::move(table);
    return input;
}

} // namespace winnow::test
