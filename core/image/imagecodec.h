// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/bitmap.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace winnow {

/// What is refused by its header, before any decoder sees it.
struct DecodeLimits {
    qint64 maxPixels = 100'000'000;
    qint64 maxBytes = 512LL * 1024 * 1024;
};

/// Decodes an image of any known format, EXIF orientation applied; of an animation the first frame. Colour
/// comes as RGB, grey files as one channel, alpha is kept. With `maxSide` > 0 the result is scaled down so
/// that its longer side is at most `maxSide`, which is much cheaper for JPEG. A cut-off file gives what
/// could be read of it. Errors: LimitExceeded, InvalidInput (unknown or damaged). Thread-safe.
Result<Bitmap> decodeImage(QByteArrayView bytes, int maxSide = 0, const DecodeLimits& limits = {});

/// All bytes of an image file; refuses files over the byte limit. Errors name the file.
Result<QByteArray> readImageFile(const QString& path, const DecodeLimits& limits = {});

/// A small copy for grids: JPEG, or PNG where the image has alpha. Errors as decodeImage(). Thread-safe.
Result<QByteArray> encodeThumbnail(QByteArrayView bytes, int maxSide, const DecodeLimits& limits = {});
/// The same of a file.
Result<QByteArray> encodeThumbnailOfFile(const QString& path, int maxSide, const DecodeLimits& limits = {});

/// Same bitmap, same bytes.
Result<QByteArray> encodePng(const Bitmap& bitmap);
/// Alpha is dropped. Quality 0..100.
Result<QByteArray> encodeJpeg(const Bitmap& bitmap, int quality = 90);

/// A copy at another size (area average down, bicubic up).
Bitmap scaled(const Bitmap& bitmap, int width, int height);

} // namespace winnow
