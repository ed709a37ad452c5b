// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

#include <array>
#include <optional>
#include <vector>

// Benchmarks scraped from the web have GIFs. First frame only.

namespace winnow::internal {

namespace {

constexpr int kMaxCodes = 4096;

struct Frame {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    bool interlaced = false;
    int transparent = -1;
    const uchar* palette = nullptr;
    int paletteSize = 0;
    int minimumBits = 0;
    std::vector<uchar> indices;
};

class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : m_data(reinterpret_cast<const uchar*>(bytes.data()))
        , m_size(bytes.size())
    {
    }
    bool atEnd() const { return m_at >= m_size; }
    int u8() { return m_at < m_size ? m_data[m_at++] : -1; }
    int le16()
    {
        const int low = u8();
        const int high = u8();
        return high < 0 ? -1 : low | high << 8;
    }
    const uchar* take(qint64 count)
    {
        if (m_at + count > m_size) {
            return nullptr;
        }
        const uchar* start = m_data + m_at;
        m_at += count;
        return start;
    }
    /// The bytes of a chain of sub-blocks, one after the other; -1 at its end or where the file is cut off.
    int chained()
    {
        if (m_blockLeft == 0) {
            m_blockLeft = std::max(0, u8());
        }
        if (m_blockLeft == 0) {
            return -1;
        }
        --m_blockLeft;
        return u8();
    }
    /// Goes on behind the chain.
    void skipChain()
    {
        m_at = std::min(m_size, m_at + m_blockLeft);
        for (int length = u8(); length > 0; length = u8()) {
            m_at = std::min(m_size, m_at + length);
        }
        m_blockLeft = 0;
    }

private:
    const uchar* m_data;
    qint64 m_size;
    qint64 m_at = 0;
    int m_blockLeft = 0;
};

/// Variable-length LZW as GIF packs it. Stops at the first impossible code; what comes after it is left out.
/// False when the time is used up.
bool unpack(Reader& packed, int minimumBits, std::vector<uchar>& out, size_t wanted, const Budget& budget)
{
    std::array<short, kMaxCodes> prefix{};
    std::array<uchar, kMaxCodes> suffix{};
    std::array<uchar, kMaxCodes + 1> stack{};
    const int clear = 1 << minimumBits;
    const int end = clear + 1;
    int next = end + 1;
    int bits = minimumBits + 1;
    int previous = -1;
    uchar first = 0;
    quint32 window = 0;
    int held = 0;
    for (int i = 0; i < clear; ++i) {
        suffix[size_t(i)] = uchar(i);
    }
    for (unsigned int codes = 0; out.size() < wanted; ++codes) {
        if (codes % 65536 == 0 && budget.isSpent()) {
            return false;
        }
        while (held < bits) {
            const int byte = packed.chained();
            if (byte < 0) {
                return true;
            }
            window |= quint32(byte) << held;
            held += 8;
        }
        int code = int(window & ((1U << bits) - 1));
        window >>= bits;
        held -= bits;
        if (code == clear) {
            bits = minimumBits + 1;
            next = end + 1;
            previous = -1;
            continue;
        }
        if (code == end || code > next || (code == next && previous < 0)) {
            return true;
        }
        const int current = code;
        size_t depth = 0;
        if (code == next) {
            stack[depth++] = first;
            code = previous;
        }
        while (code >= clear && depth < kMaxCodes) {
            stack[depth++] = suffix[size_t(code)];
            code = prefix[size_t(code)];
        }
        first = suffix[size_t(code)];
        stack[depth++] = first;
        while (depth > 0 && out.size() < wanted) {
            out.push_back(stack[--depth]);
        }
        if (previous >= 0 && next < kMaxCodes) {
            prefix[size_t(next)] = short(previous);
            suffix[size_t(next)] = first;
            ++next;
            if (next == (1 << bits) && bits < 12) {
                ++bits;
            }
        }
        previous = current;
    }
    return true;
}

int rowOfPass(int line, int height)
{
    // GIF interlacing: rows 0,8,16…; 4,12…; 2,6…; 1,3….
    static constexpr int start[] = {0, 4, 2, 1};
    static constexpr int step[] = {8, 8, 4, 2};
    for (int pass = 0; pass < 4; ++pass) {
        const int rows = height > start[pass] ? (height - start[pass] + step[pass] - 1) / step[pass] : 0;
        if (line < rows) {
            return start[pass] + line * step[pass];
        }
        line -= rows;
    }
    return height - 1;
}

/// What the frame does not cover stays as it is.
void paint(const Frame& frame, cv::Mat& canvas)
{
    const int channels = canvas.channels();
    for (size_t i = 0; i < frame.indices.size(); ++i) {
        const int line = int(i / size_t(frame.width));
        const int y = frame.top + (frame.interlaced ? rowOfPass(line, frame.height) : line);
        const int x = frame.left + int(i % size_t(frame.width));
        const int index = frame.indices[i];
        if (y >= canvas.rows || x >= canvas.cols || index == frame.transparent
            || index >= frame.paletteSize) {
            continue;
        }
        const uchar* rgb = frame.palette + 3 * index;
        uchar* pixel = canvas.ptr<uchar>(y) + channels * x;
        pixel[0] = rgb[2];
        pixel[1] = rgb[1];
        pixel[2] = rgb[0];
        if (channels == 4) {
            pixel[3] = 255;
        }
    }
}

class GifDecoder final : public Decoder {
public:
    GifDecoder(QByteArrayView bytes, const Budget& budget)
        : m_in(bytes)
        , m_budget(budget)
    {
    }

