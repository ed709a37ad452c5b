// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

/// Positions of the values in ascending order, equal values as an unstable quicksort leaves them: pivot the
/// median of first, middle and last, parts of up to 16 by insertion (Hoare 1962, Sedgewick 1978; what numpy
/// 1.x does without vector instructions). For methods whose reference takes "the first n" of such an order,
/// ties included. No value may be NaN.
std::vector<std::size_t> quicksortOrder(std::span<const double> values);

} // namespace winnow::stats
