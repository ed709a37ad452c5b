// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Multiple-choice samples whose options cannot be right: gold answer not among the options, no gold answer
/// where the others have one, two options with the same text, an empty option, only one option (METHODS C9).
///
/// Evidence: summary, problems (list of gold_not_an_option, gold_missing, duplicate_options, empty_option,
/// single_option), options (letters concerned), options_count.
class MalformedOptionsDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
