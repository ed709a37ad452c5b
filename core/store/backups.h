// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/sqlite/connection.h"

#include <QString>
#include <QVector>

namespace winnow {

/// A copy of a project file beside it, without the images.
struct Backup {
    enum class Kind {
        /// NAME.winnow.backup-20261129T101500Z: made while working and before imports; old ones are removed.
        Rolling,
        /// NAME.winnow.backup-v2-20261129T101500Z: the file before it was brought up to date from that
        /// version.
        Upgrade,
        /// Any other NAME.winnow.backup…, as earlier versions named them; never removed.
        Other,
    };
    QString path;
    Kind kind = Kind::Other;
    /// When it was made: 20261129T101500Z, in UTC.
    QString time;
    qint64 bytes = 0;
};

/// The backups beside a project file, newest first. Any thread.
QVector<Backup> backupsOf(const QString& project);

/// Copies the project that `source` has open to a new backup beside it, then removes the old ones
/// (`pruneBackups`). Waits for nobody and nobody waits for it. `fromVersion` > 0 makes an upgrade's backup.
/// Any thread.
Result<QString> makeBackup(sqlite::Connection& source, Progress& progress, int fromVersion = 0);

/// Whether the disk has room for one more backup and much more; else a rolling backup is left out.
Result<> roomForBackup(const QString& project);

/// Removes rolling backups beyond the five newest and one a day for the five days before, or beyond 2 GiB in
/// all (the newest stays), upgrade backups beyond the three newest, and what a killed backup left.
/// One that somebody has open stays.
void pruneBackups(const QString& project);

/// What `restoreBackup` did.
struct Restored {
    QString from;
    /// Where the file as it was has been kept; empty when there was none.
    QString keptAs;
};

/// Puts a backup in the place of the project `project`, which is kept under a new name beside it. Without
/// `backup` the newest that is whole is taken. Fails with Locked while anybody, this process included, has
/// the project open, and with Damaged when the backup is not whole. Any thread.
Result<Restored> restoreBackup(const QString& project, const QString& backup, Progress& progress);

} // namespace winnow
