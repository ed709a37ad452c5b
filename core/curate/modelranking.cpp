// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/modelranking.h"

#include "core/stats/correlation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

using Scores = std::vector<float> ModelScores::*;

/// Models that share samples.
struct Group {
    QVector<int> members; // fullest first
    std::vector<quint8> common;
    qint64 count = 0;
    /// What its fullest model answered.
    qint64 fullest = 0;
};

std::vector<quint8> answeredBy(const std::vector<float>& scores)
{
    std::vector<quint8> answered(scores.size());
    std::transform(
        scores.begin(), scores.end(), answered.begin(), [](float score) { return !std::isnan(score); });
    return answered;
}

qint64 countOf(const std::vector<quint8>& mask)
{
    return std::accumulate(mask.begin(), mask.end(), qint64(0));
}

qint64 sharedBy(const std::vector<quint8>& a, const std::vector<quint8>& b)
{
    qint64 count = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        count += a[i] & b[i];
    }
    return count;
}

/// Groups these models by the rule of compareModels().
QVector<Group> groupsOf(const QVector<ModelScores>& scores, const QVector<int>& models, Scores which)
{
    struct Candidate {
        int model;
        std::vector<quint8> answered;
        qint64 count;
    };
    std::vector<Candidate> candidates;
    for (const int model : models) {
        std::vector<quint8> answered = answeredBy(scores.at(model).*which);
        const qint64 count = countOf(answered);
        if (count > 0) {
            candidates.push_back({model, std::move(answered), count});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.count > b.count; });
    QVector<Group> groups;
    for (Candidate& candidate : candidates) {
        bool joined = false;
        for (Group& group : groups) {
            const qint64 shared = sharedBy(group.common, candidate.answered);
            if (2 * shared >= group.fullest) {
                std::transform(group.common.begin(), group.common.end(), candidate.answered.begin(),
                    group.common.begin(), std::bit_and<quint8>());
                group.count = shared;
                group.members.append(candidate.model);
                joined = true;
                break;
            }
        }
        if (!joined) {
            groups.append(
                {{candidate.model}, std::move(candidate.answered), candidate.count, candidate.count});
        }
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const Group& a, const Group& b) { return a.members.size() > b.members.size(); });
    return groups;
}

/// Over `only`, or over everything it answered.
Rate rateOver(const ModelScores& scores, Scores which, const std::vector<quint8>* only)
{
    std::vector<double> values;
    values.reserve((scores.*which).size());
    qint64 unread = 0;
    for (size_t i = 0; i < (scores.*which).size(); ++i) {
        const float score = (scores.*which)[i];
        if (!std::isnan(score) && (!only || (*only)[i])) {
            values.push_back(double(score));
            unread += scores.unread[i];
        }
    }
    Rate rate = rateOf(values);
    rate.unread = unread;
    rate.missing = which == &ModelScores::before ? scores.missingBefore : scores.missingAfter;
    return rate;
}

void rank(
    QVector<ModelShift>& models, const QVector<int>& members, Rate ModelShift::*rate, int ModelShift::*place)
{
    for (const int member : members) {
        int better = 0;
        for (const int other : members) {
            better += (models.at(other).*rate).value > (models.at(member).*rate).value;
        }
        models[member].*place = better + 1;
    }
}

QVector<SampleId> idsOf(const std::vector<quint8>& mask, const std::vector<qint64>& samples)
{
    QVector<SampleId> ids;
    for (size_t i = 0; i < mask.size(); ++i) {
        if (mask[i]) {
            ids.append(SampleId{samples[i]});
        }
    }
    return ids;
}

