// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/itemresponse.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace winnow::stats {

namespace {

constexpr float kSlopeMean = 1.0F;
constexpr float kSlopeVariance = 0.25F;
constexpr float kLeastSlope = 0.05F;
constexpr float kInterceptVariance = 4.0F;
/// Items whose sums are held at once: five rows of floats stay in the first-level cache.
constexpr std::size_t kBlock = 512;

/// 1 / (1 + exp(-x)) without branches and calls, so that the loops around it become vector instructions; the
/// exponential is 2^n times a polynomial of degree 6, relative error below 1e-6.
inline float logistic(float x)
{
    const float clipped = std::min(std::max(-x, -30.0F), 30.0F) * 1.44269504F;
    constexpr float kRound = 12582912.0F; // 1.5 * 2^23: adding it rounds to a whole number
    const float shifted = clipped + kRound;
    const float whole = shifted - kRound;
    const float rest = (clipped - whole) * 0.693147181F;
    float power = 1.0F / 720;
    power = power * rest + 1.0F / 120;
    power = power * rest + 1.0F / 24;
    power = power * rest + 1.0F / 6;
    power = power * rest + 0.5F;
    power = power * rest + 1.0F;
    power = power * rest + 1.0F;
    const auto exponent = (std::bit_cast<std::uint32_t>(shifted) - std::bit_cast<std::uint32_t>(kRound))
        << 23U;
    const float scaled = std::bit_cast<float>(std::bit_cast<std::uint32_t>(power) + exponent);
    return 1.0F / (1.0F + scaled);
}

/// Scores without NaN, and which are there.
struct Answers {
    std::vector<float> score;
    std::vector<float> there;
};

Answers answersOf(std::span<const float> scores)
{
    Answers answers{std::vector<float>(scores.size()), std::vector<float>(scores.size())};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool there = !std::isnan(scores[i]);
        answers.score[i] = there ? scores[i] : 0.0F;
        answers.there[i] = there ? 1.0F : 0.0F;
    }
    return answers;
}

float clipped(float step, float most)
{
    return std::clamp(step, -most, most);
}

/// First and second derivatives of the items of a block.
struct ItemSums {
    std::array<float, kBlock> slope, intercept, slopeTwice, both, interceptTwice;

    void clear()
    {
        slope.fill(0);
        intercept.fill(0);
        slopeTwice.fill(0);
        both.fill(0);
        interceptTwice.fill(0);
    }
};

void addModel(ItemSums& sums, const float* __restrict slope, const float* __restrict intercept,
    const float* __restrict score, const float* __restrict there, float ability, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float p = logistic(slope[i] * ability + intercept[i]);
        const float residual = score[i] - p * there[i];
        const float weight = p * (1.0F - p) * there[i];
        sums.slope[i] += residual * ability;
        sums.intercept[i] += residual;
        sums.slopeTwice[i] += weight * ability * ability;
        sums.both[i] += weight * ability;
        sums.interceptTwice[i] += weight;
    }
}

void stepItems(ItemCurves& curves, const Answers& answers, std::span<const float> ability)
{
    const std::size_t items = curves.size();
    ItemSums sums;
    for (std::size_t from = 0; from < items; from += kBlock) {
        const std::size_t count = std::min(kBlock, items - from);
        float* slope = curves.slope.data() + from;
        float* intercept = curves.intercept.data() + from;
        sums.clear();
        for (std::size_t model = 0; model < ability.size(); ++model) {
            addModel(sums, slope, intercept, answers.score.data() + model * items + from,
                answers.there.data() + model * items + from, ability[model], count);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const float first = sums.slope[i] - (slope[i] - kSlopeMean) / kSlopeVariance;
            const float second = sums.intercept[i] - intercept[i] / kInterceptVariance;
            const float slopeTwice = sums.slopeTwice[i] + 1 / kSlopeVariance;
            const float interceptTwice = sums.interceptTwice[i] + 1 / kInterceptVariance;
            const float determinant = slopeTwice * interceptTwice - sums.both[i] * sums.both[i];
            slope[i] = std::max(
                slope[i] + clipped((interceptTwice * first - sums.both[i] * second) / determinant, 1.0F),
                kLeastSlope);
            intercept[i] += clipped((slopeTwice * second - sums.both[i] * first) / determinant, 2.0F);
        }
    }
}

