// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Confident learning where the answers are a fixed set (yes and no, counts, colours): the classes are the
/// gold answers of the dataset by content, the probabilities the models' option probabilities, averaged over
/// models, or, without any, their smoothed votes (METHODS C4; Northcutt et al. 2021). Letters are never
/// classes.
///
/// Evidence: summary, gold, suggested, self_confidence, suggested_probability, models, source
/// ("probabilities" or "votes"), filter.
class ConfidentLabelsDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
