// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/costquality.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow {

std::vector<CostPoint> costQualityHull(std::vector<CostPoint> points)
{
    std::erase_if(
        points, [](const CostPoint& p) { return !std::isfinite(p.cost) || !std::isfinite(p.quality); });
    std::sort(points.begin(), points.end(), [](const CostPoint& a, const CostPoint& b) {
        return a.cost < b.cost || (a.cost == b.cost && a.quality > b.quality);
    });
    std::vector<CostPoint> hull;
    for (const CostPoint& point : points) {
        if (!hull.empty() && point.quality <= hull.back().quality) {
            continue;
        }
        const auto below = [&](const CostPoint& a, const CostPoint& b) {
            // b lies on or below the line from a to the new point.
            return (b.quality - a.quality) * (point.cost - a.cost)
                <= (point.quality - a.quality) * (b.cost - a.cost);
        };
        while (hull.size() >= 2 && below(hull[hull.size() - 2], hull.back())) {
            hull.pop_back();
        }
        hull.push_back(point);
    }
    return hull;
}

double qualityAt(const std::vector<CostPoint>& hull, double cost)
{
    if (hull.empty() || cost < hull.front().cost) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    for (std::size_t i = 1; i < hull.size(); ++i) {
        const CostPoint& from = hull[i - 1];
        const CostPoint& to = hull[i];
        if (cost < to.cost) {
            return from.quality + (to.quality - from.quality) * (cost - from.cost) / (to.cost - from.cost);
        }
    }
    return hull.back().quality;
}

double averageQuality(const std::vector<CostPoint>& hull, double least, double most)
{
    if (hull.empty() || !(most > least)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    std::vector<double> at{most};
    for (const CostPoint& point : hull) {
        at.push_back(std::clamp(point.cost, least, most));
    }
    std::sort(at.begin(), at.end());
    double area = 0;
    double from = std::max(least, at.front());
    for (const double to : at) {
        if (to > from && from >= hull.front().cost) {
            area += (to - from) * (qualityAt(hull, from) + qualityAt(hull, to)) / 2;
        }
        from = std::max(from, to);
    }
    // From `least` on, where the hull begins before it.
    return area / (most - least);
}

} // namespace winnow
