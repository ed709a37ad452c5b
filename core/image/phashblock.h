// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include "core/image/mat.h"
#include "core/image/perceptualhash.h"
#include "core/image/reduce.h"

namespace winnow::internal {

/// The 8 x 8 lowest DCT-II coefficients of the image at 32 x 32, row = vertical frequency.
using LowBlock = std::array<double, 64>;

cv::Mat greyOf(const cv::Mat& mat);
LowBlock lowBlock(const cv::Mat& grey);
/// Of averages of the image.
LowBlock lowBlock(const cv::Mat& averages, const Edges& edges);
std::array<quint64, kTurns> hashesOf(const LowBlock& block);

} // namespace winnow::internal
