// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/labelmodel.h"

#include "core/audit/modeltable.h"
#include "core/audit/witnesses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace winnow {

namespace {

constexpr double kSlope = 1.4;
constexpr double kDifficultySpread = 1.2;
constexpr std::array kDifficulties{-2.4, -1.2, 0.0, 1.2, 2.4, 3.6};
/// Share of the guesses that one distractor draws beyond its due, and how usual that is.
struct Temptation {
    double pull;
    double weight;
};
constexpr std::array kTemptations{Temptation{0, 0.55}, Temptation{0.3, 0.35}, Temptation{0.65, 0.1}};
/// How those who know split between two right answers.
constexpr std::array kSplits{0.35, 0.5, 0.65};
/// Chance of hitting an open answer without knowing.
constexpr double kLucky = 0.03;
/// The stories' shares to begin with, in samples' worth of the dataset.
constexpr std::array kPriors{0.94, 0.03, 0.03};
constexpr double kPriorWeight = 200;
constexpr int kRounds = 4;
/// Where so many give the gold answer the stories need no comparing.
constexpr double kClearlySound = 0.7;
constexpr double kCertain = 12;
/// Share of the models that has to meet the key for their wrong answers to tell how they depend on each
/// other.
constexpr double kPlausibleKey = 0.34;
/// Agreement on wrong answers that tempting distractors alone bring about.
constexpr double kTemptationDependence = 0.2;

enum Vote : std::size_t { Gold, Other, Else };
using Row = std::array<double, 3>;

/// A model that answers more than this share of samples differently each time is unsteady by itself.
constexpr double kMostSwaying = 0.5;
constexpr qint64 kFewestRepeated = 20;

/// Abilities are told apart in steps of a quarter, so that likelihoods come from a table.
constexpr int kAbilitySteps = 33;
constexpr double kAbilityStep = 0.25;

int stepOf(double ability)
{
    return std::clamp(int(std::lround(ability / kAbilityStep)) + kAbilitySteps / 2, 0, kAbilitySteps - 1);
}

double abilityOf(int step)
{
    return (step - kAbilitySteps / 2) * kAbilityStep;
}

/// What one model said in all its attempts.
struct Ballot {
    int step = 0;
    double weight = 0;
    /// Attempts by Vote.
    std::array<int, 3> votes{};
    /// The vote of a model with one attempt, -1 with several.
    int single = -1;
};

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

/// Chances of (gold, other, anything else) for who does not know, `pull` being drawn to `favourite`.
Row guesses(int options, double pull, Vote favourite)
{
    if (options < 2) {
        // Open: the favourite draws its share, the other named answer is luck.
        Row row{kLucky, kLucky, 0};
        row[favourite] = pull * 0.8;
        row[Else] = 1 - row[Gold] - row[Other];
        return row;
    }
    const double rest = (1 - pull) / (options - 1);
    Row row{rest, rest, rest * (options - 2)};
    row[favourite] = pull;
    return row;
}

/// Log of a sum given by logs.
double logSum(const std::vector<double>& values)
{
    const double top = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const double value : values) {
        sum += std::exp(value - top);
    }
    return top + std::log(sum);
}

/// The three stories for one number of options, each as a grid of difficulties and temptations.
class Stories {
public:
    explicit Stories(int options)
    {
        const double even = options >= 2 ? 1.0 / options : 0.1;
        for (const double difficulty : kDifficulties) {
            const double prior = -0.5 * difficulty * difficulty / (kDifficultySpread * kDifficultySpread);
            for (const Temptation& temptation : kTemptations) {
                const double pull = even + (1 - even) * temptation.pull;
                const double weight = prior + std::log(temptation.weight);
                add(0, weight, difficulty, {0.96, 0.02, 0.02}, guesses(options, pull, Other));
                add(1, weight, difficulty, {0.02, 0.96, 0.02}, guesses(options, pull, Gold));
            }
            for (const double split : kSplits) {
                add(2, prior + std::log(0.25), difficulty, {split, 0.98 - split, 0.02},
                    guesses(options, even, Other));
            }
            add(2, prior + std::log(0.25), difficulty, {0.4, 0.3, 0.3}, guesses(options, even, Other));
        }
    }

    /// Log evidence of each story.
    Row evidence(const std::vector<Ballot>& ballots) const
    {
        std::array<std::vector<double>, 3> sums;
        for (const Line& line : m_lines) {
            double sum = line.prior;
            for (const Ballot& ballot : ballots) {
                sum += ballot.weight
                    * (ballot.single >= 0
                            ? double(line.logs[std::size_t(ballot.single)][std::size_t(ballot.step)])
                            : logLikelihood(line, ballot));
            }
            sums[line.story].push_back(sum);
        }
        return {logSum(sums[0]), logSum(sums[1]), logSum(sums[2])};
    }

private:
    struct Line {
        std::size_t story;
        double prior;
        double difficulty;
        Row known;
        Row guessed;
        std::array<std::array<float, kAbilitySteps>, 3> logs;
    };

