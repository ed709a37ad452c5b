// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include <QByteArrayView>

namespace winnow::internal {

/// The head of a PBM, PGM or PPM file, as both the header reader and the decoder take it.
struct PnmHead {
    /// 1 to 6, the digit after the P; 0 when the bytes are no such file.
    int kind = 0;
    int width = 0;
    int height = 0;
    /// The value of white; 1 for bitmaps.
    int top = 1;
    /// Where the pixels begin; -1 when the bytes end before.
    qsizetype data = -1;

    bool isBitmap() const { return kind == 1 || kind == 4; }
    bool isText() const { return kind <= 3; }
    int channels() const { return kind == 3 || kind == 6 ? 3 : 1; }
    int bytesPerSample() const { return top > 255 ? 2 : 1; }
    /// Of the binary kinds.
    qint64 bytesPerLine() const
    {
        return isBitmap() ? (qint64(width) + 7) / 8 : qint64(width) * channels() * bytesPerSample();
    }
};

PnmHead readPnmHead(QByteArrayView bytes);

} // namespace winnow::internal
