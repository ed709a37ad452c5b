// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace winnow {

/// What an image file is, by its bytes.
enum class ImageFormat { Unknown, Png, Jpeg, Gif, Bmp, WebP, Tiff, Pnm };

/// What the header of an image says, without decoding it. Unknown facts keep their defaults.
struct ImageHeader {
    ImageFormat format = ImageFormat::Unknown;
    /// Pixels as stored, before EXIF orientation; 0 when the header is cut off before the size.
    int width = 0;
    int height = 0;
    /// EXIF orientation, 1 (upright) to 8.
    int orientation = 1;
    /// Colour channels without alpha: 1 grey, 3 colour, 4 CMYK; 0 unknown. A palette counts as colour.
    int channels = 0;
    int bitsPerChannel = 8;
    bool alpha = false;
    bool palette = false;
    bool cmyk = false;
    /// More than one frame.
    bool animated = false;
    /// The bytes end before the file says it does. Only told when all bytes were given.
    bool truncated = false;

    bool isValid() const { return format != ImageFormat::Unknown && width > 0 && height > 0; }
    qint64 pixels() const { return qint64(width) * height; }
    /// Size as shown, after EXIF orientation.
    int shownWidth() const { return orientation >= 5 ? height : width; }
    int shownHeight() const { return orientation >= 5 ? width : height; }
};

/// Reads the header from the first bytes of a file (or all of them). Never fails: what cannot be told is
/// left unknown. `whole` says that `bytes` is the complete file, so that truncation can be told.
ImageHeader readImageHeader(QByteArrayView bytes, bool whole = true);

/// The same of a file; reads only as much as it needs. Io and NotFound errors name the file.
Result<ImageHeader> readImageHeaderOfFile(const QString& path);

/// "png", "jpeg", "gif", "bmp", "webp", "tiff", "pnm", or empty for Unknown.
QString imageFormatId(ImageFormat format);
/// The usual file-name extension without dot: "png", "jpg", …; "bin" for Unknown.
QString imageFileExtension(ImageFormat format);
/// What sound bytes are that no reader here takes: "AVIF", "HEIC", "JPEG XL", "SVG" …; empty when they are an
/// image that is read, or nothing that is known.
QString otherImageFormat(QByteArrayView bytes);
/// Whether the extension of `fileName` belongs to `format`. True where the name has no extension.
bool extensionMatches(ImageFormat format, const QString& fileName);

} // namespace winnow
