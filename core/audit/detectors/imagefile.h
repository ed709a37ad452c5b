// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Image files that models do not see as they were meant: damaged or cut off, refused for their size, of a
/// kind that is not supported, more than one frame (image_insufficient), or a name whose extension says
/// another format than the bytes (parser_loss: readers that trust the name fail).
///
/// Evidence: summary, problem (unreadable, truncated, refused, unsupported, animated, wrong_extension), image
/// (position), file, format.
/// Findings: turned (EXIF orientation: readers that ignore it see the picture lying on its side), cmyk.
class ImageFileDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

/// Images that show less than their size promises: a single tone, or a tiny picture enlarged to it.
///
/// Evidence: summary, detail (pixels a side), image (position).
class LowDetailDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

/// Text that is too small to read once a model scaled the image to its input size. Only for capabilities that
/// read text, or that are not known; text heights are estimated and only known of images that are scaled
/// down.
///
/// Evidence: summary, text_height, height_at_input (pixels), image (position).
class SmallTextDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
