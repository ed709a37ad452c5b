// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples damaged on their way through a table or a file: an option or answer such as None or NA that a
/// reader turned into nothing, a cell cut at 32,767 characters, whole numbers that became floats, dates made
/// of fractions, characters lost to a wrong encoding, image placeholders that do not match the images.
///
/// Evidence: summary, problems (list of option_lost, answer_lost, cell_limit, float_answer, date_made,
/// characters_lost, placeholder_mismatch), field, found.
class ParserLossDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
