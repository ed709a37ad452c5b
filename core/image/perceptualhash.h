// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/bitmap.h"

#include <QtGlobal>

#include <array>
#include <bit>

namespace winnow {

/// How an image may have been turned before it was stored again.
enum class Turn {
    None,
    FlipHorizontal,
    FlipVertical,
    Rotate180,
    Transpose,
    Rotate90,
    Rotate270,
    AntiTranspose
};
inline constexpr int kTurns = 8;

/// 64-bit DCT hash (pHash as in imagededup, METHODS C8): 32 x 32 grey, 2-D DCT-II, the 8 x 8 lowest
/// frequencies, a bit where a coefficient is at least the median of the 63 without the DC term.
/// 0 for a null bitmap.
quint64 perceptualHash(const Bitmap& bitmap);

/// The hashes of the image in all eight turns, index = Turn; costs no more than one hash, because a turn of
/// the image is a change of signs and a transposition of its coefficients.
std::array<quint64, kTurns> perceptualHashes(const Bitmap& bitmap);

/// Number of differing bits, 0..64. imagededup calls two images near duplicates at 10 or less.
inline int hammingDistance(quint64 a, quint64 b)
{
    return std::popcount(a ^ b);
}

/// How much two images differ where they differ most, 0..1: both are reduced to 256 px grey, the flatter one
/// is fitted to the other's brightness and contrast, and the largest mean absolute difference over 16 x 16 px
/// tiles is taken. Recompressed, resized or brightened copies stay below about 0.02; two charts of one
/// template with other values do not, although their hashes are close. 1 when the aspect ratios differ by
/// more than 5%.
double imageDifference(const Bitmap& a, const Bitmap& b);

} // namespace winnow
