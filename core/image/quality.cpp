// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/quality.h"

#include "core/image/coveredregion.h"
#include "core/image/detail.h"
#include "core/image/phashblock.h"
#include "core/image/pixelscan.h"
#include "core/image/reduce.h"
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

constexpr double kBlurSide = 64;

/// Standard deviation of what Pillow's FIND_EDGES makes of the image: 8 times a pixel less its neighbours,
/// the pixels at the border left as they are.
double edgeDeviation(const cv::Mat& grey)
{
    std::vector<int> columns(size_t(grey.cols));
    qint64 sum = 0;
    qint64 squares = 0;
    for (int y = 0; y < grey.rows; ++y) {
        const uchar* line = grey.ptr<uchar>(y);
        const bool border = y == 0 || y == grey.rows - 1;
        if (!border) {
            const uchar* above = grey.ptr<uchar>(y - 1);
            const uchar* below = grey.ptr<uchar>(y + 1);
            for (int x = 0; x < grey.cols; ++x) {
                columns[size_t(x)] = above[x] + line[x] + below[x];
            }
        }
        int rowSum = 0;
        int rowSquares = 0;
        for (int x = 0; x < grey.cols; ++x) {
            const size_t at = size_t(x);
            const int edge = border || x == 0 || x == grey.cols - 1
                ? line[x]
                : std::clamp(9 * line[x] - columns[at - 1] - columns[at] - columns[at + 1], 0, 255);
            rowSum += edge;
            rowSquares += edge * edge;
        }
        sum += rowSum;
        squares += rowSquares;
    }
    const double mean = double(sum) / double(grey.total());
    return std::sqrt(std::max(0.0, double(squares) / double(grey.total()) - mean * mean));
}

double blurScore(const internal::PixelScan& scan, cv::Size original)
{
    cv::Mat small = scan.small;
    const double ratio = std::max(original.width, original.height) / kBlurSide;
    if (ratio > 1) {
        const int width = std::max(1, int(std::floor(original.width / ratio)));
        const int height = std::max(1, int(std::floor(original.height / ratio)));
        internal::reduced(scan.small, scan.edges, cv::Size(width, height), internal::Filter::Cubic)
            .convertTo(small, CV_8U);
    }
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
    const double edgePart = 1 - std::exp(-0.01 * edgeDeviation(small));
    const double spreadPart = 1 - std::exp(-0.01 * std::sqrt(variance));
    return std::min(1.0, edgePart + (spreadPart > 0.18 ? spreadPart : 0.0));
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
        const internal::PixelScan scan = internal::scanPixels(mat);
        m.dark = scan.brightness(99);
        m.light = 1 - scan.brightness(5);
        m.darkest = scan.brightness(0.2);
        m.lowInformation = std::min(1.0, 0.1 * scan.entropyBits());
        m.oddAspectRatio = std::min(double(m.width) / m.height, double(m.height) / m.width);
        m.grayscale = mat.channels() == 1 ? 0 : 1;
        m.colourless = mat.channels() > 1 && scan.colourless;
        m.size = std::sqrt(double(m.width)) * std::sqrt(double(m.height));
        m.blurry = blurScore(scan, mat.size());
        m.hashes = internal::hashesOf(internal::lowBlock(scan.small, scan.edges));
        m.detail = internal::detailSide(mat, scan.small);
        m.pixelHash = scan.hash;
        m.covered = internal::coveredRegion(mat, scan);
        if (options.textHeight && std::max(m.width, m.height) >= options.textHeightFrom) {
            m.textHeight = internal::textLineHeight(internal::greyOf(mat));
        }
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The image cannot be measured: %1"))
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
    std::exception_ptr thrown;
    const auto work = [&] {
        for (qsizetype i = next++; i < count && !progress.isCancelled(); i = next++) {
            auto bytes = bytesOf(i);
            Result<ImageMeasures> measures = bytes
                ? measureImage(*bytes, options)
                : Result<ImageMeasures>(tl::unexpected<Error>(std::move(bytes.error())));
            const QMutexLocker lock(&mutex);
            done(i, std::move(measures));
            if (++finished % 64 == 0 || finished == count) {
                progress.report(
                    finished, count, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Measuring images")));
            }
        }
    };
    // A pool of its own: the caller usually sits in a thread of the global one.
    QThreadPool pool;
    pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    for (int t = 0; t < pool.maxThreadCount(); ++t) {
        pool.start([&] {
            // An exception may not leave a thread of the pool; the caller gets it.
            try {
                work();
            } catch (...) {
                const QMutexLocker lock(&mutex);
                thrown = std::current_exception();
                next = count;
            }
        });
    }
    pool.waitForDone();
    if (thrown) {
        std::rethrow_exception(thrown);
    }
    if (progress.isCancelled()) {
        return fail(
            ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Measuring images was cancelled")));
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
