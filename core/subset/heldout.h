// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/stats/proportion.h"
#include "core/subset/subsetmethod.h"

#include <memory>
#include <vector>

namespace winnow {

/// Which models a set is tried on: it is chosen without them.
enum class HeldOut {
    /// Any others: a random half is seen.
    Alike,
    /// Seen are models of the weaker 60%, tried are the strongest 40%.
    Stronger,
    /// Those that are named (a family); seen are all others.
    Named,
};

struct HeldOutPlan {
    HeldOut kind = HeldOut::Alike;
    /// At most; of very large tables fewer, at least 4 (OverSplits::splits tells).
    int splits = 20;
    /// Models that are seen; 0 = half of all (of the weaker 60% for Stronger, if there are so many).
    std::size_t seen = 0;
    std::uint64_t seed = 1;
    /// For HeldOut::Named, by index.
    std::vector<std::size_t> named{};
};

/// Models are parted by index; fewer cannot be held out.
std::size_t leastModelsFor(HeldOut kind);

/// Seen and tried models of one way to part them. Immutable but for what its problem works out when asked.
struct HeldOutSplit {
    std::shared_ptr<const SelectionProblem> problem;
    ScoreTable tried;
    /// Where the tried models stand in the whole table.
    std::vector<std::size_t> models;
    /// Of the tried models over all items.
    std::vector<double> accuracy;
    /// Point-biserial over the tried models, 0 where it cannot be told.
    std::vector<float> discrimination;
    /// Pairs of tried models that all items tell apart: the first is better.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;
};

/// What of the whole a set keeps for the tried models. NaN where it cannot be told.
struct SubsetQuality {
    /// Of the ranking by the set with the accuracy over all items (tau-b, rho).
    double kendall = 0;
    double spearman = 0;
    /// Mean absolute difference between the score read from the set and the accuracy over all items.
    double error = 0;
    /// The same of the plain mean over the set, which is no score.
    double rawError = 0;
    /// Of the pairs that all items tell apart at .05, those that the set still does, the right way round.
    double apart = 0;
    /// Sum of the point-biserials over the tried models, of the whole's.
    double discrimination = 0;
    /// Share of the accuracies over all items that lie in the score's interval.
    double covered = 0;
};

/// So many splits of a table are made when `wanted` are: each copies the scores, and all stay within 128 MB;
/// at least 4 of those that are wanted.
int splitsThatFit(const ScoreTable& table, int wanted);

/// Parts the models; none with too few of them. `stratum` and `frontier` as SelectionProblem has them; nobody
/// at all is right on a frontier item, the tried models neither.
std::vector<HeldOutSplit> heldOutSplits(const ScoreTable& table, const std::vector<std::uint16_t>& stratum,
    const std::vector<std::uint8_t>& frontier, const HeldOutPlan& plan);

SubsetQuality qualityOf(const HeldOutSplit& split, const Selection& selection, ScoreEstimate estimate);

/// Of the sets that a method chooses with seeds from `seed` on, the mean of `draws`, a value a split. On all
/// cores; empty when cancelled.
std::vector<SubsetQuality> measure(const std::vector<HeldOutSplit>& splits, const SubsetMethod& method,
    std::size_t budget, std::uint64_t seed, int draws, double frontierShare, const Progress& progress);

/// A mean over splits, with Student's t.
struct OverSplits {
    double mean = 0;
    stats::Interval interval;
    int splits = 0;
};

OverSplits overSplits(const std::vector<SubsetQuality>& splits, double SubsetQuality::*figure);
/// Of the differences split by split.
OverSplits pairedOverSplits(const std::vector<SubsetQuality>& first, const std::vector<SubsetQuality>& second,
    double SubsetQuality::*figure);

} // namespace winnow
