// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples that every model gets wrong with the image: the gold answer is wrong, the question unclear, or the
/// sample very hard (DatBench, arXiv 2601.02316, step 3 stage 1; METHODS A5, C4).
///
/// The first attempt of each model counts, so that models asked more often have no more tries.
///
/// Evidence: summary, models, families, wrong, agreement (share of the models giving the commonest answer),
/// surprise (probability of so few right answers on a sample of average difficulty), votes.
class UnanimousFailureDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
