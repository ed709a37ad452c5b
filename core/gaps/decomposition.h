// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/gaps/verifier.h"
#include "core/stats/clustered.h"

namespace winnow {

/// What one contender does at the steps of one name.
struct StepFigures {
    quint16 step = 0; // index into AttemptTable::stepNames
    std::size_t contender = 0;
    stats::ClusteredMean accuracy; // first try
    /// K: what nine in ten of these steps were tried; Success@K, and what the best verifier that was recorded
    /// selects of K, chosen by each half for the other (NaN, None without repeats).
    int attempts = 1;
    double successAtK = 0;
    Verifier verifier;
    double verified = 0;
    /// A step, first try; NaN = not recorded. Prompt tokens are what the step carries in.
    double promptTokens = 0;
    double dollars = 0;
    double seconds = 0;
    /// Wrong with the first try.
    qint64 wrong = 0;
};

/// What one contender does with whole chains, over those of which it tried every step.
struct ChainFigures {
    std::size_t contender = 0;
    std::vector<std::uint32_t> chains; // index into AttemptTable::chains
    /// The question asked at once; n = 0 where it was not.
    stats::ClusteredMean endToEnd;
    /// What the accuracies of its steps come to if they were independent.
    double product = 0;
    /// All steps right with the first try; with K tries a step, of which the verifier takes one (chosen by
    /// each half of the chains for the other); and with any of K right.
    stats::ClusteredMean onePath;
    stats::ClusteredMean verified;
    stats::ClusteredMean anyRight;
    Verifier verifier;
    int attempts = 1;
    /// A chain: one path, all K tries, and the question asked at once. NaN = not recorded.
    double pathDollars = 0;
    double verifiedDollars = 0;
    double endToEndDollars = 0;
    /// By step name: chains that break there first (first tries).
    std::vector<qint64> breaks;
};

/// The same steps by one model under two settings: with more and with fewer prompt tokens.
struct ContextPair {
    std::size_t whole = 0;
    std::size_t needed = 0;
    /// Accuracy with the whole history less with what the step needs.
    stats::PairedMeans accuracy;
    double wholeTokens = 0, neededTokens = 0;
    double wholeDollars = 0, neededDollars = 0;
};

/// A model for each step, chosen on half of the chains and tried on the other.
struct MixedSteps {
    /// By step name: the contender.
    std::vector<std::size_t> contenders;
    stats::ClusteredMean onePath;
    /// The best single contender for all steps, as chosen, on the same half.
    std::size_t single = 0;
    stats::ClusteredMean singlePath;
    stats::PairedMeans against;
    double dollars = 0, singleDollars = 0;
};

/// The gap between answering at once and answering step by step.
struct Decomposition {
    QVector<StepFigures> steps; // by step name, best first
    QVector<ChainFigures> chains; // the best path first
    QVector<ContextPair> contexts;
    /// Not set with one contender, or fewer than 20 chains that all took.
    std::optional<MixedSteps> mixed;

    bool isEmpty() const { return steps.isEmpty(); }
};

/// Steps that have steps themselves count as right when all of those are, unless they were asked themselves.
/// Empty without steps that were tried.
Decomposition measureDecomposition(const AttemptTable& table, const Progress& progress);

/// Steps of this name that the contender gets wrong with its first try; those where its chains break first.
QVector<SampleId> wrongSteps(const AttemptTable& table, std::size_t contender, quint16 step);
QVector<SampleId> brokenAt(const AttemptTable& table, const ChainFigures& of, quint16 step);

} // namespace winnow
