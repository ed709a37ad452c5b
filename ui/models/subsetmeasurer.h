// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jobtracker.h"
#include "ui/models/subsetchanges.h"
#include "ui/models/subsetstudy.h"

namespace winnow {

/// Chooses the set that is asked for and works out how sets do on models held out: first the curves, then the
/// set at the budget, then all methods beside each other. What is newer cancels what runs for something
/// older. GUI thread only; works in workers.
class SubsetMeasurer : public QObject {
    Q_OBJECT
public:
    static const QString kCurvesSlot;

    /// `jobs` lists long work while it runs and stops it; may be null.
    explicit SubsetMeasurer(JobModel* jobs, QObject* parent = nullptr);

    /// Begins anew with other candidates; without a study it stops.
    void begin(
        std::shared_ptr<Project> project, const SubsetStudy::Pointer& study, const SubsetRequest& request);
    /// Another request over the same candidates. A budget and shares leave the curves as they are.
    void ask(const SubsetRequest& request);
    /// Samples have other names now.
    void forgetNames() { m_names = std::make_shared<SampleNames>(); }
    void waitForAll() { m_jobs.waitForAll(); }

    const SubsetCurves& curves() const { return m_curves; }
    /// Of the budget that was last measured; its study is null before any.
    const SubsetChoice& choice() const { return m_choice; }
    const QVector<SubsetMethodTrial>& methods() const { return m_methods; }
    /// Why there is no set.
    const std::optional<Error>& error() const { return m_error; }
    JobTracker* jobs() { return &m_jobs; }
    bool isIdle() const { return m_jobs.isIdle(); }

signals:
    void changed(winnow::SubsetChanges changes);

private:
    void measureCurves();
    void choose();
    void takeChoice(const SubsetChoice& choice);
    void finishChoice(const Result<SubsetChoice>& choice);
    void tryAll();

    std::shared_ptr<Project> m_project;
    SubsetStudy::Pointer m_study;
    SubsetRequest m_request;
    SubsetCurves m_curves;
    SubsetChoice m_choice;
    QVector<SubsetMethodTrial> m_methods;
    std::optional<Error> m_error;
    /// The set is chosen once a curve stands.
    bool m_choiceWaits = false;
    /// The choosing that runs has told something; another budget waits for it.
    bool m_told = false;
    bool m_again = false;
    std::shared_ptr<SampleNames> m_names = std::make_shared<SampleNames>();
    JobTracker m_jobs;
};

} // namespace winnow
