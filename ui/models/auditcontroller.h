// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/run/auditrunner.h"
#include "ui/models/auditchanges.h"
#include "ui/models/auditoverview.h"
#include "ui/models/auditsettings.h"
#include "ui/models/jobtracker.h"

#include <QObject>

namespace winnow {

/// Auditing without a window: the detectors and how they stand, the one that is looked at, what is set for
/// them, and running them. Views ask it for all they show and are told what of it changed. GUI thread only;
/// the project is read and audited in workers.
class AuditController : public QObject {
    Q_OBJECT
public:
    enum class Stage {
        /// No project, or it was not read yet.
        Reading,
        /// There is no dataset.
        Empty,
        Detectors
    };
    static const QString kRunSlot;

    /// `jobs` lists audits while they run and stops them; may be null.
    explicit AuditController(JobModel* jobs, QObject* parent = nullptr);

    /// Null: no project is open. What runs on the one before is stopped; what it stored stays there.
    void setProject(std::shared_ptr<Project> project);
    const std::shared_ptr<Project>& project() const { return m_project; }
    /// While it is looked at: what changes is read at once, else when it comes into view.
    void setActive(bool active);
    void storeChanged(const ChangeSet& changes);

    Stage stage() const;
    DetectorListModel* detectors() { return &m_model; }
    const AuditOverview& overview() const { return m_model.overview(); }
    /// Looks at a detector; false when there is none of that id.
    bool select(const QString& detector);
    const QString& selected() const { return m_selected; }
    /// How the detector stands that is looked at; null while there is none.
    const DetectorState* state() const { return overview().find(m_selected); }

    /// What was kept between sessions.
    void restore(const QString& selected, const QJsonObject& settings);
    const AuditSettings& settings() const { return m_settings; }
    /// Of the detector that is looked at.
    void setOverrides(const QJsonObject& overrides);
    /// Takes the place of all that is set.
    void choosePreset(const QString& id);

    bool isReadOnly() const { return m_project && m_project->isReadOnly(); }
    bool isRunning() const { return m_runs.isRunning(kRunSlot); }
    bool canRun() const;
    bool canRunAny() const;
    /// The detector that is looked at.
    void runThis();
    /// Every detector on every dataset that has what it needs.
    void runAll();
    /// Its kRunSlot is the run, for what shows how far it is and stops it.
    JobTracker* runs() { return &m_runs; }

signals:
    void changed(winnow::AuditChanges changes);
    void finished(const winnow::AuditReport& report);
    /// What was found up to then is kept.
    void stopped();
    void failed(const winnow::Error& error);

private:
    void read();
    void take(const Result<AuditOverview>& overview, bool whole);
    void run(const QStringList& detectors);
    void finish(const Result<AuditReport>& report);

    std::shared_ptr<Project> m_project;
    DetectorListModel m_model;
    QString m_selected;
    AuditSettings m_settings;
    bool m_active = false;
    bool m_read = false;
    /// What was read does not hold any more; of the data, or only of flags and decisions.
    bool m_stale = true;
    bool m_dataStale = true;
    JobTracker m_jobs;
    JobTracker m_runs;
};

} // namespace winnow
