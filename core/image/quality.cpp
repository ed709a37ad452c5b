// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/quality.h"

#include "core/image/detail.h"
#include "core/image/phashblock.h"
#include "core/image/textheight.h"

#include <QMutex>
#include <QThread>
#include <QThreadPool>

#include <opencv2/imgproc.hpp>

#include <atomic>
#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

namespace winnow {

namespace {

/// Rows are skipped above this many pixels: percentiles and entropy of so many are those of all.
constexpr qint64 kSampledPixels = 65'536;
/// Rows averaged into one row of the small grey image, at most.
constexpr int kAveragedRows = 3;
/// Brightness squared / 16: fine enough that a percentile is off by less than 0.0005 near a threshold.
constexpr int kBrightnessBins = 65025 / 16 + 1;
constexpr double kBlurSide = 64;
__extension__ using Wide = unsigned __int128;

struct Histograms {
    std::array<quint32, 256> channel[3]{};
    std::array<quint32, kBrightnessBins> brightness{};
    qint64 pixels = 0;
    bool colourless = true;
};

struct Squares {
    std::array<quint32, 256> red{};
    std::array<quint32, 256> green{};
    std::array<quint32, 256> blue{};
};

/// Weighted squares in 1/1024 units, so that a pixel is two additions and a shift.
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

std::unique_ptr<Histograms> histogramsOf(const cv::Mat& mat)
{
    auto first = std::make_unique<Histograms>();
    auto second = std::make_unique<Histograms>();
    const Squares& square = squares();
    const int channels = mat.channels();
    const int step
        = int(std::clamp<qint64>(qint64(mat.total()) / kSampledPixels, 1, std::max(1, mat.rows / 48)));
    quint32 coloured = 0;
    const auto add = [&](Histograms& h, const uchar* p) {
        const uchar blue = p[0];
        const uchar green = channels == 1 ? p[0] : p[1];
        const uchar red = channels == 1 ? p[0] : p[2];
        coloured |= quint32(blue ^ green) | quint32(green ^ red);
        ++h.channel[0][blue];
        ++h.channel[1][green];
        ++h.channel[2][red];
        const quint32 sum = square.red[red] + square.green[green] + square.blue[blue];
        ++h.brightness[std::min<quint32>(sum >> 14, kBrightnessBins - 1)];
    };
    for (int y = 0; y < mat.rows; y += step) {
        const uchar* p = mat.ptr<uchar>(y);
        // Two sets of counters: neighbouring pixels are often equal, and adding twice to one counter in a
        // row stalls.
        int x = 0;
        for (; x + 1 < mat.cols; x += 2, p += 2 * channels) {
            add(*first, p);
            add(*second, p + channels);
        }
        if (x < mat.cols) {
            add(*first, p);
        }
        first->pixels += mat.cols;
    }
    for (int c = 0; c < 3; ++c) {
        for (size_t i = 0; i < 256; ++i) {
            first->channel[c][i] += second->channel[c][i];
        }
    }
    for (size_t i = 0; i < first->brightness.size(); ++i) {
        first->brightness[i] += second->brightness[i];
    }
    first->colourless = coloured == 0;
    return first;
}

/// numpy's linear percentile, over the histogram.
double brightnessPercentile(const Histograms& h, double percent)
{
    const double rank = percent / 100.0 * double(h.pixels - 1);
    const auto valueAt = [&](qint64 index) {
        qint64 seen = 0;
        for (size_t bin = 0; bin < h.brightness.size(); ++bin) {
            seen += h.brightness[bin];
            if (seen > index) {
                // The ends are exact: black is 0 and white is 1.
                const double middle = bin == 0       ? 0.0
                    : bin + 1 == h.brightness.size() ? 65025.0
                                                     : (double(bin) + 0.5) * 16.0;
                return std::sqrt(middle) / 255.0;
            }
        }
        return 1.0;
    };
    const qint64 low = qint64(std::floor(rank));
    const double part = rank - double(low);
    const double lower = valueAt(low);
    return part > 0 ? lower + part * (valueAt(low + 1) - lower) : lower;
}

/// Shannon entropy in bits of the channels' histograms put side by side, as Pillow's Image.entropy().
double entropyBits(const Histograms& h, int channels)
{
    const int used = channels == 1 ? 1 : 3;
    const double total = double(h.pixels) * used;
    double bits = 0;
    for (int c = 0; c < used; ++c) {
        for (quint32 n : h.channel[c]) {
            if (n > 0) {
                const double p = n / total;
                bits -= p * std::log2(p);
            }
        }
    }
    return bits;
}

double cubic(double x)
{
    x = std::abs(x);
    if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

/// One direction of an antialiased bicubic reduction (the filter widens with the scale), as Pillow's.
cv::Mat reducedRows(const cv::Mat& grey, int target)
{
    const double scale = double(grey.cols) / target;
    const double support = 2.0 * std::max(1.0, scale);
    struct Taps {
        int from = 0;
        std::vector<float> weights;
    };
    std::vector<Taps> columns(static_cast<size_t>(target));
    for (int x = 0; x < target; ++x) {
        Taps& taps = columns[size_t(x)];
        const double centre = (x + 0.5) * scale;
        taps.from = std::max(0, int(centre - support + 0.5));
        const int to = std::min(grey.cols, int(centre + support + 0.5));
        double sum = 0;
        for (int i = taps.from; i < to; ++i) {
            const double w = cubic((i - centre + 0.5) / std::max(1.0, scale));
            taps.weights.push_back(float(w));
            sum += w;
        }
        for (float& w : taps.weights) {
            w = float(w / sum);
        }
    }
    cv::Mat out(grey.rows, target, CV_8UC1);
    for (int y = 0; y < grey.rows; ++y) {
        const uchar* line = grey.ptr<uchar>(y);
        uchar* reduced = out.ptr<uchar>(y);
        for (int x = 0; x < target; ++x) {
            const Taps& taps = columns[size_t(x)];
            float value = 0.5F;
            for (size_t i = 0; i < taps.weights.size(); ++i) {
                value += taps.weights[i] * line[size_t(taps.from) + i];
            }
            reduced[x] = uchar(std::clamp(int(value), 0, 255));
        }
    }
    return out;
}

/// Grey at about three times the size that the blur is judged at, by exact area averages, except that of high
/// boxes only some rows are taken. Hash and blur come from it; converting and averaging every pixel would
/// cost as much as decoding.
cv::Mat smallGrey(const cv::Mat& mat)
{
    constexpr int kSide = int(kBlurSide) * 3;
    const int longer = std::max(mat.cols, mat.rows);
    if (longer <= kSide) {
        return internal::greyOf(mat).clone();
    }
    // The hash wants 32 x 32 from it, also of a narrow strip.
    constexpr int kNarrowest = 96;
    const double scale = double(kSide) / longer;
    const int width = std::max(std::min(mat.cols, kNarrowest), int(mat.cols * scale + 0.5));
    const int height = std::max(std::min(mat.rows, kNarrowest), int(mat.rows * scale + 0.5));
    cv::Mat small(height, width, CV_8UC1);
    cv::Mat grey;
    std::vector<float> sums(size_t(mat.cols));
    const auto addRow = [&](int row, float weight) {
        grey = internal::greyOf(mat.row(row));
        const uchar* line = grey.ptr<uchar>(0);
        for (size_t x = 0; x < sums.size(); ++x) {
            sums[x] += weight * float(line[x]);
        }
    };
    const double boxHeight = double(mat.rows) / height;
    const double boxWidth = double(mat.cols) / width;
    /// Columns of a box, the outer two in part.
    struct Span {
        size_t first = 0;
        size_t last = 0;
        float firstPart = 1;
        float lastPart = 0;
    };
    std::vector<Span> spans(static_cast<size_t>(width));
    for (int x = 0; x < width; ++x) {
        const double left = x * boxWidth;
        const double right = std::min<double>(mat.cols, left + boxWidth);
        Span& span = spans[size_t(x)];
        span.first = std::min(sums.size() - 1, size_t(left));
        span.last = std::min(sums.size() - 1, size_t(right));
        const bool oneColumn = span.first == span.last;
        span.firstPart = oneColumn ? float(right - left) : float(double(span.first + 1) - left);
        span.lastPart = oneColumn ? 0.0F : float(right - double(span.last));
    }
    for (int y = 0; y < height; ++y) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        const double top = y * boxHeight;
        const double bottom = top + boxHeight;
        double weights = 0;
        if (boxHeight > kAveragedRows) {
            for (int i = 0; i < kAveragedRows; ++i) {
                addRow(std::min(mat.rows - 1, int(top + boxHeight * (i + 0.5) / kAveragedRows)), 1.0F);
                weights += 1;
            }
        } else {
            for (int row = int(top); row < std::min(mat.rows, int(std::ceil(bottom - 1e-9))); ++row) {
                const double weight = std::min<double>(bottom, row + 1) - std::max<double>(top, row);
                addRow(row, float(weight));
                weights += weight;
            }
        }
        uchar* out = small.ptr<uchar>(y);
        const double area = weights * boxWidth;
        for (int x = 0; x < width; ++x) {
            const Span& span = spans[size_t(x)];
            float sum = span.firstPart * sums[span.first];
            for (size_t i = span.first + 1; i < span.last; ++i) {
                sum += sums[i];
            }
            sum += span.lastPart * sums[span.last];
            out[x] = uchar(std::clamp(double(sum) / area + 0.5, 0.0, 255.0));
        }
    }
    return small;
}

double blurScore(const cv::Mat& grey, cv::Size original)
{
    cv::Mat small = grey;
    const double ratio = std::max(original.width, original.height) / kBlurSide;
    if (ratio > 1) {
        const int width = std::max(1, int(std::floor(original.width / ratio)));
        const int height = std::max(1, int(std::floor(original.height / ratio)));
        small = reducedRows(small, width);
        cv::transpose(small, small);
        small = reducedRows(small, height);
        cv::transpose(small, small);
    }
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << -1, -1, -1, -1, 8, -1, -1, -1, -1);
    cv::Mat edges;
    cv::filter2D(small, edges, CV_8U, kernel);
    // Pillow leaves the border pixels as they are.
    for (int y = 0; y < small.rows; ++y) {
        for (int x = 0; x < small.cols; ++x) {
            if (y == 0 || x == 0 || y == small.rows - 1 || x == small.cols - 1) {
                edges.at<uchar>(y, x) = small.at<uchar>(y, x);
            }
        }
    }
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(edges, mean, deviation);
    std::array<double, 256> bins{};
    for (int y = 0; y < small.rows; ++y) {
        for (int x = 0; x < small.cols; ++x) {
            bins[small.at<uchar>(y, x)] += 1;
        }
    }
    const double average = double(small.total()) / 256;
    double variance = 0;
    for (double n : bins) {
        variance += (n - average) * (n - average) / 256;
    }
    const double edgePart = 1 - std::exp(-0.01 * deviation[0]);
    const double spreadPart = 1 - std::exp(-0.01 * std::sqrt(variance));
    return std::min(1.0, edgePart + (spreadPart > 0.18 ? spreadPart : 0.0));
}

quint64 mixed(quint64 a, quint64 b)
{
    const Wide product = Wide(a) * b;
    return quint64(product) ^ quint64(product >> 64);
}

/// Four independent multiply-and-fold lanes over 32 bytes at a time. Grey files are hashed as the colour
/// pictures they look like.
QByteArray hashOfPixels(const cv::Mat& mat)
{
    cv::Mat pixels = mat;
    if (mat.channels() == 1) {
        cv::cvtColor(mat, pixels, cv::COLOR_GRAY2BGR);
    }
    quint64 lanes[4]
        = {0x9e3779b97f4a7c15ULL ^ quint64(pixels.cols), 0xc2b2ae3d27d4eb4fULL ^ quint64(pixels.rows),
            0x8ebc6af09c88c6e3ULL ^ quint64(pixels.channels()), 0x589965cc75374cc3ULL};
    static constexpr quint64 keys[4]
        = {0xa0761d6478bd642fULL, 0xe7037ed1a0b428dbULL, 0x1d8e4e27c47d124fULL, 0xeb44accab455d165ULL};
    const size_t rowBytes = size_t(pixels.cols) * size_t(pixels.channels());
    for (int y = 0; y < pixels.rows; ++y) {
        const uchar* p = pixels.ptr<uchar>(y);
        size_t at = 0;
        quint64 words[4];
        const auto take = [&] {
            for (size_t lane = 0; lane < 4; ++lane) {
                lanes[lane] = mixed(lanes[lane] ^ words[lane], keys[lane]);
            }
        };
        for (; at + 32 <= rowBytes; at += 32) {
            std::memcpy(words, p + at, 32);
            take();
        }
        if (at < rowBytes) {
            std::memset(words, 0, sizeof words);
            std::memcpy(words, p + at, rowBytes - at);
            take();
        }
    }
    const quint64 first = mixed(lanes[0] ^ lanes[2], keys[1] ^ lanes[1]) ^ mixed(lanes[3], keys[0]);
    const quint64 second = mixed(lanes[1] ^ lanes[3], keys[2] ^ lanes[2]) ^ mixed(lanes[0], keys[3]);
    QByteArray hash(16, Qt::Uninitialized);
    std::memcpy(hash.data(), &first, 8);
    std::memcpy(hash.data() + 8, &second, 8);
    return hash;
}

/// Whether all channels of every pixel are equal. Three channels: eight pixels in three words at a time, each
/// byte against its neighbour, the neighbours in other pixels masked out.
bool isColourless(const cv::Mat& mat)
{
    static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN);
    constexpr quint64 masks[3] = {0xffff00ffff00ffffULL, 0xff00ffff00ffff00ULL, 0x00ffff00ffff00ffULL};
    const int channels = mat.channels();
    for (int y = 0; y < mat.rows; ++y) {
        const uchar* p = mat.ptr<uchar>(y);
        quint64 differs = 0;
        int x = 0;
        if (channels == 3) {
            for (; x + 9 <= mat.cols; x += 8, p += 24) {
                for (int word = 0; word < 3; ++word) {
                    quint64 own = 0;
                    quint64 next = 0;
                    std::memcpy(&own, p + 8 * word, 8);
                    std::memcpy(&next, p + 8 * word + 1, 8);
                    differs |= (own ^ next) & masks[word];
                }
            }
        }
        for (; x < mat.cols; ++x, p += channels) {
            differs |= quint64(p[0] ^ p[1]) | quint64(p[1] ^ p[2]);
        }
        if (differs != 0) {
            return false;
        }
    }
    return true;
}

