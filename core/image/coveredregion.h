// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include "core/image/pixelscan.h"
#include "core/image/quality.h"

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace winnow::internal {

/// The part of an image that was covered or blanked, if one can be told. Two signs are looked for, both on
/// rectangles of one tone found in the reduced image: a rectangle in a photo whose surroundings are grained
/// or busy right up to its edges (Patch), and one of the page's own tone in which two or more thin lines
/// break off and go on behind it (Gap). What has an outline, a margin or edges that go on past its corners is
/// a thing of the picture: panels, table cells, letterboxes, bars. A blank patch on blank ground hides
/// nothing that could be seen missing and is not found.
CoveredRegion coveredRegion(const cv::Mat& mat, const PixelScan& scan);

/// A rectangle of one tone in the reduced image; the ends are the first column and row behind it.
struct FlatRectangle {
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
    int tone = 0;

    int width() const { return right - left; }
    int height() const { return bottom - top; }
};

/// The image seen as it is or with its axes exchanged, so that what holds for rows is written once.
class AxisView {
public:
    AxisView(const cv::Mat& mat, bool exchanged)
        : m_mat(mat)
        , m_exchanged(exchanged)
        , m_channels(mat.channels())
    {
    }
    int width() const { return m_exchanged ? m_mat.rows : m_mat.cols; }
    int height() const { return m_exchanged ? m_mat.cols : m_mat.rows; }
    int colours() const { return m_channels >= 3 ? 3 : 1; }
    const uchar* at(int x, int y) const
    {
        return m_exchanged ? m_mat.ptr<uchar>(x) + y * m_channels : m_mat.ptr<uchar>(y) + x * m_channels;
    }
    /// Largest difference of a channel.
    int difference(int x, int y, const std::array<uchar, 3>& tone) const
    {
        const uchar* p = at(x, y);
        int most = 0;
        for (int c = 0; c < colours(); ++c) {
            most = std::max(most, std::abs(int(p[c]) - int(tone[std::size_t(c)])));
        }
        return most;
    }
    std::array<uchar, 3> tone(int x, int y) const
    {
        const uchar* p = at(x, y);
        return colours() == 3 ? std::array<uchar, 3>{p[0], p[1], p[2]}
                              : std::array<uchar, 3>{p[0], p[0], p[0]};
    }

private:
    const cv::Mat& m_mat;
    bool m_exchanged;
    int m_channels;
};

/// The part of a page in which lines break off and go on, or nothing; `flat` are the rectangles of the page's
/// tone.
CoveredRegion blankedLines(
    const cv::Mat& mat, const PixelScan& scan, const std::vector<FlatRectangle>& flat, int paper);

} // namespace winnow::internal
