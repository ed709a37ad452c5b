// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples that repeat each other exactly: same image bytes (SHA-256) and same question with the same
/// options in any order; without images, same question and options. The same question about another image is
/// never a duplicate. All members of a group are flagged; the first scores 0.5, the others 1, so that a
/// policy with a minimum score keeps one of each.
///
/// Evidence: summary, first (key), role (first or copy), group (keys), size, gold_differs, same ("image and
/// question" or "question and options"). Finding shared_images: samples that share an image with another
/// question.
class DuplicateExactDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
