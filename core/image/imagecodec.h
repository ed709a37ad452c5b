// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/bitmap.h"
#include "core/image/imageheader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace winnow {

/// The budget of one image, the same for every format. Size and memory are held against what the decoder of
/// the format itself reads from the head of the file, before anything is allocated; time while it runs.
struct DecodeLimits {
    /// Of one frame.
    qint64 maxPixels = 100'000'000;
    /// Of the file.
    qint64 maxBytes = 512LL * 1024 * 1024;
    /// Bytes that decoding may hold at once, the result included, the file not.
    qint64 maxMemory = 1024LL * 1024 * 1024;
    /// Of one processor core.
    double maxSeconds = 20;
};

/// Whether decodeImage() will try the pixels of the image whose header was read: its format is recognised,
/// the decoder of exactly that format reads the same size from it, and the budget holds it. Decodes nothing.
/// Errors as decodeImage(). Thread-safe.
Result<> checkImage(QByteArrayView bytes, const ImageHeader& header, const DecodeLimits& limits = {});

/// Decodes an image of any known format, EXIF orientation applied; of an animation the first frame. Colour
/// comes as RGB, grey files as one channel, alpha is kept. With `maxSide` > 0 the result is scaled down so
/// that its longer side is at most `maxSide`, which is much cheaper for JPEG. A cut-off JPEG or GIF gives
/// what could be read of it. Errors: LimitExceeded (over the budget), Unsupported (the decoder of the format
/// does not take it), InvalidInput (no image of a known format, or damaged). Thread-safe.
Result<Bitmap> decodeImage(QByteArrayView bytes, int maxSide = 0, const DecodeLimits& limits = {});

/// All bytes of an image file; refuses files over the byte limit and what is no regular file (a pipe, a
/// device). Errors name the file.
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
