// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace winnow {

/// Scores in [0, 1] of models over items, model by model; NaN = missing.
struct ScoreTable {
    std::size_t models = 0;
    std::size_t items = 0;
    std::vector<float> scores;

    static ScoreTable empty(std::size_t models, std::size_t items)
    {
        return {models, items, std::vector<float>(models * items, std::numeric_limits<float>::quiet_NaN())};
    }

    std::span<const float> ofModel(std::size_t model) const { return {scores.data() + model * items, items}; }
    std::span<float> ofModel(std::size_t model) { return {scores.data() + model * items, items}; }
    ScoreTable ofModels(std::span<const std::size_t> chosen) const;
    /// By model over the items it has a score for; NaN without any.
    std::vector<double> means() const;
    /// The same over these items.
    std::vector<double> means(std::span<const std::uint32_t> chosen) const;
};

/// What models say of an item.
struct ItemStatistics {
    /// Models with a score.
    std::vector<std::uint32_t> answered;
    /// Mean score; 0 where nobody answered.
    std::vector<float> share;
    /// Point-biserial correlation with the models' mean scores (METHODS A6); 0 where all or none are right.
    std::vector<float> pointBiserial;
    /// The same with the item taken out of the mean.
    std::vector<float> itemRest;
    /// The point-biserial shrunken towards the mean of all: (r t^2 + m s^2) / (t^2 + s^2), s^2 = (1 - m^2)^2
    /// / (n - 2), m and t^2 from the items (DerSimonian and Laird 1986 for the method of moments).
    std::vector<float> shrunken;

    static ItemStatistics of(const ScoreTable& table);
};

} // namespace winnow
