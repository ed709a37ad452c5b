// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/backupschedule.h"

#include "core/store/backups.h"

#include <QFileInfo>

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("backup");
constexpr int kCommits = 100;
constexpr std::chrono::minutes kWait{10};
/// A smaller project is copied in about a second: not worth a line in the status bar.
constexpr qint64 kShownBytes = 128 << 20;

} // namespace

BackupSchedule::BackupSchedule(ProjectSession* session, JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_tracker(jobs)
    , m_mostCommits(kCommits)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(kWait);
    connect(&m_wait, &QTimer::timeout, this, &BackupSchedule::run);
    connect(session, &ProjectSession::projectChanged, this, &BackupSchedule::begin);
    connect(session, &ProjectSession::storeChanged, this, &BackupSchedule::note);
}

void BackupSchedule::setPace(int commits, std::chrono::milliseconds wait)
{
    m_mostCommits = commits;
    m_wait.setInterval(wait);
}

void BackupSchedule::begin()
{
    m_tracker.waitForAll();
    m_wait.stop();
    m_commits = 0;
    m_told = false;
}

void BackupSchedule::note()
{
    if (!m_session->project() || m_session->project()->isReadOnly()) {
        return;
    }
    if (++m_commits >= m_mostCommits) {
        run();
    } else if (!m_wait.isActive()) {
        m_wait.start();
    }
}

void BackupSchedule::run()
{
    const std::shared_ptr<Project> project = m_session->project();
    if (!project || m_tracker.isRunning(kSlot)) {
        return;
    }
    m_wait.stop();
    m_commits = 0;
    const bool shown = QFileInfo(project->path()).size() > kShownBytes;
    m_tracker.start(
        kSlot, shown ? tr("Making a backup") : QString(),
        [project](Progress& progress) -> Result<QString> {
            WINNOW_TRY(roomForBackup(project->path()));
            return project->backup(progress);
        },
        [this](const Result<QString>& backup) {
            if (backup) {
                emit made(*backup);
            } else if (!m_told) {
                m_told = true;
                emit failed(backup.error());
            }
            if (m_commits > 0 && !m_wait.isActive()) {
                m_wait.start();
            }
        });
}

} // namespace winnow
