// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/perceptualhash.h"

#include "core/image/phashblock.h"
#include "core/image/reduce.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr int kSide = 32;
constexpr int kLow = 8;

/// By position, so that the frequencies are summed side by side.
using Table = std::array<std::array<double, kLow>, kSide>;

const Table& cosines()
{
    static const Table table = [] {
        Table t{};
        for (int k = 0; k < kLow; ++k) {
            for (int n = 0; n < kSide; ++n) {
                t[size_t(n)][size_t(k)] = 2.0 * std::cos(M_PI * k * (2 * n + 1) / (2.0 * kSide));
            }
        }
        return t;
    }();
    return table;
}

quint64 bitsOf(const internal::LowBlock& block)
{
    std::array<double, kLow * kLow - 1> rest{};
    std::copy(block.begin() + 1, block.end(), rest.begin());
    std::nth_element(rest.begin(), rest.begin() + rest.size() / 2, rest.end());
    const double median = rest[rest.size() / 2];
    quint64 bits = 0;
    for (double coefficient : block) {
        bits = bits << 1 | quint64(coefficient >= median ? 1 : 0);
    }
    return bits;
}

cv::Mat grey256(const Bitmap& bitmap)
{
    const double scale = 256.0 / std::max(bitmap.width, bitmap.height);
    cv::Mat small;
    cv::resize(internal::greyOf(internal::matFromBitmap(bitmap)), small,
        cv::Size(std::max(16, int(std::lround(bitmap.width * scale))),
            std::max(16, int(std::lround(bitmap.height * scale)))),
        0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::GaussianBlur(small, small, cv::Size(0, 0), 1.0);
    small.convertTo(small, CV_32F);
    return small;
}

} // namespace

namespace internal {

namespace {

LowBlock blockOf(const cv::Mat& small)
{
    const Table& cosine = cosines();
    LowBlock block{};
    for (size_t y = 0; y < size_t(kSide); ++y) {
        const float* line = small.ptr<float>(int(y));
        std::array<double, kLow> row{};
        for (size_t x = 0; x < size_t(kSide); ++x) {
            // In steps of 1/64: one tone is to stay one tone.
            const double value = std::nearbyint(64.0 * double(line[x]));
            for (size_t h = 0; h < size_t(kLow); ++h) {
                row[h] += cosine[x][h] * value;
            }
        }
        for (size_t v = 0; v < size_t(kLow); ++v) {
            for (size_t h = 0; h < size_t(kLow); ++h) {
                block[v * kLow + h] += cosine[y][v] * row[h];
            }
        }
    }
    return block;
}

} // namespace

cv::Mat greyOf(const cv::Mat& mat)
{
    cv::Mat grey;
    if (mat.channels() == 3) {
        cv::cvtColor(mat, grey, cv::COLOR_BGR2GRAY);
    } else if (mat.channels() == 4) {
        cv::cvtColor(mat, grey, cv::COLOR_BGRA2GRAY);
    } else {
        grey = mat;
    }
    return grey;
}

LowBlock lowBlock(const cv::Mat& grey)
{
    if (grey.cols > kSide && grey.rows > kSide) {
        return blockOf(reduced(grey, cv::Size(kSide, kSide), Filter::Area));
    }
    cv::Mat small;
    cv::resize(grey, small, cv::Size(kSide, kSide), 0, 0, cv::INTER_LINEAR);
    small.convertTo(small, CV_32F);
    return blockOf(small);
}

LowBlock lowBlock(const cv::Mat& averages, const Edges& edges)
{
    return averages.cols > kSide && averages.rows > kSide
        ? blockOf(reduced(averages, edges, cv::Size(kSide, kSide), Filter::Area))
        : lowBlock(averages);
}

std::array<quint64, kTurns> hashesOf(const LowBlock& block)
{
    std::array<quint64, kTurns> hashes{};
    for (int turn = 0; turn < kTurns; ++turn) {
        const bool transposed = turn >= int(Turn::Transpose);
        const bool flipH = turn == int(Turn::FlipHorizontal) || turn == int(Turn::Rotate180)
            || turn == int(Turn::Rotate90) || turn == int(Turn::AntiTranspose);
        const bool flipV = turn == int(Turn::FlipVertical) || turn == int(Turn::Rotate180)
            || turn == int(Turn::Rotate270) || turn == int(Turn::AntiTranspose);
        LowBlock turned{};
        for (int v = 0; v < kLow; ++v) {
            for (int h = 0; h < kLow; ++h) {
                const double value = block[size_t(transposed ? h * kLow + v : v * kLow + h)];
                const bool negative = (flipH && (h & 1)) != (flipV && (v & 1));
                turned[size_t(v * kLow + h)] = negative ? -value : value;
            }
        }
        hashes[size_t(turn)] = bitsOf(turned);
    }
    return hashes;
}

} // namespace internal

quint64 perceptualHash(const Bitmap& bitmap)
{
    return perceptualHashes(bitmap)[0];
}

std::array<quint64, kTurns> perceptualHashes(const Bitmap& bitmap)
{
    if (bitmap.isNull()) {
        return {};
    }
    return internal::hashesOf(internal::lowBlock(internal::greyOf(internal::matFromBitmap(bitmap))));
}

double imageDifference(const Bitmap& a, const Bitmap& b)
{
    if (a.isNull() || b.isNull()) {
        return 1;
    }
    const double aspect = (double(a.width) / a.height) / (double(b.width) / b.height);
    if (aspect > 1.05 || aspect < 1 / 1.05) {
        return 1;
    }
    const cv::Mat first = grey256(a);
    cv::Mat second = grey256(b);
    if (second.size() != first.size()) {
        cv::resize(second, second, first.size(), 0, 0, cv::INTER_AREA);
    }
    cv::Scalar meanA;
    cv::Scalar deviationA;
    cv::Scalar meanB;
    cv::Scalar deviationB;
    cv::meanStdDev(first, meanA, deviationA);
    cv::meanStdDev(second, meanB, deviationB);
    // The flatter image is stretched to the other's contrast, never the other way round: two dark pages
    // would look alike.
    const double contrastA = deviationA[0];
    const double contrastB = deviationB[0];
    if (std::min(contrastA, contrastB) < 0.5) {
        return std::max(contrastA, contrastB) < 0.5 ? std::abs(meanA[0] - meanB[0]) / 255.0 : 1.0;
    }
    cv::Mat left = first;
    cv::Mat right = second;
    if (contrastA > contrastB) {
        right = (second - meanB[0]) * (contrastA / contrastB) + meanA[0];
    } else {
        left = (first - meanA[0]) * (contrastB / contrastA) + meanB[0];
    }
    cv::Mat difference;
    cv::absdiff(left, right, difference);
    double worst = 0;
    constexpr int kTile = 16;
    for (int y = 0; y < difference.rows; y += kTile / 2) {
        for (int x = 0; x < difference.cols; x += kTile / 2) {
            const cv::Rect tile(
                x, y, std::min(kTile, difference.cols - x), std::min(kTile, difference.rows - y));
            if (tile.width >= kTile / 2 && tile.height >= kTile / 2) {
                worst = std::max(worst, cv::mean(difference(tile))[0]);
            }
        }
    }
    return std::min(1.0, worst / 255.0);
}

} // namespace winnow
