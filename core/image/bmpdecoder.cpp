// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace winnow::internal {

namespace {

constexpr int kFileHeader = 14;
enum Compression : quint32 { Plain = 0, Runs8 = 1, Runs4 = 2, Masks = 3, MasksWithAlpha = 6 };

/// The bits of a 16- or 32-bit pixel that hold one channel.
struct Mask {
    quint32 bits = 0;
    int shift = 0;
    quint32 most = 0;

    Mask() = default;
    explicit Mask(quint32 mask)
        : bits(mask)
    {
        while (mask != 0 && (mask & 1) == 0) {
            mask >>= 1;
            ++shift;
        }
        most = mask;
    }
    uchar of(quint32 pixel) const
    {
        return most == 0 ? uchar(0) : uchar((quint64((pixel & bits) >> shift) * 255 + most / 2) / most);
    }
};

class BmpDecoder final : public Decoder {
public:
    BmpDecoder(QByteArrayView bytes, const Budget& budget)
        : m_data(reinterpret_cast<const uchar*>(bytes.data()))
        , m_size(bytes.size())
        , m_budget(budget)
    {
    }

    Result<DecoderHead> readHead() override
    {
        const quint32 kind = u32(kFileHeader);
        const bool old = kind == 12;
        if (!old && kind != 40 && kind != 52 && kind != 56 && kind != 64 && kind != 108 && kind != 124) {
            return notSupported(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "a header of %1 bytes")).arg(qint64(kind)));
        }
        if (m_size < kFileHeader + qint64(kind)) {
            return damaged();
        }
        m_pixels = u32(10);
        const qint64 height = old ? qint64(u16(20)) : qint64(qint32(u32(22)));
        m_topDown = height < 0;
        m_head.width = int(old ? u16(18) : u32(18));
        m_head.height = int(std::abs(height));
        m_depth = int(u16(old ? 24 : 28));
        m_compression = old ? quint32(Plain) : u32(30);
        if (m_head.width <= 0 || height == 0 || height < -0x7fffffff) {
            return notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "it has no size")));
        }
        if (!isKnownPacking(kind)) {
            return notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 bits, compression %2"))
                                    .arg(qint64(m_depth), qint64(m_compression)));
        }
        if (m_depth <= 8) {
            readPalette(kind, old);
            m_head.channels = m_grey ? 1 : 3;
        } else {
            readMasks(kind);
            m_head.channels = m_masks[3].bits != 0 ? 4 : 3;
        }
        m_head.memory = qint64(m_head.width) * m_head.height * (m_head.channels + (isRuns() ? 1 : 0));
        return m_head;
    }

    Result<cv::Mat> read(int) override
    {
        const qint64 stride = (qint64(m_head.width) * m_depth + 31) / 32 * 4;
        if (!isRuns() && m_pixels + stride * m_head.height > m_size) {
            return damaged(Sentence::of(QT_TRANSLATE_NOOP("Error", "its bytes end before the picture does")));
        }
        cv::Mat runs;
        if (isRuns()) {
            runs = cv::Mat(m_head.height, m_head.width, CV_8UC1, cv::Scalar(0));
            if (!unpackRuns(runs)) {
                return overBudget();
            }
        }
        cv::Mat mat(m_head.height, m_head.width, CV_8UC(m_head.channels));
        for (int line = 0; line < mat.rows; ++line) {
            if (line % 64 == 0 && m_budget.isSpent()) {
                return overBudget();
            }
            uchar* row = mat.ptr<uchar>(m_topDown ? line : mat.rows - 1 - line);
            if (isRuns()) {
                readIndexes(runs.ptr<uchar>(line), 8, row);
            } else if (m_depth <= 8) {
                readIndexes(m_data + m_pixels + stride * line, m_depth, row);
            } else {
                readColours(m_pixels + stride * line, row);
            }
        }
        return mat;
    }

