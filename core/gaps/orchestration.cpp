// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/orchestration.h"

#include "core/gaps/candidates.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype kMostOnFrontier = 12;

double costOf(const Orchestration& of, const StrategyBrief& brief)
{
    return of.hasCosts ? brief.dollars : brief.calls;
}

/// Those that nothing cheaper or as cheap beats, by cost.
std::vector<std::size_t> undominated(const Orchestration& of, const std::vector<StrategyBrief>& briefs)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < briefs.size(); ++i) {
        // What can be replayed on part of the questions only is not comparable.
        if (double(briefs[i].replayed) >= kMostlyKnown * double(of.chosenOn)
            && std::isfinite(costOf(of, briefs[i])) && std::isfinite(briefs[i].inTime)) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double costA = costOf(of, briefs[a]);
        const double costB = costOf(of, briefs[b]);
        return costA < costB || (costA == costB && briefs[a].inTime > briefs[b].inTime);
    });
    std::vector<std::size_t> kept;
    for (const std::size_t i : order) {
        if (kept.empty() || briefs[i].inTime > briefs[kept.back()].inTime) {
            kept.push_back(i);
        }
    }
    return kept;
}

/// Both ends and what lies evenly between in what is won.
std::vector<std::size_t> thinned(const std::vector<std::size_t>& kept, std::size_t mustKeep)
{
    if (kept.size() <= std::size_t(kMostOnFrontier)) {
        return kept;
    }
    std::vector<std::size_t> few;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto slot
            = [&](std::size_t at) { return at * std::size_t(kMostOnFrontier - 1) / (kept.size() - 1); };
        if (i == 0 || i + 1 == kept.size() || slot(i) != slot(i - 1) || kept[i] == mustKeep) {
            few.push_back(kept[i]);
        }
    }
    return few;
}

OrchestrationRow rowOf(Replayer& replayer, const Strategy& strategy, const Replay& bestSingle,
    const Orchestration& orchestration)
{
    const double limit = orchestration.limit();
    const bool hasCosts = orchestration.hasCosts;
    OrchestrationRow row;
    row.strategy = strategy;
    const Replay replay = replayer.replay(strategy);
    row.figures = replayer.figures(replay, limit);
    const std::vector<std::uint32_t> clusters = replayer.table().clustersAt(replayer.places());
    const auto inTime = [&](const Replay& of) {
        std::vector<double> values = of.right;
        for (std::size_t i = 0; i < values.size() && std::isfinite(limit); ++i) {
            values[i] = std::isnan(of.seconds[i]) ? kNaN : double(of.seconds[i]) > limit ? 0 : values[i];
        }
        return values;
    };
    const auto costs = [&](const Replay& of) {
        std::vector<double> values(of.right.size(), kNaN);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (of.stages[i] != 0) {
                values[i] = hasCosts ? double(of.dollars[i]) : double(of.calls[i]);
            }
        }
        return values;
    };
    row.against = stats::pairedMeans(inTime(replay), inTime(bestSingle), clusters);
    row.costShare = stats::rateRatio(costs(replay), costs(bestSingle), clusters);
    return row;
}

QString share(double value, int digits = 1)
{
    return QString::number(100 * value, 'f', digits);
}

/// "31% (28 to 34)".
Sentence shareWithin(double value, const stats::Interval& interval, int digits)
{
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high)) {
        return QStringLiteral("%1%").arg(share(value, digits));
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1% (%2 to %3)"))
        .arg(share(value, digits), share(interval.low, digits), share(interval.high, digits));
}

Strategy singleOf(const AttemptTable& table, std::size_t contender)
{
    return Strategy::single(table.contenders.at(qsizetype(contender)).name);
}

/// Cheaper by more than chance makes and at most two points worse, or better by more than chance makes.
bool isWon(const Orchestration& of, const OrchestrationRow& row)
{
    constexpr double kAsGood = -0.02;
    const bool cheaper = row.costShare.interval.high < 1 && row.against.difference >= kAsGood
        && row.against.interval.high >= 0;
    const bool better = row.against.interval.low > 0;
    return (cheaper || better) && row.strategy.stages != of.singles.front().strategy.stages;
}

} // namespace

double Orchestration::limit() const
{
    return isTimed ? patience : std::numeric_limits<double>::infinity();
}

