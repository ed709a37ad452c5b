// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reviewwalk.h"

#include "core/store/project.h"
#include "ui/models/preferences.h"

#include <QDateTime>

namespace winnow {

namespace {

constexpr int kPlaceDelay = 400;
/// Of more changes than these, everything is read anew.
constexpr qsizetype kFewChanges = 200;

} // namespace

ReviewWalk::ReviewWalk(const DecisionsInFlight& inFlight, QObject* parent)
    : QObject(parent)
    , m_inFlight(inFlight)
{
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(kPlaceDelay);
    connect(&m_placeTimer, &QTimer::timeout, this, &ReviewWalk::rememberPlace);
}

ReviewWalk::~ReviewWalk()
{
    rememberPlace();
}

void ReviewWalk::setProject(DecisionService* service)
{
    rememberPlace();
    m_placeDirty = false;
    m_cache.reset();
    m_session = {};
    m_shown = {};
    m_awaited = {};
    m_stage = Stage::Queues;
    m_service = service;
    if (service) {
        // What the thumbnails leave of the memory for pictures.
        constexpr double kShare = 0.55;
        const double megabytes = double(Preferences().number(Preference::PictureMemory));
        m_cache = std::make_unique<ReviewCache>(service->project(), qint64(kShare * megabytes * 1024 * 1024));
        connect(m_cache.get(), &ReviewCache::ready, this, &ReviewWalk::itemReady);
        connect(m_cache.get(), &ReviewCache::refreshed, this, &ReviewWalk::bundleRefreshed);
        connect(m_cache.get(), &ReviewCache::detailReady, this,
            [this](SampleId sample, int image, const QImage& whole) {
                if (m_shown.id() == sample) {
                    emit detailReady(image, whole);
                }
            });
    }
    emit changed(ReviewPart::Project);
}

void ReviewWalk::begin(const ReviewSession& session)
{
    m_session = session;
    m_shown = {};
    emit changed(ReviewPart::Queue);
    showCurrent();
}

void ReviewWalk::setKnown(const ReviewKnown& known)
{
    m_session.setKnown(known);
    emit changed(ReviewPart::Progress);
}

void ReviewWalk::showQueues()
{
    m_stage = Stage::Queues;
    emit changed(ReviewPart::Stage);
}

void ReviewWalk::showEnd()
{
    m_stage = Stage::End;
    emit changed(ReviewPart::Stage);
}

void ReviewWalk::readAhead()
{
    QVector<SampleId> ids{m_session.current()};
    for (int offset : {1, 2, 3, -1, 0}) {
        const SampleId id = m_session.peek(offset);
        if (id && !ids.contains(id)) {
            ids.append(id);
        }
    }
    m_cache->want(ids);
}

void ReviewWalk::showCurrent()
{
    const SampleId wanted = m_session.current();
    if (!wanted || !m_cache) {
        showEnd();
        return;
    }
    m_stage = Stage::Sample;
    m_awaited = {};
    emit changed(ReviewPart::Stage | ReviewPart::Progress);
    readAhead();
    if (const auto item = m_cache->find(wanted)) {
        present(item);
    } else if (!m_shown.id()) {
        emit changed(ReviewPart::Place);
    }
}

void ReviewWalk::itemReady(SampleId sample)
{
    if (sample != m_session.current() || m_stage != Stage::Sample || m_awaited) {
        return;
    }
    const auto item = m_cache->find(sample);
    if (!item) {
        return;
    }
    if (m_shown.id() == sample) {
        m_shown.setImages(item);
        emit changed(ReviewPart::Images);
        return;
    }
    present(item);
}

void ReviewWalk::present(const std::shared_ptr<const ReviewItem>& item)
{
    if (m_shown.id() == item->id && m_shown.bundle()) {
        emit changed(ReviewPart::Place);
        return;
    }
    m_shown.show(item, m_inFlight.on(item->id), m_session.kinds());
    if (m_shown.bundle() && !m_session.isVisiting()) {
        m_placeDirty = true;
        m_placeTimer.start();
    }
    emit changed(ReviewPart::Sample);
    if (!m_shown.bundle()) {
        emit failed(item->error);
    }
}

void ReviewWalk::bundleRefreshed(SampleId sample, const std::shared_ptr<const SampleBundle>& bundle)
{
    if (m_inFlight.has(sample)) {
        return;
    }
    m_session.setReviewed(sample, bundle->isReviewed());
    if (m_awaited == sample) {
        m_awaited = {};
        if (m_shown.id() == sample) {
            m_shown.setBundle(bundle);
            m_shown.beginWith(m_session.kinds());
        }
        showCurrent();
    }
    if (m_shown.id() == sample) {
        m_shown.setBundle(bundle);
        emit changed(ReviewPart::Standing);
    }
    emit changed(ReviewPart::Progress);
}

bool ReviewWalk::step(Step step)
{
    const bool ended = m_stage == Stage::End;
    switch (step) {
    case Step::Next:
        if (!ended) {
            m_session.next() ? showCurrent() : showEnd();
        }
        return true;
    case Step::Previous:
        // Back from the end of the queue is the last sample.
        if (!ended && !m_session.previous()) {
            return false;
        }
        showCurrent();
        return true;
    case Step::NextUndecided:
        break;
    }
    if (!m_session.nextUndecided() && (ended || m_session.undecided() == 0)) {
        showEnd();
    } else {
        showCurrent();
    }
    return true;
}

void ReviewWalk::goTo(SampleId sample, bool beside)
{
    beside ? m_session.visit(sample) : m_session.goTo(sample);
    showCurrent();
}

void ReviewWalk::setFlag(int index)
{
    m_shown.setFlag(index);
    emit changed(ReviewPart::Standing);
}

SessionMark ReviewWalk::decide(const Decision& decision, bool thenAdvance)
{
    const SampleId sample = decision.sampleId;
    m_shown.add(decision);
    const auto& bundle = m_shown.bundle();
    m_cache->setBundle(sample, bundle);
    const bool wasReviewed = m_session.isReviewed(sample);
    m_session.setReviewed(sample, bundle->isReviewed());
    if (!wasReviewed && bundle->isReviewed()) {
        m_session.rate().add(QDateTime::currentMSecsSinceEpoch(), sample);
    }
    const int openFlag = bundle->nextOpenFlag(m_shown.flagIndex() + 1);
    if (thenAdvance && decision.verdict != Verdict::None && openFlag >= 0) {
        m_shown.setFlag(openFlag);
    } else if (thenAdvance && m_session.current() == m_shown.id() && !m_session.next()) {
        // Where the queue is on its way to the next sample already, the decision was about the one on the
        // screen, not a second step.
        m_stage = Stage::End;
    }
    m_placeDirty = false;
    m_placeTimer.stop();
    return m_session.isVisiting() ? SessionMark{} : m_session.positionMark();
}

void ReviewWalk::showDecided()
{
    if (m_stage == Stage::End) {
        showEnd();
        return;
    }
    emit changed(ReviewPart::Standing);
    if (m_session.current() != m_shown.id()) {
        showCurrent();
    }
}

void ReviewWalk::showReadAgain(SampleId sample)
{
    m_session.goTo(sample);
    m_stage = Stage::Sample;
    m_awaited = sample;
    emit changed(ReviewPart::Stage);
    readAhead();
    m_cache->refresh(sample);
}

bool ReviewWalk::refresh(const QVector<SampleId>& samples)
{
    if (!samples.isEmpty() && samples.size() <= kFewChanges) {
        for (SampleId sample : samples) {
            m_cache->refresh(sample);
        }
        return true;
    }
    m_cache->clear();
    if (m_shown.id()) {
        m_cache->refresh(m_shown.id());
    }
    if (m_stage == Stage::Sample) {
        readAhead();
    }
    return false;
}

void ReviewWalk::setViewSize(const QSize& size, qreal pixelRatio)
{
    if (!m_cache) {
        return;
    }
    m_cache->setViewSize(size, pixelRatio);
    if (m_session.current() && m_stage == Stage::Sample) {
        readAhead();
    }
}

void ReviewWalk::loadDetail(int image)
{
    if (m_shown.id() && m_cache) {
        m_cache->loadDetail(m_shown.id(), image);
    }
}

void ReviewWalk::rememberPlace()
{
    if (!m_placeDirty || !m_service || m_session.isEmpty() || m_service->project()->isReadOnly()) {
        return;
    }
    m_placeDirty = false;
    m_service->remember(m_session.positionMark());
}

} // namespace winnow
