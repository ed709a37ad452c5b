// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

#include <png.h>

namespace winnow::internal {

namespace {

/// The state of libpng. It reports errors by a jump; the functions that can be left that way hold nothing to
/// be destroyed.
struct PngState {
    png_structp png = nullptr;
    png_infop info = nullptr;
    const uchar* bytes;
    std::size_t left;
    std::array<char, 160> message{};
    int passes = 1;
    bool overBudget = false;
    bool ended = false;

    explicit PngState(QByteArrayView file)
        : bytes(reinterpret_cast<const uchar*>(file.data()))
        , left(std::size_t(file.size()))
    {
        png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, fail, [](png_structp, png_const_charp) {});
        info = png ? png_create_info_struct(png) : nullptr;
    }
    ~PngState() { png_destroy_read_struct(&png, &info, nullptr); }
    PngState(const PngState&) = delete;
    PngState& operator=(const PngState&) = delete;

    [[noreturn]] static void fail(png_structp png, png_const_charp text)
    {
        auto* self = static_cast<PngState*>(png_get_error_ptr(png));
        std::strncpy(self->message.data(), text, self->message.size() - 1);
        png_longjmp(png, 1);
    }
    static void give(png_structp png, png_bytep target, std::size_t count)
    {
        auto* self = static_cast<PngState*>(png_get_io_ptr(png));
        if (count > self->left) {
            self->ended = true;
            png_error(png, "its bytes end");
        }
        std::memcpy(target, self->bytes, count);
        self->bytes += count;
        self->left -= count;
    }
};

bool readPngInfo(PngState& state)
{
    if (setjmp(png_jmpbuf(state.png)) != 0) {
        return false;
    }
    png_set_read_fn(state.png, &state, PngState::give);
    // The size is held against our own budget.
    png_set_user_limits(state.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    // Profiles, texts and the like are never unpacked.
    png_set_keep_unknown_chunks(state.png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_read_info(state.png, state.info);
    return true;
}

bool startPng(PngState& state)
{
    if (setjmp(png_jmpbuf(state.png)) != 0) {
        return false;
    }
    png_structp png = state.png;
    const int colour = png_get_color_type(png, state.info);
    if (colour == PNG_COLOR_TYPE_PALETTE) {
        png_set_palette_to_rgb(png);
    } else if (colour == PNG_COLOR_TYPE_GRAY) {
        png_set_expand_gray_1_2_4_to_8(png);
    } else if (colour == PNG_COLOR_TYPE_GRAY_ALPHA) {
        png_set_gray_to_rgb(png);
    }
    if (colour != PNG_COLOR_TYPE_GRAY && png_get_valid(png, state.info, PNG_INFO_tRNS) != 0) {
        png_set_tRNS_to_alpha(png);
    }
    png_set_scale_16(png);
    png_set_bgr(png);
    state.passes = png_set_interlace_handling(png);
    png_read_update_info(png, state.info);
    return true;
}

bool readPngRows(PngState& state, const cv::Mat& mat, const Budget& budget)
{
    if (setjmp(png_jmpbuf(state.png)) != 0) {
        return false;
    }
    for (int pass = 0; pass < state.passes; ++pass) {
        for (int y = 0; y < mat.rows; ++y) {
            if (y % 64 == 0 && budget.isSpent()) {
                state.overBudget = true;
                return false;
            }
            png_read_row(state.png, mat.data + mat.step * std::size_t(y), nullptr);
        }
    }
    png_read_end(state.png, nullptr);
    return true;
}

class PngDecoder final : public Decoder {
public:
    PngDecoder(QByteArrayView bytes, const Budget& budget)
        : m_budget(budget)
        , m_state(bytes)
    {
    }

    Result<DecoderHead> readHead() override
    {
        if (m_state.info == nullptr || !readPngInfo(m_state)) {
            return m_state.ended ? damaged() : notSupported(QString::fromLatin1(m_state.message.data()));
        }
        DecoderHead head;
        head.width = int(png_get_image_width(m_state.png, m_state.info));
        head.height = int(png_get_image_height(m_state.png, m_state.info));
        const int colour = png_get_color_type(m_state.png, m_state.info);
        const bool clear = (colour & PNG_COLOR_MASK_ALPHA) != 0
            || png_get_valid(m_state.png, m_state.info, PNG_INFO_tRNS) != 0;
        head.channels = colour == PNG_COLOR_TYPE_GRAY ? 1 : clear ? 4 : 3;
        head.memory = qint64(head.width) * head.height * head.channels;
        m_head = head;
        return head;
    }

    Result<cv::Mat> read(int) override
    {
        if (!startPng(m_state)) {
            return failure();
        }
        if (png_get_rowbytes(m_state.png, m_state.info) != std::size_t(m_head.width) * m_head.channels) {
            return damaged(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "its rows are not as wide as its header says")));
        }
        cv::Mat mat(m_head.height, m_head.width, CV_8UC(m_head.channels));
        if (!readPngRows(m_state, mat, m_budget)) {
            return failure();
        }
        return mat;
    }

private:
    tl::unexpected<Error> failure() const
    {
        return m_state.overBudget ? internal::overBudget()
                                  : damaged(QString::fromLatin1(m_state.message.data()));
    }

    const Budget& m_budget;
    PngState m_state;
    DecoderHead m_head;
};

} // namespace

std::unique_ptr<Decoder> pngDecoder(QByteArrayView bytes, const Budget& budget)
{
    return std::make_unique<PngDecoder>(bytes, budget);
}

} // namespace winnow::internal
