// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"
#include "core/audit/duplicates/duplicates.h"

namespace winnow {

/// Samples that repeat another one although not byte for byte: the picture stored again (recompressed,
/// resized, another format), the question dressed in other words. Candidates by perceptual hash and Hamming
/// distance (imagededup's pHash and default of 10), confirmed by looking at both pictures, because figures of
/// one template have close hashes and are no duplicates. On request also pictures that were mirrored or
/// turned, and such that were cut out of another: those are told by size, tones and a search of the place.
/// cleanvision calls pictures near duplicates when their hashes are equal; those are among the candidates
/// here. All members of a group are flagged, the first with half the score (as duplicate_exact does). What
/// repeats byte for byte is duplicate_exact's.
///
/// Evidence: summary, first (key), role (first or copy), group (keys), size, distance (bits), same_image,
/// same_text, gold_differs.
class DuplicateNearDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

/// Samples that repeat one of another split or another dataset of the project, exactly or nearly: what is
/// tested may have been trained on, and counts twice.
///
/// Evidence: summary, first, role, group (keys with their splits), size, distance, same_image, same_text.
class DuplicateCrossSplitDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

/// The parameters that all detectors of near duplicates share, and their values.
QVector<ParameterInfo> duplicateParameters();
DuplicateOptions duplicateOptions(const Parameters& parameters);

} // namespace winnow
