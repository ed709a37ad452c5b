// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Images of which a part was covered or blanked: a rectangle of one tone over grained content, or a blank
/// one in which the lines of a page break off and go on behind it. Whether what it hides is needed for the
/// answer only a person can tell; what hides nothing that could be seen missing is not found.
///
/// Evidence: summary, covered (patch or gap), region (left, top, width, height in pixels), share (of the
/// picture), image (position).
class ImageCoveredDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
