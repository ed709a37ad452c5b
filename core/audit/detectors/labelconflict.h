// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples that ask the same of the same image and have different gold answers: at least one of them is wrong
/// (METHODS C8). Same = same image bytes or pixels, same question, same options in any order. All members are
/// flagged.
///
/// Evidence: summary, group [{key, gold}], answers (number of different golds).
class LabelConflictDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
