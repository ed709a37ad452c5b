// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/importparts.h"
#include "ui/models/importqueue.h"
#include "ui/models/jobtracker.h"

#include <QObject>

namespace winnow {

/// Imports files of a queue, one at a time, as a job that the status bar shows and stops. A file that fails
/// says why and the others go on; what is stopped leaves the project as before. GUI thread only.
class ImportRunner : public QObject {
    Q_OBJECT
public:
    ImportRunner(ImportQueue& queue, JobModel* jobs, QObject* parent = nullptr);

    /// Stops what runs and waits for it: nothing writes into a project that was left.
    void setProject(std::shared_ptr<Project> project);
    bool isBusy() const { return !m_jobs.isIdle(); }
    bool canImport(const ImportFile& file) const;
    bool canImportAny() const;
    /// Does nothing where it cannot be imported now.
    void start(int id);
    /// One after the other, until none is left that is ready.
    void startAll();

signals:
    void changed(winnow::ImportParts parts);
    /// A file is in the project.
    void imported();
    void stopped();
    /// Nothing is being imported any more, and files of before may fit what now is there.
    void ended();

private:
    bool isFree() const { return m_project && !m_project->isReadOnly() && !isBusy(); }
    void take(int id, const Result<ImportReport>& report);

    ImportQueue& m_queue;
    std::shared_ptr<Project> m_project;
    bool m_all = false;
    JobTracker m_jobs;
};

} // namespace winnow
