// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/pixelscan.h"

#include <QtGlobal>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace winnow::internal {

namespace {

constexpr int kSmallSide = 128;
constexpr int kNarrowSide = 96;
/// Pixels that are looked at together, so that they stay in the first caches.
constexpr int kStrip = 8 * 1024;
constexpr int kBlock = 16;
/// Pixels of an image that are counted one by one, about; of blocks without colour, which cost less, more.
constexpr qint64 kCountedColour = 65'536;
constexpr qint64 kCountedGrey = 131'072;
constexpr std::size_t kBins = 65025 / 16 + 1;

using Vector = uchar __attribute__((vector_size(16)));
using Words = quint64 __attribute__((vector_size(16)));
__extension__ using Wide = unsigned __int128;

Vector load(const uchar* p)
{
    Vector v;
    std::memcpy(&v, p, sizeof v);
    return v;
}

using WideVector = uchar __attribute__((vector_size(32)));
using WideWords = quint64 __attribute__((vector_size(32)));

bool anyBit(Vector v)
{
    Words w;
    std::memcpy(&w, &v, sizeof w);
    return (w[0] | w[1]) != 0;
}

/// The mask of the bytes whose right neighbour belongs to the same pixel and is a colour.
template <int C> Vector neighbours(int part)
{
    Vector mask{};
    for (int i = 0; i < 16; ++i) {
        mask[i] = (16 * part + i) % C < 2 ? 0xff : 0;
    }
    return mask;
}

/// Weighted squares in 1/1024 units, so that a pixel's brightness is two additions and a shift.
struct Squares {
    std::array<quint32, 256> red{};
    std::array<quint32, 256> green{};
    std::array<quint32, 256> blue{};
};

const Squares& squares()
{
    static const Squares table = [] {
        Squares t;
        for (quint32 v = 0; v < 256; ++v) {
            t.red[v] = quint32(std::lround(0.241 * 1024 * v * v));
            t.green[v] = quint32(std::lround(0.691 * 1024 * v * v));
            t.blue[v] = quint32(std::lround(0.068 * 1024 * v * v));
        }
        return t;
    }();
    return table;
}

std::size_t binOf(uchar blue, uchar green, uchar red)
{
    const Squares& square = squares();
    return std::min<std::size_t>(
        (square.red[red] + square.green[green] + square.blue[blue]) >> 14, kBins - 1);
}

/// Counters of pixels; of colourless ones only one value is counted.
struct Counters {
    std::array<std::array<quint32, 256>, 4> channel{};
    /// Four sets: neighbouring pixels are often equal, and adding to one counter again and again stalls.
    std::array<std::array<quint32, 256>, 4> grey{};
    std::vector<quint32> bins = std::vector<quint32>(kBins);

    template <int C> void addGrey(const uchar* p, quint32 times, unsigned set = 0)
    {
        grey[set][p[0]] += times;
        if constexpr (C == 4) {
            channel[3][p[3]] += times;
        }
    }

    template <int C> void addColour(const uchar* p, quint32 times)
    {
        if constexpr (C >= 3) {
            channel[0][p[0]] += times;
            channel[1][p[1]] += times;
            channel[2][p[2]] += times;
            bins[binOf(p[0], p[1], p[2])] += times;
            if constexpr (C == 4) {
                channel[3][p[3]] += times;
            }
        }
    }

    template <int C> bool add(const uchar* p, quint32 times)
    {
        bool colourless = true;
        if constexpr (C >= 3) {
            colourless = p[0] == p[1] && p[1] == p[2];
        }
        if (colourless) {
            addGrey<C>(p, times);
        } else {
            addColour<C>(p, times);
        }
        return colourless;
    }

