// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/imagemeasures.h"

#include "core/audit/detectors/detector.h"
#include "core/store/imagestore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace winnow {

namespace {

/// Raised when the measures mean something else than before: stored ones are then taken again.
constexpr int kVersion = 6;
constexpr qsizetype kBatch = 256;
/// Pictures that no usual model scales down keep their text as it is.
constexpr int kSmallestInput = 673;

double rounded(double value)
{
    return std::round(value * 1e5) / 1e5;
}

struct Waiting {
    ImageId id;
    QByteArray sha256;
    QString path;
    QByteArray known;
};

Result<QVector<Waiting>> imagesOf(const Project& project, DatasetId dataset, MeasuringReport& report)
{
    return project.read([&](sqlite::Connection& connection) {
        QVector<Waiting> waiting;
        ImageStore(connection).forEachMeasures(dataset, [&](const ImageStore::Measures& image) {
            const auto measures = measuresFromJson(image.quality);
            if (measures && measures->isReadable()) {
                ++report.known;
            } else {
                waiting.append({image.id, image.sha256, image.path, image.quality});
            }
        });
        return waiting;
    });
}

} // namespace

QByteArray measuresJson(const MeasuredImage& image)
{
    QJsonObject object{{QStringLiteral("v"), kVersion}};
    if (!image.isReadable()) {
        object.insert(QStringLiteral("error"), image.error.json());
        object.insert(QStringLiteral("reason"), errorCodeName(image.reason));
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    const ImageMeasures& m = image.measures;
    const ImageHeader& h = m.header;
    QByteArray hashes;
    for (const quint64 hash : m.hashes) {
        hashes += QByteArray::number(hash, 16).rightJustified(16, '0');
    }
    const int flags = int(h.alpha) | int(h.palette) << 1 | int(h.cmyk) << 2 | int(h.animated) << 3
        | int(h.truncated) << 4 | int(m.colourless) << 5;
    object.insert(QStringLiteral("size"), QJsonArray{m.width, m.height});
    object.insert(QStringLiteral("file"),
        QJsonArray{imageFormatId(h.format), h.orientation, h.channels, h.bitsPerChannel, flags});
    object.insert(QStringLiteral("scores"),
        QJsonArray{rounded(m.dark), rounded(m.light), rounded(m.darkest), rounded(m.lowInformation),
            rounded(m.blurry), m.grayscale, rounded(m.textHeight), m.detail});
    object.insert(QStringLiteral("hashes"), QString::fromLatin1(hashes));
    object.insert(QStringLiteral("pixels"), QString::fromLatin1(m.pixelHash.toHex()));
    if (m.covered.kind != CoveredRegion::Kind::None) {
        const QRect& area = m.covered.area;
        object.insert(QStringLiteral("covered"),
            QJsonArray{int(m.covered.kind), area.x(), area.y(), area.width(), area.height()});
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<MeasuredImage> measuresFromJson(const QByteArray& json)
{
    if (json.isEmpty()) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("v")).toInt() != kVersion) {
        return std::nullopt;
    }
    MeasuredImage image;
    if (object.contains(QLatin1String("error"))) {
        image.error = Sentence::fromJson(object.value(QLatin1String("error")));
    }
    for (const ErrorCode reason : {ErrorCode::Unsupported, ErrorCode::LimitExceeded}) {
        if (object.value(QLatin1String("reason")).toString() == errorCodeName(reason)) {
            image.reason = reason;
        }
    }
    if (!image.isReadable()) {
        return image;
    }
    const QJsonArray size = object.value(QLatin1String("size")).toArray();
    const QJsonArray file = object.value(QLatin1String("file")).toArray();
    const QJsonArray scores = object.value(QLatin1String("scores")).toArray();
    const QByteArray hashes = object.value(QLatin1String("hashes")).toString().toLatin1();
    if (size.size() != 2 || file.size() != 5 || scores.size() != 8 || hashes.size() != 16 * kTurns) {
        return std::nullopt;
    }
    ImageMeasures& m = image.measures;
    m.width = size[0].toInt();
    m.height = size[1].toInt();
    for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::Bmp,
             ImageFormat::WebP, ImageFormat::Tiff, ImageFormat::Pnm}) {
        if (imageFormatId(format) == file[0].toString()) {
            m.header.format = format;
        }
    }
    m.header.orientation = file[1].toInt();
    m.header.channels = file[2].toInt();
    m.header.bitsPerChannel = file[3].toInt();
    const int flags = file[4].toInt();
    m.header.alpha = flags & 1;
    m.header.palette = flags & 2;
    m.header.cmyk = flags & 4;
    m.header.animated = flags & 8;
    m.header.truncated = flags & 16;
    m.colourless = flags & 32;
    m.header.width = m.header.orientation >= 5 ? m.height : m.width;
    m.header.height = m.header.orientation >= 5 ? m.width : m.height;
    m.dark = scores[0].toDouble();
    m.light = scores[1].toDouble();
    m.darkest = scores[2].toDouble();
    m.lowInformation = scores[3].toDouble();
    m.blurry = scores[4].toDouble();
    m.grayscale = scores[5].toDouble();
    m.textHeight = scores[6].toDouble();
    m.detail = scores[7].toDouble();
    if (m.width > 0 && m.height > 0) {
        m.oddAspectRatio = std::min(double(m.width) / m.height, double(m.height) / m.width);
        m.size = std::sqrt(double(m.width)) * std::sqrt(double(m.height));
    }
    for (int turn = 0; turn < kTurns; ++turn) {
        m.hashes[std::size_t(turn)] = hashes.mid(16 * turn, 16).toULongLong(nullptr, 16);
    }
    const QJsonArray covered = object.value(QLatin1String("covered")).toArray();
    const int kind = covered.at(0).toInt();
    if (kind == int(CoveredRegion::Kind::Patch) || kind == int(CoveredRegion::Kind::Gap)) {
        m.covered = {CoveredRegion::Kind(kind),
            QRect(
                covered.at(1).toInt(), covered.at(2).toInt(), covered.at(3).toInt(), covered.at(4).toInt())};
    }
    m.pixelHash = QByteArray::fromHex(object.value(QLatin1String("pixels")).toString().toLatin1());
    return image;
}

