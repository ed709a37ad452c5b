// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/distributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace winnow::stats {

double binomialUpperTail(int trials, int hits, double p)
{
    if (hits <= 0) {
        return 1;
    }
    if (hits > trials || p <= 0) {
        return 0;
    }
    if (p >= 1) {
        return 1;
    }
    return boost::math::cdf(boost::math::complement(boost::math::binomial(trials, p), hits - 1));
}

double fractionalBinomialUpperTail(double trials, double hits, double p)
{
    if (hits <= 0) {
        return 1;
    }
    if (p <= 0) {
        return 0;
    }
    if (p >= 1) {
        return 1;
    }
    return boost::math::ibeta(hits, std::max(trials - hits, 0.0) + 1, p);
}

double binomialMass(int trials, int hits, double p)
{
    if (hits < 0 || hits > trials) {
        return 0;
    }
    return boost::math::pdf(boost::math::binomial(trials, std::clamp(p, 0.0, 1.0)), hits);
}

int smallestSignificantCount(int trials, double p, double alpha)
{
    for (int hits = 0; hits <= trials; ++hits) {
        if (binomialUpperTail(trials, hits, p) <= alpha) {
            return hits;
        }
    }
    return -1;
}

std::vector<double> poissonBinomialMasses(std::span<const double> probabilities)
{
    std::vector<double> masses(probabilities.size() + 1, 0.0);
    masses[0] = 1;
    std::size_t coins = 0;
    for (const double raw : probabilities) {
        const double p = std::clamp(raw, 0.0, 1.0);
        for (std::size_t hits = ++coins; hits > 0; --hits) {
            masses[hits] = masses[hits] * (1 - p) + masses[hits - 1] * p;
        }
        masses[0] *= 1 - p;
    }
    return masses;
}

double poissonBinomialUpperTail(std::span<const double> probabilities, int hits)
{
    if (hits <= 0) {
        return 1;
    }
    if (hits > int(probabilities.size())) {
        return 0;
    }
    if (probabilities.size() <= 2000) {
        const std::vector<double> masses = poissonBinomialMasses(probabilities);
        double tail = 0;
        for (std::size_t i = masses.size(); i > std::size_t(hits); --i) {
            tail += masses[i - 1];
        }
        return std::min(tail, 1.0);
    }
    double mean = 0;
    double variance = 0;
    double third = 0;
    for (const double raw : probabilities) {
        const double p = std::clamp(raw, 0.0, 1.0);
        mean += p;
        variance += p * (1 - p);
        third += p * (1 - p) * (1 - 2 * p);
    }
    if (variance <= 0) {
        return double(hits) <= mean + 1e-9 ? 1 : 0;
    }
    const double sd = std::sqrt(variance);
    const double z = (hits - 0.5 - mean) / sd;
    const double skew = third / (variance * sd);
    const double density = std::exp(-0.5 * z * z) / std::sqrt(2 * 3.14159265358979323846);
    return std::clamp(normalUpperTail(z) - skew / 6 * (1 - z * z) * density, 0.0, 1.0);
}

double chiSquareUpperTail(double x, double degrees)
{
    if (degrees < 1 || std::isnan(x)) {
        return 1;
    }
    if (x <= 0) {
        return 1;
    }
    if (std::isinf(x)) {
        return 0;
    }
    return boost::math::cdf(boost::math::complement(boost::math::chi_squared(degrees), x));
}

double normalUpperTail(double z)
{
    return 0.5 * std::erfc(z / std::sqrt(2.0));
}

double normalQuantile(double p)
{
    if (p <= 0) {
        return -std::numeric_limits<double>::infinity();
    }
    if (p >= 1) {
        return std::numeric_limits<double>::infinity();
    }
    return boost::math::quantile(boost::math::normal(), p);
}

double studentQuantile(double p, double degrees)
{
    return boost::math::quantile(boost::math::students_t(degrees), p);
}

double studentTwoSided(double t, double degrees)
{
    if (degrees <= 0 || std::isnan(t)) {
        return 1;
    }
    if (std::isinf(t)) {
        return 0;
    }
    return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees), std::abs(t)));
}

double betaUpperTail(double a, double b, double x)
{
    if (x <= 0) {
        return 1;
    }
    if (x >= 1) {
        return 0;
    }
    return boost::math::cdf(boost::math::complement(boost::math::beta_distribution<>(a, b), x));
}

double expectedLargestCount(int trials, int cells, double p)
{
    constexpr int kMostExact = 200;
    if (trials <= 0 || cells <= 0 || p <= 0) {
        return 0;
    }
    if (trials > kMostExact) {
        const double share = expectedLargestCount(kMostExact, cells, p) / kMostExact;
        return trials * (p + (share - p) * std::sqrt(double(kMostExact) / trials));
    }
    // masses[cell][n][k]: probability that the cell catches k of the n trials that the cells before it left.
    const std::size_t size = std::size_t(trials) + 1;
    std::vector<double> masses(std::size_t(cells) * size * size, 0.0);
    const auto massesOf = [&](int cell, int n) {
        return std::span(masses).subspan((std::size_t(cell) * size + std::size_t(n)) * size, size);
    };
    for (int cell = 0; cell < cells; ++cell) {
        const double share = std::min(1.0, p / std::max(p, 1 - cell * p));
        for (int n = 0; n <= trials; ++n) {
            const std::span<double> row = massesOf(cell, n);
            for (int caught = 0; caught <= n; ++caught) {
                row[std::size_t(caught)] = binomialMass(n, caught, share);
            }
        }
    }
    // The mean is the sum over m of P(some cell holds more than m). Cells are filled one after the other:
    // `used[t]` is the probability that the cells so far caught t trials and none of them more than m.
    double mean = 0;
    std::vector<double> used(size);
    std::vector<double> next(size);
    for (int m = 0; m < trials; ++m) {
        std::fill(used.begin(), used.end(), 0.0);
        used[0] = 1;
        for (int cell = 0; cell < cells; ++cell) {
            std::fill(next.begin(), next.end(), 0.0);
            for (int t = 0; t <= trials; ++t) {
                const double before = used[std::size_t(t)];
                if (before <= 0) {
                    continue;
                }
                const std::span<const double> row = massesOf(cell, trials - t);
                for (int caught = 0; caught <= std::min(m, trials - t); ++caught) {
                    next[std::size_t(t + caught)] += before * row[std::size_t(caught)];
                }
            }
            used.swap(next);
        }
        double none = 0;
        for (const double probability : used) {
            none += probability;
        }
        mean += 1 - std::min(1.0, none);
    }
    return mean;
}

} // namespace winnow::stats