    void addTo(PixelScan& scan) const
    {
        scan.bins = bins;
        scan.channel = channel;
        for (std::size_t v = 0; v < 256; ++v) {
            const quint32 greys = grey[0][v] + grey[1][v] + grey[2][v] + grey[3][v];
            for (std::size_t c = 0; c < std::size_t(std::min(scan.channels, 3)); ++c) {
                scan.channel[c][v] += greys;
            }
            scan.bins[binOf(uchar(v), uchar(v), uchar(v))] += greys;
        }
    }
};

/// Number of bytes from `p` on that equal the one a pixel later, in whole steps of 32 pixels; `length` bytes
/// may be looked at.
template <int C> WINNOW_WIDE std::size_t repeatedBytes(const uchar* p, std::size_t length)
{
    constexpr std::size_t kStep = 32 * C;
    std::size_t at = 0;
    for (; at + kStep + C <= length; at += kStep) {
        WideVector differs{};
        for (std::size_t part = 0; part < kStep; part += 32) {
            WideVector here;
            WideVector next;
            std::memcpy(&here, p + at + part, sizeof here);
            std::memcpy(&next, p + at + part + C, sizeof next);
            differs |= here ^ next;
        }
        WideWords words;
        std::memcpy(&words, &differs, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) != 0) {
            break;
        }
    }
    return at;
}

/// An image row by row as runs of one tone and blocks of 16 pixels that are not.
struct Run {
    int x;
    int length;
    const uchar* pixel;
};

struct Block {
    int x;
    const uchar* pixels;
    bool coloured;
};

template <int C> class RowReader {
public:
    RowReader()
    {
        for (int part = 0; part < C; ++part) {
            m_masks[std::size_t(part)] = neighbours<C>(part);
        }
    }

    /// Adds what the row consists of. The pixels at its end are runs of one.
    void read(const uchar* p, int columns, std::vector<Run>& runs, std::vector<Block>& blocks) const
    {
        int x = 0;
        // A block is compared with the pixel after it too.
        while (x + kBlock < columns) {
            Vector differs{};
            for (int part = 0; part < C; ++part) {
                differs |= load(p + 16 * part) ^ load(p + 16 * part + C);
            }
            if (anyBit(differs)) {
                Vector coloured{};
                if constexpr (C >= 3) {
                    for (int part = 0; part < C; ++part) {
                        coloured
                            |= (load(p + 16 * part) ^ load(p + 16 * part + 1)) & m_masks[std::size_t(part)];
                    }
                }
                blocks.push_back({x, p, anyBit(coloured)});
                x += kBlock;
                p += kBlock * C;
            } else {
                const int length
                    = std::max(kBlock, int(repeatedBytes<C>(p, std::size_t(columns - x) * C) / C));
                runs.push_back({x, length, p});
                x += length;
                p += length * C;
            }
        }
        for (; x < columns; ++x, p += C) {
            runs.push_back({x, 1, p});
        }
    }

private:
    std::array<Vector, std::size_t(C)> m_masks{};
};

template <int C> class Counting {
public:
    explicit Counting(qint64 pixels)
        : m_pixels(pixels)
    {
    }

    void add(const std::vector<Run>& runs, const std::vector<Block>& blocks, qint64 pixels)
    {
        for (const Run& run : runs) {
            m_colourless &= m_counters.add<C>(run.pixel, quint32(run.length));
        }
        const qint64 coloured
            = std::count_if(blocks.begin(), blocks.end(), [](const Block& b) { return b.coloured; });
        m_colourless &= coloured == 0;
        const int colourStep = stepFor(coloured, kCountedColour * pixels, m_spareColour);
        const int greyStep = stepFor(qint64(blocks.size()) - coloured, kCountedGrey * pixels, m_spareGrey);
        for (const Block& block : blocks) {
            // An odd step through the remainders visits them all.
            m_offset += 5;
            if (block.coloured) {
                for (int x = int(m_offset % unsigned(colourStep)); x < kBlock; x += colourStep) {
                    m_counters.addColour<C>(block.pixels + x * C, quint32(colourStep));
                }
            } else {
                unsigned set = 0;
                for (int x = int(m_offset % unsigned(greyStep)); x < kBlock; x += greyStep) {
                    m_counters.addGrey<C>(block.pixels + x * C, quint32(greyStep), set++ % 4);
                }
            }
        }
    }

    const Counters& counters() const { return m_counters; }
    bool isColourless() const { return m_colourless; }

private:
    /// How many pixels of the blocks one counted pixel stands for. What one strip leaves of its share another
    /// may use.
    int stepFor(qint64 blocks, qint64 share, qint64& spare) const
    {
        spare += share / m_pixels;
        int step = 1;
        while (blocks * kBlock / step > spare && step < kBlock) {
            step *= 2;
        }
        spare = std::max<qint64>(0, spare - blocks * kBlock / step);
        return step;
    }

    qint64 m_pixels;
    Counters m_counters;
    qint64 m_spareGrey = 0;
    qint64 m_spareColour = 0;
    unsigned m_offset = 0;
    bool m_colourless = true;
};

