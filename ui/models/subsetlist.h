// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/subset.h"
#include "ui/models/projectsession.h"

namespace winnow {

/// The open project's subsets, read again when they change. GUI thread only.
class SubsetList : public QObject {
    Q_OBJECT
public:
    explicit SubsetList(ProjectSession* session, QObject* parent = nullptr);

    /// By name.
    const QVector<Subset>& subsets() const { return m_subsets; }
    /// False until the project's are read.
    bool isRead() const { return m_read; }
    /// Those of the names that no subset has; none while they are not read.
    QStringList missingOf(const QStringList& names) const;

signals:
    /// There are others, or one has other samples.
    void changed();
    /// One is to be exported: the Export page, which is in view, chooses it.
    void exportAsked(const QString& name);
    void failed(const winnow::Error& error);

private:
    void read();

    ProjectSession* m_session;
    JobTracker m_tracker{nullptr};
    QVector<Subset> m_subsets;
    bool m_read = false;
};

} // namespace winnow
