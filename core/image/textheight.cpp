// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/textheight.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace winnow::internal {

namespace {

struct Glyph {
    int x;
    int y;
    int width;
    int height;
};

constexpr size_t kMaxGlyphs = 4000;
constexpr int kLeastGlyphs = 8;
/// Work is bounded: above this the middle of the image stands for all of it.
constexpr int kWindow = 1200;

std::vector<Glyph> glyphsOf(const cv::Mat& grey, bool darkOnLight)
{
    cv::Mat binary;
    cv::adaptiveThreshold(grey, binary, 255, cv::ADAPTIVE_THRESH_MEAN_C,
        darkOnLight ? cv::THRESH_BINARY_INV : cv::THRESH_BINARY, 25, darkOnLight ? 15 : -15);
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int found = cv::connectedComponentsWithStats(binary, labels, stats, centres, 8, CV_32S);
    std::vector<Glyph> glyphs;
    for (int i = 1; i < found && glyphs.size() < kMaxGlyphs; ++i) {
        const int width = stats.at<int>(i, cv::CC_STAT_WIDTH);
        const int height = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        const int area = stats.at<int>(i, cv::CC_STAT_AREA);
        const bool glyphLike = height >= 5 && height <= 80 && width >= 2 && width <= 3 * height && area >= 5
            && area * 10 <= width * height * 9;
        if (glyphLike) {
            glyphs.push_back(
                {stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), width, height});
        }
    }
    return glyphs;
}

} // namespace

double textLineHeight(const cv::Mat& grey)
{
    cv::Mat window = grey;
    if (grey.cols > kWindow || grey.rows > kWindow) {
        const int width = std::min(grey.cols, kWindow);
        const int height = std::min(grey.rows, kWindow);
        window = grey(cv::Rect((grey.cols - width) / 2, (grey.rows - height) / 2, width, height));
    }
    std::vector<int> heights;
    for (const bool darkOnLight : {true, false}) {
        std::vector<Glyph> glyphs = glyphsOf(window, darkOnLight);
        std::sort(glyphs.begin(), glyphs.end(),
            [](const Glyph& a, const Glyph& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
        for (size_t i = 0; i < glyphs.size(); ++i) {
            const Glyph& glyph = glyphs[i];
            // A letter has a neighbour of about its height close to its right, on its line.
            for (size_t j = i + 1; j < glyphs.size() && glyphs[j].x <= glyph.x + 3 * glyph.height; ++j) {
                const Glyph& other = glyphs[j];
                const bool sameLine
                    = std::abs((other.y + other.height) - (glyph.y + glyph.height)) * 4 <= glyph.height;
                const bool sameSize
                    = 10 * std::min(glyph.height, other.height) >= 6 * std::max(glyph.height, other.height);
                if (sameLine && sameSize && other.x > glyph.x) {
                    heights.push_back(glyph.height);
                    break;
                }
            }
        }
    }
    if (heights.size() < size_t(kLeastGlyphs)) {
        return 0;
    }
    const size_t index = heights.size() / 10;
    std::nth_element(heights.begin(), heights.begin() + std::ptrdiff_t(index), heights.end());
    return heights[index];
}

} // namespace winnow::internal