/// Gradient and information of one model's ability, prior included.
std::pair<float, float> abilitySums(const float* __restrict slope, const float* __restrict intercept,
    const float* __restrict score, const float* __restrict there, float ability, std::size_t count)
{
    float gradient = 0;
    float information = 0;
#pragma omp simd reduction(+ : gradient, information)
    for (std::size_t i = 0; i < count; ++i) {
        const float p = logistic(slope[i] * ability + intercept[i]);
        gradient += (score[i] - p * there[i]) * slope[i];
        information += p * (1.0F - p) * there[i] * slope[i] * slope[i];
    }
    return {gradient - ability, information + 1};
}

/// Moves abilities to mean 0 and deviation 1, and the curves with them.
void standardise(ItemResponseFit& fit)
{
    double mean = 0;
    for (const float ability : fit.ability) {
        mean += ability;
    }
    mean /= double(fit.ability.size());
    double square = 0;
    for (const float ability : fit.ability) {
        square += (ability - mean) * (ability - mean);
    }
    const double deviation = std::sqrt(square / double(fit.ability.size()));
    const bool spread = deviation > 1e-6;
    for (float& ability : fit.ability) {
        ability = spread ? float((ability - mean) / deviation) : 0.0F;
    }
    for (std::size_t i = 0; i < fit.items.size(); ++i) {
        fit.items.intercept[i] += fit.items.slope[i] * float(mean);
        if (spread) {
            fit.items.slope[i] = std::max(fit.items.slope[i] * float(deviation), kLeastSlope);
        }
    }
}

void start(ItemResponseFit& fit, const Answers& answers)
{
    const std::size_t items = fit.items.size();
    std::vector<float> right(items), asked(items);
    for (std::size_t model = 0; model < fit.ability.size(); ++model) {
        double sum = 0;
        double count = 0;
        for (std::size_t i = 0; i < items; ++i) {
            right[i] += answers.score[model * items + i];
            asked[i] += answers.there[model * items + i];
            sum += answers.score[model * items + i];
            count += answers.there[model * items + i];
        }
        fit.ability[model] = count > 0 ? float(sum / count) : 0.5F;
    }
    standardise(fit);
    for (std::size_t i = 0; i < items; ++i) {
        const float share = std::clamp((right[i] + 0.5F) / (asked[i] + 1), 0.02F, 0.98F);
        fit.items.slope[i] = kSlopeMean;
        fit.items.intercept[i] = std::log(share / (1 - share));
    }
}

} // namespace

ItemResponseFit fitItemResponse(
    std::span<const float> scores, std::size_t models, std::size_t items, int rounds)
{
    ItemResponseFit fit;
    fit.items.slope.assign(items, kSlopeMean);
    fit.items.intercept.assign(items, 0);
    fit.ability.assign(models, 0);
    if (models == 0) {
        return fit;
    }
    const Answers answers = answersOf(scores);
    start(fit, answers);
    for (int round = 0; round < rounds; ++round) {
        stepItems(fit.items, answers, fit.ability);
        for (std::size_t model = 0; model < models; ++model) {
            const auto [gradient, information] = abilitySums(fit.items.slope.data(),
                fit.items.intercept.data(), answers.score.data() + model * items,
                answers.there.data() + model * items, fit.ability[model], items);
            fit.ability[model] += clipped(gradient / information, 1.0F);
        }
        standardise(fit);
    }
    return fit;
}

Ability abilityOf(
    std::span<const float> slope, std::span<const float> intercept, std::span<const float> scores)
{
    const Answers answers = answersOf(scores);
    Ability ability;
    for (int step = 0; step < 25; ++step) {
        const auto [gradient, information] = abilitySums(slope.data(), intercept.data(), answers.score.data(),
            answers.there.data(), ability.value, scores.size());
        ability.information = information;
        const float move = clipped(gradient / information, 1.0F);
        ability.value += move;
        if (std::abs(move) < 1e-4F) {
            break;
        }
    }
    return ability;
}

void probabilitiesAt(const ItemCurves& curves, float ability, std::span<float> probability)
{
    for (std::size_t i = 0; i < curves.size(); ++i) {
        probability[i] = logistic(curves.slope[i] * ability + curves.intercept[i]);
    }
}

} // namespace winnow::stats
