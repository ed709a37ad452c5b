// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/quality.h"

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

/// Rows are skipped above this many pixels: percentiles and entropy of a million pixels are those of all.
constexpr qint64 kSampledPixels = 1'000'000;
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
    const int step = int(std::max<qint64>(1, qint64(mat.total()) / kSampledPixels));
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
    cv::Mat out(grey.rows, target, CV_8UC1);
    std::vector<float> weights;
    for (int x = 0; x < target; ++x) {
        const double centre = (x + 0.5) * scale;
        const int from = std::max(0, int(centre - support + 0.5));
        const int to = std::min(grey.cols, int(centre + support + 0.5));
        weights.assign(size_t(to - from), 0);
        double sum = 0;
        for (int i = from; i < to; ++i) {
            const double w = cubic((i - centre + 0.5) / std::max(1.0, scale));
            weights[size_t(i - from)] = float(w);
            sum += w;
        }
        for (float& w : weights) {
            w = float(w / sum);
        }
        for (int y = 0; y < grey.rows; ++y) {
            const uchar* line = grey.ptr<uchar>(y) + from;
            float value = 0.5F;
            for (size_t i = 0; i < weights.size(); ++i) {
                value += weights[i] * line[i];
            }
            out.at<uchar>(y, x) = uchar(std::clamp(int(value), 0, 255));
        }
    }
    return out;
}

double blurScore(const cv::Mat& grey)
{
    cv::Mat small = grey;
    const double ratio = std::max(grey.cols, grey.rows) / kBlurSide;
    if (ratio > 1) {
        const int width = std::max(1, int(std::floor(grey.cols / ratio)));
        const int height = std::max(1, int(std::floor(grey.rows / ratio)));
        if (ratio > 8) {
            // A box first: the cubic over thousands of pixels costs more than the decoding.
            cv::resize(
                grey, small, cv::Size(std::max(1, width * 4), std::max(1, height * 4)), 0, 0, cv::INTER_AREA);
        }
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

/// Two multiply-and-fold lanes over 16 bytes at a time.
QByteArray hashOfPixels(const cv::Mat& mat)
{
    quint64 first = 0x9e3779b97f4a7c15ULL ^ quint64(mat.cols);
    quint64 second = 0xc2b2ae3d27d4eb4fULL ^ quint64(mat.rows);
    cv::Mat colour = mat;
    if (mat.channels() == 1) {
        // A grey file and a colour file with the same pixels are the same picture.
        cv::cvtColor(mat, colour, cv::COLOR_GRAY2BGR);
    }
    first ^= quint64(colour.channels()) << 32;
    const size_t rowBytes = size_t(colour.cols) * size_t(colour.channels());
    for (int y = 0; y < colour.rows; ++y) {
        const uchar* p = colour.ptr<uchar>(y);
        for (size_t at = 0; at < rowBytes; at += 16) {
            quint64 words[2] = {0, 0};
            std::memcpy(words, p + at, std::min<size_t>(16, rowBytes - at));
            first = mixed(first ^ words[0], 0xa0761d6478bd642fULL ^ words[1]);
            second = mixed(second ^ words[1] ^ 0xe7037ed1a0b428dbULL, 0x8ebc6af09c88c6e3ULL ^ words[0]);
            second ^= first;
        }
    }
    QByteArray hash(16, Qt::Uninitialized);
    std::memcpy(hash.data(), &first, 8);
    std::memcpy(hash.data() + 8, &second, 8);
    return hash;
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
        m.lowInformation = std::min(1.0, 0.1 * entropyBits(*histograms, mat.channels()));
        m.oddAspectRatio = std::min(double(m.width) / m.height, double(m.height) / m.width);
        m.grayscale = mat.channels() == 1 ? 0 : 1;
        m.colourless = mat.channels() > 1 && histograms->colourless;
        m.size = std::sqrt(double(m.width)) * std::sqrt(double(m.height));
        const cv::Mat grey = internal::greyOf(mat);
        m.blurry = blurScore(grey);
        m.hashes = internal::hashesOf(internal::lowBlock(grey));
        m.pixelHash = hashOfPixels(mat);
        if (options.textHeight) {
            m.textHeight = internal::textLineHeight(grey);
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
