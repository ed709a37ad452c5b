// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sampleimages.h"

#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"
#include "ui/models/terms.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>

namespace winnow {

namespace {

constexpr double kMostPixels = 48e6;

Result<QByteArray> bytesOf(const Project& project, const ImageRef& image)
{
    return image.path.isEmpty() ? project.imageBytes(image.sha256) : readImageFile(image.path);
}

/// In the format that is painted fastest; transparent parts become white, as models get them.
QImage toImage(const Bitmap& bitmap)
{
    QImage image(bitmap.width, bitmap.height, QImage::Format_RGB32);
    for (int y = 0; y < bitmap.height; ++y) {
        const auto* from
            = reinterpret_cast<const uchar*>(bitmap.pixels.constData()) + y * bitmap.bytesPerLine();
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        switch (bitmap.channels) {
        case 1:
            for (int x = 0; x < bitmap.width; ++x) {
                to[x] = qRgb(from[x], from[x], from[x]);
            }
            break;
        case 4:
            for (int x = 0; x < bitmap.width; ++x, from += 4) {
                const int alpha = from[3];
                const auto over = [alpha](int value) { return (value * alpha + 255 * (255 - alpha)) / 255; };
                to[x] = qRgb(over(from[0]), over(from[1]), over(from[2]));
            }
            break;
        default:
            for (int x = 0; x < bitmap.width; ++x, from += 3) {
                to[x] = qRgb(from[0], from[1], from[2]);
            }
        }
    }
    return image;
}

ShownImage notice(const QString& title, const QString& text)
{
    ShownImage shown;
    shown.noticeTitle = title;
    shown.noticeText = text;
    return shown;
}

QString nameOf(const ImageRef& image)
{
    return !image.path.isEmpty() ? image.path : image.source;
}

ShownImage missing(const ImageRef& image)
{
    const QString name = nameOf(image);
    return notice(QCoreApplication::translate("ReviewImages", "Image not found"),
        name.isEmpty() ? QCoreApplication::translate("ReviewImages",
            "The source names no image for this place. Import the samples again with the folder "
            "of the images.")
                       : QCoreApplication::translate("ReviewImages",
                           "%1 is not there. Put it back, or import the samples again with the folder of the "
                           "images.")
                             .arg(name));
}

ShownImage unreadable(const ImageRef& image, const QString& why)
{
    const QString name = nameOf(image);
    return notice(QCoreApplication::translate("ReviewImages", "Image cannot be read"),
        (why.isEmpty()
                ? QCoreApplication::translate("ReviewImages", "The file is damaged or of an unknown format.")
                : why)
            + (name.isEmpty() || why.contains(name) ? QString() : u'\n' + name));
}

ShownImage refused(const QString& why)
{
    return notice(QCoreApplication::translate("ReviewImages", "Image refused"),
        why.isEmpty() ? QCoreApplication::translate("ReviewImages",
            "It lies outside the folder of its import, or is larger than can be opened safely. Import the "
            "samples again with the folder of the images, or with a smaller image.")
                      : why);
}

ShownImage notSupported(const QString& why)
{
    return notice(QCoreApplication::translate("ReviewImages", "Image not supported"), why);
}

ShownImage ofError(const ImageRef& image, const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return missing(image);
    case ErrorCode::LimitExceeded:
        return refused(errorText(error));
    case ErrorCode::Unsupported:
        return notSupported(errorText(error));
    default:
        if (!image.path.isEmpty() && !QFileInfo::exists(image.path)) {
            return missing(image);
        }
        return unreadable(image, errorText(error));
    }
}

} // namespace

QVector<ShownImage> loadImages(
    const Project& project, const QVector<ImageRef>& images, const QSize& viewSize, qreal pixelRatio)
{
    QVector<ShownImage> shown(images.size());
    QVector<QByteArray> bytes(images.size());
    QVector<QSize> sizes(images.size(), QSize(1, 1));
    for (int i = 0; i < images.size(); ++i) {
        const ImageRef& image = images.at(i);
        if (image.state == ImageState::Missing) {
            shown[i] = missing(image);
            continue;
        }
        // What is known by its bytes says itself what is wrong with it.
        const bool nameless = image.sha256.isEmpty() && image.path.isEmpty();
        if (nameless && image.state != ImageState::Ok) {
            shown[i] = image.state == ImageState::Refused ? refused({}) : unreadable(image, {});
            continue;
        }
        Result<QByteArray> read = bytesOf(project, image);
        if (!read) {
            shown[i] = ofError(image, read.error());
            continue;
        }
        const ImageHeader header = readImageHeader(*read);
        bytes[i] = std::move(*read);
        if (header.isValid()) {
            sizes[i] = QSize(header.shownWidth(), header.shownHeight());
        }
    }
    const QVector<QSize> fitted = fittedImageSizes(viewSize, pixelRatio, sizes);
    for (int i = 0; i < images.size(); ++i) {
        if (!shown.at(i).noticeTitle.isEmpty()) {
            continue;
        }
        const QSize fit = fitted.at(i).boundedTo(sizes.at(i));
        const bool scaleDown = sizes.at(i) != QSize(1, 1) && fit != sizes.at(i);
        Result<Bitmap> bitmap = decodeImage(bytes.at(i), scaleDown ? std::max(fit.width(), fit.height()) : 0);
        if (!bitmap) {
            shown[i] = ofError(images.at(i), bitmap.error());
            continue;
        }
        shown[i].display = toImage(*bitmap);
        shown[i].fullSize = sizes.at(i) == QSize(1, 1) ? shown.at(i).display.size() : sizes.at(i);
    }
    return shown;
}

QImage loadWholeImage(const Project& project, const ImageRef& image)
{
    const Result<QByteArray> bytes = bytesOf(project, image);
    if (!bytes) {
        return {};
    }
    const ImageHeader header = readImageHeader(*bytes);
    int maxSide = 0;
    if (double(header.pixels()) > kMostPixels) {
        maxSide
            = int(std::max(header.width, header.height) * std::sqrt(kMostPixels / double(header.pixels())));
    }
    const Result<Bitmap> bitmap = decodeImage(*bytes, maxSide);
    return bitmap ? toImage(*bitmap) : QImage();
}

} // namespace winnow
