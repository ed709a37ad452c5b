// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/slopemodel.h"

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
/// Nobody knows always, or never.
constexpr double kFloor = 0.01;
/// Who knows is right this often, also without the options in view.
constexpr double kCeiling = 0.985;
constexpr double kOpenCeiling = 0.9;
/// Share of those who guess that hold on to it in every attempt.
constexpr double kFirm = 0.3;
/// Samples' worth of a model's overall accuracy in its accuracy in a capability.
constexpr double kPull = 60;
/// What a family knows of a sample beyond its models' ability is normal with this spread, in logits; summed
/// over by Gauss-Hermite quadrature.
constexpr double kFamilySpread = 1.6;
struct Node {
    double value;
    double weight;
};
constexpr std::array kNodes{Node{-1.7320508, 1.0 / 6}, Node{0, 2.0 / 3}, Node{1.7320508, 1.0 / 6}};
/// Lead in ability of those who are right over those who are wrong that rules a backward slope out.
constexpr double kClearly = 0.05;
/// How usual each slope is is learnt from so many samples at most.
constexpr std::size_t kLearn = 1500;

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

/// How likely the responses of one model to one sample are.
struct Outcome {
    double known = 1;
    /// By guess share.
    std::array<double, kGuessShares.size()> guessed{1, 1};
};

/// Likelihoods of the slopes for the samples of one capability.
class SlopeLikelihoods {
public:
    /// `families`: the family of each model, numbered from 0.
    SlopeLikelihoods(const double* ability, const std::vector<std::size_t>& families)
        : m_families(families)
        , m_familyCount(families.empty() ? 0 : *std::max_element(families.begin(), families.end()) + 1)
    {
        m_knowing.reserve(kSlopeCount * kIntercepts.size() * kNodes.size() * families.size());
        for (const Slope& slope : kSlopes) {
            for (const double intercept : kIntercepts) {
                for (std::size_t m = 0; m < families.size(); ++m) {
                    for (const Node& node : kNodes) {
                        const double logit
                            = slope.value * ability[m] + intercept + kFamilySpread * node.value;
                        m_knowing.push_back(
                            float(std::clamp(1 / (1 + std::exp(-logit)), kFloor, 1 - kFloor)));
                    }
                }
            }
        }
    }

