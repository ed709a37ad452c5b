// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importlock.h"

#include "core/store/descriptorlock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace winnow {

Result<std::unique_ptr<ImportLock>> ImportLock::take(const QString& projectPath, qint64 import)
{
    const QString path = QStringLiteral("%1-import-%2").arg(projectPath).arg(import);
    const int fd
        = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    const int code = fd < 0 ? errno : tryLockDescriptor(fd);
    if (code == 0) {
        return std::unique_ptr<ImportLock>(new ImportLock(path, fd));
    }
    if (fd >= 0) {
        ::close(fd);
    }
    if (code == EAGAIN) {
        return fail(ErrorCode::Locked,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is being written")).arg(projectPath),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Wait until it has finished")));
    }
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be locked (%2)"))
            .arg(path, QString::fromLocal8Bit(std::strerror(code))),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Copy the project to a disk of this machine")));
}

ImportLock::~ImportLock()
{
    // While it is still held: who opens the name afterwards makes a new file.
    ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_fd);
}

} // namespace winnow
