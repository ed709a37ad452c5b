// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <vector>

#include <tiffio.h>

namespace winnow::internal {

namespace {

/// A file in memory as libtiff reads it, and what libtiff said last.
struct TiffFile {
    const uchar* bytes = nullptr;
    tmsize_t size = 0;
    tmsize_t at = 0;
    std::array<char, 200> message{};

    static TiffFile* self(thandle_t handle) { return static_cast<TiffFile*>(handle); }
    static tmsize_t read(thandle_t handle, void* target, tmsize_t count)
    {
        TiffFile* file = self(handle);
        const tmsize_t given = std::clamp<tmsize_t>(file->size - file->at, 0, count);
        if (given > 0) {
            std::memcpy(target, file->bytes + file->at, std::size_t(given));
            file->at += given;
        }
        return given;
    }
    static tmsize_t write(thandle_t, void*, tmsize_t) { return 0; }
    static toff_t seek(thandle_t handle, toff_t offset, int whence)
    {
        TiffFile* file = self(handle);
        const toff_t base = whence == SEEK_CUR ? toff_t(file->at)
            : whence == SEEK_END               ? toff_t(file->size)
                                               : 0;
        // What lies beyond the file reads as its end.
        file->at = tmsize_t(std::min<toff_t>(base + offset, toff_t(file->size)));
        return base + offset;
    }
    static int close(thandle_t) { return 0; }
    static toff_t length(thandle_t handle) { return toff_t(self(handle)->size); }
    static int hear(TIFF*, void* user, const char*, const char* format, va_list arguments)
    {
        auto& message = static_cast<TiffFile*>(user)->message;
        std::vsnprintf(message.data(), message.size(), format, arguments);
        return 1;
    }
    static int ignore(TIFF*, void*, const char*, const char*, va_list) { return 1; }
};

using TiffHandle = std::unique_ptr<TIFF, void (*)(TIFF*)>;

TiffHandle openTiff(TiffFile& file, const DecodeLimits& limits)
{
    const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(
        TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t(limits.maxMemory));
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), TiffFile::hear, &file);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), TiffFile::ignore, nullptr);
    return {TIFFClientOpenExt("image", "rm", &file, TiffFile::read, TiffFile::write, TiffFile::seek,
                TiffFile::close, TiffFile::length, nullptr, nullptr, options.get()),
        TIFFClose};
}

/// Those that are part of TIFF and in use; the others bring decoders of their own.
bool isUsualCompression(int compression)
{
    switch (compression) {
    case COMPRESSION_NONE:
    case COMPRESSION_CCITTRLE:
    case COMPRESSION_CCITTFAX3:
    case COMPRESSION_CCITTFAX4:
    case COMPRESSION_LZW:
    case COMPRESSION_JPEG:
    case COMPRESSION_PACKBITS:
    case COMPRESSION_ADOBE_DEFLATE:
    case COMPRESSION_DEFLATE:
        return true;
    default:
        return false;
    }
}

/// libtiff's way from any kind of samples to RGBA.
struct RgbaReader {
    TIFFRGBAImage image{};
    bool open = false;

    explicit RgbaReader(TIFF* tiff)
    {
        std::array<char, 1024> why{};
        open = TIFFRGBAImageBegin(&image, tiff, 1, why.data()) != 0;
        // As stored, the first row first.
        image.req_orientation = image.orientation;
    }
    ~RgbaReader()
    {
        if (open) {
            TIFFRGBAImageEnd(&image);
        }
    }
    RgbaReader(const RgbaReader&) = delete;
    RgbaReader& operator=(const RgbaReader&) = delete;
};

/// One row of RGBA, its colours multiplied with the alpha, as `channels` channels.
void convertRow(const uint32_t* from, uchar* to, int width, int channels)
{
    for (int x = 0; x < width; ++x, to += channels) {
        const uint32_t pixel = from[x];
        if (channels == 1) {
            to[0] = uchar(TIFFGetR(pixel));
            continue;
        }
        const uint32_t colours[] = {TIFFGetB(pixel), TIFFGetG(pixel), TIFFGetR(pixel)};
        const uint32_t alpha = channels == 4 ? TIFFGetA(pixel) : 255;
        for (int c = 0; c < 3; ++c) {
            to[c]
                = uchar(alpha == 0 || alpha == 255 ? colours[c]
                                                   : std::min(255U, (colours[c] * 255 + alpha / 2) / alpha));
        }
        if (channels == 4) {
            to[3] = uchar(alpha);
        }
    }
}

class TiffDecoder final : public Decoder {
public:
    TiffDecoder(QByteArrayView bytes, const Budget& budget)
        : m_budget(budget)
    {
        m_file.bytes = reinterpret_cast<const uchar*>(bytes.data());
        m_file.size = tmsize_t(bytes.size());
    }

