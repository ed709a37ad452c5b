// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/subsetscore.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// How far the curves' mean is off for a model that was not seen, as a standard deviation: over the matrices
/// of tests/bench/subset 2 to 5 points, more for stronger models.
constexpr double kMisfit = 0.04;
constexpr double kNormal95 = 1.959964;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

stats::Interval around(double score, double variance)
{
    const double half = kNormal95 * std::sqrt(variance);
    return {std::max(0.0, score - half), std::min(1.0, score + half)};
}

} // namespace

SubsetScorer::SubsetScorer(
    const SelectionProblem& problem, const Selection& selection, ScoreEstimate estimate)
    : m_problem(problem)
    , m_selection(selection)
    , m_estimate(estimate)
{
    if (estimate == ScoreEstimate::Curves && problem.seen().models >= 3) {
        const stats::ItemCurves& curves = problem.curves().items;
        for (const std::uint32_t item : selection.items) {
            m_slope.push_back(curves.slope[item]);
            m_intercept.push_back(curves.intercept[item]);
        }
    }
}

SubsetScore SubsetScorer::scoreOf(std::span<const float> answers) const
{
    const bool answered = std::any_of(m_selection.items.begin(), m_selection.items.end(),
        [&](std::uint32_t item) { return !std::isnan(answers[item]); });
    if (!answered) {
        return {kNaN, {kNaN, kNaN}};
    }
    if (m_estimate == ScoreEstimate::Curves && m_problem.seen().models >= 3) {
        return byCurves(answers);
    }
    const bool drawn = std::all_of(m_selection.reason.begin(), m_selection.reason.end(),
        [](ChosenFor reason) { return reason == ChosenFor::Drawn || reason == ChosenFor::Place; });
    return drawn ? byMean(answers) : SubsetScore{kNaN, {kNaN, kNaN}};
}

double SubsetScorer::rankingOf(std::span<const float> answers) const
{
    double sum = 0;
    double mass = 0;
    for (std::size_t i = 0; i < m_selection.items.size(); ++i) {
        const float answer = answers[m_selection.items[i]];
        const double weight = m_selection.weight.empty() ? 1.0 : double(m_selection.weight[i]);
        if (!std::isnan(answer)) {
            sum += weight * answer;
            mass += weight;
        }
    }
    return mass > 0 ? sum / mass : kNaN;
}

SubsetScore SubsetScorer::byCurves(std::span<const float> answers) const
{
    const std::size_t count = m_selection.items.size();
    std::vector<float> own(count);
    for (std::size_t i = 0; i < count; ++i) {
        own[i] = answers[m_selection.items[i]];
    }
    const stats::ItemCurves& curves = m_problem.curves().items;
    const stats::Ability ability = stats::abilityOf(m_slope, m_intercept, own);
    std::vector<float> predicted(curves.size());
    stats::probabilitiesAt(curves, ability.value, predicted);
    double sum = 0;
    double variance = 0;
    double slope = 0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const double spread = double(predicted[i]) * (1 - double(predicted[i]));
        sum += predicted[i];
        variance += spread;
        slope += spread * double(curves.slope[i]);
    }
    double residual = 0;
    double noise = 0;
    double drawn = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isnan(own[i])) {
            continue;
        }
        const double p = predicted[m_selection.items[i]];
        sum += own[i] - p;
        variance -= p * (1 - p);
        if (m_selection.reason[i] == ChosenFor::Drawn) {
            residual += own[i] - p;
            noise += p * (1 - p);
            drawn += 1;
        }
    }
    const double items = double(curves.size());
    const double unasked = std::max(0.0, 1 - double(count) / items);
    double trust = 0;
    double residualVariance = 0;
    if (drawn > 0) {
        residual /= drawn;
        residualVariance = noise / (drawn * drawn);
        trust = kMisfit * kMisfit / (kMisfit * kMisfit + std::max(residualVariance, 1e-9));
    }
    const double score = std::clamp(sum / items + trust * residual * unasked, 0.0, 1.0);
    const double ofAbility = (slope / items) * (slope / items) / double(ability.information);
    const double error = (1 - trust) * (1 - trust) * (ofAbility + kMisfit * kMisfit)
        + trust * trust * residualVariance + std::max(0.0, variance) / (items * items);
    return {score, around(score, error * unasked)};
}

SubsetScore SubsetScorer::byMean(std::span<const float> answers) const
{
    const double mean = rankingOf(answers);
    double variance = 0;
    double mass = 0;
    for (std::size_t i = 0; i < m_selection.items.size(); ++i) {
        const float answer = answers[m_selection.items[i]];
        if (!std::isnan(answer)) {
            const double weight = m_selection.weight.empty() ? 1.0 : double(m_selection.weight[i]);
            variance += weight * weight * (answer - mean) * (answer - mean);
            mass += weight;
        }
    }
    const double misfit = m_selection.weight.empty() ? 0 : kMisfit * kMisfit / 2;
    return {mean, around(mean, variance / (mass * mass) + misfit)};
}

} // namespace winnow