    static double logLikelihood(const Line& line, const Ballot& ballot)
    {
        // Who knows, knows in every attempt: swaying between two answers speaks for both being right.
        const double knows = logistic(kSlope * (abilityOf(ballot.step) - line.difficulty));
        double knowing = knows;
        double guessing = 1 - knows;
        for (std::size_t vote = 0; vote < 3; ++vote) {
            for (int attempt = 0; attempt < ballot.votes[vote]; ++attempt) {
                knowing *= line.known[vote];
                guessing *= line.guessed[vote];
            }
        }
        return std::log(std::max(1e-5, knowing + guessing));
    }

    void add(std::size_t story, double prior, double difficulty, const Row& known, const Row& guessed)
    {
        Line line{story, prior, difficulty, known, guessed, {}};
        for (std::size_t vote = 0; vote < 3; ++vote) {
            for (int step = 0; step < kAbilitySteps; ++step) {
                Ballot ballot;
                ballot.step = step;
                ballot.votes[vote] = 1;
                line.logs[vote][std::size_t(step)] = float(logLikelihood(line, ballot));
            }
        }
        m_lines.push_back(line);
    }

    std::vector<Line> m_lines;
};

/// Ability of each model in each group on the scale of the Rasch model, from its accuracy without guessing.
std::vector<double> abilities(const AuditData& data, const ModelTable& table, std::size_t groups)
{
    const std::size_t models = table.models.size();
    std::vector<double> ability(models * groups, 0.0);
    for (std::size_t m = 0; m < models; ++m) {
        std::vector<double> right(groups, 0.0);
        std::vector<double> scored(groups, 0.0);
        std::vector<double> chance(groups, 0.0);
        double allRight = 0;
        double allScored = 0;
        double allChance = 0;
        const bool repeated = table.models[m].columns.size() > 1;
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (table.hasScore(m, i)) {
                const std::size_t g = std::size_t(data.capability[i]);
                const double luck = data.isMcq(i) ? 1.0 / data.optionCount[i] : kLucky;
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
        const double mean = allScored > 0 ? (allRight + 1) / (allScored + 2) : 0.5;
        const double meanChance = allScored > 0 ? allChance / allScored : 0.25;
        for (std::size_t g = 0; g < groups; ++g) {
            const double accuracy = (right[g] + kPull * mean) / (scored[g] + kPull);
            const double luck = (chance[g] + kPull * meanChance) / (scored[g] + kPull);
            const double knows = std::clamp((accuracy - luck) / std::max(0.05, 1 - luck), 0.03, 0.97);
            // Mean of a logistic over normal difficulties, solved for the ability.
            const double stretch
                = std::sqrt(1 + 0.346 * kSlope * kSlope * kDifficultySpread * kDifficultySpread);
            ability[m * groups + g] = std::log(knows / (1 - knows)) * stretch / kSlope;
        }
    }
    return ability;
}

/// Models that answer most samples differently from attempt to attempt: their swaying tells of them, not of
/// the sample, so only their first attempt counts.
std::vector<bool> swayingModels(const AuditData& data, const std::vector<ModelView>& models)
{
    std::vector<bool> sways(models.size(), false);
    for (std::size_t m = 0; m < models.size(); ++m) {
        if (models[m].columns.size() < 2) {
            continue;
        }
        qint64 repeated = 0;
        qint64 differing = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            qint32 first = kNoAnswer;
            bool several = false;
            bool differs = false;
            for (const ResponseColumn* column : models[m].columns) {
                const qint32 code = column->codes[i];
                if (code >= 0) {
                    several = several || first >= 0;
                    differs = differs || (first >= 0 && code != first);
                    first = first < 0 ? code : first;
                }
            }
            repeated += several;
            differing += differs;
        }
        sways[m] = repeated >= kFewestRepeated && differing > kMostSwaying * double(repeated);
    }
    return sways;
}

} // namespace

