// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "ui/mainwindow/singlewindow.h"
#include "ui/models/jobtracker.h"

#include <QVector>

#include <functional>

namespace winnow {

/// Opens and makes projects off the GUI thread, each in one window of the session: claims it, or asks the
/// window that has it to come to the front. GUI thread only.
class ProjectOpener : public QObject {
    Q_OBJECT
public:
    ProjectOpener(SingleWindow* single, JobModel* jobs, QObject* parent = nullptr);
    ~ProjectOpener() override;

    /// Opens a project and shows `page`, or the page it was left on.
    void open(const QString& path, const QString& page);
    /// The same for a project that was claimed, with files to import.
    void openClaimed(const QString& path, Claimed claim, const Handover& handover);
    void create(const QString& path);
    /// The demo project in the user's data folder, generated and audited the first time.
    void openDemo();

    /// What was opened takes the place of the project before, whose claim is given up; or it does not.
    void keepOpened();
    void dropOpened();
    /// The project of the window was closed.
    void releaseClaim();

signals:
    /// Answer with keepOpened() or dropOpened().
    void opened(const std::shared_ptr<winnow::Project>& project, const QString& path, const QString& page);
    /// For the project of this window: the page to show and the files to import.
    void handedOver(const winnow::Handover& handover);
    /// Somebody wants the window to come to the front.
    void wanted(const QByteArray& activationToken);
    void failed(const winnow::Error& error);
    /// Another window has the project and was asked to come to the front.
    void openElsewhere(const QString& path);

private:
    using Open = std::function<Result<std::shared_ptr<Project>>()>;

    void claimAndOpen(const QString& path, const Handover& handover, const Open& open);
    void openWith(const QString& path, Claimed claim, const Handover& handover, const Open& open);
    void takeHandover(const QString& name, const Handover& handover);

    SingleWindow* m_single;
    JobTracker m_tracker;
    /// Of the project that is open, and of one that is being opened.
    Claimed m_claim;
    Claimed m_openingClaim;
    /// What others handed over for the project that is being opened.
    QVector<Handover> m_waiting;
};

} // namespace winnow
