// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/gaps/contextualization.h"
#include "core/gaps/replay.h"

#include <QJsonObject>

namespace winnow {

/// A strategy on the questions it was not chosen on.
struct OrchestrationRow {
    Strategy strategy;
    StrategyFigures figures;
    /// Less the best single model's, over the questions that both have: answered rightly in time.
    stats::PairedMeans against;
    /// Of the best single model's cost, over the same.
    stats::RateRatio costShare;
    /// One model, asked once.
    bool single = false;

    QJsonObject toJson() const;
};

/// What a whole strategy gains: chosen on one half of the questions (those that share an image stay
/// together), reported on the other.
struct Orchestration {
    double patience = 0;
    /// False: the calls of some model were not timed; all are compared by accuracy, however long they take.
    bool isTimed = false;
    /// False: no costs were recorded, and calls stand for them.
    bool hasCosts = false;
    qint64 candidates = 0;
    qint64 chosenOn = 0;
    std::vector<std::uint32_t> places; // the other half
    /// Every contender alone, the best (as chosen) first.
    QVector<OrchestrationRow> singles;
    /// The strategies that none beats at their cost, on the half they were chosen on; cheapest first.
    QVector<OrchestrationRow> frontier;
    /// Of `frontier`: the cheapest that was as good as the best single model, and the best at any cost; -1 =
    /// none.
    qsizetype cheapest = -1;
    qsizetype best = -1;

    bool isEmpty() const { return singles.isEmpty(); }
    /// What answers have to come within: infinite where they were not timed.
    double limit() const;
};

/// `patience` in seconds. Empty where `of` is.
Orchestration measureOrchestration(
    const AttemptTable& table, const Contextualization& of, double patience, const Progress& progress);
/// A strategy of the user on the half that the others are reported on. It must have passed Replayer::check().
OrchestrationRow reportOn(const AttemptTable& table, const Orchestration& of, const Strategy& strategy);

/// What a lead would say: "… answers 92.1% (…) in time at 31% (…) of the cost of …".
Sentence sentenceOf(const Orchestration& of, const OrchestrationRow& row);
/// Where in the frontier the cheapest that keeps up and the best one stand, as far as the half they were not
/// chosen on bears it out: cheaper by more than chance makes and at most two points worse, or better by more
/// than chance makes.
QVector<qsizetype> wonBy(const Orchestration& of);
/// A sentence of each of those; else that nothing was won.
QVector<Sentence> summaryOf(const Orchestration& of);

} // namespace winnow