double percentile(QVector<double> sorted, double percent)
{
    const double rank = percent / 100.0 * double(sorted.size() - 1);
    const qsizetype low = qsizetype(rank);
    const qsizetype high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (rank - double(low)) * (sorted[high] - sorted[low]);
}

} // namespace

Result<ImageMeasures> measureImage(QByteArrayView bytes, const MeasureOptions& options)
{
    ImageMeasures m;
    auto decoded = internal::decodeMat(bytes, 0, options.limits, &m.header);
    if (!decoded) {
        return tl::unexpected<Error>(std::move(decoded.error()));
    }
    try {
        const cv::Mat& mat = *decoded;
        m.width = mat.cols;
        m.height = mat.rows;
        const auto histograms = histogramsOf(mat);
        m.dark = brightnessPercentile(*histograms, 99);
        m.light = 1 - brightnessPercentile(*histograms, 5);
        m.darkest = brightnessPercentile(*histograms, 0.2);
        m.lowInformation = std::min(1.0, 0.1 * entropyBits(*histograms, mat.channels()));
        m.oddAspectRatio = std::min(double(m.width) / m.height, double(m.height) / m.width);
        m.grayscale = mat.channels() == 1 ? 0 : 1;
        m.colourless = mat.channels() > 1 && histograms->colourless && isColourless(mat);
        m.size = std::sqrt(double(m.width)) * std::sqrt(double(m.height));
        const cv::Mat grey = smallGrey(mat);
        m.blurry = blurScore(grey, mat.size());
        m.hashes = internal::hashesOf(internal::lowBlock(grey));
        m.detail = internal::detailSide(mat);
        m.pixelHash = hashOfPixels(mat);
        if (options.textHeight && std::max(m.width, m.height) >= options.textHeightFrom) {
            m.textHeight = internal::textLineHeight(internal::greyOf(mat));
        }
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidInput,
            QStringLiteral("The image cannot be measured: %1")
                .arg(QString::fromUtf8(error.what()).simplified()));
    }
    return m;
}

