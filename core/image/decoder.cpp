// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

namespace winnow::internal {

std::unique_ptr<Decoder> decoderFor(ImageFormat format, QByteArrayView bytes, const Budget& budget)
{
    switch (format) {
    case ImageFormat::Png:
        return pngDecoder(bytes, budget);
    case ImageFormat::Jpeg:
        return jpegDecoder(bytes, budget);
    case ImageFormat::Gif:
        return gifDecoder(bytes, budget);
    case ImageFormat::Bmp:
        return bmpDecoder(bytes, budget);
    case ImageFormat::WebP:
        return webpDecoder(bytes, budget);
    case ImageFormat::Tiff:
        return tiffDecoder(bytes, budget);
    case ImageFormat::Pnm:
        return pnmDecoder(bytes, budget);
    case ImageFormat::Unknown:
        break;
    }
    return nullptr;
}

} // namespace winnow::internal
