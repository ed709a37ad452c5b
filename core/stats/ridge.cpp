// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/ridge.h"

#include <cmath>

namespace winnow::stats {

RidgeSums::RidgeSums(std::size_t predictors, std::size_t outcomes)
    : m_predictors(predictors)
    , m_outcomes(outcomes)
    , m_products(predictors * predictors, 0)
    , m_with(predictors * outcomes, 0)
{
}

RidgeSums& RidgeSums::operator+=(const RidgeSums& other)
{
    for (std::size_t i = 0; i < m_products.size(); ++i) {
        m_products[i] += other.m_products[i];
    }
    for (std::size_t i = 0; i < m_with.size(); ++i) {
        m_with[i] += other.m_with[i];
    }
    return *this;
}

RidgeSums& RidgeSums::operator-=(const RidgeSums& other)
{
    for (std::size_t i = 0; i < m_products.size(); ++i) {
        m_products[i] -= other.m_products[i];
    }
    for (std::size_t i = 0; i < m_with.size(); ++i) {
        m_with[i] -= other.m_with[i];
    }
    return *this;
}

std::vector<double> RidgeSums::solve(double ridge) const
{
    const std::size_t n = m_predictors;
    // Cholesky: products + ridge = L L^T, row by row in place.
    std::vector<double> l = m_products;
    for (std::size_t i = 0; i < n; ++i) {
        l[i * n + i] += i + 1 < n ? ridge : 1e-9;
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = l[i * n + j];
            for (std::size_t k = 0; k < j; ++k) {
                rest -= l[i * n + k] * l[j * n + k];
            }
            l[i * n + j] = i == j ? std::sqrt(std::max(rest, 1e-12)) : rest / l[j * n + j];
        }
    }
    std::vector<double> solved = m_with;
    for (std::size_t outcome = 0; outcome < m_outcomes; ++outcome) {
        const auto at = [&](std::size_t row) -> double& { return solved[row * m_outcomes + outcome]; };
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                at(i) -= l[i * n + k] * at(k);
            }
            at(i) /= l[i * n + i];
        }
        for (std::size_t i = n; i-- > 0;) {
            for (std::size_t k = i + 1; k < n; ++k) {
                at(i) -= l[k * n + i] * at(k);
            }
            at(i) /= l[i * n + i];
        }
    }
    return solved;
}

} // namespace winnow::stats
