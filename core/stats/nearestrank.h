// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace winnow::stats {

/// For each share p in (0, 1] the value that a share p of all does not exceed: in order the ceil(p n)-th
/// (nearest rank). Values are at least 0 and not NaN; NaN without values. Two passes, however many shares.
std::vector<double> nearestRanks(std::span<const float> values, std::span<const double> shares);

} // namespace winnow::stats
