// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <memory>

namespace winnow {

/// Whether several machines may have this folder mounted, so that SQLite's log, which lives in shared memory,
/// is safe for one process only. WINNOW_NETWORK_DISK=1 in the environment says so where the file system does
/// not.
bool isSharedDisk(const QString& folder);

/// The sole right to write a project on such a disk, held as long as this lives, on the file
/// `NAME.winnow-writer`.
class SharedDiskLock {
public:
    /// Locked when another process has it; Io.
    static Result<std::unique_ptr<SharedDiskLock>> take(const QString& projectPath);
    ~SharedDiskLock();
    SharedDiskLock(const SharedDiskLock&) = delete;
    SharedDiskLock& operator=(const SharedDiskLock&) = delete;

private:
    explicit SharedDiskLock(int fd)
        : m_fd(fd)
    {
    }
    int m_fd;
};

} // namespace winnow
