// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/labelabilities.h"

#include <algorithm>
#include <cmath>

namespace winnow {

std::vector<double> modelAbilities(const AuditData& data, const ModelTable& table, std::size_t capabilities)
{
    const std::size_t models = table.models.size();
    std::vector<double> ability(models * capabilities, 0.0);
    ScoreSum hereAll;
    ScoreSum elsewhereAll;
    for (std::size_t m = 0; m < models; ++m) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            hereAll.sum += table.isRight(m, i);
            hereAll.count += table.hasScore(m, i);
        }
        const ScoreSum elsewhere = data.elsewhere.value(table.models[m].model);
        elsewhereAll.sum += elsewhere.sum;
        elsewhereAll.count += elsewhere.count;
    }
    for (std::size_t m = 0; m < models; ++m) {
        std::vector<double> right(capabilities, 0.0);
        std::vector<double> scored(capabilities, 0.0);
        std::vector<double> chance(capabilities, 0.0);
        double allRight = 0;
        double allScored = 0;
        double allChance = 0;
        const bool repeated = table.models[m].columns.size() > 1;
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (table.hasScore(m, i)) {
                const std::size_t g = std::size_t(data.capability[i]);
                const double luck = data.isMcq(i) ? 1.0 / data.optionCount[i] : kLuckyOpenAnswer;
                // Who is right in one attempt of two knows half of what they seem to know.
                const double share = repeated ? double(table.scores[m][i]) : double(table.isRight(m, i));
                right[g] += share;
                scored[g] += 1;
                chance[g] += luck;
                allRight += share;
                allScored += 1;
                allChance += luck;
            }
        }
        constexpr double kPull = 15;
        constexpr double kLent = 60;
        const ScoreSum elsewhere = data.elsewhere.value(table.models[m].model);
        // The other datasets tell how the models compare, not how hard this one is.
        const double level = hereAll.count > 0 && elsewhereAll.count > 0
            ? hereAll.sum / hereAll.count - elsewhereAll.sum / elsewhereAll.count
            : 0;
        const double lent = std::min(kLent, elsewhere.count);
        const double borrowed
            = lent > 0 ? std::clamp(elsewhere.sum / elsewhere.count + level, 0.01, 0.99) * lent : 0;
        const double mean = (allRight + borrowed + 1) / (allScored + lent + 2);
        const double meanChance = allScored > 0 ? allChance / allScored : 0.25;
        for (std::size_t g = 0; g < capabilities; ++g) {
            const double accuracy = (right[g] + kPull * mean) / (scored[g] + kPull);
            const double luck = (chance[g] + kPull * meanChance) / (scored[g] + kPull);
            const double knows = std::clamp((accuracy - luck) / std::max(0.05, 1 - luck), 0.03, 0.97);
            // Mean of a logistic over normal difficulties, solved for the ability.
            const double stretch = std::sqrt(
                1 + 0.346 * kAbilitySlope * kAbilitySlope * kDifficultySpread * kDifficultySpread);
            ability[m * capabilities + g] = std::log(knows / (1 - knows)) * stretch / kAbilitySlope;
        }
    }
    return ability;
}

} // namespace winnow
