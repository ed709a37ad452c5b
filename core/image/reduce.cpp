// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/reduce.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow::internal {

namespace {

double cubic(double x)
{
    x = std::abs(x);
    if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

/// The rows that make up a row, and their weights, which sum to 1.
struct Taps {
    int from = 0;
    std::vector<float> weights;
};

/// `edges` say where the rows begin, and the end of the last; the row that is wanted is one of `target` equal
/// parts.
Taps tapsOf(int row, int target, const std::vector<int>& edges, Filter filter)
{
    const double scale = double(edges.back()) / target;
    const double centre = (row + 0.5) * scale;
    const double wide = std::max(1.0, scale);
    const double support = filter == Filter::Cubic ? 2.0 * wide : 0.5 * scale;
    Taps taps;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < edges.size() && edges[i] < centre + support; ++i) {
        if (edges[i + 1] <= centre - support) {
            continue;
        }
        const double middle = 0.5 * (edges[i] + edges[i + 1]);
        const double weight = filter == Filter::Cubic
            ? cubic((middle - centre) / wide) * (edges[i + 1] - edges[i])
            : std::min<double>(edges[i + 1], centre + support) - std::max<double>(edges[i], centre - support);
        if (taps.weights.empty()) {
            taps.from = int(i);
        }
        taps.weights.push_back(float(weight));
        sum += weight;
    }
    for (float& weight : taps.weights) {
        weight = float(weight / sum);
    }
    return taps;
}

/// One row out of `count` rows, the columns side by side.
WINNOW_WIDE void weigh(
    const float* line, std::size_t stride, const float* weights, int count, float* out, int columns)
{
    for (int x = 0; x < columns; ++x) {
        out[x] = 0;
    }
    for (int i = 0; i < count; ++i, line += stride) {
        for (int x = 0; x < columns; ++x) {
            out[x] += weights[i] * line[x];
        }
    }
}

cv::Mat reducedRows(const cv::Mat& grey, int target, const std::vector<int>& edges, Filter filter)
{
    if (target == grey.rows) {
        return grey;
    }
    cv::Mat out(target, grey.cols, CV_32FC1);
    for (int y = 0; y < target; ++y) {
        const Taps taps = tapsOf(y, target, edges, filter);
        weigh(grey.ptr<float>(taps.from), grey.step1(), taps.weights.data(), int(taps.weights.size()),
            out.ptr<float>(y), grey.cols);
    }
    return out;
}

std::vector<int> plainEdges(int count)
{
    std::vector<int> edges(std::size_t(count) + 1);
    std::iota(edges.begin(), edges.end(), 0);
    return edges;
}

} // namespace

cv::Mat reduced(const cv::Mat& grey, const Edges& edges, cv::Size size, Filter filter)
{
    cv::Mat exact;
    grey.convertTo(exact, CV_32F);
    cv::Mat turned;
    cv::transpose(reducedRows(exact, size.height, edges.rows, filter), turned);
    cv::Mat out;
    cv::transpose(reducedRows(turned, size.width, edges.columns, filter), out);
    return out;
}

cv::Mat reduced(const cv::Mat& grey, cv::Size size, Filter filter)
{
    return reduced(grey, {plainEdges(grey.cols), plainEdges(grey.rows)}, size, filter);
}

} // namespace winnow::internal
