// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image: never include this from another library, it names OpenCV types.

#include "core/base/error.h"
#include "core/image/bitmap.h"
#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"

#include <opencv2/core.hpp>

namespace winnow::internal {

/// Decodes to 8-bit grey, BGR or BGRA (OpenCV's order), orientation applied; reports the header read on
/// the way. Catches what OpenCV throws.
Result<cv::Mat> decodeMat(
    QByteArrayView bytes, int maxSide, const DecodeLimits& limits, ImageHeader* headerOut = nullptr);

/// BGR(A)/grey to a Bitmap's RGB(A)/grey.
Bitmap bitmapFromMat(const cv::Mat& mat);
/// The reverse, always a copy.
cv::Mat matFromBitmap(const Bitmap& bitmap);

} // namespace winnow::internal
