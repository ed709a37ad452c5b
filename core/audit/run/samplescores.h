// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// What a detector scores every sample of a dataset, flagged or not, and how to read it.
struct SampleScores {
    QString title;
    ScoreScale scale = ScoreScale::Rule;
    /// Whether high scores are the suspicious ones.
    bool highIsBad = true;
    /// From here on (or down to here) samples are flagged, where one number says it.
    std::optional<double> threshold;
    /// One a sample; NaN where the detector cannot judge it.
    std::vector<float> scores;
};

/// Out of a result of `detector` over `data`: its ranking, else the score it draws its line through, else,
/// for rules, how sure its surest flag of the sample is, and 0 for what it judged and left alone.
SampleScores sampleScores(const Detector& detector, const AuditData& data, const DetectorResult& result);

} // namespace winnow
