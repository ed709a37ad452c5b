// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/imagecodec.h"

#include "core/base/regularfile.h"
#include "core/image/decoder.h"
#include "core/image/mat.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <opencv2/core/utils/logger.hpp>
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

QString nameOf(ImageFormat format)
{
    return format == ImageFormat::WebP ? QStringLiteral("WebP") : imageFormatId(format).toUpper();
}

tl::unexpected<Error> cutOffImage(const ImageHeader& header)
{
    return fail(ErrorCode::InvalidInput,
        Sentence::of(
            QT_TRANSLATE_NOOP("Error", "The %1 image is damaged: its bytes end before the picture does"))
            .arg(nameOf(header.format)),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Replace the image file")));
}

tl::unexpected<Error> damagedImage(const ImageHeader& header, const Sentence& why)
{
    if (header.truncated) {
        return cutOffImage(header);
    }
    const QString what = nameOf(header.format);
    return fail(ErrorCode::InvalidInput,
        why.isEmpty()
            ? Sentence::of(QT_TRANSLATE_NOOP("Error", "The %1 image is damaged")).arg(what)
            : Sentence::of(QT_TRANSLATE_NOOP("Error", "The %1 image is damaged: %2")).arg(what, why),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Replace the image file")));
}

tl::unexpected<Error> unsupportedImage(const ImageHeader& header, const Sentence& why)
{
    return fail(ErrorCode::Unsupported,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "The image is a kind of %1 that is not supported: %2"))
            .arg(nameOf(header.format), why),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Save the image anew with another program")));
}

/// What can be refused by our own reading of the header.
Result<> holdHeader(QByteArrayView bytes, const ImageHeader& header, const DecodeLimits& limits)
{
    const Sentence smaller = Sentence::of(QT_TRANSLATE_NOOP("Error", "Make the image smaller"));
    if (bytes.size() > limits.maxBytes) {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The image has %1 bytes, more than the limit of %2"))
                .arg(count(bytes.size()), count(limits.maxBytes)),
            smaller);
    }
    if (header.pixels() > limits.maxPixels) {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP(
                             "Error", "The image claims %1 x %2 pixels, more than the limit of %3 pixels"))
                .arg(count(header.width), count(header.height), count(limits.maxPixels)),
            smaller);
    }
    if (const QString other = header.format == ImageFormat::Unknown ? otherImageFormat(bytes) : QString();
        !other.isEmpty()) {
        return fail(ErrorCode::Unsupported,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The image is in the format %1, not supported"))
                .arg(other),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Save it as PNG, JPEG or WebP")));
    }
    if (header.format == ImageFormat::Unknown) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                "The bytes are not an image of a supported format (PNG, JPEG, GIF, BMP, WebP, TIFF, PNM)")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Replace the image file")));
    }
    if (!header.isValid()) {
        return header.truncated
            ? damagedImage(header, {})
            : unsupportedImage(header, Sentence::of(QT_TRANSLATE_NOOP("Error", "its header has no size")));
    }
    if (header.format == ImageFormat::WebP && header.animated) {
        return fail(ErrorCode::Unsupported,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The image is an animated WebP, not supported")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Save the frame that is meant as an image of its own")));
    }
    return {};
}

/// What the decoder itself says of the file, held against our header and the budget.
Result<> holdDecoder(internal::Decoder& decoder, const ImageHeader& header, const internal::Budget& budget)
{
    const auto head = decoder.readHead();
    if (!head) {
        return head.error().code == ErrorCode::InvalidInput
            ? cutOffImage(header)
            : unsupportedImage(header, head.error().messageSentence());
    }
    if (head->width != header.width || head->height != header.height) {
        return unsupportedImage(header,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "its parts say %1 x %2 and %3 x %4 pixels"))
                .arg(count(header.width), count(header.height), count(head->width), count(head->height)));
    }
    if (head->memory > budget.limits().maxMemory) {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "The image takes %1 bytes to decode, more than the limit of %2"))
                .arg(count(head->memory), count(budget.limits().maxMemory)),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Make the image smaller")));
    }
    return {};
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
    WINNOW_TRY(holdHeader(bytes, header, limits));
    try {
        const Budget budget(limits);
        const std::unique_ptr<Decoder> decoder = decoderFor(header.format, bytes, budget);
        WINNOW_TRY(holdDecoder(*decoder, header, budget));
        const auto mat = decoder->read(partOf(header, maxSide));
        if (!mat) {
            if (mat.error().code != ErrorCode::LimitExceeded) {
                return damagedImage(header, mat.error().messageSentence());
            }
            return fail(ErrorCode::LimitExceeded,
                Sentence::of(QT_TRANSLATE_NOOP(
                                 "Error", "The %1 image takes more time or memory to decode than one may"))
                    .arg(nameOf(header.format)),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Save the image anew with another program")));
        }
        return upright(shrunk(*mat, maxSide), header.orientation);
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The image cannot be decoded: %1"))
                .arg(QString::fromUtf8(error.what()).simplified()));
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

Result<> checkImage(QByteArrayView bytes, const ImageHeader& header, const DecodeLimits& limits)
{
    WINNOW_TRY(holdHeader(bytes, header, limits));
    const internal::Budget budget(limits);
    const auto decoder = internal::decoderFor(header.format, bytes, budget);
    return holdDecoder(*decoder, header, budget);
}

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
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no image file %1")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the image folder")));
    }
    QFile file;
    WINNOW_TRY(openRegularFile(file, path));
    if (file.size() > limits.maxBytes) {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has %2 bytes, more than the limit of %3"))
                .arg(path, count(file.size()), count(limits.maxBytes)),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Make the image smaller")));
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2")).arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the disk")));
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
        Sentence message(QString(path + QStringLiteral(": ")));
        message += thumbnail.error().messageSentence();
        return fail(thumbnail.error().code, message, thumbnail.error().remedySentence());
    }
    return thumbnail;
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
