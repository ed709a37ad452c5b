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

} // namespace winnow::stats
