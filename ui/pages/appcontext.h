// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "ui/models/jobtracker.h"
#include "ui/widgets/messagebar.h"

#include <QObject>

namespace winnow {

/// What pages share: the open project, the jobs, the message bar and the way to other pages. GUI thread only.
class AppContext : public QObject {
    Q_OBJECT
public:
    explicit AppContext(QObject* parent = nullptr);

    JobModel* jobs() { return &m_jobs; }
    const std::shared_ptr<Project>& project() const { return m_project; }
    /// For the main window: hands the project to everyone.
    void setProject(std::shared_ptr<Project> project);

    void notify(const Message& message) { emit messagePosted(message); }
    void notify(const Error& error);
    void goTo(const QString& page) { emit pageRequested(page); }
    /// The zoom of what the page shows, for the status bar; empty hides it.
    void setZoomText(const QString& text) { emit zoomTextChanged(text); }
    /// Writes under way: the status bar shows "Saving" while there are any, else "All changes saved".
    void beginSaving();
    void endSaving();

signals:
    void projectChanged();
    /// Something of the project was committed; queued to the GUI thread.
    void storeChanged(const winnow::ChangeSet& changes);
    void messagePosted(const winnow::Message& message);
    void pageRequested(const QString& page);
    void openProjectRequested(const QString& path);
    void newProjectRequested();
    void zoomTextChanged(const QString& text);
    void savingChanged(bool saving);

private:
    JobModel m_jobs;
    std::shared_ptr<Project> m_project;
    QMetaObject::Connection m_notifier;
    int m_saving = 0;
};

} // namespace winnow
