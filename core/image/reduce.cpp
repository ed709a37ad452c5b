// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/reduce.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

Taps tapsOf(int row, double scale, int rows, Filter filter)
{
    const double centre = (row + 0.5) * scale;
    const double support = filter == Filter::Cubic ? 2.0 * std::max(1.0, scale) : 0.5 * scale;
    Taps taps;
    // Pillow's rounding for its filter; of an area every row that it touches.
    taps.from = filter == Filter::Cubic ? std::max(0, int(centre - support + 0.5))
                                        : std::max(0, int(centre - support + 1e-9));
    const int to = filter == Filter::Cubic ? std::min(rows, int(centre + support + 0.5))
                                           : std::min(rows, int(std::ceil(centre + support - 1e-9)));
    double sum = 0;
    for (int i = taps.from; i < to; ++i) {
        const double weight = filter == Filter::Cubic
            ? cubic((i - centre + 0.5) / std::max(1.0, scale))
            : std::min<double>(i + 1, centre + support) - std::max<double>(i, centre - support);
        taps.weights.push_back(float(weight));
        sum += weight;
    }
    for (float& weight : taps.weights) {
        weight = float(weight / sum);
    }
    return taps;
}

/// One row out of `count` rows, the columns side by side.
WINNOW_WIDE void weigh(const uchar* line, std::size_t stride, const float* weights, int count, float* sums,
    uchar* out, int columns)
{
    for (int x = 0; x < columns; ++x) {
        sums[x] = 0.5F;
    }
    for (int i = 0; i < count; ++i, line += stride) {
        for (int x = 0; x < columns; ++x) {
            sums[x] += weights[i] * float(line[x]);
        }
    }
    for (int x = 0; x < columns; ++x) {
        const int value = int(sums[x]);
        out[x] = uchar(value < 0 ? 0 : value > 255 ? 255 : value);
    }
}

cv::Mat reducedRows(const cv::Mat& grey, int target, Filter filter)
{
    if (target == grey.rows) {
        return grey;
    }
    const double scale = double(grey.rows) / target;
    cv::Mat out(target, grey.cols, CV_8UC1);
    std::vector<float> sums(std::size_t(grey.cols));
    for (int y = 0; y < target; ++y) {
        const Taps taps = tapsOf(y, scale, grey.rows, filter);
        weigh(grey.ptr<uchar>(taps.from), grey.step, taps.weights.data(), int(taps.weights.size()),
            sums.data(), out.ptr<uchar>(y), grey.cols);
    }
    return out;
}

} // namespace

cv::Mat reduced(const cv::Mat& grey, cv::Size size, Filter filter)
{
    cv::Mat turned;
    cv::transpose(reducedRows(grey, size.height, filter), turned);
    cv::Mat out;
    cv::transpose(reducedRows(turned, size.width, filter), out);
    return out;
}

} // namespace winnow::internal
