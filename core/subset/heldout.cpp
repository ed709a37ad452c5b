// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/heldout.h"

#include "core/base/parallel.h"
#include "core/stats/correlation.h"
#include "core/stats/distributions.h"
#include "core/stats/random.h"
#include "core/subset/subsetscore.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kNormal95 = 1.959964;
/// Pairs grow with the square: of more models evenly many are compared.
constexpr std::size_t kModelsInPairs = 40;
/// Scores that all splits of a plan may hold, each its own copy: 128 MB.
constexpr std::size_t kScoresHeld = 32'000'000;

/// A model's scores less another's over items; both must have one. A hundred thousand of these are asked for
/// while a slider moves, so there is no more of stats::pairedMeans in it than the sign that stands.
struct Difference {
    double sum = 0;
    double squares = 0;
    double n = 0;

    static Difference between(std::span<const float> first, std::span<const float> second)
    {
        Difference whole;
        // In single precision over a few items at a time, where it loses nothing that matters.
        constexpr std::size_t kChunk = 256;
        for (std::size_t from = 0; from < first.size(); from += kChunk) {
            const std::size_t to = std::min(first.size(), from + kChunk);
            float sum = 0;
            float squares = 0;
            float n = 0;
#pragma omp simd reduction(+ : sum, squares, n)
            for (std::size_t i = from; i < to; ++i) {
                const float d = first[i] - second[i];
                const float known = d == d ? d : 0.0F; // NaN: one of them is missing
                sum += known;
                squares += known * known;
                n += d == d ? 1.0F : 0.0F;
            }
            whole.sum += double(sum);
            whole.squares += double(squares);
            whole.n += double(n);
        }
        return whole;
    }
    /// The paired 95% interval of the mean lies above 0.
    bool above() const
    {
        if (n < 2 || sum <= 0) {
            return false;
        }
        const double mean = sum / n;
        const double variance = (squares - n * mean * mean) / (n - 1);
        return mean > kNormal95 * std::sqrt(std::max(0.0, variance) / n);
    }
};

std::vector<std::size_t> inPairs(const std::vector<double>& accuracy)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < accuracy.size(); ++i) {
        if (!std::isnan(accuracy[i])) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return accuracy[a] > accuracy[b]; });
    if (order.size() <= kModelsInPairs) {
        return order;
    }
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < kModelsInPairs; ++i) {
        some.push_back(order[i * (order.size() - 1) / (kModelsInPairs - 1)]);
    }
    return some;
}

void findApart(HeldOutSplit& split)
{
    const std::vector<std::size_t> models = inPairs(split.accuracy);
    for (std::size_t i = 0; i < models.size(); ++i) {
        for (std::size_t j = i + 1; j < models.size(); ++j) {
            if (Difference::between(split.tried.ofModel(models[i]), split.tried.ofModel(models[j])).above()) {
                split.apart.emplace_back(models[i], models[j]);
            }
        }
    }
}

HeldOutSplit splitOf(const ScoreTable& table, const std::vector<std::uint16_t>& stratum,
    const std::vector<std::uint8_t>& frontier, const std::vector<std::size_t>& seen,
    const std::vector<std::size_t>& tried)
{
    HeldOutSplit split;
    split.problem = std::make_shared<SelectionProblem>(table.ofModels(seen), stratum, frontier);
    split.tried = table.ofModels(tried);
    split.models = tried;
    split.accuracy = split.tried.means();
    split.discrimination = ItemStatistics::of(split.tried).pointBiserial;
    findApart(split);
    return split;
}

std::vector<std::size_t> byAccuracy(const ScoreTable& table)
{
    const std::vector<double> accuracy = table.means();
    std::vector<std::size_t> order(table.models);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return accuracy[a] < accuracy[b]; });
    return order;
}

