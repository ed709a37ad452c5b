// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reviewcontroller.h"
#include "ui/pages/page.h"
#include "ui/pages/reviewkeys.h"
#include "ui/widgets/decisionbar.h"

#include <QTimer>

#include <memory>

class QStackedWidget;

namespace winnow {

class QueueChooser;
class ReviewBar;
class ReviewEnd;
class ReviewFooter;
class ReviewHeader;
class ReviewSampleView;

/// Where flagged samples are decided on, one key each. Decisions bind to the sample that is on the screen
/// when the key goes down; the next one has been read and decoded by then. The page shows what its
/// ReviewController says and hands it what is pressed.
class ReviewPage : public Page {
    Q_OBJECT
public:
    explicit ReviewPage(AppContext& context, QWidget* parent = nullptr);
    ~ReviewPage() override;

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    void focusSearch() override;
    void undo() override;
    void redo() override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    /// Begins a queue, for instance the selection of another page; the annotator comes back to it later.
    /// `kinds` are the kinds of flags that it is about: theirs are decided on first.
    void openQueue(const QVector<SampleId>& samples, const QString& title, SampleId startAt = {},
        const QStringList& kinds = {});
    /// The sample on the screen; 0 when there is none.
    SampleId shownSample() const;
    const ReviewSession& session() const { return m_review->walk().session(); }
    /// "37 of 212, 410 an hour, 26 min left".
    static QString progressText(const ReviewProgress& progress);
    /// Decisions that are not on disk yet.
    int pendingDecisions() const;

signals:
    void sampleShown(winnow::SampleId sample);
    void queueOpened();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void build();
    void connectViews();
    void connectQueues();
    void connectReview();
    void resizeImages();

    void show(ReviewParts parts);
    void showStage();
    void showSample();
    void showStanding();

    /// What a key or button means.
    void confirmReason();
    void run(ReviewCommand command, int option = 0);
    bool runAnywhere(ReviewCommand command);

    std::unique_ptr<ReviewController> m_review;
    QStackedWidget* m_stack;
    ReviewHeader* m_header;
    ReviewSampleView* m_sample;
    ReviewBar* m_bar;
    ReviewFooter* m_footer;
    QueueChooser* m_queues;
    ReviewEnd* m_end;
    QTimer m_resizeTimer;
    bool m_active = false;
};

} // namespace winnow
