// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace winnow {

/// A hidden folder beside what an export will replace, `.NAME.winnow-staging`, held by one process at a time.
/// The holder's lock ends with its process: what a killed one left is known by that and removed by the next
/// export into the same parent folder.
class StagingFolder {
public:
    /// `target` is absolute with its links resolved. Folders missing above it are made. Fails with Locked
    /// while another export writes to `target`.
    static Result<std::unique_ptr<StagingFolder>> beside(const QString& target, Progress& progress);
    /// Removes what is in it, itself, and the folders it made when nothing came into them.
    ~StagingFolder();
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    /// The folder that takes the files.
    QString content() const { return contentOf(m_path); }
    /// From here on `content()` may hold files that were the user's: whoever clears up, now or after a kill,
    /// removes only what a manifest accounts for and puts the rest beside `target` under a visible name.
    Result<> markReplacing();
    /// `content()` is this export's own again.
    void unmarkReplacing();
    /// Puts `content()` beside the target under a visible name, which is returned; empty when that failed.
    QString setAside() const;
    /// Where things of the user that a killed export had moved away were put.
    const QStringList& recovered() const { return m_recovered; }

private:
    enum class Hold { Held, Busy, Gone, NoLocks, Failed };

    StagingFolder() = default;
    static QString contentOf(const QString& path);
    /// Opens and locks the lock file; `fd` is valid when Held or NoLocks.
    static Hold hold(const QString& path, int flags, int* fd);
    /// Empties a held staging folder; what is the user's is put beside it under the name returned.
    static QString clear(const QString& path, Progress& progress);
    static void remove(const QString& path, int fd);
    static QString setAside(const QString& path);
    void sweep(const QString& parent, Progress& progress);

    QString m_path;
    int m_lock = -1;
    QStringList m_made;
    QStringList m_recovered;
};

} // namespace winnow
