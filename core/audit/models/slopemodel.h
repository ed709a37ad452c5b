// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/models/modeltable.h"

#include <vector>

namespace winnow {

/// Probability that a sample discriminates backwards: that abler models are likelier to miss it. One value a
/// sample; NaN where fewer than `fewestModels` models have a score, or all or none of them are right.
///
/// The slope of the chance of knowing the answer over ability, in a logistic model with guessing (Birnbaum
/// 1968), is summed over a grid of slopes, difficulties and guess rates; what a model answers again, and
/// without the options in view, tells knowing from guessing; how usual each slope is in the dataset is
/// estimated by EM, so that a backward slope has to explain the answers better than the forward ones that
/// sound samples have, not merely better than none (a local false sign rate, Stephens 2017). What a family
/// knows or misses together is a random effect of its own (Gauss-Hermite quadrature), so that its models are
/// not taken for independent witnesses.
std::vector<double> backwardProbabilities(const AuditData& data, const ModelTable& table, int fewestModels);

} // namespace winnow