    /// Reads up to the pixels of the first frame.
    Result<DecoderHead> readHead() override
    {
        m_in.take(6);
        m_head.width = m_in.le16();
        m_head.height = m_in.le16();
        const int flags = m_in.u8();
        m_in.take(2);
        if (m_head.width <= 0 || m_head.height <= 0 || flags < 0) {
            return m_in.atEnd() ? damaged()
                                : notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "it has no size")));
        }
        m_frame.paletteSize = (flags & 0x80) ? 2 << (flags & 7) : 0;
        m_frame.palette = m_in.take(3 * m_frame.paletteSize);
        if (const auto wrong = readFrame()) {
            return m_in.atEnd() ? damaged() : notSupported(*wrong);
        }
        m_head.channels = m_frame.transparent >= 0 ? 4 : 3;
        m_head.memory
            = qint64(m_head.width) * m_head.height * m_head.channels + qint64(m_frame.width) * m_frame.height;
        return m_head;
    }

    Result<cv::Mat> read(int) override
    {
        const size_t pixels = size_t(m_frame.width) * size_t(m_frame.height);
        m_frame.indices.reserve(pixels);
        if (!unpack(m_in, m_frame.minimumBits, m_frame.indices, pixels, m_budget)) {
            return overBudget();
        }
        cv::Mat canvas(m_head.height, m_head.width, CV_8UC(m_head.channels), cv::Scalar(255, 255, 255, 0));
        paint(m_frame, canvas);
        return canvas;
    }

private:
    /// What is wrong with the first frame, or nothing.
    std::optional<Sentence> readFrame()
    {
        for (int block = m_in.u8(); block >= 0 && block != 0x3b; block = m_in.u8()) {
            if (block == 0x21) {
                const int label = m_in.u8();
                const int fields = m_in.chained();
                m_in.chained();
                m_in.chained();
                const int clear = m_in.chained();
                if (label == 0xf9 && clear >= 0 && (fields & 1) != 0) {
                    m_frame.transparent = clear;
                }
                m_in.skipChain();
                continue;
            }
            if (block != 0x2c) {
                return Sentence::of(QT_TRANSLATE_NOOP("Error", "an unknown block"));
            }
            m_frame.left = m_in.le16();
            m_frame.top = m_in.le16();
            m_frame.width = m_in.le16();
            m_frame.height = m_in.le16();
            const int local = m_in.u8();
            if (local < 0 || m_frame.width <= 0 || m_frame.height <= 0 || m_frame.width > m_head.width
                || m_frame.height > m_head.height) {
                return Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "its first frame has another size than its header says"));
            }
            m_frame.interlaced = local & 0x40;
            if ((local & 0x80) != 0) {
                m_frame.paletteSize = 2 << (local & 7);
                m_frame.palette = m_in.take(3 * m_frame.paletteSize);
            }
            m_frame.minimumBits = m_in.u8();
            if (m_frame.palette == nullptr || m_frame.minimumBits < 1 || m_frame.minimumBits > 11) {
                return Sentence::of(QT_TRANSLATE_NOOP("Error", "its first frame has no colours"));
            }
            return std::nullopt;
        }
        return Sentence::of(QT_TRANSLATE_NOOP("Error", "it has no frame"));
    }

    Reader m_in;
    const Budget& m_budget;
    DecoderHead m_head;
    Frame m_frame;
};

} // namespace

std::unique_ptr<Decoder> gifDecoder(QByteArrayView bytes, const Budget& budget)
{
    return std::make_unique<GifDecoder>(bytes, budget);
}

} // namespace winnow::internal
