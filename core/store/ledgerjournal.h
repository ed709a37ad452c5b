// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ledgerevent.h"

#include <QString>
#include <QVector>

#include <functional>
#include <memory>

namespace winnow {

/// The journal `NAME.winnow-ledger`: a first line that names the project, then one line an event, in the
/// order in which they were written by whatever process. Only ever appended to. One thread at a time.
class LedgerJournal {
public:
    /// Beside the file that links resolve to.
    static QString pathFor(const QString& projectPath);

    /// Whether a line is the first line of some journal.
    static bool isHeader(const QByteArray& line);

    LedgerJournal(QString path, QString projectUuid, bool readOnly);
    ~LedgerJournal();
    LedgerJournal(const LedgerJournal&) = delete;
    LedgerJournal& operator=(const LedgerJournal&) = delete;

    const QString& path() const { return m_path; }

    /// Waits up to five seconds for whoever writes; then name and descriptor are one file. NotFound when
    /// there is no journal; WrongKind when it is another project's; Locked, Io.
    Result<> lock();
    void unlock();
    /// For a read-only project: opens without a lock. NotFound, WrongKind, Io.
    Result<> open();

    /// Sound events that stand behind what was read so far; lines whose hash does not hold are counted in
    /// `badLines()`. A last line without an end is left for later.
    Result<QVector<LedgerEvent>> readNew();
    /// Forgets what was read: the next readNew() reads the whole file.
    void rewind();
    /// Takes the first `bytes` as read, if a line with this hash ends there; false otherwise.
    bool skipTo(qint64 bytes, const QByteArray& hash);
    /// How far was read, and the hash of the line that ends there.
    qint64 readTo() const { return m_readTo; }
    const QByteArray& lastHash() const { return m_lastHash; }
    qint64 badLines() const { return m_badLines; }
    /// The file became shorter than what was read: it was damaged or replaced in place.
    bool wasCut() const { return m_cut; }

    /// Appends the lines in one write and waits until they are on the disk; a torn last line is ended first.
    /// Needs the lock. After a failed append or sync this descriptor is never written or synced again: see
    /// create().
    Result<> append(const QVector<LedgerEvent>& events);
    bool isBroken() const { return m_broken; }

    /// Writes a journal with the lines that `write` passes on, unless one exists (AlreadyExists): temporary
    /// file, sync, `beforeLink` (what stands in the way is set aside there), link without replacing, sync of
    /// the folder.
    using WriteLines = std::function<void(const std::function<void(const QByteArray& line)>& line)>;
    Result<> create(const WriteLines& write, const std::function<Result<>()>& beforeLink = {});
    /// Moves the file to a name of its own beside it and returns that name. Anyone who has it open notices at
    /// the next lock().
    Result<QString> setAside(const QString& why);

private:
    Result<> openFile();
    Result<> checkHeader();
    bool isSameFile() const;
    void close();
    Error ioError(const QString& doing) const;

    QString m_path;
    QString m_projectUuid;
    bool m_readOnly;
    int m_fd = -1;
    bool m_locked = false;
    bool m_broken = false;
    bool m_cut = false;
    qint64 m_readTo = 0;
    qint64 m_badLines = 0;
    QByteArray m_lastHash;
};

} // namespace winnow