    Result<DecoderHead> readHead() override
    {
        m_tiff = openTiff(m_file, m_budget.limits());
        if (!m_tiff) {
            return notSupported(said());
        }
        uint32_t width = 0;
        uint32_t height = 0;
        TIFFGetField(m_tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(m_tiff.get(), TIFFTAG_IMAGELENGTH, &height);
        if (width == 0 || height == 0 || width > 0x7fffffffU || height > 0x7fffffffU) {
            return notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "it has no size")));
        }
        uint16_t compression = COMPRESSION_NONE;
        TIFFGetFieldDefaulted(m_tiff.get(), TIFFTAG_COMPRESSION, &compression);
        if (!isUsualCompression(compression)) {
            return notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "compression %1")).arg(compression));
        }
        std::array<char, 1024> why{};
        if (TIFFRGBAImageOK(m_tiff.get(), why.data()) == 0) {
            return notSupported(QString::fromLatin1(why.data()));
        }
        m_head.width = int(width);
        m_head.height = int(height);
        m_head.channels = channels();
        const bool tiled = TIFFIsTiled(m_tiff.get()) != 0;
        uint32_t unit = 0;
        TIFFGetFieldDefaulted(m_tiff.get(), tiled ? TIFFTAG_TILELENGTH : TIFFTAG_ROWSPERSTRIP, &unit);
        const qint64 rows = std::clamp<qint64>(unit, 1, m_head.height);
        // Whole strips or rows of tiles, at least so many lines that the calls don't count.
        constexpr qint64 kFewest = 64;
        m_band = int(std::min<qint64>(m_head.height, rows * ((kFewest + rows - 1) / rows)));
        const quint64 part = tiled ? TIFFTileSize64(m_tiff.get()) : TIFFStripSize64(m_tiff.get());
        constexpr quint64 kMost = quint64(1) << 60;
        // The library holds up to four planes of a part.
        m_head.memory = qint64(std::min(part, kMost / 8)) * 4
            + qint64(m_head.width) * (qint64(m_head.height) * m_head.channels + qint64(m_band) * 4);
        return part == 0 ? Result<DecoderHead>(notSupported(said())) : m_head;
    }

    Result<cv::Mat> read(int) override
    {
        RgbaReader reader(m_tiff.get());
        if (!reader.open) {
            return damaged(said());
        }
        cv::Mat mat(m_head.height, m_head.width, CV_8UC(m_head.channels));
        std::vector<uint32_t> band(std::size_t(m_head.width) * std::size_t(m_band));
        for (int top = 0; top < m_head.height; top += m_band) {
            if (m_budget.isSpent()) {
                return overBudget();
            }
            const int rows = std::min(m_band, m_head.height - top);
            reader.image.row_offset = top;
            if (TIFFRGBAImageGet(&reader.image, band.data(), uint32_t(m_head.width), uint32_t(rows)) == 0) {
                return damaged(said());
            }
            for (int y = 0; y < rows; ++y) {
                convertRow(band.data() + std::size_t(y) * std::size_t(m_head.width), mat.ptr<uchar>(top + y),
                    m_head.width, m_head.channels);
            }
        }
        return mat;
    }

private:
    QString said() const { return QString::fromLatin1(m_file.message.data()); }

    int channels() const
    {
        uint16_t photometric = PHOTOMETRIC_MINISBLACK;
        uint16_t samples = 1;
        uint16_t extras = 0;
        uint16_t* kinds = nullptr;
        TIFFGetField(m_tiff.get(), TIFFTAG_PHOTOMETRIC, &photometric);
        TIFFGetFieldDefaulted(m_tiff.get(), TIFFTAG_SAMPLESPERPIXEL, &samples);
        TIFFGetFieldDefaulted(m_tiff.get(), TIFFTAG_EXTRASAMPLES, &extras, &kinds);
        // A fourth sample of RGB that nothing is said about is taken for alpha, as libtiff does.
        const bool alpha = extras > 0 ? kinds[0] != EXTRASAMPLE_UNSPECIFIED || samples > 3
                                      : photometric == PHOTOMETRIC_RGB && samples == 4;
        const bool grey = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
        return alpha ? 4 : grey ? 1 : 3;
    }

    const Budget& m_budget;
    TiffFile m_file;
    TiffHandle m_tiff{nullptr, TIFFClose};
    DecoderHead m_head;
    int m_band = 1;
};

} // namespace

std::unique_ptr<Decoder> tiffDecoder(QByteArrayView bytes, const Budget& budget)
{
    return std::make_unique<TiffDecoder>(bytes, budget);
}

} // namespace winnow::internal
