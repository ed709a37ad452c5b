// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/samepicture.h"

#include "core/image/mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace winnow {

namespace {

constexpr double kLongestSide = 1024;
constexpr int kTile = 8;
/// A tile shows something when its brightness varies by more.
constexpr double kContent = 8;
// What separates 50 stored-again copies from 1,800 pairs of look-alikes with close hashes in real sets.
constexpr int kRichContent = 230;
constexpr double kRichDifference = 50;
constexpr double kPlainDifference = 12;
constexpr double kColourDifference = 12;
constexpr double kStrongPerTile = 0.15;
constexpr double kMostUntouched = 0.3;

struct Channels {
    cv::Mat brightness;
    cv::Mat red;
    cv::Mat blue;
    bool colourless = false;
};

Channels channelsOf(const Bitmap& bitmap, cv::Size size)
{
    cv::Mat mat = internal::matFromBitmap(bitmap);
    if (mat.channels() == 1) {
        cv::cvtColor(mat, mat, cv::COLOR_GRAY2BGR);
    } else if (mat.channels() == 4) {
        cv::cvtColor(mat, mat, cv::COLOR_BGRA2BGR);
    }
    if (mat.size() != size) {
        cv::resize(mat, mat, size, 0, 0, cv::INTER_AREA);
    }
    cv::cvtColor(mat, mat, cv::COLOR_BGR2YCrCb);
    std::vector<cv::Mat> planes;
    cv::split(mat, planes);
    Channels channels;
    const auto neutral = [](const cv::Mat& plane) {
        double low = 0;
        double high = 0;
        cv::minMaxLoc(plane, &low, &high);
        return low >= 126 && high <= 130;
    };
    channels.colourless = bitmap.channels == 1 || (neutral(planes[1]) && neutral(planes[2]));
    planes[0].convertTo(channels.brightness, CV_32F);
    planes[1].convertTo(channels.red, CV_32F);
    planes[2].convertTo(channels.blue, CV_32F);
    return channels;
}

/// The flatter one is stretched to the contrast of the other, never the other way round: two dark pages would
/// look alike.
void fitContrast(cv::Mat& first, cv::Mat& second)
{
    cv::Scalar mean1;
    cv::Scalar spread1;
    cv::Scalar mean2;
    cv::Scalar spread2;
    cv::meanStdDev(first, mean1, spread1);
    cv::meanStdDev(second, mean2, spread2);
    if (std::min(spread1[0], spread2[0]) < 0.5) {
        return;
    }
    if (spread1[0] > spread2[0]) {
        second = (second - mean2[0]) * (spread1[0] / spread2[0]) + mean1[0];
    } else {
        first = (first - mean1[0]) * (spread2[0] / spread1[0]) + mean2[0];
    }
}

double largest(const cv::Mat& mat)
{
    double low = 0;
    double high = 0;
    cv::minMaxLoc(mat, &low, &high);
    return high;
}

double colourDifference(const cv::Mat& first, const cv::Mat& second)
{
    cv::Mat difference = first - second;
    cv::blur(difference, difference, cv::Size(9, 9));
    return largest(cv::abs(difference));
}

} // namespace

CopyTraits compareCopies(const Bitmap& first, const Bitmap& second)
{
    CopyTraits traits;
    if (first.isNull() || second.isNull()) {
        return traits;
    }
    const int width = std::min(first.width, second.width);
    const int height = std::min(first.height, second.height);
    const double scale = std::min(1.0, kLongestSide / std::max(width, height));
    const cv::Size size(std::max(kTile, int(width * scale)), std::max(kTile, int(height * scale)));
    Channels a = channelsOf(first, size);
    Channels b = channelsOf(second, size);
    fitContrast(a.brightness, b.brightness);
    const cv::Mat difference = cv::abs(a.brightness - b.brightness);
    cv::Mat smooth;
    cv::blur(difference, smooth, cv::Size(3, 3));
    traits.brightness = largest(smooth);
    traits.strong = cv::countNonZero(difference > 64);
    traits.colour = a.colourless || b.colourless
        ? 0
        : std::max(colourDifference(a.red, b.red), colourDifference(a.blue, b.blue));
    int untouched = 0;
    for (int y = 0; y + kTile <= size.height; y += kTile) {
        for (int x = 0; x + kTile <= size.width; x += kTile) {
            const cv::Rect tile(x, y, kTile, kTile);
            cv::Scalar mean;
            cv::Scalar spread;
            cv::meanStdDev(a.brightness(tile), mean, spread);
            if (spread[0] > kContent) {
                ++traits.content;
                untouched += largest(difference(tile)) < 2;
            }
        }
    }
    traits.untouched = traits.content > 0 ? double(untouched) / traits.content : 0;
    return traits;
}

bool isCopy(const CopyTraits& traits, int distance)
{
    const bool lenient = distance <= 2 && traits.content >= kRichContent;
    if (traits.brightness > (lenient ? kRichDifference : kPlainDifference)
        || traits.colour > kColourDifference || traits.strong > kStrongPerTile * traits.content) {
        return false;
    }
    // Strong in one place and nothing in many others is something drawn into the same picture.
    return traits.brightness <= kPlainDifference || traits.untouched <= kMostUntouched;
}

Bitmap turned(const Bitmap& bitmap, Turn turn)
{
    cv::Mat mat = internal::matFromBitmap(bitmap);
    switch (turn) {
    case Turn::None:
        return bitmap;
    case Turn::FlipHorizontal:
        cv::flip(mat, mat, 1);
        break;
    case Turn::FlipVertical:
        cv::flip(mat, mat, 0);
        break;
    case Turn::Rotate180:
        cv::flip(mat, mat, -1);
        break;
    case Turn::Transpose:
        cv::transpose(mat, mat);
        break;
    case Turn::Rotate90:
        cv::rotate(mat, mat, cv::ROTATE_90_CLOCKWISE);
        break;
    case Turn::Rotate270:
        cv::rotate(mat, mat, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    case Turn::AntiTranspose:
        cv::flip(mat, mat, -1);
        cv::transpose(mat, mat);
        break;
    }
    return internal::bitmapFromMat(mat);
}

} // namespace winnow
