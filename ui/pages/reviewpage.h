// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"
#include "core/review/samplebundle.h"
#include "ui/models/jobtracker.h"
#include "ui/pages/page.h"
#include "ui/pages/reviewpagekeys.h"
#include "ui/widgets/decisionbar.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QShortcut;

namespace winnow {

class ReviewCache;
class ReviewLayout;
struct ReviewItem;

/// Where flagged samples are decided on, one key each. Decisions bind to the sample that is on the screen
/// when the key goes down; the next one has been read and decoded by then.
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
    QVector<KeyHelp> keys() const override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    /// Begins a queue, for instance the selection of another page; the annotator comes back to it later.
    /// `kinds` are the kinds of flags that it is about: theirs are decided on first.
    void openQueue(const QVector<SampleId>& samples, const QString& title, SampleId startAt = {},
        const QStringList& kinds = {});
    /// The sample on the screen; 0 when there is none.
    SampleId shownSample() const;
    const ReviewSession& session() const { return m_session; }
    /// "37 of 212, 410 an hour, 26 min left".
    static QString progressText(const ReviewProgress& progress);
    /// Decisions that are not on disk yet.
    int pendingDecisions() const;

signals:
    void sampleShown(winnow::SampleId sample);
    void queueOpened();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;

    // reviewpage.cpp: the project, the queue, what is shown
    void buildKeys();
    void connectParts();
    void start();
    void leaveProject();
    void begin(ReviewSession session);
    void showQueues();
    void showCurrent();
    void present(const std::shared_ptr<const ReviewItem>& item);
    void showBundle();
    void showHeader();
    void showProgress();
    void showEndOfQueue();
    void itemReady(SampleId sample);
    void bundleRefreshed(SampleId sample, const std::shared_ptr<const SampleBundle>& bundle);
    void storeChanged(const ChangeSet& changes);
    void readHistory();
    /// Without what others decided on a sample that is reviewed blind.
    void showHistory();
    void readProgress();
    void resizeImages();
    void focusMoved(QWidget* now);
    void say(const QString& hint);
    bool isHidden() const;
    QVector<SampleId> neighbours() const;

    // reviewpagedecisions.cpp: what keys do
    void run(ReviewCommand command, int option = 0);
    bool runView(ReviewCommand command);
    void move(ReviewCommand command);
    void advance();
    void judge(Verdict verdict);
    void act(Action action, const QString& newGold = {});
    void chooseOption(int option);
    void answerUnseen(const QString& answer);
    void saveEdited(DecisionBar::Editor editor, const QString& text);
    void editGold();
    void moveFlag(int step);
    void visit(const QString& sampleKey);
    void setBlind(bool blind);
    bool mayDecide();
    Decision draft() const;
    void decide(const Decision& decision, bool thenAdvance);
    void decisionStored(const DecisionReceipt& receipt);
    void decisionFailed(qint64 ticket, const Error& error);
    void rememberPlace() const;
    void request(qint64 ticket, SampleId sample);
    DecisionService* service() const { return context().decisions(); }
    /// Another annotator goes on at the same sample of the same queue.
    void annotatorChanged();

    std::unique_ptr<ReviewLayout> m_view;
    JobTracker m_jobs;
    std::unique_ptr<ReviewCache> m_cache;
    ReviewSession m_session;
    QVector<Decision> m_history;
    QStringList m_shownHistory;
    /// On the screen; `m_bundle` is its bundle with the decisions that are still being stored.
    std::shared_ptr<const ReviewItem> m_shown;
    std::shared_ptr<const SampleBundle> m_bundle;
    int m_flag = -1;
    QElapsedTimer m_looking;
    QTimer m_resizeTimer;
    QTimer m_placeTimer;
    QTimer m_hintTimer;
    mutable bool m_placeDirty = false;
    /// Shown again once its new state has been read, after an undo.
    SampleId m_awaited;
    /// Requests of this page that are not on disk yet, with the sample decided on (0: an undo or redo).
    QHash<qint64, SampleId> m_inFlight;
    bool m_blind = false;
    QSet<qint64> m_answeredUnseen;
    /// What other pages ask for while the project is still being read.
    std::function<void()> m_requested;
    bool m_started = false;
    QVector<QShortcut*> m_yielding;
    bool m_active = false;
};

} // namespace winnow
