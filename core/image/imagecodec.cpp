// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/imagecodec.h"

#include "core/image/jpeg.h"
#include "core/image/mat.h"

#include <QFile>
#include <QLocale>

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace winnow {

namespace {

/// We work on many files at once; OpenCV's own threads would only get in the way. Its log goes to
/// stderr, where the command line writes progress.
void prepareOpenCv()
{
    static const bool once = [] {
        cv::setNumThreads(1);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        return true;
    }();
    Q_UNUSED(once)
}

QString count(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

/// 16-bit and float images to 8 bits; two channels (grey and alpha) to four.
cv::Mat toBytes(cv::Mat mat)
{
    if (mat.depth() == CV_16U) {
        mat.convertTo(mat, CV_8U, 1.0 / 257.0);
    } else if (mat.depth() != CV_8U) {
        cv::normalize(mat, mat, 0, 255, cv::NORM_MINMAX, CV_8U);
    }
    if (mat.channels() == 2) {
        cv::Mat wide(mat.size(), CV_8UC4);
        const int fromTo[] = {0, 0, 0, 1, 0, 2, 1, 3};
        cv::mixChannels(&mat, 1, &wide, 1, fromTo, 4);
        return wide;
    }
    return mat;
}

cv::Mat upright(const cv::Mat& mat, int orientation)
{
    cv::Mat out;
    switch (orientation) {
    case 2:
        cv::flip(mat, out, 1);
        return out;
    case 3:
        cv::rotate(mat, out, cv::ROTATE_180);
        return out;
    case 4:
        cv::flip(mat, out, 0);
        return out;
    case 5:
        cv::transpose(mat, out);
        return out;
    case 6:
        cv::rotate(mat, out, cv::ROTATE_90_CLOCKWISE);
        return out;
    case 7:
        cv::transpose(mat, out);
        cv::flip(out, out, -1);
        return out;
    case 8:
        cv::rotate(mat, out, cv::ROTATE_90_COUNTERCLOCKWISE);
        return out;
    default:
        return mat;
    }
}

cv::Mat shrunk(const cv::Mat& mat, int maxSide)
{
    const int longer = std::max(mat.cols, mat.rows);
    if (maxSide <= 0 || longer <= maxSide) {
        return mat;
    }
    const double scale = double(maxSide) / longer;
    cv::Mat out;
    cv::resize(mat, out,
        cv::Size(std::max(1, int(mat.cols * scale + 0.5)), std::max(1, int(mat.rows * scale + 0.5))), 0, 0,
        cv::INTER_AREA);
    return out;
}

/// A JPEG can be read at a half, a quarter or an eighth of its size.
int partOf(const ImageHeader& header, int maxSide)
{
    const int longer = std::max(header.width, header.height);
    if (header.format != ImageFormat::Jpeg || maxSide <= 0) {
        return 1;
    }
    return longer >= 8 * maxSide ? 8 : longer >= 4 * maxSide ? 4 : longer >= 2 * maxSide ? 2 : 1;
}

/// How OpenCV is asked to read: as the file has it.
int readFlags(const ImageHeader& header, int part)
{
    if (header.format != ImageFormat::Jpeg) {
        return cv::IMREAD_UNCHANGED;
    }
    const bool grey = header.channels == 1;
    int flags = grey ? cv::IMREAD_GRAYSCALE : cv::IMREAD_COLOR;
    if (part == 8) {
        flags = grey ? cv::IMREAD_REDUCED_GRAYSCALE_8 : cv::IMREAD_REDUCED_COLOR_8;
    } else if (part == 4) {
        flags = grey ? cv::IMREAD_REDUCED_GRAYSCALE_4 : cv::IMREAD_REDUCED_COLOR_4;
    } else if (part == 2) {
        flags = grey ? cv::IMREAD_REDUCED_GRAYSCALE_2 : cv::IMREAD_REDUCED_COLOR_2;
    }
    return flags | cv::IMREAD_IGNORE_ORIENTATION;
}

Result<QByteArray> encode(const Bitmap& bitmap, const char* extension, const std::vector<int>& options)
{
    prepareOpenCv();
    try {
        cv::Mat mat = internal::matFromBitmap(bitmap);
        if (bitmap.channels == 4 && QLatin1String(extension) == QLatin1String(".jpg")) {
            cv::cvtColor(mat, mat, cv::COLOR_BGRA2BGR);
        }
        std::vector<uchar> out;
        if (!mat.empty() && cv::imencode(extension, mat, out, options)) {
            return QByteArray(reinterpret_cast<const char*>(out.data()), qsizetype(out.size()));
        }
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
            QStringLiteral("The image cannot be encoded: %1").arg(QString::fromUtf8(error.what())));
    }
    return fail(ErrorCode::Internal, QStringLiteral("The image cannot be encoded"));
}

} // namespace

namespace internal {

Result<cv::Mat> decodeMat(
    QByteArrayView bytes, int maxSide, const DecodeLimits& limits, ImageHeader* headerOut)
{
    prepareOpenCv();
    const ImageHeader header = readImageHeader(bytes);
    if (headerOut != nullptr) {
        *headerOut = header;
    }
    if (bytes.size() > limits.maxBytes) {
        return fail(ErrorCode::LimitExceeded,
            QStringLiteral("The image has %1 bytes, more than the limit of %2")
                .arg(count(bytes.size()), count(limits.maxBytes)),
            QStringLiteral("Make the image smaller"));
    }
    if (header.pixels() > limits.maxPixels) {
        return fail(ErrorCode::LimitExceeded,
            QStringLiteral("The image claims %1 x %2 pixels, more than the limit of %3 pixels")
                .arg(count(header.width), count(header.height), count(limits.maxPixels)),
            QStringLiteral("Make the image smaller"));
    }
    if (header.format == ImageFormat::Unknown) {
        return fail(ErrorCode::InvalidInput,
            QStringLiteral(
                "The bytes are not an image of a known format (PNG, JPEG, GIF, BMP, WebP, TIFF, PNM)"),
            QStringLiteral("Replace the image file"));
    }
    const auto damaged = [&](const QString& why) {
        return fail(ErrorCode::InvalidInput,
            QStringLiteral("The %1 image is damaged%2").arg(imageFormatId(header.format), why),
            QStringLiteral("Replace the image file"));
    };
    if (!header.isValid()) {
        return damaged(QStringLiteral(": its header has no size"));
    }
    try {
        cv::Mat mat;
        if (header.format == ImageFormat::Gif) {
            auto gif = decodeGif(bytes);
            if (!gif) {
                return gif;
            }
            mat = *gif;
        } else {
            mat = decodeJpeg(bytes, header, partOf(header, maxSide));
        }
        if (mat.empty() && header.format != ImageFormat::Gif) {
            // imdecode only reads; it wants a non-const pointer.
            const cv::Mat wrapped(
                1, int(bytes.size()), CV_8UC1, const_cast<void*>(static_cast<const void*>(bytes.data())));
            mat = cv::imdecode(wrapped, readFlags(header, partOf(header, maxSide)));
        }
        if (mat.empty()) {
            return damaged(
                header.truncated ? QStringLiteral(": its bytes end before the picture does") : QString());
        }
        // OpenCV turns TIFF whatever it is told.
        const bool turned = header.format == ImageFormat::Tiff;
        return upright(shrunk(toBytes(mat), maxSide), turned ? 1 : header.orientation);
    } catch (const std::exception& error) {
        return damaged(QStringLiteral(": ") + QString::fromUtf8(error.what()).simplified());
    }
}

Bitmap bitmapFromMat(const cv::Mat& mat)
{
    Bitmap bitmap;
    bitmap.width = mat.cols;
    bitmap.height = mat.rows;
    bitmap.channels = mat.channels();
    bitmap.pixels.resize(qsizetype(mat.total()) * mat.channels());
    cv::Mat target(mat.rows, mat.cols, mat.type(), bitmap.pixels.data());
    if (mat.channels() == 3) {
        cv::cvtColor(mat, target, cv::COLOR_BGR2RGB);
    } else if (mat.channels() == 4) {
        cv::cvtColor(mat, target, cv::COLOR_BGRA2RGBA);
    } else {
        mat.copyTo(target);
    }
    return bitmap;
}

cv::Mat matFromBitmap(const Bitmap& bitmap)
{
    if (bitmap.isNull()) {
        return {};
    }
    const cv::Mat source(bitmap.height, bitmap.width, CV_8UC(bitmap.channels),
        const_cast<void*>(static_cast<const void*>(bitmap.pixels.constData())));
    cv::Mat mat;
    if (bitmap.channels == 3) {
        cv::cvtColor(source, mat, cv::COLOR_RGB2BGR);
    } else if (bitmap.channels == 4) {
        cv::cvtColor(source, mat, cv::COLOR_RGBA2BGRA);
    } else {
        mat = source.clone();
    }
    return mat;
}

} // namespace internal

Result<Bitmap> decodeImage(QByteArrayView bytes, int maxSide, const DecodeLimits& limits)
{
    auto mat = internal::decodeMat(bytes, maxSide, limits);
    if (!mat) {
        return tl::unexpected<Error>(std::move(mat.error()));
    }
    return internal::bitmapFromMat(*mat);
}

Result<QByteArray> readImageFile(const QString& path, const DecodeLimits& limits)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("There is no image file %1").arg(path),
            QStringLiteral("Check the image folder"));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
            QStringLiteral("Check the rights on the file"));
    }
    if (file.size() > limits.maxBytes) {
        return fail(ErrorCode::LimitExceeded,
            QStringLiteral("%1 has %2 bytes, more than the limit of %3")
                .arg(path, count(file.size()), count(limits.maxBytes)),
            QStringLiteral("Make the image smaller"));
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
            QStringLiteral("Check the disk"));
    }
    return bytes;
}

