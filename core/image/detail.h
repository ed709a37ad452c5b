// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include <opencv2/core.hpp>

namespace winnow::internal {

/// Longer side in pixels of the smallest picture that shows all that this one shows: an image enlarged from
/// 30 x 20 px gives about 30, whatever its size. kFullDetail for an image with more than 64 px of detail, 0
/// for one of a single tone. `small` are its area averages (PixelScan::small).
double detailSide(const cv::Mat& mat, const cv::Mat& small);
inline constexpr double kFullDetail = 128;

} // namespace winnow::internal
