// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/thumbnailprovider.h"

#include "core/image/imagecodec.h"
#include "core/sqlite/connection.h"
#include "ui/models/preferences.h"
#include "ui/models/settings.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace winnow {

namespace {

/// Of the memory that the preferences give to pictures; QCache counts in int, so kilobytes.
int memoryKilobytes()
{
    constexpr double kShare = 0.45;
    return int(kShare * double(Preferences().number(Preference::PictureMemory)) * 1024);
}

QString cacheFile(const QString& folder, const QByteArray& sha256)
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return folder + u'/' + hex.left(2) + u'/' + hex.mid(2);
}

} // namespace

ThumbnailProvider::ThumbnailProvider(QObject* parent)
    : QObject(parent)
    , m_folder(cacheDirectory() + QStringLiteral("/thumbnails-%1").arg(kSide))
    , m_memory(memoryKilobytes())
{
    m_pool.setMaxThreadCount(qMax(2, QThread::idealThreadCount()));
}

ThumbnailProvider::~ThumbnailProvider()
{
    m_queue.clear();
    m_pool.waitForDone();
}

void ThumbnailProvider::setProject(std::shared_ptr<Project> project)
{
    m_queue.clear();
    m_waiting.clear();
    m_failed.clear();
    ++m_generation;
    m_project = std::move(project);
    m_memory.setMaxCost(memoryKilobytes());
}

QImage ThumbnailProvider::thumbnail(const ImageRef& image)
{
    if (image.sha256.isEmpty() || !m_project) {
        return {};
    }
    if (const QImage* known = m_memory.object(image.sha256)) {
        return *known;
    }
    if (m_failed.contains(image.sha256)) {
        return {};
    }
    if (!m_waiting.contains(image.sha256)) {
        m_waiting.insert(image.sha256);
        m_queue.append(image);
        pump();
    }
    return {};
}

void ThumbnailProvider::keepOnly(const QSet<QByteArray>& wanted)
{
    QVector<ImageRef> kept;
    for (const ImageRef& image : std::as_const(m_queue)) {
        if (wanted.contains(image.sha256)) {
            kept.append(image);
        } else {
            m_waiting.remove(image.sha256);
        }
    }
    m_queue = kept;
}

qint64 ThumbnailProvider::bytesInMemory() const
{
    return qint64(m_memory.totalCost()) * 1024;
}

void ThumbnailProvider::pump()
{
    while (m_running < m_pool.maxThreadCount() && !m_queue.isEmpty()) {
        const ImageRef image = m_queue.takeLast();
        ++m_running;
        m_pool.start([this, image, project = m_project, folder = m_folder, generation = m_generation] {
            Made made{image.sha256,
                sqlite::guarded([&] { return make(project, image, folder); }).value_or(QImage())};
            QMetaObject::invokeMethod(
                this, [this, generation, made = std::move(made)] { take(generation, made); },
                Qt::QueuedConnection);
        });
    }
}

void ThumbnailProvider::take(quint64 generation, const Made& made)
{
    --m_running;
    if (generation == m_generation) {
        m_waiting.remove(made.sha256);
        if (made.image.isNull()) {
            m_failed.insert(made.sha256);
        } else {
            m_memory.insert(
                made.sha256, new QImage(made.image), qMax<int>(1, int(made.image.sizeInBytes() / 1024)));
        }
        emit ready(made.sha256);
    }
    pump();
}

QImage ThumbnailProvider::make(
    const std::shared_ptr<Project>& project, const ImageRef& image, const QString& folder)
{
    const QString path = cacheFile(folder, image.sha256);
    QFile cached(path);
    if (cached.open(QIODevice::ReadOnly)) {
        QImage known = QImage::fromData(cached.readAll());
        if (!known.isNull()) {
            return known.convertToFormat(
                known.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        }
    }
    Result<QByteArray> encoded = fail(ErrorCode::NotFound, QString());
    if (image.path.isEmpty()) {
        const Result<QByteArray> bytes = project->imageBytes(image.sha256);
        if (!bytes) {
            return {};
        }
        encoded = encodeThumbnail(*bytes, kSide);
    } else {
        encoded = encodeThumbnailOfFile(image.path, kSide);
    }
    if (!encoded) {
        return {};
    }
    // The cache may be missing or full: then the thumbnail is made again next time.
    if (QDir().mkpath(QFileInfo(path).absolutePath())) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(*encoded);
            file.commit();
        }
    }
    QImage fresh = QImage::fromData(*encoded);
    return fresh.convertToFormat(
        fresh.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

} // namespace winnow