private:
    quint32 u8(qint64 at) const { return at >= 0 && at < m_size ? quint32(m_data[at]) : 0U; }
    quint32 u16(qint64 at) const { return u8(at) | u8(at + 1) << 8; }
    quint32 u32(qint64 at) const { return u16(at) | u16(at + 2) << 16; }

    bool isRuns() const { return m_compression == Runs8 || m_compression == Runs4; }

    bool isKnownPacking(quint32 kind) const
    {
        switch (m_compression) {
        case Plain:
            return m_depth == 1 || m_depth == 4 || m_depth == 8 || m_depth == 16 || m_depth == 24
                || m_depth == 32;
        case Runs8:
            return m_depth == 8;
        case Runs4:
            return m_depth == 4;
        case Masks:
        case MasksWithAlpha:
            // In OS/2's header the number means another compression.
            return kind != 64 && (m_depth == 16 || m_depth == 32);
        default:
            return false;
        }
    }

    void readPalette(quint32 kind, bool old)
    {
        const quint32 said = old ? 0 : u32(46);
        const int colours = said == 0 ? 1 << m_depth : int(std::min(said, 1U << m_depth));
        for (int i = 0; i < colours; ++i) {
            const qint64 at = kFileHeader + qint64(kind) + qint64(i) * (old ? 3 : 4);
            for (int c = 0; c < 3; ++c) {
                m_palette[std::size_t(i)][std::size_t(c)] = uchar(u8(at + c));
            }
            const auto& colour = m_palette[std::size_t(i)];
            m_grey = m_grey && colour[0] == colour[1] && colour[1] == colour[2];
        }
    }

    void readMasks(quint32 kind)
    {
        if (m_compression == Plain) {
            m_masks = m_depth == 16 ? std::array{Mask(0x7c00), Mask(0x3e0), Mask(0x1f), Mask()}
                                    : std::array{Mask(0xff0000), Mask(0xff00), Mask(0xff), Mask()};
            return;
        }
        for (int c = 0; c < 3; ++c) {
            m_masks[std::size_t(c)] = Mask(u32(kFileHeader + 40 + 4 * c));
        }
        if (kind >= 56 || m_compression == MasksWithAlpha) {
            m_masks[3] = Mask(u32(kFileHeader + 52));
        }
    }

    void readIndexes(const uchar* from, int depth, uchar* to) const
    {
        const int perByte = 8 / depth;
        const int most = (1 << depth) - 1;
        for (int x = 0; x < m_head.width; ++x) {
            const int index = from[x / perByte] >> (8 - depth - x % perByte * depth) & most;
            const auto& colour = m_palette[std::size_t(index)];
            to = std::copy_n(colour.data(), m_head.channels, to);
        }
    }

    void readColours(qint64 at, uchar* to) const
    {
        const int bytes = m_depth / 8;
        if (bytes == 3) {
            std::copy_n(m_data + at, qsizetype(m_head.width) * 3, to);
            return;
        }
        for (int x = 0; x < m_head.width; ++x, at += bytes, to += m_head.channels) {
            const quint32 pixel = bytes == 2 ? u16(at) : u32(at);
            for (int c = 0; c < 3; ++c) {
                to[2 - c] = m_masks[std::size_t(c)].of(pixel);
            }
            if (m_head.channels == 4) {
                to[3] = m_masks[3].of(pixel);
            }
        }
    }

    /// Runs of equal pixels, stretches of others, and jumps. What is not painted stays 0. False when the time
    /// is used up.
    bool unpackRuns(cv::Mat& runs) const
    {
        int x = 0;
        int y = 0;
        const auto paint = [&](quint32 index) {
            if (x < runs.cols && y < runs.rows) {
                runs.at<uchar>(y, x) = uchar(index);
            }
            x = std::min(x + 1, runs.cols);
        };
        const bool half = m_compression == Runs4;
        const auto indexAt = [&](qint64 at, int i) {
            return half ? u8(at + i / 2) >> (i % 2 == 0 ? 4 : 0) & 15U : u8(at + i);
        };
        unsigned int steps = 0;
        for (qint64 at = m_pixels; at + 1 < m_size && y < runs.rows; ++steps) {
            if (steps % 65536 == 0 && m_budget.isSpent()) {
                return false;
            }
            const int count = int(u8(at));
            const int code = int(u8(at + 1));
            at += 2;
            if (count > 0) {
                for (int i = 0; i < count; ++i) {
                    paint(half ? (i % 2 == 0 ? quint32(code) >> 4 : quint32(code) & 15U) : quint32(code));
                }
            } else if (code == 0) {
                x = 0;
                ++y;
            } else if (code == 1) {
                break;
            } else if (code == 2) {
                x = std::min(x + int(u8(at)), runs.cols);
                y += int(u8(at + 1));
                at += 2;
            } else {
                for (int i = 0; i < code; ++i) {
                    paint(indexAt(at, i));
                }
                const int bytes = half ? (code + 1) / 2 : code;
                at += bytes + bytes % 2;
            }
        }
        return true;
    }

    const uchar* m_data;
    qint64 m_size;
    const Budget& m_budget;
    DecoderHead m_head;
    qint64 m_pixels = 0;
    int m_depth = 0;
    quint32 m_compression = Plain;
    bool m_topDown = false;
    bool m_grey = true;
    /// Blue, green, red.
    std::array<std::array<uchar, 3>, 256> m_palette{};
    /// Red, green, blue, alpha.
    std::array<Mask, 4> m_masks{};
};

} // namespace

std::unique_ptr<Decoder> bmpDecoder(QByteArrayView bytes, const Budget& budget)
{
    return std::make_unique<BmpDecoder>(bytes, budget);
}

} // namespace winnow::internal