quint64 folded(quint64 a, quint64 b)
{
    const Wide product = Wide(a) * b;
    return quint64(product) ^ quint64(product >> 64);
}

/// Multiply-and-fold lanes: one over the places, lengths and tones of the runs, three over the blocks' bytes.
/// Grey files are hashed as the colour pictures they look like.
template <int C> class PixelHash {
public:
    explicit PixelHash(const cv::Mat& mat)
        : m_lanes{0x9e3779b97f4a7c15ULL ^ quint64(mat.cols), 0xc2b2ae3d27d4eb4fULL ^ quint64(mat.rows),
            0x8ebc6af09c88c6e3ULL ^ quint64(std::max(3, mat.channels())), 0x589965cc75374cc3ULL}
    {
    }

    void addRun(int y, const Run& run)
    {
        quint32 tone = run.pixel[0];
        if constexpr (C == 1) {
            tone *= 0x10101;
        } else {
            tone |= quint32(run.pixel[1]) << 8 | quint32(run.pixel[2]) << 16;
        }
        if constexpr (C == 4) {
            tone |= quint32(run.pixel[3]) << 24;
        }
        const quint64 place = quint64(y) << 32 | quint64(run.x);
        m_lanes[3] = folded(m_lanes[3] ^ place, kKeys[3] ^ (quint64(tone) << 32 | quint64(run.length)));
    }

    void addBlocks(const Block* block, const Block* end)
    {
        // Held apart: as an array they would go through memory.
        quint64 a = m_lanes[0];
        quint64 b = m_lanes[1];
        quint64 c = m_lanes[2];
        std::array<uchar, 3 * kBlock> coloured;
        for (; block != end; ++block) {
            const uchar* bytes = block->pixels;
            if constexpr (C == 1) {
                for (std::size_t i = 0; i < coloured.size(); ++i) {
                    coloured[i] = block->pixels[i / 3];
                }
                bytes = coloured.data();
            }
            for (int i = 0; i < 2; ++i, bytes += 24) {
                a = folded(a ^ word(bytes), kKeys[0]);
                b = folded(b ^ word(bytes + 8), kKeys[1]);
                c = folded(c ^ word(bytes + 16), kKeys[2]);
            }
            if constexpr (C == 4) {
                a = folded(a ^ word(bytes), kKeys[0]);
                b = folded(b ^ word(bytes + 8), kKeys[1]);
            }
        }
        m_lanes = {a, b, c, m_lanes[3]};
    }

    QByteArray value() const
    {
        const auto& lanes = m_lanes;
        const quint64 first = folded(lanes[0] ^ lanes[2], kKeys[1] ^ lanes[1]) ^ folded(lanes[3], kKeys[0]);
        const quint64 second = folded(lanes[1] ^ lanes[3], kKeys[2] ^ lanes[2]) ^ folded(lanes[0], kKeys[3]);
        QByteArray hash(16, Qt::Uninitialized);
        std::memcpy(hash.data(), &first, 8);
        std::memcpy(hash.data() + 8, &second, 8);
        return hash;
    }

private:
    static quint64 word(const uchar* at)
    {
        quint64 value;
        std::memcpy(&value, at, sizeof value);
        return value;
    }

    static constexpr std::array<quint64, 4> kKeys{
        0xa0761d6478bd642fULL, 0xe7037ed1a0b428dbULL, 0x1d8e4e27c47d124fULL, 0xeb44accab455d165ULL};
    std::array<quint64, 4> m_lanes;
};

WINNOW_WIDE void addLine(quint16* sums, const uchar* line, int count)
{
    for (int x = 0; x < count; ++x) {
        sums[x] = quint16(sums[x] + line[x]);
    }
}

/// Where the boxes of one direction begin, and the end.
std::vector<int> boundaries(int length, int boxes)
{
    std::vector<int> at;
    for (int i = 0; i <= boxes; ++i) {
        at.push_back(int(qint64(i) * length / boxes));
    }
    return at;
}

