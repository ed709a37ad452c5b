// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisionservice.h"
#include "ui/models/decisions.h"
#include "ui/models/jobtracker.h"
#include "ui/models/projectsession.h"
#include "ui/widgets/messagebar.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace winnow {

/// Where the window takes decisions: the one writer of the open project, decisions on many samples, undo and
/// redo, and what becomes of decisions that cannot be saved. GUI thread only.
class DecisionDesk : public QObject {
    Q_OBJECT
public:
    DecisionDesk(ProjectSession* session, JobModel* jobs, QObject* parent = nullptr);
    ~DecisionDesk() override;

    /// Waits until every decision on the old project is on disk. What could not be saved waits while no
    /// project is open, and comes along when the same project is opened next.
    void setProject(const std::shared_ptr<Project>& project);
    /// Null while no project is open.
    DecisionService* service() const { return m_service.get(); }
    SaveState saveState() const { return m_service ? m_service->state() : SaveState(); }
    /// Asks for a file and writes there what could not be saved; `merge` reads it. False when nothing was
    /// written.
    bool saveElsewhere(QWidget* parent);
    void forgetUnsaved();

    /// Whoever made this request to service() tells the user how it ended.
    void claim(qint64 ticket) { m_claimed.insert(ticket); }
    /// Decides on many samples as one undo step; tells in the message bar, with Undo.
    void decide(const BulkDecision& decision);
    /// Confirms every open flag of a kind whose evidence gives this reason, as one undo step.
    void confirmReason(const QString& kind, const QString& reason);
    /// Takes back (or brings again) this annotator's last decision, whenever it was taken.
    void undo();
    void redo();

signals:
    void told(const winnow::Message& message);
    void saveStateChanged(const winnow::SaveState& state);
    void openProjectRequested(const QString& path);

private:
    void tell(const Error& error);
    void take(const BulkEvents& bulk, const QString& what);
    void takeReceipt(const DecisionReceipt& receipt);
    void takeSaveState(const SaveState& state);

    ProjectSession* m_session;
    JobTracker m_tracker;
    std::unique_ptr<DecisionService> m_service;
    /// Requests of ours that the message bar tells about, with what to say.
    QHash<qint64, QString> m_tickets;
    QSet<qint64> m_claimed;
    /// Bulk decisions so far, to tell them apart.
    int m_bulk = 0;
    /// What could not be saved before the project was closed, and its project.
    QVector<DecisionRequest> m_carried;
    QString m_carriedFrom;
    /// The user was told that saving fails.
    bool m_toldUnsaved = false;
};

} // namespace winnow
