// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/slopemodel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace winnow {

namespace {

/// By how many standard deviations of ability the chance rises, in logits, and how usual that is to begin
/// with. The backward slopes come first.
struct Slope {
    double value;
    double prior;
};
constexpr std::array kSlopes{Slope{-5, 0.005}, Slope{-2.5, 0.007}, Slope{-1.2, 0.005}, Slope{-0.5, 0.003},
    Slope{0, 0.047}, Slope{0.5, 0.187}, Slope{1, 0.373}, Slope{1.6, 0.28}, Slope{3, 0.093}};
constexpr std::size_t kBackward = 4;
constexpr std::size_t kSlopeCount = kSlopes.size();
/// Samples' worth of the priors.
constexpr double kPriorWeight = 200;
constexpr int kRounds = 30;
constexpr std::array kIntercepts{-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0};
constexpr double kInterceptSpread = 2.5;
/// A guess hits as often as the options say, or half as often where distractors are good.
constexpr std::array kGuessShares{1.0, 0.5};
constexpr double kLucky = 0.03;
/// Nobody is right always, or never.
constexpr double kFloor = 0.01;
constexpr double kCeiling = 0.985;
/// Samples' worth of a model's overall accuracy in its accuracy in a capability.
constexpr double kPull = 60;
/// Correlation of what models of one family get right, beyond what their ability explains.
constexpr double kFamilyCorrelation = 0.1;
/// How usual each slope is is learnt from so many samples at most.
constexpr std::size_t kLearn = 3000;

using Row = std::array<double, kSlopeCount>;

/// Abilities of the models in each capability in standard deviations, [capability][model].
std::vector<double> standardisedAbilities(const AuditData& data, const ModelTable& table)
{
    const std::size_t models = table.models.size();
    const std::size_t groups = std::size_t(std::max<qsizetype>(1, data.capabilities.size()));
    std::vector<double> sums(groups * models, 0.0);
    std::vector<double> counts(groups * models, 0.0);
    for (std::size_t m = 0; m < models; ++m) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (table.hasScore(m, i)) {
                sums[std::size_t(data.capability[i]) * models + m] += double(table.scores[m][i]);
                counts[std::size_t(data.capability[i]) * models + m] += 1;
            }
        }
    }
    std::vector<double> logits(groups * models, 0.0);
    std::vector<double> noise(groups, 0.0);
    for (std::size_t m = 0; m < models; ++m) {
        const ScoreSum elsewhere = data.elsewhere.value(table.models[m].model);
        double sum = 0.5 + elsewhere.sum;
        double count = 1 + elsewhere.count;
        for (std::size_t g = 0; g < groups; ++g) {
            sum += sums[g * models + m];
            count += counts[g * models + m];
        }
        for (std::size_t g = 0; g < groups; ++g) {
            const double accuracy
                = std::clamp((sums[g * models + m] + kPull * sum / count) / (counts[g * models + m] + kPull),
                    0.005, 0.995);
            logits[g * models + m] = std::log(accuracy / (1 - accuracy));
        }
    }
    for (std::size_t g = 0; g < groups; ++g) {
        const auto begin = logits.begin() + std::ptrdiff_t(g * models);
        const auto end = begin + std::ptrdiff_t(models);
        double mean = 0;
        double square = 0;
        for (auto it = begin; it != end; ++it) {
            mean += *it / double(models);
            square += *it * *it / double(models);
        }
        // Of the spread that is seen, some is luck; where all of it may be, nobody is known to be abler.
        const double variance = std::max(1e-12, square - mean * mean);
        const double reliability = std::max(0.0, 1 - noise[g] / variance);
        const double scale = std::sqrt(reliability / variance);
        std::for_each(begin, end, [&](double& value) { value = (value - mean) * scale; });
    }
    return logits;
}

/// How many independent models one model is worth.
double familyWorth(const ModelTable& table)
{
    QHash<QString, double> sizes;
    for (const ModelView& model : table.models) {
        sizes[model.family] += 1;
    }
    double squares = 0;
    for (const double size : std::as_const(sizes)) {
        squares += size * size;
    }
    return 1 / (1 + kFamilyCorrelation * (squares / double(table.models.size()) - 1));
}

/// Likelihoods of the slopes for the samples of one capability and number of options.
class SlopeLikelihoods {
public:
    SlopeLikelihoods(const double* ability, std::size_t models, int options, double worth)
        : m_models(models)
        , m_worth(worth)
    {
        const double guess = options > 1 ? 1.0 / options : kLucky;
        m_logs.reserve(kSlopeCount * kIntercepts.size() * kGuessShares.size() * models);
        for (const Slope& slope : kSlopes) {
            for (const double intercept : kIntercepts) {
                for (const double share : kGuessShares) {
                    const double floor = guess * share;
                    for (std::size_t m = 0; m < models; ++m) {
                        const double rises = 1 / (1 + std::exp(-(slope.value * ability[m] + intercept)));
                        const double p = std::clamp(floor + (kCeiling - floor) * rises, kFloor, 1 - kFloor);
                        m_logs.push_back({float(std::log(1 - p)), float(std::log(p))});
                    }
                }
            }
        }
    }

