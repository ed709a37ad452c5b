// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importundo.h"
#include "ui/models/importhistorymodel.h"
#include "ui/models/jobtracker.h"

#include <QObject>

namespace winnow {

/// What was imported before, and taking the latest import of a dataset back. GUI thread only; the project is
/// read and written in workers.
class ImportRecords : public QObject {
    Q_OBJECT
public:
    explicit ImportRecords(JobModel* jobs, QObject* parent = nullptr);

    /// Stops what runs and waits for it.
    void setProject(std::shared_ptr<Project> project);
    bool isBusy() const { return !m_jobs.isIdle(); }
    const ImportHistory& history() const { return m_history; }
    void read();
    /// Nothing where it cannot be taken back now, or another one is on its way.
    void undo(ImportId import);

signals:
    void changed();
    /// `parts`: the import and what was told of the same file.
    void undone(const winnow::UndoneImport& done, const QVector<winnow::ImportRecord>& parts);
    void failed(const winnow::Error& error);

private:
    std::shared_ptr<Project> m_project;
    ImportHistory m_history;
    JobTracker m_jobs;
};

} // namespace winnow
