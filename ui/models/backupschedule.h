// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/projectsession.h"

#include <QTimer>

#include <chrono>

namespace winnow {

/// Makes a rolling backup of the open project while something changes: after a number of commits, or some
/// minutes after the first one that no backup holds. In a worker, on a connection of its own; nobody waits.
/// Left out while the disk is nearly full, which is told once a project. GUI thread only.
class BackupSchedule : public QObject {
    Q_OBJECT
public:
    BackupSchedule(ProjectSession* session, JobModel* jobs, QObject* parent = nullptr);

    void setPace(int commits, std::chrono::milliseconds wait);

signals:
    void made(const QString& path);
    void failed(const winnow::Error& error);

private:
    void begin();
    void note();
    void run();

    ProjectSession* m_session;
    JobTracker m_tracker;
    QTimer m_wait;
    int m_mostCommits;
    int m_commits = 0;
    bool m_told = false;
};

} // namespace winnow
