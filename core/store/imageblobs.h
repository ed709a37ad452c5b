// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/sqlite/connection.h"

#include <QMutex>
#include <QVector>

#include <functional>
#include <memory>

namespace winnow {

/// The file beside a project that holds the bytes of embedded images, one row a content hash. Thread-safe.
///
/// What one import adds is one transaction, committed just before the project's own. The added rows are
/// marked as unclaimed until claim() after that, so that those of an import which was killed between the two
/// are found and removed.
class ImageBlobs {
public:
    ImageBlobs(QString path, bool readOnly);
    ~ImageBlobs();

    QString path() const { return m_path; }
    /// Bytes that were committed; NotFound says what to do.
    Result<QByteArray> bytes(const QByteArray& sha256) const;
    Result<QVector<QByteArray>> hashes() const;

    /// Adds bytes unless they are there; returns their hash, which is given. Begins a transaction when none
    /// is open.
    Result<QByteArray> add(const QByteArray& bytes, const QByteArray& hash);
    /// Keeps what was added, still unclaimed. Does nothing when nothing was added.
    Result<> commit();
    /// What commit() kept belongs to the project from now on.
    void claim();
    /// Forgets what was added since the last commit(), on the disk too.
    void rollBack();

    /// Whether an import did not come to its claim().
    bool hasUnclaimed() const;
    /// Removes the unclaimed images that are not in use and the marks of all; the caller holds the project's
    /// write lock, so that no import is on its way.
    Result<> removeUnclaimed(const std::function<bool(const QByteArray& sha256)>& isUsed);
    Result<> remove(const QVector<QByteArray>& hashes);

    /// Copies what was committed from the write-ahead log into the file; stops soon when cancelled, which
    /// loses nothing.
    Result<> settle(const Progress& progress);

private:
    Result<sqlite::Connection*> reader() const;
    Result<sqlite::Connection*> writer();

    QString m_path;
    bool m_readOnly = false;
    mutable QMutex m_readMutex;
    mutable bool m_hasTable = false;
    mutable std::unique_ptr<sqlite::Connection> m_reader;
    QMutex m_writeMutex;
    std::unique_ptr<sqlite::Connection> m_writer;
    std::unique_ptr<sqlite::Transaction> m_transaction;
    /// Bytes added since they were last written to the disk.
    qint64 m_unspilled = 0;
    /// The mark of what this object has added.
    qint64 m_batch = 0;
    bool m_marked = false;
};

} // namespace winnow
