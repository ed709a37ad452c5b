// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include "core/base/error.h"
#include "core/image/budget.h"
#include "core/image/imageheader.h"

#include <QByteArrayView>

#include <opencv2/core.hpp>

#include <memory>

namespace winnow::internal {

/// What a decoder reads from the head of a file with its own code, before it allocates anything for pixels.
struct DecoderHead {
    int width = 0;
    int height = 0;
    /// Of what read() gives: 1 grey, 3 BGR, 4 BGRA.
    int channels = 3;
    /// Bytes that decoding at full size holds at once, the result included.
    qint64 memory = 0;
};

/// Decodes one file of one format. Exactly the decoder of the format that was recognised runs; it is asked
/// for the head first, and for pixels only where its head is that of our header reader and within the budget.
class Decoder {
public:
    Decoder() = default;
    virtual ~Decoder() = default;
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// Errors: Unsupported with the reason in a few words, InvalidInput where the bytes end too early.
    virtual Result<DecoderHead> readHead() = 0;
    /// Pixels of 8 bits as stored, orientation not applied; `part` (1, 2, 4, 8) asks for that fraction of the
    /// size, which only some decoders can give. Only after readHead() succeeded. Errors: InvalidInput with
    /// the reason in a few words (may be empty), LimitExceeded when the budget is spent.
    virtual Result<cv::Mat> read(int part) = 0;
};

/// The decoder of the format, null for Unknown. `bytes` and `budget` must outlive it.
std::unique_ptr<Decoder> decoderFor(ImageFormat format, QByteArrayView bytes, const Budget& budget);

// One maker a format, each in a file of its own.
std::unique_ptr<Decoder> pngDecoder(QByteArrayView bytes, const Budget& budget);
std::unique_ptr<Decoder> jpegDecoder(QByteArrayView bytes, const Budget& budget);
std::unique_ptr<Decoder> gifDecoder(QByteArrayView bytes, const Budget& budget);
std::unique_ptr<Decoder> bmpDecoder(QByteArrayView bytes, const Budget& budget);
std::unique_ptr<Decoder> webpDecoder(QByteArrayView bytes, const Budget& budget);
std::unique_ptr<Decoder> tiffDecoder(QByteArrayView bytes, const Budget& budget);
std::unique_ptr<Decoder> pnmDecoder(QByteArrayView bytes, const Budget& budget);

/// The ways in which decoders fail.
inline tl::unexpected<Error> notSupported(const Sentence& reason)
{
    return fail(ErrorCode::Unsupported, reason);
}
inline tl::unexpected<Error> damaged(const Sentence& reason = {})
{
    return fail(ErrorCode::InvalidInput, reason);
}
inline tl::unexpected<Error> overBudget()
{
    return fail(ErrorCode::LimitExceeded, Sentence());
}

} // namespace winnow::internal
