// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/methodregistry.h"
#include "core/subset/subsetinput.h"

#include <optional>

namespace winnow {

/// How many samples of a dataset or capability are in at least, and at most.
struct SubsetShare {
    /// Empty = any; one of the two is named.
    QString dataset;
    QString capability;
    qint64 least = 0;
    /// -1 = no limit.
    qint64 most = -1;

    friend bool operator==(const SubsetShare&, const SubsetShare&) = default;
};

struct SubsetRequest {
    QString method = QString::fromLatin1(kDefaultSubsetMethod);
    qint64 budget = 0;
    quint64 seed = 1;
    /// Of the budget, for verified frontier samples; none = as the method has it.
    std::optional<double> frontierShare{};
    QVector<SubsetShare> shares{};

    /// With the scope: enough to make the set again.
    QJsonObject toJson(const SubsetScope& scope) const;
    friend bool operator==(const SubsetRequest&, const SubsetRequest&) = default;
};

/// A chosen set, by item of its input.
struct ChosenSubset {
    SubsetRequest request;
    Selection selection;
    /// What the one who asked should know: more asked for than there is, a floor that cannot be met, repeats
    /// that nobody looked for, samples without scores, models that do not speak, statistics of too few
    /// models.
    QVector<Sentence> notes;

    double weightOf(size_t place) const
    {
        return selection.weight.empty() ? 1.0
                                        : double(selection.weight[place]) * double(selection.items.size());
    }
};

/// What the seen models of a set are: all of the input.
std::shared_ptr<const SelectionProblem> problemOf(const SubsetInput& input);

/// Chooses. InvalidInput with a remedy for an unknown method, a budget below 1, nothing to choose from, fewer
/// than three models for a method of statistics, more musts than the budget, shares that contradict each
/// other or that a weighted method is given.
Result<ChosenSubset> chooseSubset(
    const SubsetInput& input, const SelectionProblem& problem, const SubsetRequest& request);

/// Why the item at a place of the set is in.
Sentence whyChosen(
    const SubsetInput& input, const SelectionProblem& problem, const ChosenSubset& chosen, size_t place);

} // namespace winnow
