// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sqlite/logfile.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QSet>

#include <memory>

namespace winnow::sqlite {

/// One page as it stands in a damaged database.
struct Page {
    quint32 number = 0;
    /// Empty where the file ends before.
    QByteArray bytes;
    /// Its checksum holds, or there is none to compare. False: its rows may be wrong.
    bool sound = false;
};

/// The pages of a database file and its write-ahead log, read without SQLite: damage to one page costs that
/// page only, and a commit behind a damaged byte of the log is still found. Not thread-safe; not on the GUI
/// thread. Nothing else in this process may have the database open.
class PageFile {
public:
    /// Which commits of the log count: as many as SQLite reads, or all that can be told.
    enum class Log { Recovered, Everything };
    static Result<std::unique_ptr<PageFile>> open(const QString& path, Log use = Log::Everything);

    int pageSize() const { return m_pageSize; }
    /// Bytes of a page that SQLite uses.
    int usable() const { return m_pageSize - m_reserved; }
    /// Whether the pages carry checksums; otherwise `Page::sound` says little.
    bool checksummed() const { return m_checksummed; }
    quint32 count() const { return m_count; }
    const LogFile& log() const { return m_log; }
    /// The newest version of page `number` (from 1).
    Page page(quint32 number);

private:
    QByteArray bytesAt(QFile& file, qint64 offset) const;
    void recogniseLayout();

    QFile m_file;
    QFile m_logFile;
    LogFile m_log;
    QHash<quint32, qint64> m_inLog;
    QSet<quint32> m_stale; // a newer version stood in a frame that is damaged
    int m_pageSize = 4096;
    int m_reserved = 0;
    bool m_checksummed = false;
    quint32 m_count = 0;
};

} // namespace winnow::sqlite
