// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/detail.h"

#include "core/image/phashblock.h"
#include "core/image/reduce.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::internal {

namespace {

constexpr double kSide = 128;
constexpr int kTile = 8;
/// Of the image's own range of tones; a smaller difference is not seen.
constexpr double kVisible = 0.03;
constexpr double kLeastVisible = 1.0;
constexpr double kPlainly = 2;
constexpr std::array<int, 7> kSides{64, 48, 36, 24, 16, 12, 8};

cv::Size sized(const cv::Mat& mat, double side)
{
    const double scale = side / std::max(mat.cols, mat.rows);
    return {std::max(2, int(std::lround(mat.cols * scale))), std::max(2, int(std::lround(mat.rows * scale)))};
}

/// Largest mean difference over a tile between the image and itself at a smaller size.
double lostAt(const cv::Mat& image, int side)
{
    cv::Mat small;
    cv::Mat again;
    cv::resize(image, small, sized(image, side), 0, 0, cv::INTER_AREA);
    cv::resize(small, again, image.size(), 0, 0, cv::INTER_CUBIC);
    cv::absdiff(image, again, again);
    cv::resize(again, small, cv::Size(std::max(1, image.cols / kTile), std::max(1, image.rows / kTile)), 0, 0,
        cv::INTER_AREA);
    double low = 0;
    double high = 0;
    cv::minMaxLoc(small, &low, &high);
    return high;
}

/// Whether averages of the image already lose much more than can be seen at the largest of the sides: most
/// images do, and whole numbers tell it in a quarter of the time.
bool isPlainlyDetailed(const cv::Mat& small)
{
    double low = 0;
    double high = 0;
    cv::minMaxLoc(small, &low, &high);
    const cv::Mat least = reduced(small, sized(small, kSides[0]), Filter::Area);
    cv::Mat lost;
    small.convertTo(lost, CV_32F);
    cv::absdiff(lost, reduced(least, small.size(), Filter::Cubic), lost);
    const cv::Mat tiles
        = reduced(lost, {std::max(1, small.cols / kTile), std::max(1, small.rows / kTile)}, Filter::Area);
    double most = 0;
    cv::minMaxLoc(tiles, nullptr, &most);
    return most > kPlainly * (kVisible * (high - low) + kLeastVisible);
}

} // namespace

double detailSide(const cv::Mat& mat, const cv::Mat& small)
{
    if (std::max(small.cols, small.rows) >= int(kSide) && isPlainlyDetailed(small)) {
        return kFullDetail;
    }
    if (std::max(mat.cols, mat.rows) < 16) {
        return std::max(mat.cols, mat.rows);
    }
    cv::Mat image;
    // Picking points, not averaging: what an average smooths away would be taken for missing.
    cv::resize(mat, image, sized(mat, std::min<double>(kSide, std::max(mat.cols, mat.rows))), 0, 0,
        cv::INTER_LINEAR);
    image = greyOf(image);
    double low = 0;
    double high = 0;
    cv::minMaxLoc(image, &low, &high);
    if (high - low < 3) {
        return 0;
    }
    const double visible = std::max(kLeastVisible, kVisible * (high - low));
    image.convertTo(image, CV_32F);
    double side = kFullDetail;
    for (const int smaller : kSides) {
        if (smaller >= std::max(image.cols, image.rows) || lostAt(image, smaller) > visible) {
            break;
        }
        side = smaller;
    }
    return side;
}

} // namespace winnow::internal
