// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Questions without an image that speak of what they do not hold: options that choose among statements "I"
/// to "IV" where none are given, a reference to another question or equation by number, a statement that
/// asks nothing. Most come about when a benchmark is cut out of a larger text; in MMLU-Redux (arXiv
/// 2406.04127) they are among the errors of the kind "bad question clarity".
///
/// Evidence: summary, gap (statements, reference, asks_nothing), what.
class QuestionIncompleteDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
