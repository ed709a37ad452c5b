// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reviewcache.h"

#include "core/sqlite/connection.h"
#include "ui/models/sampleimages.h"

namespace winnow {

namespace {

constexpr int kWorkers = 2;
constexpr int kUrgent = 10;

/// Kilobytes: QCache counts in int.
int costOf(const ReviewItem& item)
{
    qint64 bytes = 64 * 1024;
    for (const ShownImage& image : item.images) {
        bytes += image.display.sizeInBytes();
    }
    return int(bytes / 1024);
}

} // namespace

ReviewCache::ReviewCache(std::shared_ptr<Project> project, qint64 budget, QObject* parent)
    : QObject(parent)
    , m_project(std::move(project))
    , m_entries(int(budget / 1024))
{
    m_pool.setMaxThreadCount(kWorkers);
}

ReviewCache::~ReviewCache()
{
    for (const auto& cancelled : std::as_const(m_loading)) {
        cancelled->store(true);
    }
    m_pool.clear();
    m_pool.waitForDone();
}

void ReviewCache::setViewSize(const QSize& size, qreal pixelRatio)
{
    m_viewSize = size;
    m_pixelRatio = pixelRatio;
}

std::shared_ptr<const ReviewItem> ReviewCache::find(SampleId id) const
{
    const Entry* entry = m_entries.object(id.value);
    return entry ? entry->item : nullptr;
}

void ReviewCache::want(const QVector<SampleId>& ids)
{
    for (auto it = m_loading.begin(); it != m_loading.end();) {
        if (ids.contains(SampleId{it.key()})) {
            ++it;
        } else {
            (*it)->store(true);
            it = m_loading.erase(it);
        }
    }
    int priority = kUrgent;
    for (SampleId id : ids) {
        --priority;
        const Entry* entry = m_entries.object(id.value);
        if (!id || m_loading.contains(id.value) || (entry && entry->viewSize == m_viewSize)) {
            continue;
        }
        const auto cancelled = std::make_shared<std::atomic<bool>>(false);
        m_loading.insert(id.value, cancelled);
        m_pool.start(
            [this, id, cancelled, project = m_project, view = m_viewSize, ratio = m_pixelRatio,
                serial = ++m_serial] {
                if (cancelled->load()) {
                    return;
                }
                auto item = std::make_shared<ReviewItem>();
                item->id = id;
                const Result<> loaded = sqlite::guarded([&]() -> Result<> {
                    auto bundle = loadSampleBundle(*project, id);
                    if (!bundle) {
                        return tl::unexpected<Error>(bundle.error());
                    }
                    item->images = loadImages(*project, (*bundle)->sample.images, view, ratio);
                    item->bundle = *bundle;
                    return {};
                });
                if (!loaded) {
                    item->error = loaded.error();
                }
                QMetaObject::invokeMethod(
                    this,
                    [this, item, view, serial, cancelled] {
                        if (!cancelled->load()) {
                            take(item, view, serial);
                        }
                    },
                    Qt::QueuedConnection);
            },
            priority);
    }
}

void ReviewCache::take(std::shared_ptr<ReviewItem> item, const QSize& viewSize, quint64 serial)
{
    const SampleId id = item->id;
    m_loading.remove(id.value);
    const int cost = costOf(*item);
    // Larger than the whole budget would be thrown away at once; the one shown must stay.
    m_entries.insert(
        id.value, new Entry{std::move(item), viewSize}, std::min<int>(cost, int(m_entries.maxCost())));
    emit ready(id);
    // Something was decided while this was being read.
    if (m_lastRefresh.value(id.value) > serial) {
        refresh(id);
    }
}

void ReviewCache::refresh(SampleId id)
{
    const quint64 serial = ++m_serial;
    m_lastRefresh.insert(id.value, serial);
    m_pool.start(
        [this, id, serial, project = m_project] {
            auto bundle = sqlite::guarded([&] { return loadSampleBundle(*project, id); });
            if (!bundle) {
                return;
            }
            QMetaObject::invokeMethod(
                this,
                [this, id, serial, bundle = *bundle] {
                    if (m_lastRefresh.value(id.value) != serial) {
                        return;
                    }
                    setBundle(id, bundle);
                    emit refreshed(id, bundle);
                },
                Qt::QueuedConnection);
        },
        kUrgent + 1);
}

void ReviewCache::setBundle(SampleId id, const std::shared_ptr<const SampleBundle>& bundle)
{
    if (Entry* entry = m_entries.object(id.value)) {
        auto item = std::make_shared<ReviewItem>(*entry->item);
        item->bundle = bundle;
        entry->item = item;
    }
}

void ReviewCache::clear()
{
    for (const auto& cancelled : std::as_const(m_loading)) {
        cancelled->store(true);
    }
    m_loading.clear();
    m_entries.clear();
}

void ReviewCache::loadDetail(SampleId id, int image)
{
    const std::shared_ptr<const ReviewItem> item = find(id);
    if (!item || !item->bundle || image < 0 || image >= item->bundle->sample.images.size()) {
        return;
    }
    m_pool.start(
        [this, id, image, project = m_project, ref = item->bundle->sample.images.at(image)] {
            const QImage whole
                = sqlite::guarded([&] { return loadWholeImage(*project, ref); }).value_or(QImage());
            QMetaObject::invokeMethod(
                this, [this, id, image, whole] { emit detailReady(id, image, whole); }, Qt::QueuedConnection);
        },
        kUrgent);
}

} // namespace winnow
