// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sha256.h"
#include "core/export/stagingfolder.h"

#include <QFile>
#include <QVector>

#include <memory>

namespace winnow {

/// One file of an export while it is written, hashed on the way. Give it large blocks.
class StagedFile {
public:
    struct Written {
        /// Below the export.
        QString path;
        qint64 bytes = 0;
        QByteArray sha256;
    };

    Result<> write(const QByteArray& bytes);
    Result<Written> close();

private:
    friend class StagedFiles;
    StagedFile(const QString& path, const QString& shown)
        : m_shown(shown)
    {
        m_written.path = path;
    }
    tl::unexpected<Error> failed() const;
    /// Without hashing it.
    Result<> put(const QByteArray& bytes);

    /// Where it will be, for the messages.
    QString m_shown;
    QFile m_file;
    Sha256 m_hash;
    Written m_written;
};

/// The files of an export, below a staging folder; several may be open.
class StagedFiles {
public:
    /// `target`: what will be replaced, for the messages.
    StagedFiles(const StagingFolder& staging, const QString& target);
    /// Files that are counted and hashed, and written nowhere.
    StagedFiles() = default;

    bool isDry() const { return m_content.isEmpty(); }

    /// Starts a file at `relativePath`, where none is.
    Result<std::unique_ptr<StagedFile>> open(const QString& relativePath);
    /// open, write and close in one.
    Result<StagedFile::Written> add(const QString& relativePath, const QByteArray& bytes);
    /// The same of bytes whose hash is known.
    Result<StagedFile::Written> addHashed(
        const QString& relativePath, const QByteArray& bytes, const QByteArray& sha256);
    /// A free place for a file that a library writes by itself; folders above it are made. Not for dry runs.
    Result<QString> place(const QString& relativePath);
    /// What was written there, read once for its hash.
    Result<StagedFile::Written> taken(const QString& relativePath);
    /// Renames what was written.
    Result<> rename(const QString& from, const QString& to);

private:
    QString m_content;
    QString m_target;
};

} // namespace winnow
