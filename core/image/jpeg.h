// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include "core/image/imageheader.h"

#include <QByteArrayView>

#include <opencv2/core.hpp>

namespace winnow::internal {

/// The pixels of a sound JPEG file, grey or in colours, as grey or BGR at a `part`-th (1, 2, 4, 8) of its
/// size; orientation not applied. Nothing for every other file (inks, other sizes than the header says,
/// anything that makes the decoder as much as warn): OpenCV has the say about those. It decodes with the same
/// library to the same pixels, but swaps their bytes after it, which is a fifth of its time.
cv::Mat decodeJpeg(QByteArrayView bytes, const ImageHeader& header, int part);

} // namespace winnow::internal
