// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/store/project.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>

namespace winnow {

/// Small copies of images for grids, by content hash: from memory (a budget of bytes, least recently used go
/// first), else from the disk cache, else decoded in a worker. What was asked for last is made first; what is
/// no longer wanted is dropped before its turn. GUI thread only.
class ThumbnailProvider : public QObject {
    Q_OBJECT
public:
    /// The longer side of a thumbnail, pixels.
    static constexpr int kSide = 320;

    explicit ThumbnailProvider(QObject* parent = nullptr);
    ~ThumbnailProvider() override;

    void setProject(std::shared_ptr<Project> project);
    /// The thumbnail if it is in memory; else asks for it and returns a null image. ready() tells.
    QImage thumbnail(const ImageRef& image);
    /// True when the image could not be read; the view draws that state.
    bool hasFailed(const QByteArray& sha256) const { return m_failed.contains(sha256); }
    /// What could not be read is tried again when it is asked for: it may be elsewhere by now.
    void retryFailed() { m_failed.clear(); }
    /// Only these are still wanted; the rest of the queue is dropped.
    void keepOnly(const QSet<QByteArray>& wanted);
    /// Bytes held in memory.
    qint64 bytesInMemory() const;
    int queued() const { return int(m_queue.size()); }

signals:
    void ready(const QByteArray& sha256);

private:
    struct Made {
        QByteArray sha256;
        QImage image;
    };

    void pump();
    void take(quint64 generation, const Made& made);
    static QImage make(const std::shared_ptr<Project>& project, const ImageRef& image, const QString& folder);

    std::shared_ptr<Project> m_project;
    QString m_folder;
    QCache<QByteArray, QImage> m_memory;
    QVector<ImageRef> m_queue;
    QSet<QByteArray> m_waiting;
    QSet<QByteArray> m_failed;
    QThreadPool m_pool;
    int m_running = 0;
    quint64 m_generation = 0;
};

} // namespace winnow
