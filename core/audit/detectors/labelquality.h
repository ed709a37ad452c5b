// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples whose answers are best explained by a wrong gold answer (label_incorrect) or by two right answers
/// (label_ambiguous): see LabelModel. Unlike a plain vote it weighs how able each model is, so that a hard
/// sample with a tempting distractor is told from a wrong key.
///
/// Evidence: summary, answer (what is right instead, or as well), gold, agree, for_gold, models, families,
/// votes; scale, checked, place, judged: see LabelScores.
class LabelQualityDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
