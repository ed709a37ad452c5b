// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methods/anchorpoints.h"

#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

struct Point {
    float x = 0;
    float y = 0;

    float distanceTo(const Point& other) const
    {
        return (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y);
    }
};

/// Lloyd's algorithm from centres drawn by k-means++ (Arthur and Vassilvitskii 2007).
class KMeans {
public:
    KMeans(std::vector<Point> points, std::size_t clusters, std::uint64_t seed)
        : m_points(std::move(points))
        , m_cluster(m_points.size())
    {
        draw(clusters, seed);
        for (int round = 0; round < 20 && assign(); ++round) {
            centre();
        }
    }

    std::size_t clusters() const { return m_centres.size(); }
    std::size_t clusterOf(std::size_t point) const { return m_cluster[point]; }
    float distance(std::size_t point) const
    {
        return m_points[point].distanceTo(m_centres[m_cluster[point]]);
    }

private:
    void draw(std::size_t clusters, std::uint64_t seed)
    {
        stats::Random random(seed);
        std::vector<float> nearest(m_points.size(), std::numeric_limits<float>::max());
        std::size_t next = random.below(m_points.size());
        while (m_centres.size() < clusters) {
            m_centres.push_back(m_points[next]);
            double sum = 0;
            for (std::size_t i = 0; i < m_points.size(); ++i) {
                nearest[i] = std::min(nearest[i], m_points[i].distanceTo(m_centres.back()));
                sum += nearest[i];
            }
            if (sum <= 0) {
                return; // no further point stands apart
            }
            double at = random.uniform() * sum;
            next = 0;
            while (next + 1 < m_points.size() && (at -= nearest[next]) > 0) {
                ++next;
            }
        }
    }
    bool assign()
    {
        bool changed = false;
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            std::size_t best = 0;
            float least = m_points[i].distanceTo(m_centres[0]);
            for (std::size_t c = 1; c < m_centres.size(); ++c) {
                const float distance = m_points[i].distanceTo(m_centres[c]);
                if (distance < least) {
                    least = distance;
                    best = c;
                }
            }
            changed = changed || best != m_cluster[i];
            m_cluster[i] = std::uint32_t(best);
        }
        return changed;
    }
    void centre()
    {
        std::vector<Point> sum(m_centres.size());
        std::vector<float> count(m_centres.size());
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            sum[m_cluster[i]].x += m_points[i].x;
            sum[m_cluster[i]].y += m_points[i].y;
            count[m_cluster[i]] += 1;
        }
        for (std::size_t c = 0; c < m_centres.size(); ++c) {
            if (count[c] > 0) {
                m_centres[c] = {sum[c].x / count[c], sum[c].y / count[c]};
            }
        }
    }

    std::vector<Point> m_points;
    std::vector<Point> m_centres;
    std::vector<std::uint32_t> m_cluster;
};

} // namespace

const SubsetMethodInfo& AnchorPointsMethod::info() const
{
    static const SubsetMethodInfo info{QStringLiteral("anchor_points"),
        QT_TRANSLATE_NOOP("SubsetMethod", "Anchor points"),
        QT_TRANSLATE_NOOP("SubsetMethod",
            "Samples with alike item curves are grouped, and the middle one stands for its group with a "
            "weight; the "
            "weights belong to the score"),
        QStringLiteral("tinyBenchmarks, arXiv 2402.14992, section 3.2"), 27, ScoreEstimate::Weights};
    return info;
}

Selection AnchorPointsMethod::choose(const SelectionProblem& problem, const SelectionTask& task) const
{
    Selection selection;
    const auto& candidates = task.candidates;
    if (candidates.empty() || task.budget == 0) {
        return selection;
    }
    const stats::ItemCurves& curves = problem.curves().items;
    std::vector<Point> points;
    for (const std::uint32_t item : candidates) {
        points.push_back({curves.slope[item], curves.intercept[item]});
    }
    const KMeans groups(std::move(points), std::min(task.budget, candidates.size()), task.seed);
    std::vector<std::size_t> anchor(groups.clusters(), candidates.size());
    std::vector<float> mass(groups.clusters());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t group = groups.clusterOf(i);
        mass[group] += 1;
        if (anchor[group] == candidates.size() || groups.distance(i) < groups.distance(anchor[group])) {
            anchor[group] = i;
        }
    }
    std::vector<std::size_t> order(groups.clusters());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return mass[a] > mass[b]; });
    for (const std::size_t group : order) {
        if (mass[group] > 0) {
            selection.add(candidates[anchor[group]], ChosenFor::Place);
            selection.weight.push_back(mass[group] / float(candidates.size()));
        }
    }
    return selection;
}

} // namespace winnow
