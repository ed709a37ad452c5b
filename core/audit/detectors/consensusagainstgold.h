// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Samples on which the models agree on an answer that is not the gold one: the strongest sign of a wrong key
/// short of a judge (METHODS C4). Votes are weighted by each model's reliability (Dawid and Skene 1979).
///
/// Evidence: summary, models, families, answer (the models' choice), gold, agree, for_gold, top_share,
/// gold_share (weighted), scale, votes.
class ConsensusAgainstGoldDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
