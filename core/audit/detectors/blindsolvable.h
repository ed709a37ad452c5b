// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples that models answer without the image.
///
/// Default rule: the number of models that hit is compared with what guessing predicts, exactly, per sample
/// (METHODS C2): a binomial when all guesses are alike, a Poisson-binomial when models have letter habits,
/// and a binomial over the effective number of models when they share guesses. Benjamini-Hochberg over the
/// dataset turns p-values into q-values; flagged at q <= alpha. Published count rules are there as presets:
/// DatBench (arXiv 2601.02316, Table 7), MMStar (2403.20330), MMMU-Pro (2409.02813).
///
/// Evidence: summary, hits, models, expected, effective_models, p_value, q_value, chance, votes, right
/// (names), rule, threshold (count rules).
class BlindSolvableDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
