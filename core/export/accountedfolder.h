// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QString>
#include <QVector>

namespace winnow {

/// A folder of which every file is known: it is empty, or an earlier export whose manifest gives the hash of
/// each file in it. Only such a folder may make way for another.
class AccountedFolder {
public:
    /// Reads and hashes what is in `folder`, which exists. AlreadyExists names the first file, by path, that
    /// the manifest does not account for or that was changed since. Links are not followed.
    static Result<AccountedFolder> of(const QString& folder, Progress& progress);

    bool isEmpty() const { return m_files.isEmpty(); }
    /// Whether the folder still holds just this; AlreadyExists names the first file that came or changed.
    Result<> unchanged() const;
    /// Removes these files from `folder`, where the content has been moved to, and `folder` when nothing is
    /// left in it. What came later stays. Returns whether the folder is gone.
    bool removeFrom(const QString& folder) const;

private:
    struct File {
        /// Relative.
        QString path;
        bool isFolder = false;
        quint64 inode = 0;
        qint64 size = 0;
        qint64 modified = 0;
        qint64 changed = 0;
        bool operator==(const File&) const = default;
    };
    static bool look(const QString& folder, const QString& path, File* file);
    /// Ends early when cancelled.
    static QVector<File> list(const QString& folder, const Progress* progress);

    QString m_folder;
    /// Files and folders sorted by path.
    QVector<File> m_files;
};

/// The refusal to write over `file` in `folder`.
tl::unexpected<Error> foreignFile(const QString& folder, const QString& file);

} // namespace winnow
