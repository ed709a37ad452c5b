// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
#include "ui/models/jobtracker.h"

#include <QObject>
#include <QVector>

#include <memory>

namespace winnow {

class Project;

/// The last decisions of everybody, the latest first, read off the GUI thread.
class RecentDecisions : public QObject {
    Q_OBJECT
public:
    explicit RecentDecisions(QObject* parent = nullptr);

    /// Forgets what was read; read() follows when the project is ready.
    void setProject(std::shared_ptr<Project> project);
    void read();
    const QVector<Decision>& events() const { return m_events; }

signals:
    void changed();

private:
    std::shared_ptr<Project> m_project;
    QVector<Decision> m_events;
    JobTracker m_jobs;
};

} // namespace winnow
