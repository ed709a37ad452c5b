// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/labelmodel.h"

#include "core/audit/labelballots.h"
#include "core/audit/modeltable.h"
#include "core/audit/witnesses.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow {

namespace {

constexpr double kSlope = 1.4;
constexpr double kDifficultySpread = 1.2;
constexpr std::array kDifficulties{-2.4, -1.2, 0.0, 1.2, 2.4, 3.6};
constexpr std::size_t kSteps = kDifficulties.size();
/// Share of those who do not know that one distractor draws, and how usual that is.
struct Temptation {
    double pull;
    double weight;
};
constexpr std::array kTemptations{Temptation{0, 0.55}, Temptation{0.35, 0.35}, Temptation{0.7, 0.1}};
/// How those who know split between two right answers.
constexpr std::array kSplits{0.3, 0.5, 0.7};
/// The same for three: one gets the first number, the others share the rest.
constexpr std::array kThreeWaySplits{0.34, 0.5};
constexpr double kThreeWay = 0.3;
/// Share of those who see several right answers and sway between them.
constexpr double kSwaying = 0.2;
/// How often somebody gives another answer than the one they believe.
constexpr double kSlip = 0.2;
/// Share of those who do not know and still believe some answer firmly.
constexpr double kFirm = 0.5;
/// Chance of hitting an open answer without knowing.
constexpr double kLucky = 0.03;
/// Chance that a guess without options names none of them.
constexpr double kNamesNone = 0.6;
/// Answers there are at least to an open question.
constexpr double kOpenAnswers = 12;
/// An answer that draws a smaller share of the models is no rival of the gold one.
constexpr double kRivalShare = 0.12;
/// Where no other answer draws so many, the gold one has no rival worth comparing.
constexpr double kStrongRivalShare = 0.2;
constexpr std::size_t kRivals = 3;
/// The stories' shares to begin with, in samples' worth of the dataset.
constexpr std::array kPriors{0.94, 0.03, 0.03};
constexpr double kPriorWeight = 200;
constexpr int kRounds = 6;
/// Where so many give the gold answer the stories need no comparing.
constexpr double kClearlySound = 0.8;
constexpr double kCertain = 12;
/// A model outdone by this is beyond what any story explains.
constexpr double kLeastLikelihood = 1e-9;
/// Likelihoods of so many models fit into one double.
constexpr std::size_t kChunk = 24;

using Row = std::array<double, 3>;

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

/// Powers of one number by small exponents.
class Powers {
public:
    explicit Powers(double base)
        : m_base(base)
    {
        double value = 1;
        for (double& power : m_powers) {
            power = value;
            value *= base;
        }
    }
    double operator()(int exponent) const
    {
        return std::size_t(exponent) < m_powers.size() ? m_powers[std::size_t(exponent)]
                                                       : std::pow(m_base, exponent);
    }

private:
    double m_base;
    std::array<double, 8> m_powers;
};

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

/// Ability of each model in each group on the scale of the Rasch model, from its accuracy without guessing.
std::vector<double> abilities(const AuditData& data, const ModelTable& table, std::size_t groups)
{
    const std::size_t models = table.models.size();
    std::vector<double> ability(models * groups, 0.0);
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

/// The evidence for the stories of one sample after another.
class Stories {
public:
    /// `worth`: how many independent models one model is worth, 0..1.
    Stories(const AuditData& data, const LabelBallots& ballots, const std::vector<double>& ability,
        std::size_t groups, double worth)
        : m_data(data)
        , m_ballots(ballots)
        , m_worth(worth)
    {
        // Knowing by group, model and difficulty.
        m_knowing.reserve(ability.size() * kSteps);
        for (std::size_t g = 0; g < groups; ++g) {
            for (std::size_t m = 0; m < ballots.models().size(); ++m) {
                for (const double difficulty : kDifficulties) {
                    m_knowing.push_back(logistic(kSlope * (ability[m * groups + g] - difficulty)));
                }
            }
        }
        double total = 0;
        for (std::size_t d = 0; d < kSteps; ++d) {
            const double z = kDifficulties[d] / kDifficultySpread;
            total += m_weights[d] = std::exp(-0.5 * z * z);
        }
        for (double& weight : m_weights) {
            weight /= total;
        }
    }

    /// Log evidence of each story for the sample that the ballots hold.
    Row evidence(std::size_t sample)
    {
        prepare(sample);
        std::array<std::vector<double>, 3> sums;
        const std::size_t gold = m_ballots.gold();
        sums[0] = tempted(gold, m_believes[gold]);
        for (const std::size_t right : m_rivals) {
            for (const double value : tempted(right, m_believes[right])) {
                sums[1].push_back(value - m_logChoices);
            }
            for (const double split : kSplits) {
                both({gold, right}, {split, 1 - split}, (1 - kThreeWay) / kSplits.size(), sums[2]);
            }
        }
        for (std::size_t a = 0; a < m_rivals.size(); ++a) {
            for (std::size_t b = a + 1; b < m_rivals.size(); ++b) {
                for (const double first : kThreeWaySplits) {
                    const double rest = (1 - first) / 2;
                    both({gold, m_rivals[a], m_rivals[b]}, {first, rest, rest},
                        kThreeWay / kThreeWaySplits.size(), sums[2]);
                }
            }
        }
        return {logSum(sums[0]), sums[1].empty() ? -kCertain : logSum(sums[1]),
            sums[2].empty() ? -kCertain : logSum(sums[2])};
    }

    /// Answers beside the gold one that draw enough models, the commonest first.
    std::vector<std::size_t> rivals() const
    {
        std::vector<std::size_t> rivals;
        const double least = kRivalShare * double(m_ballots.voters().size());
        for (std::size_t answer = 0; answer < m_ballots.answers(); ++answer) {
            if (answer != m_ballots.gold() && m_ballots.share(answer) >= least) {
                rivals.push_back(answer);
            }
        }
        std::stable_sort(rivals.begin(), rivals.end(),
            [&](std::size_t a, std::size_t b) { return m_ballots.share(a) > m_ballots.share(b); });
        rivals.resize(std::min(rivals.size(), kRivals));
        return rivals;
    }

private:
    using Likelihoods = std::vector<double>;

    void prepare(std::size_t sample)
    {
        const std::size_t voters = m_ballots.voters().size();
        const std::size_t answers = m_ballots.answers();
        const bool mcq = m_data.isMcq(sample);
        const double possible = mcq ? double(answers) : std::max(double(answers), kOpenAnswers);
        const double slip = kSlip / std::max(1.0, possible - 1);
        m_logChoices = std::log(mcq ? std::max(1.0, possible - 1) : 3.0);
        m_rivals = rivals();
        m_possible = possible;
        m_row = &m_knowing[std::size_t(m_data.capability[sample]) * m_ballots.models().size() * kSteps];
        m_believes.assign(answers, Likelihoods(voters));
        m_guesses.assign(voters, 1.0);
        m_firm.assign(voters, 0.0);
        const Powers slips(slip);
        const Powers even(1 / possible);
        const Powers goldLuck(mcq || possible <= 1 / kLucky ? 1 / possible : kLucky);
        for (std::size_t v = 0; v < voters; ++v) {
            const int total = m_ballots.total(v);
            for (std::size_t answer = 0; answer < answers; ++answer) {
                const int count = m_ballots.count(v, answer);
                m_believes[answer][v] = m_sticks(count) * slips(total - count);
                m_firm[v] += m_believes[answer][v] / possible;
                m_guesses[v] *= answer == m_ballots.gold() ? goldLuck(count) : even(count);
            }
            m_guesses[v] *= m_names(m_ballots.named(v)) * m_namesNone(m_ballots.elsewhere(v));
        }
    }

    /// Log evidence that `known` is how those who know answer and `not` the others.
    double line(const Likelihoods& known, const Likelihoods& unknown) const
    {
        std::array<double, kSteps> product;
        std::array<double, kSteps> logs{};
        product.fill(1);
        const std::vector<std::size_t>& voters = m_ballots.voters();
        for (std::size_t v = 0; v < voters.size(); ++v) {
            const double* knowing = m_row + voters[v] * kSteps;
            const double other = unknown[v] + kLeastLikelihood;
            const double gain = known[v] - unknown[v];
            for (std::size_t d = 0; d < kSteps; ++d) {
                product[d] *= other + knowing[d] * gain;
            }
            if ((v + 1) % kChunk == 0) {
                for (std::size_t d = 0; d < kSteps; ++d) {
                    logs[d] += std::log(product[d]);
                    product[d] = 1;
                }
            }
        }
        double top = -std::numeric_limits<double>::infinity();
        for (std::size_t d = 0; d < kSteps; ++d) {
            logs[d] = m_worth * (logs[d] + std::log(product[d]));
            top = std::max(top, logs[d]);
        }
        double sum = 0;
        for (std::size_t d = 0; d < kSteps; ++d) {
            sum += m_weights[d] * std::exp(logs[d] - top);
        }
        return top + std::log(sum);
    }

    /// Who does not know `right`: drawn to `tempting`, firm in some belief, or guessing.
    Likelihoods notKnowing(double pull, std::size_t tempting) const
    {
        Likelihoods row(m_guesses.size());
        for (std::size_t v = 0; v < row.size(); ++v) {
            row[v] = kFirm * m_firm[v]
                + (1 - kFirm) * ((pull > 0 ? pull * m_believes[tempting][v] : 0) + (1 - pull) * m_guesses[v]);
        }
        return row;
    }

    /// One right answer; nobody, or any other answer, tempts.
    std::vector<double> tempted(std::size_t right, const Likelihoods& known) const
    {
        std::vector<std::size_t> tempting;
        if (right != m_ballots.gold()) {
            tempting.push_back(m_ballots.gold());
        }
        for (const std::size_t rival : m_rivals) {
            if (rival != right) {
                tempting.push_back(rival);
            }
        }
        std::vector<double> values;
        for (const Temptation& temptation : kTemptations) {
            if (temptation.pull <= 0 || tempting.empty()) {
                values.push_back(line(known, notKnowing(0, 0)) + std::log(temptation.weight));
                continue;
            }
            for (const std::size_t answer : tempting) {
                values.push_back(line(known, notKnowing(temptation.pull, answer))
                    + std::log(temptation.weight / double(tempting.size())));
            }
        }
        return values;
    }

    /// Several right answers.
    void both(const std::vector<std::size_t>& right, const std::vector<double>& shares, double weight,
        std::vector<double>& values) const
    {
        Likelihoods known(m_guesses.size());
        const Powers amongRight(0.98 / double(right.size()));
        const Powers amongOthers(0.02 / std::max(1.0, m_possible - double(right.size())));
        for (std::size_t v = 0; v < known.size(); ++v) {
            double constant = 0;
            int among = 0;
            for (std::size_t at = 0; at < right.size(); ++at) {
                constant += shares[at] * m_believes[right[at]][v];
                among += m_ballots.count(v, right[at]);
            }
            const double sways = amongRight(among) * amongOthers(m_ballots.total(v) - among);
            known[v] = (1 - kSwaying) * constant + kSwaying * sways;
        }
        values.push_back(line(known, notKnowing(0, 0)) + std::log(weight) - m_logChoices);
    }

    const AuditData& m_data;
    const LabelBallots& m_ballots;
    double m_worth;
    Powers m_sticks{1 - kSlip};
    Powers m_names{1 - kNamesNone};
    Powers m_namesNone{kNamesNone};
    std::vector<double> m_knowing;
    std::array<double, kSteps> m_weights{};
    // Of the sample at hand.
    const double* m_row = nullptr;
    double m_possible = 2;
    double m_logChoices = 0;
    std::vector<std::size_t> m_rivals;
    /// [answer][voter]: likelihood of the voter's responses when it believes the answer.
    std::vector<Likelihoods> m_believes;
    Likelihoods m_guesses;
    Likelihoods m_firm;
};

} // namespace

std::vector<LabelBelief> labelBeliefs(const AuditData& data, const std::vector<bool>* only)
{
    std::vector<LabelBelief> beliefs(data.size());
    const ModelTable table(data, Condition::Standard);
    LabelBallots ballots(data);
    const std::vector<ModelView>& models = ballots.models();
    if (models.empty()) {
        return beliefs;
    }
    const std::size_t groups = std::size_t(std::max<qsizetype>(1, data.capabilities.size()));
    Witnesses witnesses(data, Condition::Standard, 0.5);
    witnesses.estimateDependence(Witnesses::kPlausibleKey);
    Stories teller(data, ballots, abilities(data, table, groups), groups, witnesses.meanWorth());
    QHash<QString, int> familyNumbers;
    std::vector<std::size_t> family;
    for (const ModelView& model : models) {
        const int next = int(familyNumbers.size());
        family.push_back(std::size_t(familyNumbers.value(model.family, next)));
        familyNumbers.insert(model.family, int(family.back()));
    }

    std::vector<Row> stories(data.size(), Row{0, -kCertain, -kCertain});
    std::vector<bool> seen;
    for (std::size_t i = 0; i < data.size(); ++i) {
        LabelBelief& belief = beliefs[i];
        if (!data.hasGold[i] || data.optionCount[i] == 1 || (data.isMcq(i) && data.goldIndex[i] < 0)
            || !ballots.collect(i)) {
            continue;
        }
        seen.assign(std::size_t(familyNumbers.size()), false);
        belief.voters = int(ballots.voters().size());
        for (const std::size_t m : ballots.voters()) {
            belief.families += !seen[family[m]];
            seen[family[m]] = true;
        }
        const std::vector<std::size_t> rivals = teller.rivals();
        if (!rivals.empty()) {
            belief.other = ballots.code(rivals.front());
        }
        for (const std::size_t m : ballots.voters()) {
            const qint32 answer = modelAnswer(models[m], i);
            belief.forOther += answer >= 0 && answer == belief.other && !table.isRight(m, i);
            belief.forGold += answer >= 0 && table.isRight(m, i);
        }
        if ((only == nullptr || (*only)[i]) && !rivals.empty()
            && ballots.share(ballots.gold()) < kClearlySound * belief.voters
            && ballots.share(rivals.front()) >= kStrongRivalShare * belief.voters) {
            stories[i] = teller.evidence(i);
        }
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
