// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <memory>

namespace winnow {

/// Says that an import is alive: a lock on the file `NAME.winnow-import-ID` beside the project, held as long
/// as this lives and dropped by the system when the process ends, however it ends. Any thread.
class ImportLock {
public:
    /// Locked when a living import has it; Io.
    static Result<std::unique_ptr<ImportLock>> take(const QString& projectPath, qint64 import);
    /// Removes the file.
    ~ImportLock();
    ImportLock(const ImportLock&) = delete;
    ImportLock& operator=(const ImportLock&) = delete;

private:
    ImportLock(QString path, int fd)
        : m_path(std::move(path))
        , m_fd(fd)
    {
    }
    QString m_path;
    int m_fd;
};

} // namespace winnow
