// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"

#include <vector>

namespace winnow {

/// What the models, weighted by how reliable each has been, say of one sample's gold answer.
struct VoteSummary {
    /// Models with a readable answer.
    int voters = 0;
    int families = 0;
    int forGold = 0;
    /// Of the most frequent other answer; -1 when nobody gives another.
    qint32 topCode = kNoAnswer;
    int forTop = 0;
    /// Weighted shares, 0..1.
    double goldShare = 0;
    double topShare = 0;
    /// Probability that the gold answer is not the right one, from the Dawid-Skene posterior.
    double posterior = 0;
    /// Entropy of the answers over the log of the possible ones, 0..1.
    double entropy = 0;
    /// Ranks samples by how likely their gold answer is wrong, 0..1: weighted share against the gold answer,
    /// by how much another answer leads, and how many models give none that can be read. NaN without voters.
    double errorScore = std::numeric_limits<double>::quiet_NaN();
};

/// Votes of the models under the standard condition on every sample. A model weighs by its accuracy in the
/// category of the sample (drawn towards the model's own mean); in the ranking by a high power of it: a
/// strong model that disagrees says more than three weak ones. The posterior is Dawid and Skene's (1979), one
/// accuracy a model and category, estimated together with the truth.
std::vector<VoteSummary> weightedVotes(const AuditData& data, const std::vector<ModelView>& models);

} // namespace winnow
