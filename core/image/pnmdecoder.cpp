// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"
#include "core/image/pnmhead.h"

#include <algorithm>

namespace winnow::internal {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Goes through the numbers of a text, comments left out.
class Numbers {
public:
    Numbers(QByteArrayView bytes, qsizetype at)
        : m_bytes(bytes)
        , m_at(at)
    {
    }
    qsizetype at() const { return m_at; }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    /// -1 when none comes next, or one that is too large to mean anything. `digits` is how many it may have.
    int next(int digits = 9)
    {
        while (m_at < m_bytes.size() && (isSpace(m_bytes[m_at]) || m_bytes[m_at] == '#')) {
            if (m_bytes[m_at] == '#') {
                while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r') {
                    ++m_at;
                }
            } else {
                ++m_at;
            }
        }
        int value = 0;
        int read = 0;
        for (; m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9' && read < digits;
             ++read) {
            value = value * 10 + (m_bytes[m_at++] - '0');
        }
        const bool goesOn = digits > 1 && !atEnd() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9';
        return read > 0 && !goesOn ? value : -1;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at;
};

class PnmDecoder final : public Decoder {
public:
    PnmDecoder(QByteArrayView bytes, const Budget& budget)
        : m_bytes(bytes)
        , m_budget(budget)
    {
    }

    Result<DecoderHead> readHead() override
    {
        m_pnm = readPnmHead(m_bytes);
        if (m_pnm.data < 0) {
            return damaged();
        }
        DecoderHead head;
        head.width = m_pnm.width;
        head.height = m_pnm.height;
        head.channels = m_pnm.channels();
        head.memory = qint64(head.width) * head.height * head.channels;
        return head;
    }

    Result<cv::Mat> read(int) override
    {
        if (!m_pnm.isText() && m_pnm.data + m_pnm.bytesPerLine() * m_pnm.height > m_bytes.size()) {
            return damaged();
        }
        cv::Mat mat(m_pnm.height, m_pnm.width, CV_8UC(m_pnm.channels()));
        Numbers text(m_bytes, m_pnm.data);
        for (int y = 0; y < mat.rows; ++y) {
            if (y % 64 == 0 && m_budget.isSpent()) {
                return overBudget();
            }
            uchar* row = mat.ptr<uchar>(y);
            if (!(m_pnm.isText() ? readText(text, row) : readBinary(y, row))) {
                return damaged();
            }
            if (mat.channels() == 3) {
                for (int x = 0; x < mat.cols; ++x) {
                    std::swap(row[3 * x], row[3 * x + 2]);
                }
            }
        }
        return mat;
    }

private:
    uchar toByte(int value) const
    {
        return uchar((std::min(value, m_pnm.top) * 255 + m_pnm.top / 2) / m_pnm.top);
    }

    bool readText(Numbers& text, uchar* row) const
    {
        for (int i = 0; i < m_pnm.width * m_pnm.channels(); ++i) {
            // The digits of a bitmap may stand without spaces.
            const int value = text.next(m_pnm.isBitmap() ? 1 : 9);
            if (value < 0) {
                return false;
            }
            row[i] = m_pnm.isBitmap() ? (value != 0 ? 0 : 255) : toByte(value);
        }
        return true;
    }

    bool readBinary(int y, uchar* row) const
    {
        const auto* line
            = reinterpret_cast<const uchar*>(m_bytes.data()) + m_pnm.data + m_pnm.bytesPerLine() * y;
        for (int i = 0; i < m_pnm.width * m_pnm.channels(); ++i) {
            if (m_pnm.isBitmap()) {
                row[i] = (line[i / 8] >> (7 - i % 8) & 1) != 0 ? 0 : 255;
            } else if (m_pnm.bytesPerSample() == 2) {
                row[i] = toByte(line[2 * i] << 8 | line[2 * i + 1]);
            } else {
                row[i] = m_pnm.top == 255 ? line[i] : toByte(line[i]);
            }
        }
        return true;
    }

    QByteArrayView m_bytes;
    const Budget& m_budget;
    PnmHead m_pnm;
};

} // namespace

PnmHead readPnmHead(QByteArrayView bytes)
{
    PnmHead head;
    if (bytes.size() < 3 || bytes[0] != 'P' || bytes[1] < '1' || bytes[1] > '6'
        || (!isSpace(bytes[2]) && bytes[2] != '#')) {
        return head;
    }
    const int kind = bytes[1] - '0';
    Numbers numbers(bytes, 2);
    const int width = numbers.next();
    const int height = numbers.next();
    const int top = kind == 1 || kind == 4 ? 1 : numbers.next();
    if (width < 1 || height < 1 || top < 1 || top > 65535) {
        // Something else that begins with a P, unless it only ends too early.
        head.kind = numbers.atEnd() ? kind : 0;
        return head;
    }
    head.kind = kind;
    head.width = width;
    head.height = height;
    head.top = top;
    // Exactly one white space stands before binary pixels.
    const bool follows = numbers.at() < bytes.size() && isSpace(bytes[numbers.at()]);
    head.data = follows ? numbers.at() + 1 : -1;
    return head;
}

std::unique_ptr<Decoder> pnmDecoder(QByteArrayView bytes, const Budget& budget)
{
    return std::make_unique<PnmDecoder>(bytes, budget);
}

} // namespace winnow::internal