/// The figures of a quality, for sums and means.
constexpr double SubsetQuality::*kFigures[]
    = {&SubsetQuality::kendall, &SubsetQuality::spearman, &SubsetQuality::error, &SubsetQuality::rawError,
        &SubsetQuality::apart, &SubsetQuality::discrimination, &SubsetQuality::covered};

OverSplits summary(const std::vector<double>& values)
{
    std::vector<double> known;
    for (const double value : values) {
        if (!std::isnan(value)) {
            known.push_back(value);
        }
    }
    OverSplits over{kNaN, {kNaN, kNaN}, int(known.size())};
    if (known.empty()) {
        return over;
    }
    over.mean = stats::mean(known);
    if (known.size() > 1) {
        const double half = stats::studentQuantile(0.975, double(known.size() - 1))
            * stats::standardDeviation(known) / std::sqrt(double(known.size()));
        over.interval = {over.mean - half, over.mean + half};
    }
    return over;
}

} // namespace

std::size_t leastModelsFor(HeldOut kind)
{
    return kind == HeldOut::Alike ? 6 : kind == HeldOut::Stronger ? 8 : 4;
}

int splitsThatFit(const ScoreTable& table, int wanted)
{
    const std::size_t fitting = kScoresHeld / std::max<std::size_t>(1, table.scores.size());
    return std::min(std::max(1, wanted), int(std::clamp<std::size_t>(fitting, 4, 1000)));
}

std::vector<HeldOutSplit> heldOutSplits(const ScoreTable& table, const std::vector<std::uint16_t>& stratum,
    const std::vector<std::uint8_t>& frontier, const HeldOutPlan& plan)
{
    std::vector<HeldOutSplit> splits;
    if (table.models < leastModelsFor(plan.kind)) {
        return splits;
    }
    if (plan.kind == HeldOut::Named) {
        std::vector<std::size_t> seen;
        for (std::size_t model = 0; model < table.models; ++model) {
            if (std::find(plan.named.begin(), plan.named.end(), model) == plan.named.end()) {
                seen.push_back(model);
            }
        }
        if (seen.size() >= 2 && !plan.named.empty()) {
            splits.push_back(splitOf(table, stratum, frontier, seen, plan.named));
        }
        return splits;
    }
    std::vector<std::size_t> order = byAccuracy(table);
    const std::size_t weaker = plan.kind == HeldOut::Stronger
        ? std::size_t(std::lround(0.6 * double(table.models)))
        : table.models;
    const std::size_t wanted = plan.seen ? plan.seen : table.models / 2;
    const std::size_t seenCount
        = std::min(wanted, plan.kind == HeldOut::Stronger ? weaker : table.models - 2);
    splits.resize(std::size_t(splitsThatFit(table, plan.splits)));
    onAllCores(splits.size(), [&](std::size_t i) {
        stats::Random random(stats::mix64(plan.seed * 1000 + i));
        std::vector<std::size_t> pool(order.begin(), order.begin() + std::ptrdiff_t(weaker));
        random.shuffle(std::span<std::size_t>(pool));
        std::vector<std::size_t> seen(pool.begin(), pool.begin() + std::ptrdiff_t(seenCount));
        std::vector<std::size_t> tried = plan.kind == HeldOut::Stronger
            ? std::vector<std::size_t>(order.begin() + std::ptrdiff_t(weaker), order.end())
            : std::vector<std::size_t>(pool.begin() + std::ptrdiff_t(seenCount), pool.end());
        std::sort(seen.begin(), seen.end());
        std::sort(tried.begin(), tried.end());
        splits[i] = splitOf(table, stratum, frontier, seen, tried);
    });
    return splits;
}

