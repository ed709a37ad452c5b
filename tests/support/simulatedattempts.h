// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/attempttable.h"
#include "core/stats/random.h"

#include <cmath>

namespace winnow::test {

/// Columns of a contender's tries, all filled.
inline TryColumn filledColumn(std::size_t samples)
{
    TryColumn column(samples);
    column.outcome.assign(samples, Try::Wrong);
    column.answer.assign(samples, FirstAnswerMark);
    column.seconds.assign(samples, 1);
    column.dollars.assign(samples, 0.001F);
    column.promptTokens.assign(samples, 100);
    column.outputTokens.assign(samples, 10);
    return column;
}

/// A table of `samples` questions in as many datasets and capabilities as told (in turn), each an image of
/// its own, without contenders.
inline AttemptTable emptyTable(std::size_t samples, int datasets = 1)
{
    AttemptTable table;
    for (int d = 0; d < datasets; ++d) {
        table.datasets.append(QStringLiteral("set%1").arg(d));
        table.capabilities.append(QStringLiteral("skill%1").arg(d));
    }
    for (std::size_t i = 0; i < samples; ++i) {
        table.samples.push_back(qint64(i) + 1);
        table.dataset.push_back(quint16(i % std::size_t(datasets)));
        table.capability.push_back(quint16(i % std::size_t(datasets)));
        table.cluster.push_back(std::uint32_t(i));
        table.images.push_back(1);
    }
    table.features.width = 2;
    table.features.values.resize(samples * 2, 1);
    return table;
}

/// Adds a contender with the price of a call; nothing right yet.
inline Contender& addContender(AttemptTable& table, const QString& name, int tries, float dollars = 0.001F)
{
    Contender contender;
    contender.name = contender.model = contender.family = name;
    for (int t = 0; t < tries; ++t) {
        contender.tries.push_back(filledColumn(table.size()));
        contender.tries.back().dollars.assign(table.size(), dollars);
    }
    table.contenders.append(contender);
    return table.contenders.last();
}

/// Models whose answers follow item curves: four options, wrong ones spread over three; dearer and slower
/// models are better. Any number of samples, models, tries.
inline AttemptTable simulatedAttempts(std::size_t samples, int models, int tries, quint64 seed)
{
    stats::Random random(seed);
    AttemptTable table = emptyTable(samples, 8);
    std::vector<double> difficulty(samples);
    for (double& value : difficulty) {
        value = random.normal();
    }
    for (int m = 0; m < models; ++m) {
        const double ability = -1 + 2.5 * (m + 1) / models;
        const auto price = float(0.0002 * std::pow(1.3, m));
        Contender& contender
            = addContender(table, QStringLiteral("model%1").arg(m, 2, 10, QLatin1Char('0')), tries, price);
        for (std::size_t i = 0; i < samples; ++i) {
            const double known = 1 / (1 + std::exp(-2 * (ability - difficulty[i])));
            for (TryColumn& column : contender.tries) {
                const bool right = random.chance(0.25 + 0.75 * known);
                column.outcome[i] = right ? Try::Right : Try::Wrong;
                column.answer[i] = FirstAnswerMark + (right ? 0U : 1U + std::uint32_t(random.below(3)));
                column.seconds[i] = float((0.5 + 0.05 * m) * (0.5 + random.uniform()));
                column.dollars[i] = price * float(0.8 + 0.4 * random.uniform());
            }
        }
    }
    return table;
}

} // namespace winnow::test
