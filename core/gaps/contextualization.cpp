// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/contextualization.h"

#include "core/base/parallel.h"
#include "core/gaps/routers.h"
#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

RoutingProblem problemOf(const AttemptTable& table, const Contextualization& of)
{
    RoutingProblem problem{table, of.contenders, of.places, {}, {}, {}, {}};
    for (const std::size_t contender : of.contenders) {
        const TryColumn& first = table.contenders.at(qsizetype(contender)).tries.front();
        const double mean = knownMean(first.dollars, of.places);
        std::vector<float>& right = problem.right.emplace_back();
        std::vector<float>& dollars = problem.dollars.emplace_back();
        right.reserve(of.places.size());
        dollars.reserve(of.places.size());
        for (const std::uint32_t place : of.places) {
            right.push_back(first.outcome[place] == Try::Right ? 1.0F : 0.0F);
            const float cost = first.dollars.empty() ? std::nanf("") : first.dollars[place];
            // Few calls that did not report take what the others took.
            dollars.push_back(std::isnan(cost) ? (std::isnan(mean) ? 0.0F : float(mean)) : cost);
        }
    }
    problem.cluster = table.clustersAt(of.places);
    for (const std::uint32_t place : of.places) {
        problem.fold.push_back(std::uint8_t(stats::mix64(table.cluster[place] + 1) % kFolds));
    }
    return problem;
}

stats::ClusteredMean accuracyOf(const std::vector<float>& right, const std::vector<std::uint32_t>& cluster)
{
    if (!cluster.empty()) {
        return stats::clusteredMean(std::vector<double>(right.begin(), right.end()), cluster);
    }
    const double hits = std::accumulate(right.begin(), right.end(), 0.0);
    const double values[] = {0, 1};
    const double counts[] = {double(right.size()) - hits, hits};
    return stats::countedMean(values, counts);
}

/// The better one, the cheaper of two that are as good.
bool isBefore(const ContenderPoint& a, const ContenderPoint& b)
{
    return a.accuracy.mean > b.accuracy.mean || (a.accuracy.mean == b.accuracy.mean && a.dollars < b.dollars);
}

/// What all first tries come to, question by question.
struct FirstTries {
    /// How many are right, and one of those.
    std::vector<std::uint16_t> solved;
    std::vector<std::uint16_t> who;
    /// US dollars of the cheapest, and of the cheapest right one (infinite where none is).
    std::vector<float> cheapest;
    std::vector<float> cheapestRight;

    static FirstTries of(const AttemptTable& table, const std::vector<std::size_t>& contenders,
        const std::vector<std::uint32_t>& places);
};

FirstTries FirstTries::of(const AttemptTable& table, const std::vector<std::size_t>& contenders,
    const std::vector<std::uint32_t>& places)
{
    constexpr float kInfinite = std::numeric_limits<float>::infinity();
    const std::size_t n = places.size();
    FirstTries tries{std::vector<std::uint16_t>(n, 0), std::vector<std::uint16_t>(n, 0),
        std::vector<float>(n, kInfinite), std::vector<float>(n, kInfinite)};
    std::vector<float> means;
    for (const std::size_t contender : contenders) {
        const double mean
            = knownMean(table.contenders.at(qsizetype(contender)).tries.front().dollars, places);
        means.push_back(std::isnan(mean) ? 0.0F : float(mean));
    }
    // Chunks stay in the cache while contender after contender passes over them.
    constexpr std::size_t kChunk = 4096;
    onAllCores((n + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(n, (chunk + 1) * kChunk);
        for (std::size_t m = 0; m < contenders.size(); ++m) {
            const TryColumn& first = table.contenders.at(qsizetype(contenders[m])).tries.front();
            for (std::size_t i = chunk * kChunk; i < end; ++i) {
                const std::uint32_t place = places[i];
                // Few calls that did not report take what the others took.
                const float known = first.dollars.empty() ? means[m] : first.dollars[place];
                const float dollars = std::isnan(known) ? means[m] : known;
                const bool right = first.outcome[place] == Try::Right;
                tries.cheapest[i] = std::min(tries.cheapest[i], dollars);
                tries.cheapestRight[i] = std::min(tries.cheapestRight[i], right ? dollars : kInfinite);
                tries.solved[i] = std::uint16_t(tries.solved[i] + (right ? 1 : 0));
                tries.who[i] = right ? std::uint16_t(m) : tries.who[i];
            }
        }
    });
    return tries;
}

