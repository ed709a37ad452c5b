// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// By the libraries that decode already: OpenCV's own writer links more than a hundred others, which every
// start of a program would load.

#include "core/image/imagecodec.h"

#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// After <cstdio>, which it needs.
#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

namespace winnow {

namespace {

using Message = std::array<char, JMSG_LENGTH_MAX>;

tl::unexpected<Error> cannotEncode(const Message& why = {})
{
    if (why.front() == '\0') {
        return fail(
            ErrorCode::Internal, Sentence::of(QT_TRANSLATE_NOOP("Error", "The image cannot be encoded")));
    }
    return fail(ErrorCode::Internal,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "The image cannot be encoded: %1"))
            .arg(QString::fromLatin1(why.data())));
}

const uchar* row(const Bitmap& bitmap, int y)
{
    return reinterpret_cast<const uchar*>(bitmap.pixels.constData()) + bitmap.bytesPerLine() * y;
}

bool isWhole(const Bitmap& bitmap)
{
    return !bitmap.isNull() && (bitmap.channels == 1 || bitmap.channels == 3 || bitmap.channels == 4)
        && bitmap.pixels.size() == bitmap.bytesPerLine() * bitmap.height;
}

/// The libraries report errors by a jump; the functions that can be left that way hold nothing to be
/// destroyed.
struct PngWriter {
    png_structp png = nullptr;
    png_infop info = nullptr;
    QByteArray bytes;
    Message message{};

    PngWriter()
    {
        png = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, fail, [](png_structp, png_const_charp) {});
        info = png ? png_create_info_struct(png) : nullptr;
    }
    ~PngWriter() { png_destroy_write_struct(&png, &info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    [[noreturn]] static void fail(png_structp png, png_const_charp text)
    {
        auto* self = static_cast<PngWriter*>(png_get_error_ptr(png));
        std::strncpy(self->message.data(), text, self->message.size() - 1);
        png_longjmp(png, 1);
    }
    static void take(png_structp png, png_bytep data, std::size_t count)
    {
        static_cast<PngWriter*>(png_get_io_ptr(png))
            ->bytes.append(reinterpret_cast<const char*>(data), qsizetype(count));
    }
};

bool writePng(PngWriter& writer, const Bitmap& bitmap)
{
    if (setjmp(png_jmpbuf(writer.png)) != 0) {
        return false;
    }
    png_set_write_fn(writer.png, &writer, PngWriter::take, [](png_structp) {});
    // For speed: half the time and the same size on drawn figures.
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_set_compression_level(writer.png, Z_BEST_SPEED);
    png_set_compression_strategy(writer.png, Z_RLE);
    const int colour = bitmap.channels == 1 ? PNG_COLOR_TYPE_GRAY
        : bitmap.channels == 3              ? PNG_COLOR_TYPE_RGB
                                            : PNG_COLOR_TYPE_RGB_ALPHA;
    png_set_IHDR(writer.png, writer.info, png_uint_32(bitmap.width), png_uint_32(bitmap.height), 8, colour,
        PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer.png, writer.info);
    for (int y = 0; y < bitmap.height; ++y) {
        png_write_row(writer.png, row(bitmap, y));
    }
    png_write_end(writer.png, writer.info);
    return true;
}

struct JpegWriter {
    jpeg_compress_struct state{};
    jpeg_error_mgr errors{};
    std::jmp_buf failed{};
    Message message{};
    /// Of the library's making.
    uchar* data = nullptr;
    unsigned long size = 0;

    JpegWriter()
    {
        state.err = jpeg_std_error(&errors);
        state.client_data = this;
        errors.error_exit = [](j_common_ptr common) {
            auto* self = static_cast<JpegWriter*>(common->client_data);
            common->err->format_message(common, self->message.data());
            std::longjmp(self->failed, 1);
        };
        errors.emit_message = [](j_common_ptr, int) {};
        errors.output_message = [](j_common_ptr) {};
    }
    ~JpegWriter()
    {
        jpeg_destroy_compress(&state);
        std::free(data);
    }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;
};

bool writeJpeg(JpegWriter& writer, const Bitmap& bitmap, int quality)
{
    if (setjmp(writer.failed) != 0) {
        return false;
    }
    jpeg_compress_struct& state = writer.state;
    jpeg_create_compress(&state);
    jpeg_mem_dest(&state, &writer.data, &writer.size);
    state.image_width = JDIMENSION(bitmap.width);
    state.image_height = JDIMENSION(bitmap.height);
    state.input_components = bitmap.channels;
    state.in_color_space = bitmap.channels == 1 ? JCS_GRAYSCALE
        : bitmap.channels == 3                  ? JCS_RGB
                                                : JCS_EXT_RGBX;
    jpeg_set_defaults(&state);
    jpeg_set_quality(&state, quality, TRUE);
    jpeg_start_compress(&state, TRUE);
    while (state.next_scanline < state.image_height) {
        // The library takes rows that it does not write to by a pointer that would allow it.
        JSAMPROW line = const_cast<JSAMPROW>(row(bitmap, int(state.next_scanline)));
        jpeg_write_scanlines(&state, &line, 1);
    }
    jpeg_finish_compress(&state);
    return true;
}

} // namespace

Result<QByteArray> encodePng(const Bitmap& bitmap)
{
    PngWriter writer;
    if (!isWhole(bitmap) || writer.info == nullptr || !writePng(writer, bitmap)) {
        return cannotEncode(writer.message);
    }
    return writer.bytes;
}

Result<QByteArray> encodeJpeg(const Bitmap& bitmap, int quality)
{
    JpegWriter writer;
    if (!isWhole(bitmap) || !writeJpeg(writer, bitmap, quality)) {
        return cannotEncode(writer.message);
    }
    return QByteArray(reinterpret_cast<const char*>(writer.data), qsizetype(writer.size));
}

} // namespace winnow
