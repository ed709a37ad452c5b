// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>

// After <cstdio>, which it needs.
#include <jpeglib.h>

namespace winnow::internal {

namespace {

/// The library reports errors by a jump; the functions that can be left that way hold nothing to be
/// destroyed.
struct Decoder {
    jpeg_decompress_struct state{};
    jpeg_error_mgr errors{};
    std::jmp_buf failed{};

    Decoder()
    {
        state.err = jpeg_std_error(&errors);
        state.client_data = this;
        errors.error_exit = [](j_common_ptr common) { fail(common); };
        errors.emit_message = [](j_common_ptr common, int level) {
            if (level < 0) {
                fail(common);
            }
        };
        errors.output_message = [](j_common_ptr) {};
    }
    ~Decoder() { jpeg_destroy_decompress(&state); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    [[noreturn]] static void fail(j_common_ptr common)
    {
        std::longjmp(static_cast<Decoder*>(common->client_data)->failed, 1);
    }
};

bool start(Decoder& decoder, QByteArrayView bytes, const ImageHeader& header, int part)
{
    if (setjmp(decoder.failed) != 0) {
        return false;
    }
    jpeg_decompress_struct& state = decoder.state;
    jpeg_create_decompress(&state);
    jpeg_mem_src(
        &state, reinterpret_cast<const uchar*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&state, TRUE);
    const bool grey = state.num_components == 1 && header.channels == 1;
    const bool colour = state.num_components == 3 && header.channels == 3;
    if ((!grey && !colour) || int(state.image_width) != header.width
        || int(state.image_height) != header.height) {
        return false;
    }
    state.out_color_space = grey ? JCS_GRAYSCALE : JCS_EXT_BGR;
    state.scale_num = 1;
    state.scale_denom = static_cast<unsigned int>(part);
    jpeg_start_decompress(&state);
    return true;
}

bool readRows(Decoder& decoder, uchar* data, std::size_t bytesPerLine)
{
    if (setjmp(decoder.failed) != 0) {
        return false;
    }
    jpeg_decompress_struct& state = decoder.state;
    while (state.output_scanline < state.output_height) {
        std::array<JSAMPROW, 8> rows;
        const unsigned int count
            = std::min(static_cast<unsigned int>(rows.size()), state.output_height - state.output_scanline);
        for (unsigned int i = 0; i < count; ++i) {
            rows[i] = data + bytesPerLine * (state.output_scanline + i);
        }
        if (jpeg_read_scanlines(&state, rows.data(), count) == 0) {
            return false;
        }
    }
    jpeg_finish_decompress(&state);
    return true;
}

} // namespace

cv::Mat decodeJpeg(QByteArrayView bytes, const ImageHeader& header, int part)
{
    if (header.format != ImageFormat::Jpeg || header.truncated || header.cmyk) {
        return {};
    }
    Decoder decoder;
    if (!start(decoder, bytes, header, part)) {
        return {};
    }
    cv::Mat mat(int(decoder.state.output_height), int(decoder.state.output_width),
        decoder.state.output_components == 1 ? CV_8UC1 : CV_8UC3);
    return readRows(decoder, mat.data, mat.step) ? mat : cv::Mat();
}

} // namespace winnow::internal
