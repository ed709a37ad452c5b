// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Multiple-choice samples whose gold option can be told without image and question.
///
/// Three sources (METHODS C1, C8). A choices-only model (conditional logit over length, likeness, overlap,
/// numbers, place and words of the options; cross-validated, seeded) that gives the gold option, out of fold,
/// three times its due, counted only when the model beats chance over the dataset (Poisson-binomial, p <
/// 0.01; Balepur et al. 2024, arXiv 2402.12483). Choices-only responses of models, where there are any,
/// against guessing as in blind_solvable. Rules of thumb and single words (competency z, Gardner et al. 2021,
/// arXiv 2104.08646) are reported for the dataset.
///
/// Evidence: summary, source ("options" or "responses"), probability, chance, option, cues (rules of thumb
/// that pick the gold option), or hits, models, q_value. Findings: choices_only, heuristics, words.
class GuessableDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