    /// `outcomes` by position in `present`. Scaled so that the largest is 1.
    Row evaluate(const std::vector<std::size_t>& present, const std::vector<Outcome>& outcomes)
    {
        constexpr std::size_t kPoints = kIntercepts.size() * kGuessShares.size();
        constexpr std::size_t kNodeCount = kNodes.size();
        Row logs;
        std::array<double, kPoints> points{};
        const float* line = m_knowing.data();
        for (std::size_t s = 0; s < kSlopeCount; ++s) {
            double top = -std::numeric_limits<double>::infinity();
            std::size_t p = 0;
            for (const double intercept : kIntercepts) {
                for (std::size_t g = 0; g < kGuessShares.size(); ++g, ++p) {
                    m_products.assign(m_familyCount, {1.0, 1.0, 1.0});
                    for (std::size_t v = 0; v < present.size(); ++v) {
                        const float* knowing = line + present[v] * kNodeCount;
                        const double guessed = outcomes[v].guessed[g];
                        const double gain = outcomes[v].known - guessed;
                        auto& product = m_products[m_families[present[v]]];
                        for (std::size_t n = 0; n < kNodeCount; ++n) {
                            product[n] *= guessed + double(knowing[n]) * gain;
                        }
                    }
                    // One logarithm for many families: their sums do not run out of a double's range so soon.
                    double sum = 0;
                    double together = 1;
                    for (std::size_t f = 0; f < m_familyCount; ++f) {
                        const auto& product = m_products[f];
                        together *= kNodes[0].weight * product[0] + kNodes[1].weight * product[1]
                            + kNodes[2].weight * product[2];
                        if (together < 1e-150 || f + 1 == m_familyCount) {
                            sum += std::log(std::max(1e-300, together));
                            together = 1;
                        }
                    }
                    const double z = intercept / kInterceptSpread;
                    points[p] = sum - 0.5 * z * z;
                    top = std::max(top, points[p]);
                }
                line += m_families.size() * kNodeCount;
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
    std::vector<std::size_t> m_families;
    std::size_t m_familyCount;
    /// [slope][intercept][model][node].
    std::vector<float> m_knowing;
    std::vector<std::array<double, 3>> m_products;
};

/// Reads what each model of the standard condition answered with and without the options in view.
class OutcomeReader {
public:
    OutcomeReader(const AuditData& data, const std::vector<ModelView>& models)
        : m_data(data)
        , m_models(models)
        , m_open(columnsUnder(data, models, Condition::OpenEnded))
    {
    }

    Outcome read(std::size_t model, std::size_t sample) const
    {
        const int options = m_data.optionCount[sample];
        const Count standard = count(m_models[model].columns, sample);
        const Count open = options > 1 ? count(m_open[model], sample) : Count{};
        Outcome outcome;
        for (std::size_t g = 0; g < kGuessShares.size(); ++g) {
            const double luck = (options > 1 ? 1.0 / options : kLucky) * kGuessShares[g];
            outcome.guessed[g] = guessed(standard, luck) * guessed(open, kLucky);
        }
        outcome.known = known(standard, kCeiling) * known(open, kOpenCeiling);
        return outcome;
    }

private:
    struct Count {
        int right = 0;
        int wrong = 0;
    };
    static Count count(const std::vector<const ResponseColumn*>& columns, std::size_t sample)
    {
        Count result;
        for (const ResponseColumn* column : columns) {
            if (column->hasScore(sample)) {
                ++(column->isRight(sample) ? result.right : result.wrong);
            }
        }
        return result;
    }
    static double known(const Count& count, double ceiling)
    {
        return std::pow(ceiling, count.right) * std::pow(1 - ceiling, count.wrong);
    }
    static double guessed(const Count& count, double luck)
    {
        const double firm = count.wrong == 0 ? luck : count.right == 0 ? 1 - luck : 0;
        return count.right + count.wrong == 0
            ? 1
            : kFirm * firm + (1 - kFirm) * std::pow(luck, count.right) * std::pow(1 - luck, count.wrong);
    }

    const AuditData& m_data;
    const std::vector<ModelView>& m_models;
    std::vector<std::vector<const ResponseColumn*>> m_open;
};

/// Whether right answers go with ability clearly enough that no backward slope needs to be looked at.
bool clearlyForward(
    const double* ability, const std::vector<std::size_t>& present, const std::vector<bool>& right)
{
    std::array<double, 2> sums{};
    std::array<double, 2> counts{};
    for (std::size_t v = 0; v < present.size(); ++v) {
        sums[right[v]] += ability[present[v]];
        counts[right[v]] += 1;
    }
    return counts[0] > 0 && counts[1] > 0 && sums[1] / counts[1] > sums[0] / counts[0] + kClearly;
}

} // namespace

std::vector<double> backwardProbabilities(const AuditData& data, const ModelTable& table, int fewestModels)
{
    const std::size_t models = table.models.size();
    std::vector<double> result(data.size(), std::numeric_limits<double>::quiet_NaN());
    if (models == 0) {
        return result;
    }
    const std::vector<std::size_t> families = familyNumbers(table.models);
    const std::vector<double> abilities = standardisedAbilities(data, table);
    const OutcomeReader reader(data, table.models);
    QHash<std::size_t, std::shared_ptr<SlopeLikelihoods>> tables;
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
    std::vector<bool> right;
    std::vector<Outcome> outcomes;
    for (std::size_t at = 0; at < judged.size(); ++at) {
        const std::size_t i = judged[at];
        const std::size_t group = std::size_t(data.capability[i]);
        present.clear();
        right.clear();
        for (std::size_t m = 0; m < models; ++m) {
            if (table.hasScore(m, i)) {
                present.push_back(m);
                right.push_back(table.isRight(m, i));
            }
        }
        const double* ability = &abilities[group * models];
        const bool forward = clearlyForward(ability, present, right);
        result[i] = 0;
        if (forward && at % stride != 0) {
            continue;
        }
        auto& likelihoods = tables[group];
        if (!likelihoods) {
            likelihoods = std::make_shared<SlopeLikelihoods>(ability, families);
        }
        outcomes.clear();
        for (const std::size_t m : present) {
            outcomes.push_back(reader.read(m, i));
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
