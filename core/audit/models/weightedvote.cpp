// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/weightedvote.h"

#include "core/audit/models/modeltable.h"
#include "core/stats/contingency.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kPriorGold = 0.9;
// Samples' worth of the model's mean that a category's accuracy starts from.
constexpr double kPull = 20;
// Weight in the ranking = accuracy to this power; from 8 to 24 the ranking on mmlu_redux hardly changes.
constexpr double kSharpness = 12;
constexpr double kMarginShare = 0.35;
/// Weight of unreadable answers in the same score.
constexpr double kUnreadableShare = 0.6;
constexpr int kRounds = 3;
// Open questions have no list of answers; this many are taken as plausible.
constexpr int kOpenAnswers = 10;

constexpr qint16 kNone = -1;
/// Scored wrong, but it cannot be read what was answered.
constexpr qint16 kUnreadable = -2;
constexpr qint16 kGold = 0;

/// A vote is kGold, 1 + position of another answer in the sample's list, kUnreadable or kNone.
struct Ballots {
    std::vector<std::vector<qint16>> votes;
    // Other answers by sample, flattened.
    std::vector<quint32> offsets;
    std::vector<qint32> others;
};

Ballots collect(const AuditData& data, const std::vector<ModelView>& models)
{
    Ballots ballots;
    ballots.votes.assign(models.size(), std::vector<qint16>(data.size(), kNone));
    ballots.offsets.push_back(0);
    std::vector<qint32> here;
    for (std::size_t i = 0; i < data.size(); ++i) {
        here.clear();
        for (std::size_t m = 0; m < models.size(); ++m) {
            const qint32 code = modelAnswer(models[m], i);
            if (code == kNoResponse || !data.hasGold[i]) {
                continue;
            }
            const bool choice = data.isChoice(*models[m].columns.front(), i);
            const double score = choice && code >= 0 ? 0 : modelScore(models[m], i);
            if (code < 0) {
                if (score < 0.5) {
                    ballots.votes[m][i] = kUnreadable;
                }
                continue;
            }
            // Open answers match the gold answer when the scorer says so, whatever their spelling.
            const bool gold = choice ? code == data.goldIndex[i] : score >= 0.5;
            if (gold) {
                ballots.votes[m][i] = kGold;
                continue;
            }
            if (!choice && std::isnan(score)) {
                continue;
            }
            const auto known = std::find(here.begin(), here.end(), code);
            ballots.votes[m][i] = qint16(1 + (known - here.begin()));
            if (known == here.end()) {
                here.push_back(code);
            }
        }
        ballots.others.insert(ballots.others.end(), here.begin(), here.end());
        ballots.offsets.push_back(quint32(ballots.others.size()));
    }
    return ballots;
}

} // namespace