SubsetQuality qualityOf(const HeldOutSplit& split, const Selection& selection, ScoreEstimate estimate)
{
    const SubsetScorer scorer(*split.problem, selection, estimate);
    std::vector<double> ranking;
    double error = 0;
    double raw = 0;
    double covered = 0;
    double scored = 0;
    double ranked = 0;
    for (std::size_t model = 0; model < split.tried.models; ++model) {
        const auto answers = split.tried.ofModel(model);
        const double accuracy = split.accuracy[model];
        ranking.push_back(scorer.rankingOf(answers));
        const SubsetScore score = scorer.scoreOf(answers);
        if (!std::isnan(ranking.back()) && !std::isnan(accuracy)) {
            raw += std::abs(ranking.back() - accuracy);
            ranked += 1;
        }
        if (!std::isnan(score.score) && !std::isnan(accuracy)) {
            error += std::abs(score.score - accuracy);
            covered += accuracy >= score.interval.low && accuracy <= score.interval.high ? 1 : 0;
            scored += 1;
        }
    }
    SubsetQuality quality;
    quality.kendall = stats::kendallTauB(ranking, split.accuracy);
    quality.spearman = stats::spearman(ranking, split.accuracy);
    if (std::isnan(quality.kendall) && split.tried.models > 1) {
        quality.kendall = 0; // the set ties all of them
        quality.spearman = 0;
    }
    quality.error = scored > 0 ? error / scored : kNaN;
    quality.covered = scored > 0 ? covered / scored : kNaN;
    quality.rawError = ranked > 0 ? raw / ranked : kNaN;
    // Side by side, so that pairs of models go through memory in order.
    const std::size_t size = selection.items.size();
    std::vector<float> picked(split.tried.models * size);
    for (std::size_t model = 0; model < split.tried.models; ++model) {
        const auto answers = split.tried.ofModel(model);
        for (std::size_t i = 0; i < size; ++i) {
            picked[model * size + i] = answers[selection.items[i]];
        }
    }
    double still = 0;
    for (const auto& [better, worse] : split.apart) {
        const auto row
            = [&](std::uint32_t model) { return std::span<const float>(picked).subspan(model * size, size); };
        still += Difference::between(row(better), row(worse)).above() ? 1 : 0;
    }
    quality.apart = split.apart.empty() ? kNaN : still / double(split.apart.size());
    const double whole = std::accumulate(split.discrimination.begin(), split.discrimination.end(), 0.0);
    double kept = 0;
    for (const std::uint32_t item : selection.items) {
        kept += split.discrimination[item];
    }
    quality.discrimination = whole > 0 ? kept / whole : kNaN;
    return quality;
}

std::vector<SubsetQuality> measure(const std::vector<HeldOutSplit>& splits, const SubsetMethod& method,
    std::size_t budget, std::uint64_t seed, int draws, double frontierShare, const Progress& progress)
{
    std::vector<SubsetQuality> found(splits.size());
    onAllCores(splits.size(), [&](std::size_t i) {
        const HeldOutSplit& split = splits[i];
        for (auto figure : kFigures) {
            found[i].*figure = 0;
        }
        for (int draw = 0; draw < draws && !progress.isCancelled(); ++draw) {
            const Selection selection = method.choose(*split.problem,
                SelectionTask::all(
                    *split.problem, budget, seed + std::uint64_t(draw) * 7919 + i, frontierShare));
            const SubsetQuality quality = qualityOf(split, selection, method.info().estimate);
            for (auto figure : kFigures) {
                found[i].*figure += quality.*figure / draws;
            }
        }
    });
    return progress.isCancelled() ? std::vector<SubsetQuality>() : found;
}

OverSplits overSplits(const std::vector<SubsetQuality>& splits, double SubsetQuality::*figure)
{
    std::vector<double> values;
    for (const SubsetQuality& split : splits) {
        values.push_back(split.*figure);
    }
    return summary(values);
}

OverSplits pairedOverSplits(const std::vector<SubsetQuality>& first, const std::vector<SubsetQuality>& second,
    double SubsetQuality::*figure)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
        values.push_back(first[i].*figure - second[i].*figure);
    }
    return summary(values);
}

} // namespace winnow