/// Area averages of the image in grey.
template <int C> class SmallGrey {
public:
    explicit SmallGrey(const cv::Mat& mat)
    {
        const int longer = std::max(mat.cols, mat.rows);
        const int box = std::max(1, longer / kSmallSide);
        const auto boxes = [&](int length) { return std::max(std::min(length, kNarrowSide), length / box); };
        m_columns = boundaries(mat.cols, boxes(mat.cols));
        m_rows = boundaries(mat.rows, boxes(mat.rows));
        m_small.create(int(m_rows.size()) - 1, int(m_columns.size()) - 1, CV_8UC1);
        m_sums.resize(std::size_t(m_small.cols));
        m_lines.resize(std::size_t(mat.cols));
        for (int x = 0; x < m_small.cols; ++x) {
            const int width = m_columns[std::size_t(x) + 1] - m_columns[std::size_t(x)];
            m_perColumn.push_back(1.0F / float(width));
            m_boxOf.insert(m_boxOf.end(), std::size_t(width), x);
        }
    }

    /// Where each row of boxes begins in the image, and its end.
    const std::vector<int>& rows() const { return m_rows; }
    const std::vector<int>& columns() const { return m_columns; }
    const cv::Mat& small() const { return m_small; }

    /// A row of boxes from what its rows consist of.
    void add(int y, const Run* run, const Run* lastRun, const Block* block, const Block* lastBlock)
    {
        std::fill(m_sums.begin(), m_sums.end(), 0U);
        for (; run != lastRun; ++run) {
            addRun(*run);
        }
        for (; block != lastBlock; ++block) {
            addBlock(*block);
        }
        finish(y);
    }

    /// Rows of boxes from the pixels: cheaper where few are of one tone.
    void add(int first, int last, const cv::Mat& strip)
    {
        cv::Mat grey = strip;
        if constexpr (C > 1) {
            cv::cvtColor(strip, m_grey, C == 3 ? cv::COLOR_BGR2GRAY : cv::COLOR_BGRA2GRAY);
            grey = m_grey;
        }
        const int top = m_rows[std::size_t(first)];
        for (int y = first; y < last; ++y) {
            std::fill(m_sums.begin(), m_sums.end(), 0U);
            for (int row = m_rows[std::size_t(y)]; row < m_rows[std::size_t(y) + 1];) {
                // As many lines as the sums can hold.
                const int to = std::min(m_rows[std::size_t(y) + 1], row + 257);
                std::fill(m_lines.begin(), m_lines.end(), quint16(0));
                for (; row < to; ++row) {
                    addLine(m_lines.data(), grey.ptr<uchar>(row - top), grey.cols);
                }
                for (std::size_t x = 0; x < m_sums.size(); ++x) {
                    for (int i = m_columns[x]; i < m_columns[x + 1]; ++i) {
                        m_sums[x] += m_lines[std::size_t(i)];
                    }
                }
            }
            finish(y);
        }
    }

private:
    /// As OpenCV's conversion.
    static quint32 greyOf(const uchar* p)
    {
        if constexpr (C == 1) {
            return p[0];
        } else {
            return (p[0] * 3735U + p[1] * 19235U + p[2] * 9798U + 16384U) >> 15;
        }
    }

    void addRun(const Run& run)
    {
        const quint32 grey = greyOf(run.pixel);
        int x = run.x;
        const int end = run.x + run.length;
        for (std::size_t box = std::size_t(m_boxOf[std::size_t(x)]); x < end; ++box) {
            const int to = std::min(end, m_columns[box + 1]);
            m_sums[box] += grey * quint32(to - x);
            x = to;
        }
    }

    void addBlock(const Block& block)
    {
        const uchar* p = block.pixels;
        int x = block.x;
        const int end = x + kBlock;
        for (std::size_t box = std::size_t(m_boxOf[std::size_t(x)]); x < end; ++box) {
            const int to = std::min(end, m_columns[box + 1]);
            quint32 sum = 0;
            if (block.coloured) {
                for (; x < to; ++x, p += C) {
                    sum += greyOf(p);
                }
            } else {
                for (; x < to; ++x, p += C) {
                    sum += p[0];
                }
            }
            m_sums[box] += sum;
        }
    }

    void finish(int y)
    {
        const float perRow = 1.0F / float(m_rows[std::size_t(y) + 1] - m_rows[std::size_t(y)]);
        uchar* line = m_small.ptr<uchar>(y);
        for (std::size_t x = 0; x < m_sums.size(); ++x) {
            line[x] = uchar(float(m_sums[x]) * perRow * m_perColumn[x] + 0.5F);
        }
    }

    std::vector<int> m_columns;
    std::vector<int> m_rows;
    std::vector<int> m_boxOf;
    std::vector<float> m_perColumn;
    std::vector<quint32> m_sums;
    std::vector<quint16> m_lines;
    cv::Mat m_grey;
    cv::Mat m_small;
};

