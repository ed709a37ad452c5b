// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sampleindex.h"
#include "ui/models/jobtracker.h"

#include <QObject>

#include <memory>

namespace winnow {

class SubsetList;

/// The open project as the window sees it: the file and the newest index of its samples, read again in a
/// worker after each commit. Everyone shares the immutable index. GUI thread only.
class ProjectSession : public QObject {
    Q_OBJECT
public:
    explicit ProjectSession(JobModel* jobs, QObject* parent = nullptr);

    void setProject(std::shared_ptr<Project> project);
    const std::shared_ptr<Project>& project() const { return m_project; }
    /// Null until the first load is done.
    const std::shared_ptr<const SampleIndex>& index() const { return m_index; }
    SubsetList* subsets() const { return m_subsets; }
    /// From now on, until another project comes, the index also knows what the models did
    /// (SampleIndex::results); an index without comes first.
    void wantResults();

signals:
    void projectChanged();
    void indexChanged();
    /// Something was committed; on the GUI thread.
    void storeChanged(const winnow::ChangeSet& changes);
    void failed(const winnow::Error& error);

private:
    void onChanged(const ChangeSet& changes);
    void schedule();
    void reload();
    void readResults();
    void take(Result<std::shared_ptr<const SampleIndex>> loaded);

    JobTracker m_tracker;
    std::shared_ptr<Project> m_project;
    std::shared_ptr<const SampleIndex> m_index;
    QMetaObject::Connection m_notifier;
    SubsetList* m_subsets;
    bool m_wantsResults = false;
    /// Responses changed since the results were read.
    bool m_staleResults = false;
    bool m_reload = false;
    bool m_staleSubsets = false;
    QVector<SampleId> m_touched;
};

} // namespace winnow