bool sameScore(float a, float b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

void ModelScores::append(const ModelScores& other, size_t offset)
{
    padTo(offset);
    model = other.model;
    family = other.family;
    before.insert(before.end(), other.before.begin(), other.before.end());
    after.insert(after.end(), other.after.begin(), other.after.end());
    unread.insert(unread.end(), other.unread.begin(), other.unread.end());
    missingBefore += other.missingBefore;
    missingAfter += other.missingAfter;
}

void ModelScores::padTo(size_t count)
{
    before.resize(count, std::nanf(""));
    after.resize(count, std::nanf(""));
    unread.resize(count, 0);
}

ModelComparison compareModels(const QVector<ModelScores>& scores, const std::vector<qint64>& samples,
    const std::vector<quint8>& changed)
{
    QVector<int> all(scores.size());
    std::iota(all.begin(), all.end(), 0);
    QVector<ModelShift> models;
    for (const ModelScores& each : scores) {
        ModelShift shift{.model = each.model,
            .family = each.family,
            .before = rateOver(each, &ModelScores::before, nullptr),
            .after = rateOver(each, &ModelScores::after, nullptr)};
        shift.answeredBefore = shift.before.n;
        shift.answeredAfter = shift.after.n;
        models.append(shift);
    }
    ModelComparison comparison;
    std::vector<quint8> moves(samples.size(), 0);
    QVector<Group> ranked = groupsOf(scores, all, &ModelScores::before);
    ranked.removeIf([](const Group& group) { return group.members.size() < 2; });
    for (qsizetype r = 0; r < ranked.size(); ++r) {
        const Group& before = ranked.at(r);
        for (const int member : before.members) {
            models[member].ranking = int(r);
            // Who answered no more than what is common has its rate already.
            if (models.at(member).answeredBefore > before.count) {
                models[member].before = rateOver(scores.at(member), &ModelScores::before, &before.common);
            }
        }
        rank(models, before.members, &ModelShift::before, &ModelShift::rankBefore);
        ModelRanking ranking;
        ranking.before = idsOf(before.common, samples);
        const QVector<Group> parts = groupsOf(scores, before.members, &ModelScores::after);
        const Group after = !parts.isEmpty() && parts.first().members.size() > 1 ? parts.first() : Group();
        std::vector<double> valuesBefore, valuesAfter;
        for (const int member : after.members) {
            if (models.at(member).answeredAfter > after.count) {
                models[member].after = rateOver(scores.at(member), &ModelScores::after, &after.common);
            }
            valuesBefore.push_back(models.at(member).before.value);
            valuesAfter.push_back(models.at(member).after.value);
        }
        rank(models, after.members, &ModelShift::after, &ModelShift::rankAfter);
        ranking.after = idsOf(after.common, samples);
        ranking.kendall
            = valuesBefore.size() > 1 ? stats::kendallTauB(valuesBefore, valuesAfter) : std::nan("");
        ranking.spearman
            = valuesBefore.size() > 1 ? stats::spearman(valuesBefore, valuesAfter) : std::nan("");
        comparison.rankings.append(ranking);

        const ModelScores& first = scores.at(before.members.first());
        for (size_t i = 0; i < samples.size(); ++i) {
            if (changed[i] && (before.common[i] || (!after.common.empty() && after.common[i]))) {
                moves[i] |= std::any_of(before.members.cbegin(), before.members.cend(), [&](int member) {
                    return !sameScore(scores.at(member).before[i], first.before[i])
                        || !sameScore(scores.at(member).after[i], first.after[i]);
                });
            }
        }
    }
    comparison.orderMoving = idsOf(moves, samples);
    for (qsizetype m = 0; m < models.size(); ++m) {
        if (models.at(m).ranking >= 0) {
            continue;
        }
        const std::vector<quint8> answered = answeredBy(scores.at(m).before);
        for (const Group& group : std::as_const(ranked)) {
            const qint64 shared = sharedBy(group.common, answered);
            if (models.at(m).sharedOf == 0 || shared > models.at(m).shared) {
                models[m].shared = shared;
                models[m].sharedOf = group.fullest;
            }
        }
    }
    std::stable_sort(models.begin(), models.end(), [](const ModelShift& a, const ModelShift& b) {
        // Unranked ones as the last, by how many they answered.
        const auto key = [](const ModelShift& model) {
            return std::tuple(
                quint32(model.ranking), model.rankBefore, model.ranking < 0 ? -model.before.n : 0);
        };
        return key(a) < key(b);
    });
    for (const ModelShift& model : std::as_const(models)) {
        if (model.ranking >= 0) {
            comparison.rankings[model.ranking].models.append(model.model);
        }
    }
    comparison.models = models;
    return comparison;
}

QString unrankedReason(const ModelShift& model)
{
    if (model.ranking >= 0) {
        return {};
    }
    if (model.answeredBefore == 0) {
        return QStringLiteral("no response has a score");
    }
    if (model.sharedOf == 0) {
        return QStringLiteral("no other model answered enough of the same samples");
    }
    return QStringLiteral("it would leave %1 of %2 samples in common, fewer than half")
        .arg(model.shared)
        .arg(model.sharedOf);
}

} // namespace winnow
