// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace winnow::stats {

/// One step of a hierarchical clustering: two of what was there become one. Leaves are 0 to n - 1; the step
/// at index i makes n + i.
struct LinkageStep {
    int left = 0;
    int right = 0;
    double height = 0;
};

/// Average linkage (UPGMA; Sokal and Michener, Univ. Kansas Sci. Bull. 38, 1958) of a square of distances;
/// heights ascend. What has no finite distance to anything joins nothing.
std::vector<LinkageStep> averageLinkage(const std::vector<std::vector<double>>& distances);

/// The groups that are there when steps higher than `height` are left out, each ascending, by their first.
std::vector<std::vector<int>> clustersBelow(const std::vector<LinkageStep>& steps, int leaves, double height);

} // namespace winnow::stats
