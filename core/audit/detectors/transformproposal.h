// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

namespace winnow {

/// Proposes for each multiple-choice sample to ask it without its options or in every order (DatBench, arXiv
/// 2601.02316, section 3.1 and appendix C.2; the rules are core/transform/optionneed.h).
///
/// Evidence: summary, reason (id), and of mcq_to_open also question, accepted (list), scorer.
class TransformProposalDetector final : public Detector {
public:
    const DetectorInfo& info() const override;
    Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const override;
};

} // namespace winnow
