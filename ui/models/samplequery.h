// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filterstate.h"
#include "ui/models/projectsession.h"

namespace winnow {

/// What a filter selects, as one immutable value.
struct SampleSet {
    std::shared_ptr<const SampleIndex> index;
    QVector<SampleId> ids;
    FacetCounts facets;
};

/// Keeps the set of samples that a FilterState selects up to date: runs search, selection and facet counts in
/// a worker whenever the filter or the index changes. GUI thread only.
class SampleQuery : public QObject {
    Q_OBJECT
public:
    SampleQuery(ProjectSession* session, FilterState* filter, QObject* parent = nullptr);

    /// Null while no project is open or nothing was selected yet.
    const std::shared_ptr<const SampleSet>& result() const { return m_result; }
    /// Also while what the filter needs is still read.
    bool isRunning() const { return m_waits || !m_tracker.isIdle(); }

signals:
    void resultChanged();
    void failed(const winnow::Error& error);

private:
    void run();

    ProjectSession* m_session;
    FilterState* m_filter;
    JobTracker m_tracker{nullptr};
    bool m_waits = false;
    std::shared_ptr<const SampleSet> m_result;
};

} // namespace winnow
