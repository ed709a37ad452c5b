// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include <opencv2/core.hpp>

#include <vector>

// For loops that are worth compiling twice, for wide registers and for any processor.
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define WINNOW_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WINNOW_WIDE
#endif

namespace winnow::internal {

enum class Filter {
    /// Plain area averages.
    Area,
    /// The antialiased bicubic that Pillow resizes with: the filter widens with the scale.
    Cubic
};

/// A grey image (8-bit or float) at another size, as float: rounding is noise to a hash of white pages. Area
/// is for smaller sizes. OpenCV's own area average takes three times as long at these sizes, and it has no
/// antialiased bicubic.
cv::Mat reduced(const cv::Mat& grey, cv::Size size, Filter filter);

/// Where the columns and rows of an image that is made of averages began in the picture itself, and the ends:
/// they are not all equally wide.
struct Edges {
    std::vector<int> columns;
    std::vector<int> rows;
};

/// The same of such an image, true to the picture.
cv::Mat reduced(const cv::Mat& grey, const Edges& edges, cv::Size size, Filter filter);

} // namespace winnow::internal