template <int C> void scan(const cv::Mat& mat, PixelScan& result)
{
    const RowReader<C> reader;
    Counting<C> counting(qint64(mat.total()));
    PixelHash<C> hash(mat);
    SmallGrey<C> small(mat);
    const std::vector<int>& rows = small.rows();
    const int boxRows = int(rows.size()) - 1;
    std::vector<Run> runs;
    std::vector<Block> blocks;
    // What the rows of boxes of a strip consist of: runs and blocks from here to where the next begins.
    std::vector<std::pair<std::size_t, std::size_t>> begins;
    for (int from = 0; from < boxRows;) {
        runs.clear();
        blocks.clear();
        begins.clear();
        const int top = rows[std::size_t(from)];
        int to = from;
        while (to < boxRows
            && (to == from || qint64(rows[std::size_t(to) + 1] - top) * mat.cols <= qint64(kStrip))) {
            begins.emplace_back(runs.size(), blocks.size());
            for (int y = rows[std::size_t(to)]; y < rows[std::size_t(to) + 1]; ++y) {
                const std::size_t firstRun = runs.size();
                const std::size_t firstBlock = blocks.size();
                reader.read(mat.ptr<uchar>(y), mat.cols, runs, blocks);
                for (std::size_t i = firstRun; i < runs.size(); ++i) {
                    hash.addRun(y, runs[i]);
                }
                hash.addBlocks(blocks.data() + firstBlock, blocks.data() + blocks.size());
            }
            ++to;
        }
        begins.emplace_back(runs.size(), blocks.size());
        const cv::Mat strip = mat.rowRange(top, rows[std::size_t(to)]);
        counting.add(runs, blocks, qint64(strip.total()));
        if (qint64(blocks.size()) * kBlock * 3 > qint64(strip.total())) {
            small.add(from, to, strip);
        } else {
            for (int y = from; y < to; ++y) {
                const auto& [run, block] = begins[std::size_t(y - from)];
                const auto& [lastRun, lastBlock] = begins[std::size_t(y - from) + 1];
                small.add(y, runs.data() + run, runs.data() + lastRun, blocks.data() + block,
                    blocks.data() + lastBlock);
            }
        }
        from = to;
    }
    counting.counters().addTo(result);
    result.colourless = counting.isColourless();
    result.small = small.small();
    result.edges = {small.columns(), small.rows()};
    result.hash = hash.value();
}

} // namespace

double PixelScan::brightness(double percent) const
{
    const double rank = percent / 100.0 * double(pixels - 1);
    const auto valueAt = [&](qint64 index) {
        qint64 seen = 0;
        for (std::size_t bin = 0; bin < bins.size(); ++bin) {
            seen += bins[bin];
            if (seen > index) {
                // The ends are exact: black is 0 and white is 1.
                const double middle = bin == 0 ? 0.0
                    : bin + 1 == bins.size()   ? 65025.0
                                               : (double(bin) + 0.5) * 16.0;
                return std::sqrt(middle) / 255.0;
            }
        }
        return 1.0;
    };
    const qint64 low = qint64(rank);
    const double part = rank - double(low);
    const double lower = valueAt(low);
    return part > 0 ? lower + part * (valueAt(low + 1) - lower) : lower;
}

double PixelScan::entropyBits() const
{
    const double total = double(pixels) * channels;
    double bits = 0;
    for (int c = 0; c < channels; ++c) {
        for (const quint32 n : channel[std::size_t(c)]) {
            if (n > 0) {
                bits -= n / total * std::log2(n / total);
            }
        }
    }
    return bits;
}

PixelScan scanPixels(const cv::Mat& mat)
{
    PixelScan result;
    result.channels = mat.channels();
    result.pixels = qint64(mat.total());
    switch (mat.channels()) {
    case 1:
        scan<1>(mat, result);
        break;
    case 3:
        scan<3>(mat, result);
        break;
    default:
        scan<4>(mat, result);
        break;
    }
    return result;
}

} // namespace winnow::internal
