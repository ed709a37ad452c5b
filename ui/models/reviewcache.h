// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/samplebundle.h"
#include "core/store/project.h"
#include "ui/models/shownimage.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace winnow {

/// One sample ready to be shown: what is known of it and its images at the size of the view.
struct ReviewItem {
    SampleId id;
    std::shared_ptr<const SampleBundle> bundle;
    QVector<ShownImage> images;
    /// Why it cannot be shown (then there is no bundle).
    Error error;
};

/// Reads samples and decodes their images ahead of the annotator, off the GUI thread, and keeps the last ones
/// within a budget of bytes. GUI thread only; the destructor waits for its workers.
class ReviewCache : public QObject {
    Q_OBJECT
public:
    /// `budget` in bytes of decoded images.
    explicit ReviewCache(
        std::shared_ptr<Project> project, qint64 budget = 192LL * 1024 * 1024, QObject* parent = nullptr);
    ~ReviewCache() override;

    /// The size that images are decoded for; what was decoded for another size is done anew when asked for.
    void setViewSize(const QSize& size, qreal pixelRatio);
    /// The item when it is ready, else null. Fresh or not: see refresh().
    std::shared_ptr<const ReviewItem> find(SampleId id) const;
    /// Loads these, the first one first; ready() follows for those that were not ready. What was asked for
    /// before and is not named again is dropped if it has not begun.
    void want(const QVector<SampleId>& ids);
    /// Reads flags, responses and decisions again (images stay); refreshed() follows. Items that are not
    /// cached are read too, so that the caller learns their state.
    void refresh(SampleId id);
    /// What the annotator just decided, before it is read back.
    void setBundle(SampleId id, const std::shared_ptr<const SampleBundle>& bundle);
    /// Forgets everything that was read.
    void clear();
    /// Decodes one image whole; detailReady() follows.
    void loadDetail(SampleId id, int image);

signals:
    void ready(winnow::SampleId id);
    void refreshed(winnow::SampleId id, std::shared_ptr<const winnow::SampleBundle> bundle);
    void detailReady(winnow::SampleId id, int image, const QImage& whole);

private:
    struct Entry {
        std::shared_ptr<const ReviewItem> item;
        QSize viewSize;
    };
    void take(std::shared_ptr<ReviewItem> item, const QSize& viewSize, quint64 serial);

    std::shared_ptr<Project> m_project;
    QThreadPool m_pool;
    QCache<qint64, Entry> m_entries;
    QHash<qint64, std::shared_ptr<std::atomic<bool>>> m_loading;
    /// Readings are numbered: of two readings of one sample, the one asked for later stands.
    QHash<qint64, quint64> m_lastRefresh;
    quint64 m_serial = 0;
    QSize m_viewSize;
    qreal m_pixelRatio = 1;
};

} // namespace winnow