Orchestration measureOrchestration(
    const AttemptTable& table, const Contextualization& context, double patience, const Progress& progress)
{
    Orchestration of;
    of.patience = patience;
    of.hasCosts = context.hasCosts;
    std::vector<std::uint32_t> chosenOn;
    for (const std::uint32_t place : context.places) {
        (table.inFirstHalf(place) ? chosenOn : of.places).push_back(place);
    }
    if (context.isEmpty() || chosenOn.empty() || of.places.empty()) {
        return {};
    }
    of.chosenOn = qint64(chosenOn.size());
    of.isTimed = std::all_of(context.points.begin(), context.points.end(),
        [](const ContenderPoint& point) { return std::isfinite(point.seconds); });
    // Which contenders are worth combining is decided on the first half, too.
    QVector<ContenderPoint> points = context.points;
    QVector<Strategy> candidates;
    std::vector<StrategyBrief> briefs;
    {
        Replayer chooser(table, chosenOn);
        for (ContenderPoint& point : points) {
            const StrategyFigures alone
                = chooser.figures(chooser.replay(singleOf(table, point.contender)), of.limit());
            point.accuracy = alone.inTime;
            point.dollars = alone.dollars;
        }
        std::stable_sort(points.begin(), points.end(), [](const ContenderPoint& a, const ContenderPoint& b) {
            return a.accuracy.mean > b.accuracy.mean
                || (a.accuracy.mean == b.accuracy.mean && a.dollars < b.dollars);
        });
        candidates = candidateStrategies(table, chosenOn, points, of.hasCosts);
        briefs = chooser.briefs(
            candidates, of.limit(), chooser.replay(singleOf(table, points.front().contender)));
    }
    of.candidates = candidates.size();
    if (progress.isCancelled()) {
        return {};
    }
    Replayer reporter(table, of.places);
    const Replay bestReplay = reporter.replay(singleOf(table, points.front().contender));
    for (const ContenderPoint& point : points) {
        OrchestrationRow row = rowOf(reporter, singleOf(table, point.contender), bestReplay, of);
        row.single = true;
        of.singles.append(row);
    }
    const std::vector<std::size_t> kept = undominated(of, briefs);
    // Of the candidates the singles come first, in the order of `points`.
    const double wanted = briefs.front().inTime;
    const auto cheapest
        = std::find_if(kept.begin(), kept.end(), [&](std::size_t i) { return briefs[i].inTime >= wanted; });
    for (const std::size_t i : thinned(kept, cheapest == kept.end() ? ~std::size_t{0} : *cheapest)) {
        OrchestrationRow row = rowOf(reporter, candidates.at(qsizetype(i)), bestReplay, of);
        row.single = qsizetype(i) < points.size();
        if (cheapest != kept.end() && i == *cheapest) {
            of.cheapest = of.frontier.size();
        }
        of.frontier.append(row);
    }
    of.best = of.frontier.size() - 1;
    return of;
}

OrchestrationRow reportOn(const AttemptTable& table, const Orchestration& of, const Strategy& strategy)
{
    Replayer reporter(table, of.places);
    const Replay best = reporter.replay(of.singles.front().strategy);
    return rowOf(reporter, strategy, best, of);
}

Sentence sentenceOf(const Orchestration& of, const OrchestrationRow& row)
{
    const Sentence accuracy = shareWithin(row.figures.inTime.mean, row.figures.inTime.interval, 1);
    const Sentence cost = shareWithin(row.costShare.ratio, row.costShare.interval, 0);
    const Sentence said = of.isTimed
        ? Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1: %2 answered rightly within %3 s"))
              .arg(describe(row.strategy), accuracy, QString::number(of.patience, 'g', 3))
        : Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1: %2 answered rightly"))
              .arg(describe(row.strategy), accuracy);
    const stats::PairedMeans& against = row.against;
    const Sentence difference = Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1%; difference %2 points, %3 to %4"))
                                    .arg(share(against.secondMean), share(against.difference),
                                        share(against.interval.low), share(against.interval.high));
    return (of.hasCosts
            ? Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1, at %2 of the cost of %3 alone (%4)"))
            : Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1, with %2 of the calls of %3 alone (%4)")))
        .arg(said, cost, of.singles.front().strategy.name, difference);
}

QVector<qsizetype> wonBy(const Orchestration& of)
{
    QVector<qsizetype> won;
    for (const qsizetype at : {of.cheapest, of.best == of.cheapest ? qsizetype{-1} : of.best}) {
        if (at >= 0 && isWon(of, of.frontier.at(at))) {
            won.append(at);
        }
    }
    return won;
}

QVector<Sentence> summaryOf(const Orchestration& of)
{
    QVector<Sentence> said;
    if (of.isEmpty()) {
        return said;
    }
    for (const qsizetype at : wonBy(of)) {
        said.append(sentenceOf(of, of.frontier.at(at)));
    }
    if (said.isEmpty()) {
        said.append(
            Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                             "Of %1 strategies none promised as much as %2 alone for less, or more, and kept "
                             "it on the other half of the questions"))
                .arg(of.candidates, of.singles.front().strategy.name));
    }
    return said;
}

} // namespace winnow
