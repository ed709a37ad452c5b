// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace winnow {

/// A decoded image: 8 bits a channel, rows without padding. A plain value.
struct Bitmap {
    int width = 0;
    int height = 0;
    /// 1 grey, 3 RGB, 4 RGBA (alpha not premultiplied).
    int channels = 3;
    QByteArray pixels;

    bool isNull() const { return pixels.isEmpty(); }
    qsizetype bytesPerLine() const { return qsizetype(width) * channels; }
};

} // namespace winnow
