// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/bitmap.h"

#include <QPoint>
#include <QVector>

#include <array>
#include <optional>

namespace winnow {

/// What is kept of a picture to look for others that were cut out of it: its tones, four small copies and
/// the places that tell most, some 45 KB.
struct CropSketch {
    int width = 0;
    int height = 0;
    /// Number of pixels by brightness, in 16 steps.
    std::array<qint32, 16> tones{};
    /// Grey at a power of two of the size: longer side 32 to 63, and the half of that; `shift` is the power
    /// of the first. The same at four times the size. Softened, so that half a pixel's shift changes little.
    std::array<Bitmap, 2> coarse;
    std::array<Bitmap, 2> fine;
    int shift = 0;
    /// Where the fine copies show most, spread over them: by these few points a place is tried cheaply.
    struct Point {
        qint16 x = 0;
        qint16 y = 0;
        /// Steepness there: what half a pixel's shift may change.
        qint16 slope = 0;
    };
    std::array<QVector<Point>, 2> points;

    bool isNull() const { return width == 0; }
};

CropSketch cropSketch(const Bitmap& bitmap);

/// Whether a picture of one size can be another with margins cut off and nothing else: no side is longer, at
/// least 60% of the area is left and at least 0.5% is gone.
bool isCropSize(int width, int height, int ofWidth, int ofHeight);

/// Where in `whole` the part may lie (upper left corners, best first, at most 3), as far as sketches tell.
QVector<QPoint> cropPlaces(const CropSketch& part, const CropSketch& whole);

/// Where in `whole` exactly `part` lies: near one of the places the pixels are the same but for what storing
/// again does to them. Nothing when it does not.
std::optional<QPoint> findCrop(const Bitmap& part, const Bitmap& whole, const QVector<QPoint>& places);

} // namespace winnow
