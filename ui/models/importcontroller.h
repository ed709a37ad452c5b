// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/importmappings.h"
#include "ui/models/importplanner.h"
#include "ui/models/importrecords.h"
#include "ui/models/importrunner.h"

#include <functional>

namespace winnow {

/// Importing without a window: the files that were chosen, what each would be imported as and what is said
/// of it, importing them, their reports, and what was imported before. Views ask it for all they show and
/// are told what of it changed. GUI thread only.
class ImportController : public QObject {
    Q_OBJECT
public:
    /// `jobs` lists imports while they run and stops them; may be null.
    explicit ImportController(JobModel* jobs, QObject* parent = nullptr);

    /// Null: no project is open. Forgets the files, and waits until nothing writes into the one before.
    void setProject(std::shared_ptr<Project> project);
    const ImportQueue& queue() const { return m_queue; }
    const std::optional<ImportPreview>& preview() const { return m_planner.preview(); }
    const ImportRunner& runner() const { return m_runner; }
    const ImportRecords& records() const { return m_records; }
    ImportMappings& mappings() { return m_mappings; }
    /// Something is being read, written or waited for.
    bool isBusy() const;

    /// Files are chosen: those that cannot be read as records are refused.
    /// With what was said of each before (filesToImport() of files that nobody spoke of).
    void add(const QVector<ImportRequest>& requests);
    /// Looks at another file.
    void choose(int row);
    /// Of the file that is looked at, unless it is being imported. What is said of it is planned anew.
    void leaveOut();
    void setRole(ImportRole role);
    /// What is said of it beside its form. `atOnce`: not typed, so that no more of it is to be waited for.
    void say(const std::function<void(ImportRequest&)>& change, bool atOnce = false);
    void setForm(const ImportForm& form);
    void importThis();
    void importAll();
    /// Writes what was found in that file as CSV.
    void saveReport(const QString& path);

    void readRecords() { m_records.read(); }
    /// Takes an import back; a file of it that is here can be imported again.
    void undo(ImportId import);

    /// What a file holds, for people.
    static QString roleTitle(ImportRole role);

signals:
    void changed(winnow::ImportParts parts);
    /// People go on: what was told last is over.
    void movedOn();
    /// All files of the last choice that are none to import.
    void refused(const QVector<winnow::Error>& reasons);
    void stopped();
    void undone(const winnow::UndoneImport& done);
    void saved(const QString& path);
    void failed(const winnow::Error& error);

private:
    void connectParts();
    ImportFile* editable();
    void edited(bool atOnce);

    std::shared_ptr<Project> m_project;
    ImportQueue m_queue;
    ImportPlanner m_planner;
    ImportRunner m_runner;
    ImportRecords m_records;
    ImportMappings m_mappings;
    JobTracker m_jobs;
};

} // namespace winnow
