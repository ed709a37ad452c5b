// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/mat.h"

#include <array>
#include <vector>

// OpenCV 4.6 has no GIF decoder; benchmarks scraped from the web have GIFs. First frame only.

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
    std::vector<uchar> indices;
};

class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : m_data(reinterpret_cast<const uchar*>(bytes.data()))
        , m_size(bytes.size())
    {
    }
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
    /// The payload of a chain of sub-blocks; what is cut off is left out.
    std::vector<uchar> subBlocks()
    {
        std::vector<uchar> payload;
        for (int length = u8(); length > 0; length = u8()) {
            const qint64 available = std::min<qint64>(length, m_size - m_at);
            payload.insert(payload.end(), m_data + m_at, m_data + m_at + available);
            m_at += available;
        }
        return payload;
    }

private:
    const uchar* m_data;
    qint64 m_size;
    qint64 m_at = 0;
};

/// Variable-length LZW as GIF packs it. Stops at the first impossible code; the rest stays 0.
void unpack(const std::vector<uchar>& packed, int minimumBits, std::vector<uchar>& out, size_t wanted)
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
    size_t at = 0;
    while (out.size() < wanted) {
        while (held < bits) {
            if (at >= packed.size()) {
                return;
            }
            window |= quint32(packed[at++]) << held;
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
            return;
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

void paint(const Frame& frame, cv::Mat& canvas)
{
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
        canvas.at<cv::Vec4b>(y, x) = cv::Vec4b(rgb[2], rgb[1], rgb[0], 255);
    }
}

} // namespace

Result<cv::Mat> decodeGif(QByteArrayView bytes)
{
    const auto damaged = [] {
        return fail(ErrorCode::InvalidInput, QStringLiteral("The GIF is damaged"),
            QStringLiteral("Replace the image file"));
    };
    Reader in(bytes);
    in.take(6);
    const int width = in.le16();
    const int height = in.le16();
    const int flags = in.u8();
    in.take(2);
    if (width <= 0 || height <= 0 || flags < 0) {
        return damaged();
    }
    const int globalSize = (flags & 0x80) ? 2 << (flags & 7) : 0;
    const uchar* global = in.take(3 * globalSize);
    Frame frame;
    for (int block = in.u8(); block >= 0 && block != 0x3b; block = in.u8()) {
        if (block == 0x21) {
            const int label = in.u8();
            const std::vector<uchar> payload = in.subBlocks();
            if (label == 0xf9 && payload.size() >= 4 && (payload[0] & 1)) {
                frame.transparent = payload[3];
            }
            continue;
        }
        if (block != 0x2c) {
            return damaged();
        }
        frame.left = in.le16();
        frame.top = in.le16();
        frame.width = in.le16();
        frame.height = in.le16();
        const int local = in.u8();
        if (local < 0 || frame.width <= 0 || frame.height <= 0 || frame.width > width
            || frame.height > height) {
            return damaged();
        }
        frame.interlaced = local & 0x40;
        frame.paletteSize = (local & 0x80) ? 2 << (local & 7) : globalSize;
        frame.palette = (local & 0x80) ? in.take(3 * frame.paletteSize) : global;
        const int minimumBits = in.u8();
        if (frame.palette == nullptr || minimumBits < 1 || minimumBits > 11) {
            return damaged();
        }
        unpack(in.subBlocks(), minimumBits, frame.indices, size_t(frame.width) * size_t(frame.height));
        cv::Mat canvas(height, width, CV_8UC4, cv::Scalar(255, 255, 255, 0));
        paint(frame, canvas);
        if (frame.transparent >= 0) {
            return canvas;
        }
        cv::Mat opaque(height, width, CV_8UC3);
        const int fromTo[] = {0, 0, 1, 1, 2, 2};
        cv::mixChannels(&canvas, 1, &opaque, 1, fromTo, 3);
        return opaque;
    }
    return damaged();
}

} // namespace winnow::internal