Result<MeasuringReport> measureDatasetImages(Project& project, DatasetId dataset, Progress& progress)
{
    MeasuringReport report;
    auto waiting = imagesOf(project, dataset, report);
    if (!waiting) {
        return tl::unexpected<Error>(waiting.error());
    }
    struct Measured {
        ImageId id;
        std::optional<qint64> hash;
        QByteArray json;
    };
    QVector<Measured> batch;
    std::optional<Error> failure;
    const auto flush = [&] {
        if (batch.isEmpty() || failure) {
            return;
        }
        const Result<> written = project.write(ChangeSet{}, [&](sqlite::Connection& connection) -> Result<> {
            ImageStore store(connection);
            for (const Measured& row : batch) {
                store.setMeasures(row.id, row.hash, row.json);
            }
            return {};
        });
        if (!written) {
            failure = written.error();
        }
        batch.clear();
    };
    MeasureOptions options;
    options.textHeight = true;
    options.textHeightFrom = kSmallestInput;
    const Result<> outcome = measureImages(
        waiting->size(),
        [&](qsizetype i) {
            const Waiting& image = waiting->at(i);
            return image.path.isEmpty() ? project.imageBytes(image.sha256) : readImageFile(image.path);
        },
        [&](qsizetype i, Result<ImageMeasures> measured) {
            const Waiting& image = waiting->at(i);
            MeasuredImage result;
            if (measured) {
                result.measures = *measured;
                ++report.measured;
            } else {
                result.error = measured.error().messageSentence();
                result.reason = measured.error().code;
                ++report.unreadable;
            }
            const QByteArray json = measuresJson(result);
            // An unchanged failure is not written again: unchanged data leaves the project unchanged.
            if (json != image.known) {
                batch.append({image.id,
                    result.isReadable() ? std::optional<qint64>(qint64(result.measures.hashes[0]))
                                        : std::nullopt,
                    json});
            }
            if (batch.size() >= kBatch) {
                flush();
            }
        },
        progress, options);
    flush();
    if (failure) {
        return tl::unexpected<Error>(*failure);
    }
    if (!outcome) {
        return progress.isCancelled() ? Result<MeasuringReport>(auditCancelled())
                                      : Result<MeasuringReport>(tl::unexpected<Error>(outcome.error()));
    }
    return report;
}

} // namespace winnow
