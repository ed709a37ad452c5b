// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/sentence.h"
#include "core/gaps/attempttable.h"
#include "core/gaps/costquality.h"
#include "core/stats/clustered.h"

#include <array>

namespace winnow {

/// One contender over the questions that all have tried, by its first try.
struct ContenderPoint {
    std::size_t contender = 0;
    stats::ClusteredMean accuracy;
    /// A question; NaN = not recorded for each of them.
    double dollars = 0;
    double seconds = 0;
    /// Questions that it alone answers rightly; and those it answers rightly and the best does not.
    qint64 alone = 0;
    qint64 beyondBest = 0;
};

/// What several ways to ask come to: accuracy and US dollars a question.
struct Routed {
    stats::ClusteredMean accuracy;
    double dollars = 0;
    /// Less the best single contender's accuracy.
    stats::PairedMeans against;
    /// Of the best single contender's cost; NaN without costs.
    stats::RateRatio costShare;
};

/// A router that can be built: what it sees of a question decides which contender is asked.
struct Router {
    enum class By { Dataset, Capability, Question, Confidence };
    By by = By::Dataset;
    /// Of Confidence: the cheap contender that is asked first, and the one that is asked when it is unsure.
    std::size_t first = 0;
    std::size_t second = 0;
    /// As good as it gets, whatever it costs; and the cheapest that is as good as the best single contender.
    /// Both decided without the questions they are measured on.
    Routed best;
    Routed cheapest;
    /// (accuracy - best single) / (oracle - best single) of `best`.
    double gapClosed = 0;
    /// From dear to cheap, cross-validated.
    std::vector<CostPoint> points;
    double averageQuality = 0;
};

/// The cheapest contender that is right for each question, the cheapest of all where none is. NaN dollars
/// without costs.
struct CheapestRight {
    stats::ClusteredMean accuracy;
    double dollars = 0;
};

/// The gap between one model for everything and the right one for each question. NaN for what needs costs
/// where they were not recorded.
struct Contextualization {
    /// Those compared, and the questions that all of them tried.
    std::vector<std::size_t> contenders;
    std::vector<std::uint32_t> places;
    QVector<ContenderPoint> points; // the most accurate first
    /// By how many contenders are right, from 0: so many questions.
    std::vector<qint64> solvedBy;
    bool hasCosts = false;

    /// The cheapest contender that is right (the cheapest of all where none is).
    stats::ClusteredMean oracle;
    double oracleDollars = 0;
    /// The same asked to be only as good as the best single contender: what that costs, and how much less
    /// than that one.
    double equalDollars = 0;
    double saving = 0;
    QVector<Router> routers;
    /// Of the single contenders.
    std::vector<CostPoint> hull;
    double averageQuality = 0;

    bool isEmpty() const { return points.isEmpty(); }
    const ContenderPoint& best() const { return points.front(); }
};

/// Over the questions that the table's speakers all tried. Empty with fewer than two of them, or no question.
/// Routers are cross-validated in five parts; questions that share an image stay in one.
Contextualization measureContextualization(const AttemptTable& table, const Progress& progress);

/// The oracle alone, over the same questions.
CheapestRight measureOracle(const AttemptTable& table);

/// Which questions a number of it is about.
enum class RoutingSamples { Right, Alone, BeyondBest };
QVector<SampleId> samplesOf(
    const AttemptTable& table, const Contextualization& of, std::size_t contender, RoutingSamples which);
/// Those that exactly `count` contenders answer rightly.
QVector<SampleId> solvedBy(const AttemptTable& table, const Contextualization& of, std::size_t count);

/// "dataset", "capability", "question", "confidence".
QString routerId(Router::By by);
Sentence titleOf(const AttemptTable& table, const Router& router);

} // namespace winnow
