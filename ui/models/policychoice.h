// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "ui/models/projectsession.h"

#include <QMutex>

namespace winnow {

/// The open project's policies and the one that Overview, Insights and Export look through. The choice is
/// kept in the project; where that cannot be written it holds for as long as the project is open. GUI thread
/// only.
class PolicyChoice : public QObject {
    Q_OBJECT
public:
    explicit PolicyChoice(ProjectSession* session, QObject* parent = nullptr);

    const QVector<Policy>& policies() const { return m_policies; }
    /// Its name is empty until the project's policies are read.
    Policy policy() const;
    void choose(const QString& name);

signals:
    /// Another policy is chosen, or what it says is another, or there are other policies.
    void changed();
    void failed(const winnow::Error& error);

private:
    struct Reading {
        QVector<Policy> policies;
        QString chosen;
    };
    void read();
    void take(const Reading& reading);
    void store();

    ProjectSession* m_session;
    JobTracker m_tracker{nullptr};
    QVector<Policy> m_policies;
    QString m_chosen;
    /// Shared with the workers that write, so that the last of them writes the last choice.
    struct Wanted {
        QMutex mutex;
        QString name;
    };
    std::shared_ptr<Wanted> m_wanted = std::make_shared<Wanted>();
    /// The choice could not be written: what the project says does not count.
    bool m_sessionOnly = false;
};

/// Name and description of a policy in the user's language; a project's own are as they were written.
QString policyTitle(const Policy& policy);
QString policyDescription(const Policy& policy);
/// "Incorrect gold answer", or what stands for a person's decision without a flag.
QString reasonTitle(const QString& reason);

} // namespace winnow
