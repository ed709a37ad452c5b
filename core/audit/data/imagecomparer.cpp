// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/imagecomparer.h"

#include "core/audit/data/auditdata.h"
#include "core/image/imagecodec.h"

#include <QCache>
#include <QHash>
#include <QMutex>

namespace winnow {

namespace {

constexpr int kComparedSide = 1024;
/// Of decoded pictures, in KB.
constexpr int kCacheSize = 96 * 1024;

} // namespace

struct ImageComparer::Private {
    std::shared_ptr<const ImageSource> source;
    QMutex mutex;
    QCache<QByteArray, Bitmap> pictures{kCacheSize};
    /// At their own sizes.
    QCache<QByteArray, Bitmap> wholes{kCacheSize};
    QHash<QByteArray, bool> verdicts;

    /// At its own size, not kept.
    Bitmap wholePicture(const AuditImage& image) const
    {
        const auto bytes = source->bytes(image.sha256, image.path);
        return bytes ? decodeImage(*bytes).value_or(Bitmap()) : Bitmap();
    }

    /// The same, kept a while: a picture is often looked for in many others.
    Bitmap keptWhole(const AuditImage& image)
    {
        const QByteArray key = image.sha256.isEmpty() ? image.path.toUtf8() : image.sha256;
        {
            const QMutexLocker lock(&mutex);
            if (const Bitmap* known = wholes.object(key)) {
                return *known;
            }
        }
        Bitmap bitmap = wholePicture(image);
        const QMutexLocker lock(&mutex);
        wholes.insert(key, new Bitmap(bitmap), int(bitmap.pixels.size() / 1024) + 1);
        return bitmap;
    }

    Bitmap picture(const AuditImage& image)
    {
        {
            const QMutexLocker lock(&mutex);
            if (const Bitmap* known = pictures.object(image.sha256)) {
                return *known;
            }
        }
        const auto bytes = source->bytes(image.sha256, image.path);
        if (!bytes) {
            return {};
        }
        auto bitmap = decodeImage(*bytes, kComparedSide);
        if (!bitmap) {
            return {};
        }
        const QMutexLocker lock(&mutex);
        pictures.insert(image.sha256, new Bitmap(*bitmap), int(bitmap->pixels.size() / 1024) + 1);
        return *bitmap;
    }
};

ImageComparer::ImageComparer(std::shared_ptr<const ImageSource> source)
    : d(std::make_unique<Private>())
{
    d->source = std::move(source);
}

ImageComparer::~ImageComparer() = default;

bool ImageComparer::areCopies(
    const AuditImage& first, const AuditImage& second, Turn turn, int distance) const
{
    const QByteArray key = first.sha256 + second.sha256 + char(turn);
    {
        const QMutexLocker lock(&d->mutex);
        const auto known = d->verdicts.constFind(key);
        if (known != d->verdicts.constEnd()) {
            return *known;
        }
    }
    const Bitmap left = d->picture(first);
    const Bitmap right = d->picture(second);
    const bool same = !left.isNull() && !right.isNull()
        && isCopy(compareCopies(left, turn == Turn::None ? right : turned(right, turn)), distance);
    const QMutexLocker lock(&d->mutex);
    d->verdicts.insert(key, same);
    return same;
}

CropSketch ImageComparer::sketch(const AuditImage& image) const
{
    return cropSketch(d->wholePicture(image));
}

bool ImageComparer::isCrop(
    const AuditImage& part, const AuditImage& whole, const QVector<QPoint>& places) const
{
    return findCrop(d->keptWhole(part), d->keptWhole(whole), places).has_value();
}

} // namespace winnow
