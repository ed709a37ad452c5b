// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace winnow::stats {

/// The two-parameter logistic model (Birnbaum 1968): a model of ability t is right on an item with
/// probability 1 / (1 + exp(-(slope t + intercept))).
struct ItemCurves {
    std::vector<float> slope;
    std::vector<float> intercept;

    std::size_t size() const { return slope.size(); }
};

struct ItemResponseFit {
    ItemCurves items;
    /// By model, mean 0 and standard deviation 1.
    std::vector<float> ability;
};

/// Fits the curves to scores in [0, 1], model by model over the same items (NaN = missing; a score between is
/// taken as that share of a try). Alternating Newton steps on the posterior: slope N(1, .5) and at least .05,
/// intercept N(0, 2), ability N(0, 1) standardised anew each round. Without models every curve is the
/// prior's. The same result on every machine of one architecture; one thread.
ItemResponseFit fitItemResponse(
    std::span<const float> scores, std::size_t models, std::size_t items, int rounds = 12);

/// What a model that answered items can do.
struct Ability {
    /// Most probable under N(0, 1).
    float value = 0;
    /// Of the answers, prior included: 1 / variance.
    float information = 1;
};

/// `scores` by item of the curves; NaN = not asked.
Ability abilityOf(
    std::span<const float> slope, std::span<const float> intercept, std::span<const float> scores);

/// The probability of a right answer to each item.
void probabilitiesAt(const ItemCurves& curves, float ability, std::span<float> probability);

} // namespace winnow::stats