CheapestRight cheapestOf(const AttemptTable& table, const std::vector<std::uint32_t>& places,
    const FirstTries& tries, bool hasCosts)
{
    std::vector<float> any(places.size());
    double dollars = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        any[i] = tries.solved[i] > 0 ? 1 : 0;
        dollars += double(tries.solved[i] > 0 ? tries.cheapestRight[i] : tries.cheapest[i]);
    }
    return {accuracyOf(any, table.clustersAt(places)), hasCosts ? dollars / double(places.size()) : kNaN};
}

/// As good as `wanted` right answers: of the questions where the cheapest is not right, those that cost least
/// more.
double equalDollars(const FirstTries& tries, double wanted)
{
    std::vector<double> dearer;
    double least = 0;
    double right = 0;
    for (std::size_t i = 0; i < tries.solved.size(); ++i) {
        least += double(tries.cheapest[i]);
        if (tries.solved[i] > 0 && tries.cheapestRight[i] > tries.cheapest[i]) {
            dearer.push_back(double(tries.cheapestRight[i]) - double(tries.cheapest[i]));
        } else {
            right += tries.solved[i] > 0 ? 1 : 0;
        }
    }
    const auto needed = std::min(dearer.size(), std::size_t(std::max(0.0, wanted - right)));
    std::nth_element(dearer.begin(), dearer.begin() + std::ptrdiff_t(needed), dearer.end());
    return std::accumulate(dearer.begin(), dearer.begin() + std::ptrdiff_t(needed), least)
        / double(tries.solved.size());
}

/// Overlap and oracle.
void measureOverlap(const RoutingProblem& problem, Contextualization& of)
{
    const FirstTries tries = FirstTries::of(problem.table, of.contenders, of.places);
    of.solvedBy.assign(of.contenders.size() + 1, 0);
    for (std::size_t i = 0; i < of.places.size(); ++i) {
        ++of.solvedBy[tries.solved[i]];
        of.points[tries.who[i]].alone += tries.solved[i] == 1 ? 1 : 0;
    }
    const std::vector<float>& best = problem.right[problem.best];
    for (std::size_t m = 0; m < of.contenders.size(); ++m) {
        qint64 beyond = 0;
        for (std::size_t i = 0; i < best.size(); ++i) {
            beyond += problem.right[m][i] > best[i] ? 1 : 0;
        }
        of.points[qsizetype(m)].beyondBest = beyond;
    }
    const CheapestRight oracle = cheapestOf(problem.table, of.places, tries, of.hasCosts);
    of.oracle = oracle.accuracy;
    of.oracleDollars = oracle.dollars;
    of.equalDollars
        = of.hasCosts ? equalDollars(tries, std::accumulate(best.begin(), best.end(), 0.0)) : kNaN;
}

} // namespace

