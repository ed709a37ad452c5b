// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"
#include "ui/models/decisionsinflight.h"
#include "ui/models/reviewparts.h"
#include "ui/models/shownsample.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace winnow {

/// The way through a queue: where it stands, the sample that is shown, what is read ahead of it, and where
/// the next start finds the annotator. A sample is shown once it has been read.
class ReviewWalk : public QObject {
    Q_OBJECT
public:
    enum class Stage { Sample, Queues, End };
    enum class Step { Next, Previous, NextUndecided };

    /// What is read of a sample in flight is older than what is shown of it.
    explicit ReviewWalk(const DecisionsInFlight& inFlight, QObject* parent = nullptr);
    ~ReviewWalk() override;

    /// Null: the project is gone.
    void setProject(DecisionService* service);
    bool isOpen() const { return m_cache != nullptr; }
    Stage stage() const { return m_stage; }
    const ReviewSession& session() const { return m_session; }
    const ShownSample& shown() const { return m_shown; }

    void begin(const ReviewSession& session);
    /// Another annotator goes on at the same sample.
    void setAnnotator(const QString& annotator) { m_session.setAnnotator(annotator); }
    void setKnown(const ReviewKnown& known);
    void showQueues();
    /// The sample where the queue stands, or its end.
    void showCurrent();
    /// False when there is no sample before this one.
    bool step(Step step);
    /// `beside` the queue: the next step comes back from it, even where the queue has the sample.
    void goTo(SampleId sample, bool beside = false);
    void setFlag(int index);

    /// A decision on the shown sample, as if it were stored, and to the next flag or sample if wanted.
    /// Returns what to store with it; showDecided() follows.
    SessionMark decide(const Decision& decision, bool thenAdvance);
    void showDecided();
    /// Goes to a sample that is shown once its state has been read anew, so that nothing is shown that does
    /// not stand any more.
    void showReadAgain(SampleId sample);
    /// Samples changed in the project; false when so much did that everything is read anew.
    bool refresh(const QVector<SampleId>& samples);

    /// What images are decoded for, device-independent pixels.
    void setViewSize(const QSize& size, qreal pixelRatio);
    /// One image of the shown sample with all its pixels; detailReady() follows.
    void loadDetail(int image);
    /// Stores the place now, if it was not stored since the last move.
    void rememberPlace();

signals:
    void changed(winnow::ReviewParts parts);
    void failed(const winnow::Error& error);
    void detailReady(int image, const QImage& whole);

private:
    void showEnd();
    void present(const std::shared_ptr<const ReviewItem>& item);
    void itemReady(SampleId sample);
    void bundleRefreshed(SampleId sample, const std::shared_ptr<const SampleBundle>& bundle);
    void readAhead();

    const DecisionsInFlight& m_inFlight;
    QPointer<DecisionService> m_service;
    std::unique_ptr<ReviewCache> m_cache;
    ReviewSession m_session;
    ShownSample m_shown;
    Stage m_stage = Stage::Queues;
    /// Shown again once its new state has been read.
    SampleId m_awaited;
    QTimer m_placeTimer;
    bool m_placeDirty = false;
};

} // namespace winnow
