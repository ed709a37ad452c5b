// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditdata.h"

#include <limits>
#include <vector>

namespace winnow {

/// How well three stories explain the answers to one sample.
struct LabelBelief {
    /// Posterior probabilities; sum to 1. NaN where nobody answered readably.
    double sound = std::numeric_limits<double>::quiet_NaN();
    double wrongGold = std::numeric_limits<double>::quiet_NaN();
    double ambiguous = std::numeric_limits<double>::quiet_NaN();
    /// The answer that is right in place of the gold one, or as right; kNoAnswer when nobody gave another.
    qint32 other = kNoAnswer;
    int voters = 0;
    int families = 0;
    int forGold = 0;
    int forOther = 0;
};

/// Compares three stories for every sample, given how able each model is: the gold answer is right (and the
/// sample as hard as it may be, with a distractor as tempting as it may be); another answer is right; both
/// are. Able models tell the stories apart: under a tempting distractor they are the ones that resist.
///
/// A Rasch model (probability of knowing = logistic of ability minus difficulty) with guessing, after Dawid
/// and Skene (1979) for the latent truth and Birnbaum (1968) for guessing; difficulty and temptation are
/// integrated over a grid, the shares of the stories in the dataset are estimated by EM. Models that share
/// wrong answers count for fewer (see Witnesses).
///
/// With `only`, the stories of the other samples are not compared: they count as sound.
std::vector<LabelBelief> labelBeliefs(const AuditData& data, const std::vector<bool>* only = nullptr);

} // namespace winnow