Contextualization measureContextualization(const AttemptTable& table, const Progress& progress)
{
    Contextualization of;
    of.contenders = table.speakers();
    of.places = table.triedByAll(of.contenders);
    if (of.contenders.size() < 2 || of.places.empty()) {
        return {};
    }
    RoutingProblem problem = problemOf(table, of);
    of.hasCosts = true;
    for (std::size_t m = 0; m < of.contenders.size(); ++m) {
        const Contender& contender = table.contenders.at(qsizetype(of.contenders[m]));
        ContenderPoint point;
        point.contender = of.contenders[m];
        point.accuracy = accuracyOf(problem.right[m], problem.cluster);
        point.dollars = knownMean(contender.tries.front().dollars, of.places);
        point.seconds = knownMean(contender.tries.front().seconds, of.places);
        of.hasCosts = of.hasCosts && !std::isnan(point.dollars);
        of.points.append(point);
        const ContenderPoint& best = of.points.at(qsizetype(problem.best));
        if (isBefore(point, best)) {
            problem.best = m;
        }
        if (point.dollars < of.points.at(qsizetype(problem.cheapest)).dollars) {
            problem.cheapest = m;
        }
    }
    problem.hasCosts = of.hasCosts;
    measureOverlap(problem, of);
    const double bestDollars = of.points.at(qsizetype(problem.best)).dollars;
    of.saving = of.hasCosts && bestDollars > 0 ? 1 - of.equalDollars / bestDollars : kNaN;
    of.routers = measureRouters(problem, of.oracle.mean, progress);
    std::vector<CostPoint> singles;
    for (const ContenderPoint& point : of.points) {
        singles.push_back({point.dollars, point.accuracy.mean});
    }
    of.averageQuality = kNaN;
    if (of.hasCosts) {
        of.hull = costQualityHull(singles);
        const auto [least, most] = std::minmax_element(singles.begin(), singles.end(),
            [](const CostPoint& a, const CostPoint& b) { return a.cost < b.cost; });
        of.averageQuality = averageQuality(of.hull, least->cost, most->cost);
        for (Router& router : of.routers) {
            router.averageQuality = averageQuality(costQualityHull(router.points), least->cost, most->cost);
        }
    }
    std::stable_sort(of.points.begin(), of.points.end(), isBefore);
    return of;
}

CheapestRight measureOracle(const AttemptTable& table)
{
    const std::vector<std::size_t> contenders = table.speakers();
    const std::vector<std::uint32_t> places = table.triedByAll(contenders);
    const bool hasCosts = std::all_of(contenders.begin(), contenders.end(), [&](std::size_t contender) {
        return !std::isnan(
            knownMean(table.contenders.at(qsizetype(contender)).tries.front().dollars, places));
    });
    return cheapestOf(table, places, FirstTries::of(table, contenders, places), hasCosts);
}

QVector<SampleId> samplesOf(
    const AttemptTable& table, const Contextualization& of, std::size_t contender, RoutingSamples which)
{
    QVector<SampleId> samples;
    const Contender& who = table.contenders.at(qsizetype(contender));
    const Contender& best = table.contenders.at(qsizetype(of.best().contender));
    for (const std::uint32_t place : of.places) {
        if (!who.right(place)) {
            continue;
        }
        const bool others = which == RoutingSamples::Alone
            && std::any_of(of.contenders.begin(), of.contenders.end(), [&](std::size_t other) {
                   return other != contender && table.contenders.at(qsizetype(other)).right(place);
               });
        if (!others && (which != RoutingSamples::BeyondBest || !best.right(place))) {
            samples.append(SampleId{table.samples[place]});
        }
    }
    return samples;
}

QVector<SampleId> solvedBy(const AttemptTable& table, const Contextualization& of, std::size_t count)
{
    QVector<SampleId> samples;
    for (const std::uint32_t place : of.places) {
        const auto right = std::count_if(of.contenders.begin(), of.contenders.end(),
            [&](std::size_t contender) { return table.contenders.at(qsizetype(contender)).right(place); });
        if (std::size_t(right) == count) {
            samples.append(SampleId{table.samples[place]});
        }
    }
    return samples;
}

QString routerId(Router::By by)
{
    switch (by) {
    case Router::By::Dataset:
        return QStringLiteral("dataset");
    case Router::By::Capability:
        return QStringLiteral("capability");
    case Router::By::Question:
        return QStringLiteral("question");
    case Router::By::Confidence:
        break;
    }
    return QStringLiteral("confidence");
}

Sentence titleOf(const AttemptTable& table, const Router& router)
{
    switch (router.by) {
    case Router::By::Dataset:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "by dataset"));
    case Router::By::Capability:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "by capability"));
    case Router::By::Question:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "by what the question looks like"));
    case Router::By::Confidence:
        break;
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1 first, %2 where it is unsure"))
        .arg(table.contenders.at(qsizetype(router.first)).name,
            table.contenders.at(qsizetype(router.second)).name);
}

} // namespace winnow