std::vector<VoteSummary> weightedVotes(const AuditData& data, const std::vector<ModelView>& models)
{
    std::vector<VoteSummary> summaries(data.size());
    if (models.empty() || data.size() == 0) {
        return summaries;
    }
    const Ballots ballots = collect(data, models);
    const bool byCategory = data.categories.size() > 1;
    const std::vector<qint32>& group = byCategory ? data.category : data.capability;
    const std::size_t groups = std::size_t(byCategory ? data.categories.size() : data.capabilities.size());
    const std::size_t count = models.size();

    // agreement[m * groups + g]: expected number of answers that meet the truth, and how many there are.
    std::vector<double> agreed(count * groups, 0.0);
    std::vector<double> answered(count * groups, 0.0);
    for (std::size_t m = 0; m < count; ++m) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (ballots.votes[m][i] != kNone) {
                answered[m * groups + std::size_t(group[i])] += 1;
                agreed[m * groups + std::size_t(group[i])] += ballots.votes[m][i] == kGold;
            }
        }
    }
    std::vector<double> accuracy(count * groups);
    std::vector<double> logRight(count * groups);
    std::vector<double> logWrong(count * groups);
    const auto settle = [&] {
        for (std::size_t m = 0; m < count; ++m) {
            double all = 0;
            double right = 0;
            for (std::size_t g = 0; g < groups; ++g) {
                all += answered[m * groups + g];
                right += agreed[m * groups + g];
            }
            const double mean = (right + 1) / (all + 2);
            for (std::size_t g = 0; g < groups; ++g) {
                const std::size_t at = m * groups + g;
                accuracy[at] = std::clamp((agreed[at] + kPull * mean) / (answered[at] + kPull), 0.02, 0.995);
                logRight[at] = std::log(accuracy[at]);
                logWrong[at] = std::log(1 - accuracy[at]);
            }
        }
    };
    settle();
    // Weights by agreement with the key: the key is mostly right, and unlike the estimated truth it does not
    // reward models for agreeing with each other.
    std::vector<double> weight = accuracy;
    std::vector<double> sharpWeight(count * groups);
    for (std::size_t at = 0; at < weight.size(); ++at) {
        sharpWeight[at] = std::pow(accuracy[at], kSharpness);
    }

    std::vector<double> posterior;
    for (int round = 0; round <= kRounds; ++round) {
        const bool last = round == kRounds;
        std::fill(agreed.begin(), agreed.end(), 0.0);
        for (std::size_t i = 0; i < data.size(); ++i) {
            const std::size_t others = ballots.offsets[i + 1] - ballots.offsets[i];
            const int possible
                = std::max<int>(data.isMcq(i) ? data.optionCount[i] : kOpenAnswers, int(others) + 1);
            const double spread = std::log(double(std::max(1, possible - 1)));
            posterior.assign(others + 1, std::log((1 - kPriorGold) / std::max(1, possible - 1)));
            posterior[0] = std::log(kPriorGold);
            bool any = false;
            for (std::size_t m = 0; m < count; ++m) {
                const qint16 vote = ballots.votes[m][i];
                if (vote < 0) {
                    continue;
                }
                any = true;
                const std::size_t at = m * groups + std::size_t(group[i]);
                const double wrong = logWrong[at] - spread;
                for (std::size_t answer = 0; answer < posterior.size(); ++answer) {
                    posterior[answer] += int(answer) == vote ? logRight[at] : wrong;
                }
            }
            if (!any) {
                continue;
            }
            const double top = *std::max_element(posterior.begin(), posterior.end());
            double sum = 0;
            for (double& value : posterior) {
                value = std::exp(value - top);
                sum += value;
            }
            for (std::size_t m = 0; m < count; ++m) {
                if (ballots.votes[m][i] >= 0) {
                    agreed[m * groups + std::size_t(group[i])]
                        += posterior[std::size_t(ballots.votes[m][i])] / sum;
                }
            }
            if (last) {
                summaries[i].posterior = 1 - posterior[0] / sum;
            }
        }
        if (!last) {
            settle();
        }
    }

    const std::vector<std::size_t> family = familyNumbers(models);
    std::vector<double> shares;
    std::vector<double> sharpShares;
    std::vector<double> counts;
    std::vector<bool> seen;
    for (std::size_t i = 0; i < data.size(); ++i) {
        VoteSummary& summary = summaries[i];
        const std::size_t others = ballots.offsets[i + 1] - ballots.offsets[i];
        shares.assign(others + 1, 0.0);
        counts.assign(others + 1, 0.0);
        seen.assign(models.size(), false);
        double total = 0;
        double unreadable = 0;
        double sharpTotal = 0;
        sharpShares.assign(others + 1, 0.0);
        for (std::size_t m = 0; m < count; ++m) {
            const qint16 vote = ballots.votes[m][i];
            if (vote == kNone) {
                continue;
            }
            const double w = weight[m * groups + std::size_t(group[i])];
            const double sharp = sharpWeight[m * groups + std::size_t(group[i])];
            total += w;
            sharpTotal += sharp;
            if (vote == kUnreadable) {
                unreadable += w;
                continue;
            }
            shares[std::size_t(vote)] += w;
            sharpShares[std::size_t(vote)] += sharp;
            counts[std::size_t(vote)] += 1;
            ++summary.voters;
            if (!seen[family[m]]) {
                seen[family[m]] = true;
                ++summary.families;
            }
        }
        if (summary.voters == 0) {
            continue;
        }
        summary.forGold = int(counts[0]);
        summary.goldShare = shares[0] / total;
        if (others > 0) {
            const auto top = std::max_element(shares.begin() + 1, shares.end()) - shares.begin();
            summary.topShare = shares[std::size_t(top)] / total;
            summary.forTop = int(counts[std::size_t(top)]);
            summary.topCode = ballots.others[ballots.offsets[i] + quint32(top) - 1];
        }
        const int possible
            = std::min(summary.voters, data.isMcq(i) ? int(data.optionCount[i]) : kOpenAnswers);
        summary.entropy = std::min(1.0, stats::normalisedEntropy(counts, possible));
        const double gold = sharpShares[0] / sharpTotal;
        const double other
            = others > 0 ? *std::max_element(sharpShares.begin() + 1, sharpShares.end()) / sharpTotal : 0;
        const double doubt = (1 - gold + kMarginShare * (1 + other - gold) / 2) / (1 + kMarginShare);
        // Where models give no answer that can be read, the question is often at fault.
        summary.errorScore = 1 - (1 - doubt) * (1 - kUnreadableShare * unreadable / total);
    }
    return summaries;
}

} // namespace winnow
