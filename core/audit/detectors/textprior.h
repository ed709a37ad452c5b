// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples whose gold answer a model tells from the question alone, having seen the other questions of the
/// dataset and their answers: hashed word n-grams, multinomial logistic regression over the frequent answers,
/// cross-validated, seeded (METHODS C2, answer prior). Needs no responses. Flags only where the model beats,
/// over the dataset, guessing (multiple choice) or always giving the commonest answer (open), p < 0.01.
///
/// Evidence: summary, probability, score, predicted, chance.
/// Findings question_only_mcq, question_only_open: accuracy, baseline, p_value, samples.
class TextPriorDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
