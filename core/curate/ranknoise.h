// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/scoredsamples.h"

#include <QMap>

namespace winnow {

/// What a model's change of rank is worth.
struct RankNoise {
    /// Models that stand on its other side after the policy.
    QStringList passed;
    /// Of these, how many the cleaned samples tell from it: paired clustered p < .05 after Holm over those
    /// passed.
    int apart = 0;

    /// None of what it passed can be told from it: the change says nothing.
    bool within() const { return apart == 0; }
};

/// Of each model whose order with another of its ranking is another after the policy; over the samples that
/// all of the ranking answered after it (stats::pairedMeans).
QMap<QString, RankNoise> rankNoise(const ScoredSamples& scores, const ModelComparison& comparison);

} // namespace winnow
