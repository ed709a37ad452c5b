// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

/// For every score the share of outcomes that is 1 among scores like it: the non-decreasing function of the
/// score that is nearest to the outcomes (pool adjacent violators; Barlow et al. 1972; Zadrozny and Elkan
/// 2002 for calibration). Each pool is drawn to `prior` as if `priorWeight` more outcomes with that mean
/// were in it, so that a handful of lucky ones is not certainty. In the order of the arguments; equal scores
/// get equal values.
std::vector<double> calibrated(std::span<const double> scores, std::span<const int> outcomes,
    double prior = 0.5, double priorWeight = 0);

} // namespace winnow::stats
