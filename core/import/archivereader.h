// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QFile>

#include <functional>
#include <memory>
#include <string_view>

struct archive;
struct archive_entry;

namespace winnow {

/// The members of a zip or tar, one after the other (libarchive). One thread.
class ArchiveReader {
public:
    ArchiveReader();
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    Result<> open(const QString& path, const Progress* progress);

    struct Member {
        QString name;
        /// As the archive says; -1 = it does not.
        qint64 size = -1;
        bool isFile = false;
    };
    /// The next one; false at the end.
    Result<bool> next(Member& member);
    /// The data of the member at hand, block by block, until `take` fails.
    Result<> read(const std::function<Result<>(std::string_view block)>& take);
    /// The next piece of it, valid until the next call; empty at its end.
    Result<std::string_view> readBlock();
    qint64 bytesRead() const;
    qint64 bytesTotal() const { return m_file.size(); }

private:
    Error error() const;

    QFile m_file;
    QString m_path;
    const Progress* m_progress = nullptr;
    archive* m_archive;
    QString m_member;
    /// "a ZIP archive".
    Sentence m_kind;
};

/// A member's name that stays inside the folder it is written to; empty when it does not.
QString safeMemberName(const QString& name);

} // namespace winnow
