// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/models/witnesses.h"

#include <limits>
#include <vector>

namespace winnow {

/// What guessing would do on one sample, beside what the models did.
struct Guessing {
    int models = 0;
    int hits = 0;
    /// Hits that guessing predicts.
    double expected = 0;
    /// Independent models that these count for.
    double effective = 0;
    /// Chance of as many hits or more by guessing; 1 for no more than expected, NaN without models.
    double pValue = std::numeric_limits<double>::quiet_NaN();
};

/// Weighs the hits of witnesses against guessing, sample by sample.
class GuessJudge {
public:
    /// `witnesses` must outlive the judge. `effective` needs Witnesses::estimateDependence() before.
    GuessJudge(const Witnesses& witnesses, bool habits, bool effective, double luckyGuess);

    Guessing operator()(std::size_t sample) const;

private:
    const Witnesses& m_witnesses;
    bool m_habits;
    bool m_effective;
    double m_lucky;
    std::vector<double> m_allWeights;
};

} // namespace winnow
