// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/labelmodel.h"

#include "core/audit/models/labelabilities.h"
#include "core/audit/models/labelstories.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow {

namespace {

/// The stories' shares to begin with, in samples' worth of the dataset.
constexpr std::array kPriors{0.94, 0.03, 0.03};
constexpr double kPriorWeight = 300;
/// How much the usual difficulties and temptations weigh against those of the dataset, in samples.
constexpr double kCellWeight = 100;
constexpr int kRounds = 20;
/// Chance that a model which does not know follows what its family inclines to.
constexpr double kFollowing = 0.5;
/// How usual everything is is learnt from about so many samples.
constexpr std::size_t kLearn = 1000;
/// Where so many give the gold answer the stories need no comparing.
constexpr double kClearlySound = 0.8;
/// Of a wrong key where it is not looked for.
constexpr double kNegligible = 1e-6;
/// Probability at a glance below which a sample needs no closer one.
constexpr double kDoubtful = 0.001;
/// The same in a dataset of more samples than kMany: few that are doubted less turn out to be ambiguous.
constexpr double kDoubtfulOfMany = 0.03;
constexpr std::size_t kMany = 20000;

/// Shares of the stories, and of difficulties and temptations.
struct Priors {
    std::array<double, 3> stories = kPriors;
    StoryEvidence::Cells cells = LabelStories::usualCells();
};

double sumOf(const StoryEvidence::Cells& evidence, const StoryEvidence::Cells& weights)
{
    double sum = 0;
    for (std::size_t p = 0; p < StoryEvidence::kPulls; ++p) {
        for (std::size_t d = 0; d < StoryEvidence::kDifficulties; ++d) {
            sum += weights[p][d] * evidence[p][d];
        }
    }
    return sum;
}

/// Posterior of the stories.
std::array<double, 3> posterior(const StoryEvidence& evidence, const Priors& priors)
{
    double ambiguous = 0;
    for (std::size_t d = 0; d < StoryEvidence::kDifficulties; ++d) {
        double weight = 0;
        for (std::size_t p = 0; p < StoryEvidence::kPulls; ++p) {
            weight += priors.cells[p][d];
        }
        ambiguous += weight * evidence.ambiguous[d];
    }
    std::array<double, 3> result{priors.stories[0] * sumOf(evidence.sound, priors.cells),
        priors.stories[1] * sumOf(evidence.wrongGold, priors.cells), priors.stories[2] * ambiguous};
    const double total = result[0] + result[1] + result[2];
    for (double& value : result) {
        value /= total;
    }
    return result;
}

/// EM over the samples that are learnt from.
void learn(const std::vector<StoryEvidence>& samples, Priors& priors)
{
    const StoryEvidence::Cells usual = LabelStories::usualCells();
    for (int round = 0; round < kRounds; ++round) {
        std::array<double, 3> stories;
        for (std::size_t s = 0; s < stories.size(); ++s) {
            stories[s] = kPriors[s] * kPriorWeight;
        }
        StoryEvidence::Cells cells = usual;
        double cellTotal = kCellWeight;
        for (auto& row : cells) {
            for (double& cell : row) {
                cell *= kCellWeight;
            }
        }
        for (const StoryEvidence& sample : samples) {
            const std::array<double, 3> belief = posterior(sample, priors);
            const double sound = sumOf(sample.sound, priors.cells);
            const double wrong = sumOf(sample.wrongGold, priors.cells);
            for (std::size_t s = 0; s < stories.size(); ++s) {
                stories[s] += belief[s];
            }
            for (std::size_t p = 0; p < StoryEvidence::kPulls; ++p) {
                for (std::size_t d = 0; d < StoryEvidence::kDifficulties; ++d) {
                    const double share = (sound > 0 ? belief[0] * sample.sound[p][d] / sound : 0)
                        + (wrong > 0 ? belief[1] * sample.wrongGold[p][d] / wrong : 0);
                    cells[p][d] += share * priors.cells[p][d];
                }
            }
            cellTotal += belief[0] + belief[1];
        }
        const double all = stories[0] + stories[1] + stories[2];
        for (std::size_t s = 0; s < stories.size(); ++s) {
            priors.stories[s] = stories[s] / all;
        }
        for (auto& row : cells) {
            for (double& cell : row) {
                cell /= cellTotal;
            }
        }
        priors.cells = cells;
        // Whether a tempting question misleads everybody or has a wrong key cannot be learnt from answers.
        LabelStories::misleadSome(priors.cells);
    }
}

/// How often a model that errs twice on a sample gives the same wrong answer, beyond what guesses that lean
/// towards an option do by themselves; 0..1.
double firmness(const AuditData& data, const std::vector<ModelView>& models)
{
    constexpr double kGuessesAgree = 0.4;
    constexpr double kUsual = 0.3;
    constexpr double kUsualWeight = 30;
    double pairs = 0;
    double same = 0;
    for (const ModelView& model : models) {
        for (std::size_t a = 1; a < model.columns.size(); ++a) {
            const ResponseColumn& first = *model.columns[a - 1];
            const ResponseColumn& second = *model.columns[a];
            for (std::size_t i = 0; i < data.size(); ++i) {
                if (first.codes[i] >= 0 && second.codes[i] >= 0 && data.optionCount[i] != 2
                    && !first.isRight(i) && !second.isRight(i) && first.hasScore(i) && second.hasScore(i)) {
                    pairs += 1;
                    same += first.codes[i] == second.codes[i];
                }
            }
        }
    }
    const double seen
        = pairs > 0 ? std::clamp((same / pairs - kGuessesAgree) / (1 - kGuessesAgree), 0.0, 1.0) : 0;
    return (seen * pairs + kUsual * kUsualWeight) / (pairs + kUsualWeight);
}

/// How many answers there are to an open question, effectively: one, and as many as make two families agree
/// on a wrong one as often as they do where the key is plausible.
double openAnswers(const AuditData& data, const ModelTable& table, const std::vector<std::size_t>& family)
{
    constexpr double kUsual = 11;
    constexpr double kUsualPairs = 100;
    constexpr double kPlausible = 0.34;
    constexpr std::size_t kPicked = 2000;
    double pairs = kUsualPairs;
    double same = kUsualPairs / kUsual;
    std::vector<bool> seen;
    const std::size_t stride = std::max<std::size_t>(1, data.size() / kPicked);
    for (std::size_t i = 0; i < data.size(); i += stride) {
        if (data.isMcq(i) || table.right[i] < kPlausible * table.present[i]) {
            continue;
        }
        seen.assign(family.size(), false);
        QHash<qint32, double> counts;
        double wrong = 0;
        for (std::size_t m = 0; m < table.models.size(); ++m) {
            const qint32 answer = modelAnswer(table.models[m], i);
            if (table.hasScore(m, i) && !table.isRight(m, i) && answer >= 0 && !seen[family[m]]) {
                seen[family[m]] = true;
                same += counts[answer]++;
                pairs += wrong++;
            }
        }
    }
    return 1 + pairs / same;
}

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
    const std::size_t capabilities = std::size_t(std::max<qsizetype>(1, data.capabilities.size()));
    const std::vector<std::size_t> family = familyNumbers(models);
    LabelStories stories(data, ballots, modelAbilities(data, table, capabilities), family, kFollowing,
        firmness(data, models), openAnswers(data, table, family));

