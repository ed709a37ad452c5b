// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/contextualization.h"
#include "core/gaps/replay.h"
#include "core/gaps/validation.h"

namespace winnow {

/// One way to make several tries, replayed.
struct LatencyRow {
    enum class Way {
        OneTry,
        /// One after the other until the verifier accepts.
        InTurn,
        /// All at once; the first that the verifier accepts ends the others.
        AtOnce,
        /// The same with one that knows what is right.
        Oracle,
        /// Ever dearer models until the verifier accepts; ever better ones where costs are not known.
        Cascade,
    };
    Way way = Way::OneTry;
    Strategy strategy;
    StrategyFigures figures;
    /// Share answered rightly within each of Latency::patience.
    std::vector<double> within;
};

/// One contender whose calls were timed.
struct ContenderLatency {
    std::size_t contender = 0;
    int attempts = 0;
    /// bestVerifier(); None without one.
    Verifier verifier;
    /// The second half of its questions: the first has chosen the verifier and its cut.
    std::vector<std::uint32_t> places;
    QVector<LatencyRow> rows;
    /// Mean seconds of a try less the mean of the shortest right one, over the questions that have a right
    /// one; NaN with one try.
    double gap = 0;
};

/// The gap between waiting for one try and stopping at the first that will do.
struct Latency {
    /// Seconds at which `within` is given, ascending.
    std::vector<double> patience;
    QVector<ContenderLatency> contenders; // by name
    /// Over the second half of the questions that all speakers tried (the first has chosen which models, and
    /// their verifiers); by the cost of the models where costs are known. Empty
    /// with one model, or nothing to verify with.
    QVector<LatencyRow> cascades;
    std::vector<std::uint32_t> cascadePlaces;
};

/// `patience` = the seconds that figures are given for. Empty without timed calls.
Latency measureLatency(const AttemptTable& table, const QVector<ContenderValidation>& validation,
    const Contextualization& contextualization, double patience, const Progress& progress);

Sentence titleOf(LatencyRow::Way way);

} // namespace winnow
