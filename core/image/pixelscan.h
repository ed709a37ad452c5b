// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include "core/image/reduce.h"

#include <QByteArray>

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace winnow::internal {

/// What one pass over the pixels of an image tells. Counting each pixel costs more than decoding it,
/// therefore runs of one tone are counted at once, colourless pixels by one counter, and of the others of
/// large images every n-th, n times: exact on most drawings, within 0.01 of the exact percentiles on photos.
struct PixelScan {
    /// Counts of the values of blue, green, red, alpha (or of grey alone), each summing to `pixels`.
    std::array<std::array<quint32, 256>, 4> channel{};
    int channels = 0;
    qint64 pixels = 0;
    /// Counts by brightness squared / 16: fine enough that a percentile is off by less than 0.0005 near a
    /// threshold. The last bin is white.
    std::vector<quint32> bins;
    /// Every pixel is grey (also of a colour file).
    bool colourless = true;
    /// Grey by exact area averages: longer side 128 to 255, or the image's own; the shorter side is kept at
    /// 96 or its own at least.
    cv::Mat small;
    Edges edges;
    /// As ImageMeasures::pixelHash.
    QByteArray hash;

    /// numpy's linear percentile of the brightness sqrt(.241 R^2 + .691 G^2 + .068 B^2) / 255, 0..1.
    double brightness(double percent) const;
    /// Shannon entropy in bits of the histograms of all channels put side by side, as Pillow's
    /// Image.entropy().
    double entropyBits() const;
};

/// Of an 8-bit image with 1, 3 or 4 channels.
PixelScan scanPixels(const cv::Mat& mat);

} // namespace winnow::internal
