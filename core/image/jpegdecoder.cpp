// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>

// After <cstdio>, which it needs.
#include <jerror.h>
#include <jpeglib.h>

namespace winnow::internal {

namespace {

/// The state of libjpeg-turbo. It reports errors by a jump; the functions that can be left that way hold
/// nothing to be destroyed.
struct JpegState {
    jpeg_decompress_struct state{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf failed{};
    std::array<char, JMSG_LENGTH_MAX> message{};
    const Budget& budget;
    unsigned int ticks = 0;
    bool overBudget = false;
    bool ended = false;

    explicit JpegState(const Budget& limits)
        : budget(limits)
    {
        state.err = jpeg_std_error(&errors);
        state.client_data = this;
        errors.error_exit = [](j_common_ptr common) { self(common)->fail(); };
        // A file that makes the decoder warn shows what can be read of it.
        errors.emit_message = [](j_common_ptr common, int) {
            self(common)->ended = self(common)->ended || common->err->msg_code == JWRN_JPEG_EOF;
        };
        errors.output_message = [](j_common_ptr) {};
        // Called once a row of blocks, also over the scans of a progressive file.
        progress.progress_monitor = [](j_common_ptr common) {
            JpegState* jpeg = self(common);
            if (jpeg->ticks++ % 16 == 0 && jpeg->budget.isSpent()) {
                jpeg->overBudget = true;
                std::longjmp(jpeg->failed, 1);
            }
        };
    }
    ~JpegState() { jpeg_destroy_decompress(&state); }
    JpegState(const JpegState&) = delete;
    JpegState& operator=(const JpegState&) = delete;

    static JpegState* self(j_common_ptr common) { return static_cast<JpegState*>(common->client_data); }
    [[noreturn]] void fail()
    {
        // Without a backing store it gives up where it would hold more than it may.
        overBudget = errors.msg_code == JERR_NO_BACKING_STORE || errors.msg_code == JERR_OUT_OF_MEMORY;
        errors.format_message(reinterpret_cast<j_common_ptr>(&state), message.data());
        std::longjmp(failed, 1);
    }
};

bool readJpegHead(JpegState& jpeg, QByteArrayView bytes)
{
    if (setjmp(jpeg.failed) != 0) {
        return false;
    }
    jpeg_create_decompress(&jpeg.state);
    jpeg.state.progress = &jpeg.progress;
    jpeg_mem_src(
        &jpeg.state, reinterpret_cast<const uchar*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&jpeg.state, TRUE);
    return true;
}

bool startJpeg(JpegState& jpeg, int part)
{
    if (setjmp(jpeg.failed) != 0) {
        return false;
    }
    jpeg_decompress_struct& state = jpeg.state;
    state.out_color_space = state.num_components == 1 ? JCS_GRAYSCALE
        : state.num_components == 3                   ? JCS_EXT_BGR
                                                      : JCS_CMYK;
    state.scale_num = 1;
    state.scale_denom = static_cast<unsigned int>(part);
    jpeg_calc_output_dimensions(&state);
    const qint64 result = qint64(state.output_width) * state.output_height * state.output_components;
    state.mem->max_memory_to_use = std::max<long>(1, long(jpeg.budget.limits().maxMemory - result));
    jpeg_start_decompress(&state);
    return true;
}

bool readJpegRows(JpegState& jpeg, uchar* data, std::size_t bytesPerLine)
{
    if (setjmp(jpeg.failed) != 0) {
        return false;
    }
    jpeg_decompress_struct& state = jpeg.state;
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
    return true;
}

/// Inks as every JPEG with four channels stores them: 255 is no ink.
cv::Mat colourOfInks(const cv::Mat& inks)
{
    cv::Mat colour(inks.size(), CV_8UC3);
    for (int y = 0; y < inks.rows; ++y) {
        const uchar* from = inks.ptr<uchar>(y);
        uchar* to = colour.ptr<uchar>(y);
        for (int x = 0; x < inks.cols; ++x, from += 4, to += 3) {
            for (int c = 0; c < 3; ++c) {
                to[2 - c] = uchar((from[c] * from[3] + 127) / 255);
            }
        }
    }
    return colour;
}

class JpegDecoder final : public Decoder {
public:
    JpegDecoder(QByteArrayView bytes, const Budget& budget)
        : m_bytes(bytes)
        , m_jpeg(budget)
    {
    }

    Result<DecoderHead> readHead() override
    {
        if (!readJpegHead(m_jpeg, m_bytes)) {
            return m_jpeg.ended ? damaged() : notSupported(QString::fromLatin1(m_jpeg.message.data()));
        }
        const int stored = m_jpeg.state.num_components;
        if (stored != 1 && stored != 3 && stored != 4) {
            return notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 channels")).arg(stored));
        }
        DecoderHead head;
        head.width = int(m_jpeg.state.image_width);
        head.height = int(m_jpeg.state.image_height);
        head.channels = stored == 1 ? 1 : 3;
        head.memory = qint64(head.width) * head.height * (stored == 4 ? 7 : stored) + coefficients();
        return head;
    }

    Result<cv::Mat> read(int part) override
    {
        if (!startJpeg(m_jpeg, part)) {
            return failure();
        }
        cv::Mat mat(int(m_jpeg.state.output_height), int(m_jpeg.state.output_width),
            CV_8UC(m_jpeg.state.output_components));
        if (!readJpegRows(m_jpeg, mat.data, mat.step)) {
            return failure();
        }
        return mat.channels() == 4 ? colourOfInks(mat) : mat;
    }

private:
    /// Bytes that the library holds of a file of several scans until the last was read.
    qint64 coefficients()
    {
        if (jpeg_has_multiple_scans(&m_jpeg.state) == 0) {
            return 0;
        }
        qint64 blocks = 0;
        for (int i = 0; i < m_jpeg.state.num_components; ++i) {
            const jpeg_component_info& component = m_jpeg.state.comp_info[i];
            blocks += qint64(component.width_in_blocks) * component.height_in_blocks;
        }
        return blocks * qint64(sizeof(JBLOCK));
    }

    tl::unexpected<Error> failure() const
    {
        return m_jpeg.overBudget ? internal::overBudget()
                                 : damaged(QString::fromLatin1(m_jpeg.message.data()));
    }

    QByteArrayView m_bytes;
    JpegState m_jpeg;
};

} // namespace

std::unique_ptr<Decoder> jpegDecoder(QByteArrayView bytes, const Budget& budget)
{
    return std::make_unique<JpegDecoder>(bytes, budget);
}

} // namespace winnow::internal
