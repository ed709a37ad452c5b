// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/linkage.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow::stats {

std::vector<LinkageStep> averageLinkage(const std::vector<std::vector<double>>& distances)
{
    struct Cluster {
        int id;
        std::vector<size_t> leaves;
    };
    std::vector<Cluster> clusters;
    for (size_t i = 0; i < distances.size(); ++i) {
        clusters.push_back({int(i), {i}});
    }
    const auto between = [&](const Cluster& a, const Cluster& b) {
        double sum = 0;
        for (const size_t i : a.leaves) {
            for (const size_t j : b.leaves) {
                sum += distances[i][j];
            }
        }
        return sum / double(a.leaves.size() * b.leaves.size());
    };
    std::vector<LinkageStep> steps;
    while (clusters.size() > 1) {
        double least = std::numeric_limits<double>::infinity();
        size_t first = 0;
        size_t second = 0;
        for (size_t a = 0; a < clusters.size(); ++a) {
            for (size_t b = a + 1; b < clusters.size(); ++b) {
                const double distance = between(clusters[a], clusters[b]);
                if (distance < least) {
                    least = distance;
                    first = a;
                    second = b;
                }
            }
        }
        if (!std::isfinite(least)) {
            break;
        }
        steps.push_back({clusters[first].id, clusters[second].id, least});
        Cluster& joined = clusters[first];
        joined.id = int(distances.size() + steps.size()) - 1;
        joined.leaves.insert(
            joined.leaves.end(), clusters[second].leaves.begin(), clusters[second].leaves.end());
        clusters.erase(clusters.begin() + std::ptrdiff_t(second));
    }
    return steps;
}

std::vector<std::vector<int>> clustersBelow(const std::vector<LinkageStep>& steps, int leaves, double height)
{
    std::vector<std::vector<int>> members(size_t(leaves) + steps.size());
    for (int leaf = 0; leaf < leaves; ++leaf) {
        members[size_t(leaf)] = {leaf};
    }
    for (size_t s = 0; s < steps.size() && steps[s].height <= height; ++s) {
        auto& joined = members[size_t(leaves) + s];
        for (const int side : {steps[s].left, steps[s].right}) {
            joined.insert(joined.end(), members[size_t(side)].begin(), members[size_t(side)].end());
            members[size_t(side)].clear();
        }
        std::sort(joined.begin(), joined.end());
    }
    std::erase_if(members, [](const auto& group) { return group.empty(); });
    std::sort(members.begin(), members.end());
    return members;
}

} // namespace winnow::stats