    /// `outcomes`: 0 wrong, 1 right, by position in `present`. Scaled so that the largest is 1.
    Row evaluate(const std::vector<std::size_t>& present, const std::vector<std::size_t>& outcomes) const
    {
        constexpr std::size_t kPoints = kIntercepts.size() * kGuessShares.size();
        Row logs;
        std::array<double, kPoints> points{};
        const std::array<float, 2>* line = m_logs.data();
        for (std::size_t s = 0; s < kSlopeCount; ++s) {
            double top = -std::numeric_limits<double>::infinity();
            for (std::size_t p = 0; p < kPoints; ++p, line += m_models) {
                float sum = 0;
                for (std::size_t v = 0; v < present.size(); ++v) {
                    sum += line[present[v]][outcomes[v]];
                }
                const double z = kIntercepts[p / kGuessShares.size()] / kInterceptSpread;
                points[p] = m_worth * double(sum) - 0.5 * z * z;
                top = std::max(top, points[p]);
            }
            double sum = 0;
            for (const double point : points) {
                sum += std::exp(point - top);
            }
            logs[s] = top + std::log(sum);
        }
        const double top = *std::max_element(logs.begin(), logs.end());
        for (double& value : logs) {
            value = std::exp(value - top);
        }
        return logs;
    }

private:
    std::size_t m_models;
    double m_worth;
    std::vector<std::array<float, 2>> m_logs;
};

/// Whether right answers go with ability clearly enough that no backward slope needs to be looked at.
bool clearlyForward(
    const double* ability, const std::vector<std::size_t>& present, const std::vector<std::size_t>& outcomes)
{
    std::array<double, 2> sums{};
    std::array<double, 2> counts{};
    for (std::size_t v = 0; v < present.size(); ++v) {
        sums[outcomes[v]] += ability[present[v]];
        counts[outcomes[v]] += 1;
    }
    return counts[0] > 0 && counts[1] > 0 && sums[1] / counts[1] > sums[0] / counts[0] + 0.25;
}

} // namespace

std::vector<double> backwardProbabilities(const AuditData& data, const ModelTable& table, int fewestModels)
{
    const std::size_t models = table.models.size();
    std::vector<double> result(data.size(), std::numeric_limits<double>::quiet_NaN());
    if (models == 0) {
        return result;
    }
    const double worth = familyWorth(table);
    const std::vector<double> abilities = standardisedAbilities(data, table);
    QHash<quint64, std::shared_ptr<const SlopeLikelihoods>> tables;
    std::vector<std::size_t> judged;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (table.present[i] >= fewestModels && table.right[i] > 0 && table.right[i] < table.present[i]) {
            judged.push_back(i);
        }
    }
    Row priors;
    for (std::size_t s = 0; s < kSlopeCount; ++s) {
        priors[s] = kSlopes[s].prior;
    }
    const std::size_t stride = std::max<std::size_t>(1, judged.size() / kLearn);
    std::vector<Row> learnt;
    std::vector<std::pair<std::size_t, Row>> doubtful;
    std::vector<std::size_t> present;
    std::vector<std::size_t> outcomes;
    for (std::size_t at = 0; at < judged.size(); ++at) {
        const std::size_t i = judged[at];
        const std::size_t group = std::size_t(data.capability[i]);
        present.clear();
        outcomes.clear();
        for (std::size_t m = 0; m < models; ++m) {
            if (table.hasScore(m, i)) {
                present.push_back(m);
                outcomes.push_back(table.isRight(m, i) ? 1 : 0);
            }
        }
        const double* ability = &abilities[group * models];
        const bool forward = clearlyForward(ability, present, outcomes);
        result[i] = 0;
        if (forward && at % stride != 0) {
            continue;
        }
        auto& likelihoods = tables[(quint64(group) << 16) | quint64(data.optionCount[i])];
        if (!likelihoods) {
            likelihoods = std::make_shared<SlopeLikelihoods>(ability, models, data.optionCount[i], worth);
        }
        const Row row = likelihoods->evaluate(present, outcomes);
        if (at % stride == 0) {
            learnt.push_back(row);
        }
        if (!forward) {
            doubtful.emplace_back(i, row);
        }
    }
    const auto posterior = [&](const Row& row) {
        Row values;
        double sum = 0;
        for (std::size_t s = 0; s < kSlopeCount; ++s) {
            sum += values[s] = row[s] * priors[s];
        }
        for (double& value : values) {
            value /= sum;
        }
        return values;
    };
    for (int round = 0; round < kRounds; ++round) {
        Row sums;
        for (std::size_t s = 0; s < kSlopeCount; ++s) {
            sums[s] = kPriorWeight * kSlopes[s].prior;
        }
        for (const Row& row : learnt) {
            const Row values = posterior(row);
            for (std::size_t s = 0; s < kSlopeCount; ++s) {
                sums[s] += values[s];
            }
        }
        for (std::size_t s = 0; s < kSlopeCount; ++s) {
            priors[s] = sums[s] / (kPriorWeight + double(learnt.size()));
        }
    }
    for (const auto& [sample, row] : doubtful) {
        const Row values = posterior(row);
        result[sample] = 0;
        for (std::size_t s = 0; s < kBackward; ++s) {
            result[sample] += values[s];
        }
    }
    return result;
}

} // namespace winnow
