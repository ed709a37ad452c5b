// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetmeasurer.h"
#include "ui/models/subsetshelf.h"

namespace winnow {

/// Choosing a set without a window: what is asked for, what it is chosen from, how sets of every budget do on
/// models held out (figures()), and the stored subsets (shelf()). Views ask it for all they show and are told
/// what of it changed. GUI thread only; the project is read and written in workers.
class SubsetController : public QObject {
    Q_OBJECT
public:
    enum class Stage {
        /// No project, or it was not read yet.
        Reading,
        /// There is no sample.
        Empty,
        Ready,
        /// error() says why.
        Failed
    };
    /// What sets begin with.
    static constexpr double kUsualShare = 0.05;

    /// `jobs` lists long work while it runs and stops it; may be null.
    explicit SubsetController(JobModel* jobs, QObject* parent = nullptr);

    /// Null: no project is open.
    void setProject(std::shared_ptr<Project> project);
    const std::shared_ptr<Project>& project() const { return m_project; }
    /// Its name is empty until the project's policies are read; nothing is read before.
    void setPolicy(const Policy& policy);
    const Policy& policy() const { return m_policy; }
    void setActive(bool active);
    void storeChanged(const ChangeSet& changes);

    Stage stage() const;
    /// Null before it was read.
    const SubsetSource::Pointer& source() const { return m_source; }
    /// Null while there is none that could be chosen from.
    const SubsetStudy::Pointer& study() const { return m_study; }
    qint64 candidates() const { return m_study ? qint64(m_study->input().items()) : 0; }
    /// Why there is no source or no set.
    const std::optional<Error>& error() const { return m_error ? m_error : m_figures.error(); }
    const SubsetMeasurer& figures() const { return m_figures; }
    const SubsetChoice& choice() const { return m_figures.choice(); }
    SubsetShelf* shelf() { return &m_shelf; }
    /// Its SubsetMeasurer::kCurvesSlot works out the curves.
    JobTracker* jobs() { return m_figures.jobs(); }
    bool isMeasuring() const { return !m_reading.isIdle() || !m_figures.isIdle(); }

    const SubsetRequest& request() const { return m_request; }
    const SubsetScope& scope() const { return m_scope; }
    void setScope(const SubsetScope& scope);
    void setRequest(const SubsetRequest& request);
    /// Curves stay; the set and its figures follow.
    void setBudget(qint64 budget);
    /// Always in, never in, or neither.
    enum class Wanted { In, Out, Either };
    void want(const QVector<SampleId>& samples, Wanted wanted);
    /// Asks for what a stored subset was asked for.
    void open(const Subset& subset);

signals:
    void changed(winnow::SubsetChanges changes);

private:
    void read();
    void takeSource(const SubsetSource::Pointer& source, bool others);
    void makeStudy();
    void takeStudy(const Result<SubsetStudy::Pointer>& study);

    std::shared_ptr<Project> m_project;
    Policy m_policy;
    bool m_active = false;
    /// The data, or only what the policy leaves of them, or only the subsets, are to be read again.
    bool m_dataStale = true;
    bool m_policyStale = true;
    bool m_stale = true;
    SubsetSource::Pointer m_source;
    SubsetStudy::Pointer m_study;
    SubsetScope m_scope;
    SubsetRequest m_request;
    /// Of the candidates; kept when others are looked at. 0: the budget counts as it is.
    double m_share = kUsualShare;
    std::optional<Error> m_error;
    JobTracker m_reading;
    SubsetMeasurer m_figures;
    SubsetShelf m_shelf;
};

} // namespace winnow
