// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include <opencv2/core.hpp>

namespace winnow::internal {

/// Height in pixels of the smallest text that recurs: glyph-like connected components of a local threshold
/// that stand in a row with others of their height; the 10th percentile of their heights. 0 = none.
double textLineHeight(const cv::Mat& grey);

} // namespace winnow::internal
