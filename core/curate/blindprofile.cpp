// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/blindprofile.h"

#include "core/stats/distributions.h"

#include <QMap>

#include <cmath>

namespace winnow {

namespace {

/// Everything of one capability, before it is counted.
struct Sums {
    std::vector<double> before, after;
    double chanceBefore = 0, chanceAfter = 0;
    std::vector<double> gainBefore, gainAfter;
    std::vector<quint32> clusterBefore, clusterAfter;
    QVector<SampleId> solved;
};

/// With the image less without, by pairs of one model's scores.
class Gain {
public:
    explicit Gain(const InsightsPart& part)
    {
        for (const BlindScores& blind : part.blind) {
            for (const StandardScores& seen : part.models) {
                if (seen.model == blind.model && !blind.languageModelAlone) {
                    m_pairs.append(std::pair(&seen.before, &blind.score));
                }
            }
        }
    }
    /// Mean over models; NaN without.
    double of(size_t sample) const
    {
        double sum = 0;
        int n = 0;
        for (const auto& [seen, blind] : m_pairs) {
            const float difference = (*seen)[sample] - (*blind)[sample];
            if (!std::isnan(difference)) {
                sum += double(difference);
                ++n;
            }
        }
        return n ? sum / n : std::nan("");
    }

private:
    QVector<std::pair<const std::vector<float>*, const std::vector<float>*>> m_pairs;
};

void addSample(const InsightsPart& part, size_t i, const SampleOutcome& outcome, const Gain& gain,
    quint32 cluster, Sums& sums)
{
    const bool kept = outcome.disposition != Disposition::Drop;
    int answers = 0;
    double total = 0;
    for (const BlindScores& model : part.blind) {
        const double score = double(model.score[i]);
        sums.before.push_back(score);
        if (kept) {
            sums.after.push_back(score);
        }
        if (!std::isnan(score)) {
            ++answers;
            total += score;
            sums.chanceBefore += part.chanceOf(i);
            sums.chanceAfter += kept ? part.chanceOf(i) : 0;
        }
    }
    if (answers && 2 * total >= answers) {
        sums.solved.append(SampleId{part.samples[i]});
    }
    const double gained = gain.of(i);
    if (!std::isnan(gained)) {
        sums.gainBefore.push_back(gained);
        sums.clusterBefore.push_back(cluster);
        if (outcome.disposition == Disposition::Keep) {
            sums.gainAfter.push_back(gained);
            sums.clusterAfter.push_back(cluster);
        }
    }
}

void addHits(
    const InsightsPart& part, size_t i, bool kept, BlindProfile& profile, QMap<int, qint64>& byOptions)
{
    int right = 0;
    int answers = 0;
    for (const BlindScores& model : part.blind) {
        answers += !std::isnan(model.score[i]);
        right += model.score[i] >= 0.5f;
    }
    if (answers != profile.models) {
        return;
    }
    profile.hits[right].append(SampleId{part.samples[i]});
    if (kept) {
        profile.hitsAfter[right].append(SampleId{part.samples[i]});
    }
    ++byOptions[part.optionCount[i]];
}

BlindCapability counted(const QString& name, const Sums& sums)
{
    BlindCapability found;
    found.capability = name;
    found.before = rateOf(sums.before);
    found.after = rateOf(sums.after);
    found.chance = found.before.n ? sums.chanceBefore / double(found.before.n) : std::nan("");
    found.chanceAfter = found.after.n ? sums.chanceAfter / double(found.after.n) : std::nan("");
    found.gainBefore = stats::clusteredMean(sums.gainBefore, sums.clusterBefore);
    found.gainAfter = stats::clusteredMean(sums.gainAfter, sums.clusterAfter);
    found.solved = sums.solved;
    return found;
}

} // namespace

BlindProfile blindProfile(const InsightsData& data, const AppliedPolicy& applied)
{
    BlindProfile profile;
    for (const auto& part : data.parts) {
        for (size_t i = 0; i < part->samples.size(); ++i) {
            int answers = 0;
            for (const BlindScores& model : part->blind) {
                answers += !std::isnan(model.score[i]);
            }
            profile.models = std::max(profile.models, answers);
        }
    }
    if (profile.models == 0) {
        return profile;
    }
    profile.half = (profile.models + 1) / 2;
    profile.hits.resize(profile.models + 1);
    profile.hitsAfter.resize(profile.models + 1);
    QMap<QString, Sums> sums;
    QMap<int, qint64> byOptions;
    quint32 offset = 0;
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        if (part.blind.isEmpty()) {
            continue;
        }
        const Gain gain(part);
        QVector<Sums*> places;
        for (const QString& name : part.capabilities) {
            places.append(&sums[name]);
        }
        for (size_t i = 0; i < part.samples.size(); ++i) {
            addSample(part, i, applied.outcomes.at(p)[i], gain, offset + part.cluster[i],
                *places.at(part.capability[i]));
            addHits(part, i, applied.keeps(p, i), profile, byOptions);
        }
        offset += quint32(part.samples.size());
    }
    for (auto it = sums.constBegin(); it != sums.constEnd(); ++it) {
        if (!it->before.empty()) {
            profile.capabilities.append(counted(it.key(), *it));
        }
    }
    profile.expected.assign(size_t(profile.models) + 1, 0);
    for (auto it = byOptions.constBegin(); it != byOptions.constEnd(); ++it) {
        const double chance = it.key() ? 1.0 / it.key() : 0.0;
        for (int right = 0; right <= profile.models; ++right) {
            profile.expected[size_t(right)]
                += double(it.value()) * stats::binomialMass(profile.models, right, chance);
        }
    }
    return profile;
}

} // namespace winnow