Result<QByteArray> encodeThumbnail(QByteArrayView bytes, int maxSide, const DecodeLimits& limits)
{
    auto bitmap = decodeImage(bytes, maxSide, limits);
    if (!bitmap) {
        return tl::unexpected<Error>(std::move(bitmap.error()));
    }
    return bitmap->channels == 4 ? encodePng(*bitmap) : encodeJpeg(*bitmap, 85);
}

Result<QByteArray> encodeThumbnailOfFile(const QString& path, int maxSide, const DecodeLimits& limits)
{
    auto bytes = readImageFile(path, limits);
    if (!bytes) {
        return bytes;
    }
    auto thumbnail = encodeThumbnail(*bytes, maxSide, limits);
    if (!thumbnail) {
        return fail(thumbnail.error().code, path + QStringLiteral(": ") + thumbnail.error().message,
            thumbnail.error().remedy);
    }
    return thumbnail;
}

Result<QByteArray> encodePng(const Bitmap& bitmap)
{
    // Without options OpenCV tunes for speed: half the time and the same size on drawn figures.
    return encode(bitmap, ".png", {});
}

Result<QByteArray> encodeJpeg(const Bitmap& bitmap, int quality)
{
    return encode(bitmap, ".jpg", {cv::IMWRITE_JPEG_QUALITY, quality});
}

Bitmap scaled(const Bitmap& bitmap, int width, int height)
{
    if (bitmap.isNull() || width <= 0 || height <= 0) {
        return {};
    }
    const cv::Mat source = internal::matFromBitmap(bitmap);
    cv::Mat target;
    const bool down = width < bitmap.width || height < bitmap.height;
    cv::resize(source, target, cv::Size(width, height), 0, 0, down ? cv::INTER_AREA : cv::INTER_CUBIC);
    return internal::bitmapFromMat(target);
}

} // namespace winnow
