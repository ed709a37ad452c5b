// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples that models get right as multiple choice and wrong without the options, or in one rotation and not
/// in all: the options give the answer away (DatBench, arXiv 2601.02316, step 1; CircularEval, 2307.06281).
/// The number of models that lose the sample is compared with how many of them must have guessed and how
/// often each loses samples at all (Poisson-binomial, Benjamini-Hochberg).
///
/// Evidence: summary, format ("open_ended" or "circular"), right_as_mcq, lost, models, p_value, q_value,
/// losers. Finding inflation: accuracy of every model as MCQ, open-ended, in one rotation and in all, and the
/// same corrected for guessing.
class InflatedDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
