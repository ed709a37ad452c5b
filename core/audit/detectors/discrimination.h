// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples that every model gets right: they tell no model from another (METHODS A6).
///
/// Evidence: summary, models, right.
class SaturatedDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

/// Samples that weak models get right and strong ones wrong: the corrected item-rest correlation is below 0
/// by more than chance (METHODS A6: the item is left out of the ability it is compared with; t-test over
/// models, Benjamini-Hochberg over samples). A sign of a wrong key or a trick question.
///
/// Evidence: summary, r (item-rest), r_pb (uncorrected), critical_r, q_value, models, right.
/// Finding discrimination: mean and sum of r_pb, critical r for the number of models, share of samples above.
class NegativeDiscriminationDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

/// Samples that no model solves although a person found the gold answer right: what to keep for the models to
/// come (DatBench, arXiv 2601.02316, step 4: up to 20% of a subset). Nothing is raised before a person
/// looked.
///
/// Evidence: summary, models, votes.
class FrontierDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
