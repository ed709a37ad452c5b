// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Answers that follow the letter rather than the content.
///
/// Of the dataset: are the gold letters even (chi-square against each sample's own number of options,
/// METHODS C1), does each model spread its letters as the key does, and how uneven is its recall by letter
/// (RStd, Zheng et al. 2024, arXiv 2309.03882). Of a sample, where rotated responses exist: models that give
/// the same letter in every rotation, more of them than guessing explains.
///
/// Evidence: summary, following, models, p_value, rotations, by_model [{model, letters, gold_letters}].
/// Findings: letter_prior (PriDe, per model: prior by letter, debiased accuracy), gold_letters {observed,
/// expected, p_value, cramers_v}, model_letters {models: [{model, letters, share_top, top, rstd, recall,
/// p_value, accuracy}]}.
class PositionBiasDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
