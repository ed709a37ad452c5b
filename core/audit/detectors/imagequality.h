// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// One of cleanvision's image checks (METHODS C8), with its name, score and threshold: dark, light, blurry,
/// low_information, grayscale, odd_aspect_ratio, odd_size. A sample has the issue when one of its images has.
///
/// Scores equal cleanvision's but for sampling and rounding (percentiles and entropy within 0.01 on photos,
/// blur within 0.04); on the real sets at hand every flag is the same. On purpose it differs in this:
/// - The picture is scored as it is shown. cleanvision takes the brightness of palette images from their
/// indices,
///   of one-bit images from 0 and 1 of 255, of CMYK from its inks, and ignores EXIF orientation.
/// - One-bit files count as grayscale.
/// - What shows no more than 16 px of detail a side is blurry whatever cleanvision's score, which takes the
/// many
///   tones of a blurred photo for sharpness.
///
/// White pages are no overexposed photos: on pages (charts, documents, tables, mathematics, and any image of
/// a capability that is not known) light and low_information also ask that there is no ink on the image. An
/// image enlarged from a tiny one is named by low_detail, not called blurry. An issue that most of a dataset
/// has is a property of the dataset: it is reported as a finding instead.
///
/// Evidence: summary, score (cleanvision's), threshold, image (position in the sample), images.
class ImageQualityDetector final : public Detector {
public:
    enum class Issue { Dark, Light, Blurry, LowInformation, Grayscale, OddAspectRatio, OddSize };

    explicit ImageQualityDetector(Issue issue);

    const DetectorInfo& info() const override { return m_info; }
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;

private:
    Issue m_issue;
    DetectorInfo m_info;
};

} // namespace winnow