    const auto judgeable = [&](std::size_t i) {
        return data.hasGold[i] && data.optionCount[i] != 1 && (!data.isMcq(i) || data.goldIndex[i] >= 0);
    };
    Priors priors;
    std::vector<StoryEvidence> learnt;
    const std::size_t stride = std::max<std::size_t>(1, data.size() / kLearn);
    for (std::size_t i = 0; i < data.size(); i += stride) {
        if (judgeable(i) && ballots.collect(i)) {
            learnt.push_back(stories.evidence(i));
        }
    }
    learn(learnt, priors);

    // As if no distractor tempted, for a glance.
    Priors plain = priors;
    for (std::size_t p = 1; p < StoryEvidence::kPulls; ++p) {
        for (std::size_t d = 0; d < StoryEvidence::kDifficulties; ++d) {
            plain.cells[0][d] += plain.cells[p][d];
            plain.cells[p][d] = 0;
        }
    }
    const double doubtful = data.size() > kMany ? kDoubtfulOfMany : kDoubtful;
    std::vector<bool> seen;
    for (std::size_t i = 0; i < data.size(); ++i) {
        LabelBelief& belief = beliefs[i];
        if (!judgeable(i) || !ballots.collect(i)) {
            continue;
        }
        seen.assign(models.size(), false);
        belief.voters = int(ballots.voters().size());
        for (const std::size_t m : ballots.voters()) {
            belief.families += !seen[family[m]];
            seen[family[m]] = true;
        }
        const std::vector<std::size_t> rivals = stories.rivals();
        if (!rivals.empty()) {
            belief.other = ballots.code(rivals.front());
        }
        for (const std::size_t m : ballots.voters()) {
            const qint32 answer = modelAnswer(models[m], i);
            belief.forOther += answer >= 0 && answer == belief.other && !table.isRight(m, i);
            belief.forGold += answer >= 0 && table.isRight(m, i);
        }
        std::array<double, 3> shares{1, 0, 0};
        const double agree = ballots.share(ballots.gold()) / belief.voters;
        if ((only == nullptr || (*only)[i]) && !rivals.empty() && agree < kClearlySound) {
            shares = posterior(stories.glance(i), plain);
            if (1 - shares[0] > doubtful) {
                shares = posterior(stories.evidence(i), priors);
            }
        } else {
            shares[1] = kNegligible * (1 - agree);
            shares[0] = 1 - shares[1];
        }
        belief.sound = shares[0];
        belief.wrongGold = shares[1];
        belief.ambiguous = shares[2];
    }
    return beliefs;
}

} // namespace winnow
