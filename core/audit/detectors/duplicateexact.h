// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detector.h"

namespace winnow {

/// Samples that repeat an earlier one exactly: same image bytes (SHA-256) and same question with the same
/// options in any order; without images, same question and options. The same question about another image is
/// never a duplicate. The first of a group is not flagged, so that dropping the flagged keeps one of each.
///
/// Evidence: summary, first (key), group (keys), size, gold_differs, same ("image and question" or "question
/// and options").
/// Finding shared_images: samples that share an image with another question.
class DuplicateExactDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
