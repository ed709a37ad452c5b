// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/importparts.h"
#include "ui/models/importqueue.h"
#include "ui/models/jobtracker.h"

#include <QObject>
#include <QTimer>

namespace winnow {

/// Looks at the files of a queue without writing: what each would be imported as, one after the other, and
/// what the first records of the one in view would become. GUI thread only; files are read in workers.
class ImportPlanner : public QObject {
    Q_OBJECT
public:
    explicit ImportPlanner(ImportQueue& queue, QObject* parent = nullptr);

    /// Drops what is being read of the one before.
    void setProject(std::shared_ptr<Project> project);
    bool isBusy() const { return !m_jobs.isIdle() || m_pause.isActive(); }
    /// Files were chosen: the first of them that can be imported comes into view.
    void planChosen();
    /// Goes on with what has no plan.
    void planNext() { plan(m_queue.nextToPlan(!m_pause.isActive())); }
    void planNow()
    {
        m_pause.stop();
        planNext();
    }
    /// The same after a pause in what is being typed.
    void planSoon() { m_pause.start(); }
    /// Of the file in view; nothing until it has been read.
    const std::optional<ImportPreview>& preview() const { return m_preview; }
    /// Another file is in view.
    void showPreview();

signals:
    void changed(winnow::ImportParts parts);
    /// Files of the last choice that are none to import; they are not in the queue any more.
    void refused(const QVector<winnow::Error>& reasons);
    void failed(const winnow::Error& error);

private:
    void plan(int id);
    void take(int id, int said, const Result<ImportPlan>& plan);
    void refuse(int id, const Error& error);
    void readPreview();

    ImportQueue& m_queue;
    std::shared_ptr<Project> m_project;
    QVector<Error> m_refused;
    bool m_showNext = false;
    std::optional<ImportPreview> m_preview;
    QTimer m_pause;
    JobTracker m_jobs;
};

} // namespace winnow
