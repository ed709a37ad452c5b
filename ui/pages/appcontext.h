// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisionservice.h"
#include "ui/models/backupschedule.h"
#include "ui/models/clickthrough.h"
#include "ui/models/decisions.h"
#include "ui/models/filterstate.h"
#include "ui/models/jobtracker.h"
#include "ui/models/policychoice.h"
#include "ui/models/projectsession.h"
#include "ui/models/thumbnailprovider.h"
#include "ui/widgets/messagebar.h"

#include <QObject>
#include <QSet>

namespace winnow {

/// What pages share: the open project and its index, the filter, the thumbnails, the jobs, the message bar
/// and the way to other pages. GUI thread only.
class AppContext : public QObject {
    Q_OBJECT
public:
    explicit AppContext(QObject* parent = nullptr);
    ~AppContext() override;

    JobModel* jobs() { return &m_jobs; }
    ProjectSession* session() { return &m_session; }
    BackupSchedule* backups() { return &m_backups; }
    const std::shared_ptr<Project>& project() const { return m_session.project(); }
    /// The policy that Overview, Insights and Export look through.
    PolicyChoice* policy() { return &m_policy; }
    /// The filter of the Samples page and of every queue that starts there.
    FilterState* filter() { return &m_filter; }
    ThumbnailProvider* thumbnails() { return &m_thumbnails; }
    /// The one writer of decisions; null while no project is open.
    DecisionService* decisions() { return m_decisions.get(); }
    SaveState saveState() const { return m_decisions ? m_decisions->state() : SaveState(); }
    /// Asks for a file and writes there what could not be saved; `merge` reads it. False when nothing was
    /// written.
    bool saveElsewhere(QWidget* parent);
    /// For the main window: hands the project to everyone. What could not be saved waits while no project is
    /// open, and comes along when the same project is opened next.
    void setProject(std::shared_ptr<Project> project);
    void forgetUnsaved();

    void notify(const Message& message) { emit messagePosted(message); }
    /// A cancelled job is not news.
    void notify(const Error& error);
    /// What a page told is over.
    void takeBackPageMessage() { emit pageMessageOver(); }
    void goTo(const QString& page) { emit pageRequested(page); }
    /// The page tells the user itself how this request to decisions() ended.
    void claim(qint64 ticket) { m_claimed.insert(ticket); }
    /// The one handler of what numbers, marks, tiles, chips and words open; `from` is where a menu comes up.
    void open(const ClickThrough& what, QWidget* from);
    /// Opens the Samples page on what `filter` selects; `title` names a list of samples (filter.only).
    void openSamples(const SampleFilter& filter, const QString& title = {});
    /// Opens the Samples page on what a model answered in a dataset.
    void openSamplesOfModel(const QString& model, const QString& dataset);
    /// Opens the Review page at a sample of a queue. `title` names the queue; flags of `kinds` are decided on
    /// first.
    void openReview(SampleId sample, const QVector<SampleId>& queue, const QString& title = {},
        const QStringList& kinds = {});
    /// False while there is no Review page.
    static bool hasReview();

    /// Decides on many samples as one undo step; tells in the message bar, with Undo.
    void decide(const BulkDecision& decision);
    /// Takes back (or brings again) this annotator's last decision, whenever it was taken.
    void undoDecision();
    void redoDecision();

    /// From now on decisions carry this name; those before keep theirs.
    void setAnnotator(const QString& name);

    /// The zoom of what the page shows, for the status bar; empty hides it.
    void setZoomText(const QString& text) { emit zoomTextChanged(text); }

signals:
    void projectChanged();
    void messagePosted(const winnow::Message& message);
    void pageMessageOver();
    void pageRequested(const QString& page);
    void reviewRequested(winnow::SampleId sample, const QVector<winnow::SampleId>& queue,
        const QString& title, const QStringList& kinds);
    void openProjectRequested(const QString& path);
    void zoomTextChanged(const QString& text);
    void annotatorChanged(const QString& name);
    void saveStateChanged(const winnow::SaveState& state);

private:
    void askWhich(const ClickThrough& what, QWidget* from);
    void takeReceipt(const DecisionReceipt& receipt);
    void takeSaveState(const SaveState& state);

    JobModel m_jobs;
    ProjectSession m_session;
    PolicyChoice m_policy;
    FilterState m_filter;
    ThumbnailProvider m_thumbnails;
    JobTracker m_tracker;
    std::unique_ptr<DecisionService> m_decisions;
    /// Requests of ours that the message bar tells about, with what to say.
    QHash<qint64, QString> m_tickets;
    /// Bulk decisions so far, to tell them apart.
    int m_bulk = 0;
    QSet<qint64> m_claimed;
    /// What could not be saved before the project was closed, and its project.
    QVector<DecisionRequest> m_carried;
    QString m_carriedFrom;
    /// The user was told that saving fails.
    bool m_toldUnsaved = false;
    BackupSchedule m_backups;
};

} // namespace winnow
