// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"

#include <optional>
#include <vector>

namespace winnow {

/// How much a model likes each letter whatever stands there, and what it would score without that liking.
struct LetterPrior {
    /// By letter; sums to 1.
    std::vector<double> prior;
    /// Samples with all rotations that it was estimated from.
    int samples = 0;
    /// Whether option probabilities were used, or one vote a rotation.
    bool fromProbabilities = false;
    /// Accuracy over the first rotation as it is and with the prior divided out; NaN without probabilities.
    double accuracy = std::numeric_limits<double>::quiet_NaN();
    double debiased = std::numeric_limits<double>::quiet_NaN();
};

/// PriDe (Zheng et al. 2024, arXiv 2309.03882): over the cyclic rotations of a sample the content takes every
/// place once, so that the mean log-probability of a letter is the model's liking for it. The prior is the
/// mean over samples with `options` options; the answer without it is the largest log P - log prior. Nothing
/// when no sample has all its rotations.
std::optional<LetterPrior> letterPrior(const AuditData& data, const ModelView& circular, int options);

} // namespace winnow