std::vector<LabelBelief> labelBeliefs(const AuditData& data, const std::vector<bool>* only)
{
    std::vector<LabelBelief> beliefs(data.size());
    const ModelTable table(data, Condition::Standard);
    const std::vector<ModelView>& models = table.models;
    if (models.empty()) {
        return beliefs;
    }
    Witnesses witnesses(data, Condition::Standard, 0.5);
    witnesses.estimateDependence(kPlausibleKey);
    std::vector<int> everyone(models.size());
    std::iota(everyone.begin(), everyone.end(), 0);
    // What all models have in common is, up to a point, the temptation of the sample, which the stories
    // account for; beyond that they share what they were taught, right or wrong.
    const std::vector<double> weights
        = witnesses.weights(everyone, std::min(kTemptationDependence, witnesses.medianDependence()));
    const std::size_t groups = std::size_t(std::max<qsizetype>(1, data.capabilities.size()));
    const std::vector<double> ability = abilities(data, table, groups);
    QHash<QString, int> familyNumbers;
    std::vector<std::size_t> family;
    for (const ModelView& model : models) {
        const int next = int(familyNumbers.size());
        family.push_back(std::size_t(familyNumbers.value(model.family, next)));
        familyNumbers.insert(model.family, int(family.back()));
    }

    std::vector<Row> stories(data.size(), Row{0, 0, 0});
    std::vector<std::pair<qint32, int>> counts;
    std::vector<Ballot> ballots;
    const std::vector<bool> sways = swayingModels(data, models);
    std::map<int, Stories> tables;
    std::vector<bool> seen;
    const auto isGold = [&](const ResponseColumn& column, std::size_t i) {
        return data.isChoice(column, i) ? column.codes[i] == data.goldIndex[i] : column.isRight(i);
    };
    for (std::size_t i = 0; i < data.size(); ++i) {
        LabelBelief& belief = beliefs[i];
        if (!data.hasGold[i] || data.optionCount[i] == 1 || (data.isMcq(i) && data.goldIndex[i] < 0)) {
            continue;
        }
        counts.clear();
        seen.assign(std::size_t(familyNumbers.size()), false);
        for (std::size_t m = 0; m < models.size(); ++m) {
            bool voted = false;
            for (const ResponseColumn* column : models[m].columns) {
                if (column->codes[i] < 0) {
                    continue;
                }
                voted = true;
                if (!isGold(*column, i)) {
                    const auto known = std::find_if(counts.begin(), counts.end(),
                        [&](const auto& entry) { return entry.first == column->codes[i]; });
                    if (known == counts.end()) {
                        counts.emplace_back(column->codes[i], 1);
                    } else {
                        ++known->second;
                    }
                }
            }
            if (voted) {
                ++belief.voters;
                belief.families += !seen[family[m]];
                seen[family[m]] = true;
            }
        }
        if (belief.voters == 0) {
            continue;
        }
        const auto top = std::max_element(
            counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        belief.other = top == counts.end() ? kNoAnswer : top->first;
        ballots.clear();
        int goldAttempts = 0;
        int allAttempts = 0;
        for (std::size_t m = 0; m < models.size(); ++m) {
            int attempts = 0;
            for (const ResponseColumn* column : models[m].columns) {
                attempts += column->codes[i] >= 0 && !(sways[m] && attempts > 0);
            }
            const qint32 answer = attempts > 0 ? modelAnswer(models[m], i) : kNoAnswer;
            belief.forOther += answer >= 0 && answer == belief.other && !table.isRight(m, i);
            belief.forGold += answer >= 0 && table.isRight(m, i);
            Ballot ballot;
            ballot.step = stepOf(ability[m * groups + std::size_t(data.capability[i])]);
            ballot.weight = weights[m];
            int counted = 0;
            for (const ResponseColumn* column : models[m].columns) {
                if (column->codes[i] >= 0 && counted < attempts) {
                    ++counted;
                    const Vote vote = isGold(*column, i)   ? Gold
                        : column->codes[i] == belief.other ? Other
                                                           : Else;
                    ++ballot.votes[vote];
                }
            }
            if (attempts > 0) {
                ballot.single = attempts > 1 ? -1
                                             : int(ballot.votes[Gold]      ? Gold
                                                     : ballot.votes[Other] ? Other
                                                                           : Else);
                ballots.push_back(ballot);
                goldAttempts += ballot.votes[Gold];
                allAttempts += attempts;
            }
        }
        if ((only != nullptr && !(*only)[i])
            || (allAttempts >= 3 && goldAttempts >= kClearlySound * allAttempts)) {
            stories[i] = {0, -kCertain, -kCertain};
            continue;
        }
        auto known = tables.find(data.optionCount[i]);
        if (known == tables.end()) {
            known = tables.emplace(data.optionCount[i], Stories(data.optionCount[i])).first;
        }
        stories[i] = known->second.evidence(ballots);
    }

    Row priors{kPriors[0], kPriors[1], kPriors[2]};
    for (int round = 0; round <= kRounds; ++round) {
        Row sums{kPriors[0] * kPriorWeight, kPriors[1] * kPriorWeight, kPriors[2] * kPriorWeight};
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (beliefs[i].voters == 0) {
                continue;
            }
            const double top = std::max({stories[i][0], stories[i][1], stories[i][2]});
            Row posterior;
            double total = 0;
            for (std::size_t s = 0; s < 3; ++s) {
                posterior[s] = priors[s] * std::exp(stories[i][s] - top);
                total += posterior[s];
            }
            for (std::size_t s = 0; s < 3; ++s) {
                sums[s] += posterior[s] / total;
            }
            beliefs[i].sound = posterior[0] / total;
            beliefs[i].wrongGold = posterior[1] / total;
            beliefs[i].ambiguous = posterior[2] / total;
        }
        const double all = sums[0] + sums[1] + sums[2];
        priors = {sums[0] / all, sums[1] / all, sums[2] / all};
    }
    return beliefs;
}

} // namespace winnow
