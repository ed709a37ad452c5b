// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace winnow::sqlite {

/// One page in a write-ahead log.
struct LogFrame {
    quint32 page = 0;
    /// Pages of the database after the commit that this frame ends; 0 within a transaction.
    quint32 commit = 0;
    /// Where the page's bytes begin in the file.
    qint64 offset = 0;
    /// Belongs to this generation of the log, and its checksum holds.
    bool sound = false;
};

/// A write-ahead log (`-wal`) as it stands, read without SQLite, which silently forgets everything behind the
/// first damaged byte. Opening the database lets SQLite do that: look before. A log that was cut between two
/// commits, and whose index is gone too, looks like one that never was longer.
struct LogFile {
    /// What stands at `database`-wal; no file, or an empty one, is an empty log. Not on the GUI thread: reads
    /// it all.
    static LogFile read(const QString& database);

    QString path;
    /// False where there are bytes but no header that holds.
    bool headerSound = true;
    int pageSize = 0;
    /// The frames of this generation, damaged ones between them too; what older generations left is not here.
    std::vector<LogFrame> frames;
    /// How many frames SQLite will read: up to the last commit before the first damage.
    size_t recovered = 0;
    /// How many can still be told: up to the last commit anywhere.
    size_t readable = 0;
    /// Commits behind the first damage, which SQLite forgets.
    qint64 lostCommits = 0;
    /// Committed frames that the index of the log (`-shm`, there after a kill) knows and the log has not.
    qint64 missingFrames = 0;
    /// Frames that are neither of this log nor what an older one left.
    qint64 strangeFrames = 0;
    /// The log ends in a transaction that was never committed, as one does that was being written when its
    /// process ended.
    bool unfinished = false;

    bool damaged() const { return !headerSound || lostCommits > 0 || missingFrames > 0 || strangeFrames > 0; }
};

} // namespace winnow::sqlite
