// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace winnow {

/// Files that appear all together or not at all: written into a hidden folder beside their target, synced to
/// disk, then renamed into place in the order they were added. Dropped without `publish()` it leaves nothing
/// behind.
class StagedFiles {
public:
    /// `folder` is created when it does not exist.
    static Result<std::unique_ptr<StagedFiles>> in(const QString& folder);
    ~StagedFiles();

    /// Starts a file at `relativePath` below the folder.
    Result<> begin(const QString& relativePath);
    Result<> write(const QByteArray& bytes);
    /// Closes it; returns its SHA-256.
    Result<QByteArray> end();
    /// begin, write and end in one.
    Result<QByteArray> add(const QString& relativePath, const QByteArray& bytes);
    /// Syncs everything to disk and renames it into place.
    Result<> publish();

private:
    StagedFiles() = default;
    Result<> failed(const QString& path) const;

    QString m_folder;
    bool m_folderMade = false;
    bool m_published = false;
    std::unique_ptr<QTemporaryDir> m_staging;
    QStringList m_files;
    QFile m_open;
    struct Hash;
    std::unique_ptr<Hash> m_hash;
};

} // namespace winnow