Result<> measureImages(qsizetype count, const std::function<Result<QByteArray>(qsizetype)>& bytesOf,
    const std::function<void(qsizetype, Result<ImageMeasures>)>& done, Progress& progress,
    const MeasureOptions& options)
{
    std::atomic<qsizetype> next{0};
    qsizetype finished = 0;
    QMutex mutex;
    const auto work = [&] {
        for (qsizetype i = next++; i < count && !progress.isCancelled(); i = next++) {
            auto bytes = bytesOf(i);
            Result<ImageMeasures> measures = bytes
                ? measureImage(*bytes, options)
                : Result<ImageMeasures>(tl::unexpected<Error>(std::move(bytes.error())));
            const QMutexLocker lock(&mutex);
            done(i, std::move(measures));
            if (++finished % 64 == 0 || finished == count) {
                progress.report(finished, count, QStringLiteral("Measuring images"));
            }
        }
    };
    // A pool of its own: the caller usually sits in a thread of the global one.
    QThreadPool pool;
    pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    for (int t = 0; t < pool.maxThreadCount(); ++t) {
        pool.start(work);
    }
    pool.waitForDone();
    if (progress.isCancelled()) {
        return fail(ErrorCode::Cancelled, QStringLiteral("Measuring images was cancelled"));
    }
    return {};
}

QVector<double> oddSizeScores(const QVector<double>& sizes, double iqrFactor)
{
    if (sizes.isEmpty()) {
        return {};
    }
    QVector<double> sorted = sizes;
    std::sort(sorted.begin(), sorted.end());
    const double q1 = percentile(sorted, 25);
    const double q3 = percentile(sorted, 75);
    const double low = q1 - iqrFactor * (q3 - q1);
    const double high = q3 + iqrFactor * (q3 - q1);
    const double middle = (low + high) / 2;
    QVector<double> scores;
    scores.reserve(sizes.size());
    for (double size : sizes) {
        const double distance = std::abs(size - middle);
        if (high > low) {
            scores.append(1 - std::clamp(distance / (high - low), 0.0, 1.0));
        } else {
            // No spread: cleanvision moves its threshold to 1; we keep one threshold and say "half" at once.
            scores.append(distance > 0 ? std::min(0.49, 1 - std::min(1.0, distance / middle)) : 1.0);
        }
    }
    return scores;
}

} // namespace winnow
