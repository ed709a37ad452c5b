// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace winnow {

/// What something costs and how good it is: US dollars (or calls) a question, and the share answered rightly.
struct CostPoint {
    double cost = 0;
    double quality = 0;
};

/// The non-decreasing convex hull: what can be had by mixing points at random, cheapest first (RouterBench,
/// arXiv 2403.12031, section 3). Points that are not finite are left out.
std::vector<CostPoint> costQualityHull(std::vector<CostPoint> points);
/// The quality of a hull at a cost: between its points on the line, beyond the last that of the last; NaN
/// before the first.
double qualityAt(const std::vector<CostPoint>& hull, double cost);
/// Average improvement in quality: the mean quality of the hull over the costs from `least` to `most`
/// (RouterBench: 1 / (c_max - c_min) times the integral); a hull that begins later counts from where it
/// begins as 0. NaN without a hull or a range.
double averageQuality(const std::vector<CostPoint>& hull, double least, double most);

} // namespace winnow
