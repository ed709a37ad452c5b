// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;

namespace winnow {

/// What a second start, or another window, hands to the window that has the project.
struct Handover {
    /// Files to import, absolute.
    QStringList files;
    /// The page to show; empty for the one that is shown.
    QString page;
    /// With which the desktop lets the window come to the front; may be empty.
    QByteArray activationToken;

    QByteArray toJson() const;
    /// Nothing for anything else than what toJson() writes.
    static std::optional<Handover> fromJson(const QByteArray& json);
};

/// The right to be the window of one project in this session: a lock that the kernel takes back when the
/// process ends, however it ends. Given up by SingleWindow::release(), or when it goes.
class ProjectClaim {
public:
    ~ProjectClaim();
    ProjectClaim(const ProjectClaim&) = delete;
    ProjectClaim& operator=(const ProjectClaim&) = delete;
    /// Path of the socket; empty where windows do not meet.
    QString name() const { return m_name; }

private:
    friend class SingleWindow;
    ProjectClaim(QString name, int lock);
    void giveUp();

    QString m_name;
    int m_lock;
};

using Claimed = std::shared_ptr<ProjectClaim>;

/// Sees to it that a session has one window a project. The window that claims a project listens on a socket
/// of the user's runtime folder, named after the file itself (device and inode), so that links and other
/// spellings are the same project. Whoever cannot claim it hands over what it wanted.
class SingleWindow : public QObject {
    Q_OBJECT
public:
    /// `folder` holds locks and sockets and must be the user's own; `session` tells desktops of one user
    /// apart. With an empty folder every claim is granted and nobody is told.
    explicit SingleWindow(QString folder = {}, QByteArray session = {}, QObject* parent = nullptr);
    ~SingleWindow() override;

    /// Where this user's windows meet; made if need be. Empty where there is no folder that is safe for it,
    /// or no desktop to share: a start without a screen takes no part.
    static QString runtimeFolder();
    static QByteArray desktopSession();

    /// What names this project, see ProjectClaim::name(); empty for a file that is not there.
    QString nameOf(const QString& project) const;
    /// Claims a project. Null when another window has it: that one was told. An error when it does not answer
    /// within some seconds. A file that is not there is granted: opening it says what is wrong. Any thread,
    /// but not that of a window that has the project.
    Result<Claimed> claim(const QString& project, const Handover& handover) const;

    /// How long an answer is waited for, in milliseconds: 5000 unless a test is less patient.
    void setPatience(int milliseconds) { m_patience = milliseconds; }

    /// From now on tells what others hand to this claim. GUI thread.
    Result<> listen(const ProjectClaim& claim);
    /// Stops listening and gives the claim up, if there is one. GUI thread.
    void release(Claimed& claim);

signals:
    /// `name` is that of the claim.
    void handedOver(const QString& name, const winnow::Handover& handover);

private:
    void serve(const QString& name, QLocalSocket* peer);

    QString m_folder;
    QByteArray m_session;
    int m_patience = 5000;
    QHash<QString, QLocalServer*> m_servers;
};

} // namespace winnow
