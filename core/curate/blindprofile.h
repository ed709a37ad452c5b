// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insightsdata.h"
#include "core/curate/modelstats.h"
#include "core/stats/clustered.h"

namespace winnow {

/// What models do without the image in one capability.
struct BlindCapability {
    QString capability;
    /// Mean score of the blind runs.
    Rate before;
    Rate after;
    /// What guessing scores there; NaN without scores.
    double chance = 0;
    double chanceAfter = 0;
    /// Score with the image less without, mean over the models that have both, over samples; after the policy
    /// over the samples it keeps as they are.
    stats::ClusteredMean gainBefore;
    stats::ClusteredMean gainAfter;
    /// The samples that at least half of the blind models get right, before.
    QVector<SampleId> solved;
};

/// What models do without the image. Right is a score of at least one half.
struct BlindProfile {
    QVector<BlindCapability> capabilities; // by name
    /// The most blind models that any sample has scores of.
    int models = 0;
    /// By number of blind models that get a sample right; only samples that every one of `models` answered.
    QVector<QVector<SampleId>> hits;
    QVector<QVector<SampleId>> hitsAfter;
    /// Samples that guessing would put there: the binomial of `models` at each sample's 1/k.
    std::vector<double> expected;
    /// Least number of hits that is at least half of the models.
    int half = 0;
};

BlindProfile blindProfile(const InsightsData& data, const AppliedPolicy& applied);

} // namespace winnow
