// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/heldout.h"
#include "core/subset/subsetinput.h"

namespace winnow {

/// What sets of one method and budget keep for models they were chosen without, over the splits.
struct SubsetFigures {
    OverSplits kendall;
    OverSplits spearman;
    /// Shares; 1 = 100 points.
    OverSplits error;
    OverSplits rawError;
    OverSplits apart;
    OverSplits discrimination;
    OverSplits covered;
    /// A value a split, for paired differences.
    std::vector<SubsetQuality> splits;

    bool isEmpty() const { return splits.empty(); }
    QJsonObject toJson() const;
};

/// How sets are tried on models held out: splits are made and fitted once, then any method and budget is
/// measured. Immutable; any thread, and many at once.
class SubsetTrial {
public:
    /// `splits` each way; `alike`, `stronger` with few models have none. `family`: those models alone, the
    /// set chosen without them. Takes time: not on the GUI thread.
    static std::shared_ptr<const SubsetTrial> make(
        const SubsetInput& input, int splits, const QString& family = {}, std::uint64_t seed = 1);

    /// As the splits number them.
    const QStringList& models() const { return m_names; }
    /// The one that HeldOut::Named tries; empty = none.
    const QString& family() const { return m_family; }
    bool has(HeldOut kind) const { return !of(kind).empty(); }
    /// Models that are seen and tried in a split; 0, 0 without one.
    QPair<qsizetype, qsizetype> modelsOf(HeldOut kind) const;
    const std::vector<HeldOutSplit>& splitsOf(HeldOut kind) const { return of(kind); }
    /// Empty without splits, and when cancelled. `draws` sets a split, with seeds from `seed` on.
    SubsetFigures measure(HeldOut kind, const SubsetMethod& method, qint64 budget, std::uint64_t seed,
        int draws, const Progress& progress, std::optional<double> frontierShare = {}) const;

private:
    const std::vector<HeldOutSplit>& of(HeldOut kind) const
    {
        return kind == HeldOut::Alike ? m_alike : kind == HeldOut::Stronger ? m_stronger : m_named;
    }

    QStringList m_names;
    QString m_family;
    std::vector<HeldOutSplit> m_alike;
    std::vector<HeldOutSplit> m_stronger;
    std::vector<HeldOutSplit> m_named;
};

/// Budgets for a curve up to all items: evenly on a log scale, ascending, no two the same.
std::vector<qint64> curveBudgets(qint64 items, int count = 12);

} // namespace winnow
