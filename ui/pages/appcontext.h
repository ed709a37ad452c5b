// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/backupschedule.h"
#include "ui/models/clickthrough.h"
#include "ui/models/filterstate.h"
#include "ui/models/jobtracker.h"
#include "ui/models/policychoice.h"
#include "ui/models/projectsession.h"
#include "ui/models/thumbnailprovider.h"
#include "ui/pages/decisiondesk.h"
#include "ui/pages/pagehistory.h"
#include "ui/widgets/messagebar.h"

#include <QObject>

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
    /// Where decisions are taken.
    DecisionDesk* desk() { return &m_desk; }
    /// The places that people came from.
    PageHistory* history() { return &m_history; }
    /// For the main window: hands the project to everyone.
    void setProject(std::shared_ptr<Project> project);

    void notify(const Message& message) { emit messagePosted(message); }
    /// A cancelled job is not news.
    void notify(const Error& error);
    /// What a page told is over.
    void takeBackPageMessage() { emit pageMessageOver(); }
    void goTo(const QString& page) { emit pageRequested(page); }
    /// The one handler of what numbers, marks, tiles, chips and words open; `from` is where a menu comes up.
    void open(const ClickThrough& what, QWidget* from);
    /// Opens the Samples page on what `filter` selects; `title` names a list of samples (filter.only).
    void openSamples(const SampleFilter& filter, const QString& title = {});
    /// Opens the Review page at a sample of a queue. `title` names the queue; flags of `kinds` are decided on
    /// first.
    void openReview(SampleId sample, const QVector<SampleId>& queue, const QString& title = {},
        const QStringList& kinds = {});
    /// From now on decisions carry this name; those before keep theirs.
    void setAnnotator(const QString& name);

    /// The zoom of what the page shows, for the status bar; empty hides it.
    void setZoomText(const QString& text) { emit zoomTextChanged(text); }

signals:
    void projectChanged();
    void messagePosted(const winnow::Message& message);
    void pageMessageOver();
    void pageRequested(const QString& page);
    /// Something is opened on `page`: the last moment to remember the place where people are.
    void aboutToOpen(const QString& page);
    void reviewRequested(winnow::SampleId sample, const QVector<winnow::SampleId>& queue,
        const QString& title, const QStringList& kinds);
    void openProjectRequested(const QString& path);
    void zoomTextChanged(const QString& text);
    void annotatorChanged(const QString& name);

private:
    void askWhich(const ClickThrough& what, QWidget* from);

    JobModel m_jobs;
    ProjectSession m_session;
    PolicyChoice m_policy;
    FilterState m_filter;
    ThumbnailProvider m_thumbnails;
    PageHistory m_history;
    DecisionDesk m_desk;
    JobTracker m_tracker;
    BackupSchedule m_backups;
};

} // namespace winnow
