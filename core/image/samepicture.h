// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/bitmap.h"
#include "core/image/perceptualhash.h"

namespace winnow {

/// How two pictures differ at the smaller of their sizes (at most 1,024 px), brightness and contrast fitted.
/// A stored-again copy (recompressed, resized, brightened, made grey) differs a little wherever there is
/// something to see; a look-alike (another chart of the template, the same figure with one line more) differs
/// strongly in some places and not at all in others.
struct CopyTraits {
    /// Largest difference in brightness over 3 x 3 px, 0..255.
    double brightness = 255;
    /// Largest difference in colour over 9 x 9 px, 0..255; 0 when one of the two is colourless.
    double colour = 255;
    /// Number of pixels that differ by more than 64.
    int strong = 0;
    /// Tiles of 8 x 8 px that show something, and the share of them that is untouched.
    int content = 0;
    double untouched = 0;
};

CopyTraits compareCopies(const Bitmap& first, const Bitmap& second);

/// Whether the two are one picture, `distance` being that of their perceptual hashes. Where the hashes
/// differ by more than 2 bits, or there is little to see, only a difference that is hardly visible passes.
bool isCopy(const CopyTraits& traits, int distance);

/// The picture turned.
Bitmap turned(const Bitmap& bitmap, Turn turn);

} // namespace winnow
