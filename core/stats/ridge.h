// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace winnow::stats {

/// Sums from which least squares with a ridge is solved for several outcomes over the same predictors; sums
/// of parts can be added and taken away, so that leaving a part out needs no second pass.
class RidgeSums {
public:
    RidgeSums(std::size_t predictors, std::size_t outcomes);

    /// One row; `outcome(k)` is its k-th outcome.
    template <typename Outcome> void add(const float* predictors, const Outcome& outcome)
    {
        for (std::size_t a = 0; a < m_predictors; ++a) {
            const double value = double(predictors[a]);
            double* products = m_products.data() + a * m_predictors;
            for (std::size_t b = 0; b <= a; ++b) {
                products[b] += value * double(predictors[b]);
            }
            double* with = m_with.data() + a * m_outcomes;
            for (std::size_t k = 0; k < m_outcomes; ++k) {
                with[k] += value * double(outcome(k));
            }
        }
    }
    RidgeSums& operator+=(const RidgeSums& other);
    RidgeSums& operator-=(const RidgeSums& other);

    /// Coefficients [predictor * outcomes + outcome] that minimise squared error plus `ridge` times their
    /// squares, the last predictor (the constant) left free.
    std::vector<double> solve(double ridge) const;

private:
    std::size_t m_predictors;
    std::size_t m_outcomes;
    std::vector<double> m_products; // lower triangle
    std::vector<double> m_with;
};

} // namespace winnow::stats
