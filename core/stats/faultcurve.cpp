// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/faultcurve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow::stats {

namespace {

constexpr double kLargestLogit = 14;
constexpr double kStep = 0.1;
constexpr std::size_t kBins = std::size_t(2 * kLargestLogit / kStep) + 1;

constexpr std::size_t kUnseenSteps = 30;
constexpr double kLeastUnseen = 0.0005;
constexpr double kMostUnseen = 0.3;
constexpr std::size_t kShiftSteps = 34;
constexpr double kLeastShift = -7;
constexpr double kMostShift = 6;
constexpr std::size_t kSlopeSteps = 7;
constexpr double kLargestLogSlope = 0.9;

/// Of q: mostly as audited test sets have it, else anything.
constexpr double kAsAudited = 0.9;
constexpr double kAuditedFaults = 40;
constexpr double kAuditedSound = 900;
constexpr double kAnyFaults = 0.3;
constexpr double kAnySound = 8;
constexpr double kUsualShift = -2.2;
constexpr double kShiftSpread = 1.5;
constexpr double kSlopeSpread = 0.5;

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

double logitOf(std::size_t bin)
{
    return double(bin) * kStep - kLargestLogit;
}

/// Place of a belief among the bins, between two of them.
double placeOf(double belief)
{
    const double logit = std::log(belief) - std::log1p(-belief);
    return (std::clamp(logit, -kLargestLogit, kLargestLogit) + kLargestLogit) / kStep;
}

double logBeta(double q, double faults, double sound)
{
    return std::lgamma(faults + sound) - std::lgamma(faults) - std::lgamma(sound) + (faults - 1) * std::log(q)
        + (sound - 1) * std::log1p(-q);
}

double between(double low, double high, std::size_t at, std::size_t steps)
{
    return low + (high - low) * double(at) / double(steps - 1);
}

double logNormal(double z)
{
    return -0.5 * z * z;
}

} // namespace

FaultCurve::FaultCurve(std::span<const CheckedBelief> outcomes)
    : m_chances(kBins, 0.0)
{
    struct Count {
        double faults = 0;
        double sound = 0;
    };
    std::vector<Count> counts(kBins);
    for (const CheckedBelief& outcome : outcomes) {
        if (!std::isnan(outcome.belief)) {
            Count& count = counts[std::size_t(std::lround(placeOf(outcome.belief)))];
            (outcome.fault ? count.faults : count.sound) += 1;
        }
    }
    std::array<double, kUnseenSteps> unseen;
    std::array<double, kUnseenSteps> unseenPrior;
    for (std::size_t q = 0; q < kUnseenSteps; ++q) {
        unseen[q] = std::exp(between(std::log(kLeastUnseen), std::log(kMostUnseen), q, kUnseenSteps));
        // The steps are even in log q, so each stands for q times as much.
        unseenPrior[q] = std::log(unseen[q]
            * (kAsAudited * std::exp(logBeta(unseen[q], kAuditedFaults, kAuditedSound))
                + (1 - kAsAudited) * std::exp(logBeta(unseen[q], kAnyFaults, kAnySound))));
    }
    // Each cell: q, and what is seen by shift and slope.
    struct Seen {
        double shift;
        double slope;
        std::array<double, kUnseenSteps> weights;
    };
    std::vector<Seen> cells;
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t b = 0; b < kSlopeSteps; ++b) {
        const double logSlope = between(-kLargestLogSlope, kLargestLogSlope, b, kSlopeSteps);
        for (std::size_t s = 0; s < kShiftSteps; ++s) {
            Seen cell{between(kLeastShift, kMostShift, s, kShiftSteps), std::exp(logSlope), unseenPrior};
            const double prior
                = logNormal((cell.shift - kUsualShift) / kShiftSpread) + logNormal(logSlope / kSlopeSpread);
            for (double& weight : cell.weights) {
                weight += prior;
            }
            for (std::size_t bin = 0; bin < kBins; ++bin) {
                const Count& count = counts[bin];
                if (count.faults + count.sound <= 0) {
                    continue;
                }
                const double seen = logistic(cell.shift + cell.slope * logitOf(bin));
                for (std::size_t q = 0; q < kUnseenSteps; ++q) {
                    const double sound = (1 - unseen[q]) * std::max(1 - seen, 1e-12);
                    cell.weights[q] += count.faults * std::log1p(-sound) + count.sound * std::log(sound);
                }
            }
            largest = std::max(largest, *std::max_element(cell.weights.begin(), cell.weights.end()));
            cells.push_back(cell);
        }
    }
    double total = 0;
    double floor = 0;
    for (Seen& cell : cells) {
        double rest = 0;
        for (std::size_t q = 0; q < kUnseenSteps; ++q) {
            const double weight = std::exp(cell.weights[q] - largest);
            total += weight;
            floor += weight * unseen[q];
            rest += weight * (1 - unseen[q]);
        }
        for (std::size_t bin = 0; bin < kBins; ++bin) {
            m_chances[bin] += rest * logistic(cell.shift + cell.slope * logitOf(bin));
        }
    }
    for (double& chance : m_chances) {
        chance = (chance + floor) / total;
    }
}

double FaultCurve::operator()(double belief) const
{
    if (std::isnan(belief)) {
        return belief;
    }
    const double place = placeOf(belief);
    const std::size_t low = std::min(std::size_t(place), kBins - 2);
    const double part = place - double(low);
    return m_chances[low] * (1 - part) + m_chances[low + 1] * part;
}

} // namespace winnow::stats
