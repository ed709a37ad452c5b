// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/fileidentity.h"

#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

struct flock;

namespace winnow::sqlite {

/// The locks that SQLite takes on its files, in this process.
///
/// POSIX drops all locks of a process on a file when the process closes any descriptor of it, and file
/// dialogs, hashing and copying open and close what they see. SQLite's `fcntl` is therefore replaced: its
/// locks are taken on the open file description of one descriptor of our own for each file, which is kept
/// while SQLite has a descriptor there that locked. They exclude POSIX locks of other processes and are
/// excluded by them. Thread-safe.
class FileLocks {
public:
    enum class Kind {
        /// By open file description: no open and close of the file in this process drops them.
        OpenFile,
        /// By process, where the file system refuses the others: closing any descriptor of it drops them.
        Process,
    };
    enum class State {
        /// This process holds no lock there.
        None,
        Held,
        /// SQLite holds locks there, but the file system does not know them any more.
        Lost,
    };
    enum class User { Nobody, ThisProcess, AnotherProcess };

    /// Replaces the system calls at the first call, which must come before the first database is opened.
    static FileLocks& instance();

    /// How the file at `path` is locked by this process; OpenFile when it is not.
    Kind kind(const QString& path) const;
    /// Asks the file system about the locks of this process on the file that `path` names now.
    State state(const QString& path) const;
    /// Who has the database at `path` open: a connection in WAL mode always holds a lock, others while they
    /// read or write.
    User user(const QString& path) const;

private:
    struct Inode;
    using Open = int (*)(const char*, int, int);
    using Close = int (*)(int);
    using Fcntl = int (*)(int, int, ...);

    FileLocks();
    static int openCall(const char* path, int flags, int mode);
    static int closeCall(int descriptor);
    static int fcntlCall(int descriptor, int command, ...);

    int lock(int descriptor, int command, struct flock* request);
    void release(int descriptor);
    std::shared_ptr<Inode> inodeOf(int descriptor);
    std::shared_ptr<Inode> inodeAt(const QString& path) const;
    int ownCommand(int command) const;

    Open m_open = nullptr;
    Close m_close = nullptr;
    Fcntl m_fcntl = nullptr;
    mutable std::mutex m_mutex;
    std::map<FileIdentity, std::shared_ptr<Inode>> m_inodes;
    /// By the descriptors of SQLite that have locked.
    std::unordered_map<int, std::shared_ptr<Inode>> m_descriptors;
};

/// Notes which files SQLite opens on this thread while it lives.
class OpenedFiles {
public:
    OpenedFiles();
    ~OpenedFiles();
    OpenedFiles(const OpenedFiles&) = delete;
    OpenedFiles& operator=(const OpenedFiles&) = delete;

    /// The file last opened under this name; nothing when none was.
    std::optional<FileIdentity> find(const QByteArray& path) const;

private:
    friend class FileLocks;
    std::map<QByteArray, FileIdentity> m_files;
    OpenedFiles* m_outer;
};

} // namespace winnow::sqlite
