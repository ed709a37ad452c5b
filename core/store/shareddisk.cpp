// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/shareddisk.h"

#include <QFile>
#include <QStorageInfo>

#include <unistd.h>

#include <fcntl.h>

#include <cerrno>
#include <cstring>

namespace winnow {

bool isSharedDisk(const QString& folder)
{
    if (qEnvironmentVariableIntValue("WINNOW_NETWORK_DISK") == 1) {
        return true;
    }
    const QByteArray type = QStorageInfo(folder).fileSystemType();
    for (const char* shared : {"nfs", "cifs", "smb", "9p", "afs", "ceph", "glusterfs", "lustre", "davfs",
             "beegfs", "gpfs", "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.ceph"}) {
        if (type.startsWith(shared)) {
            return true;
        }
    }
    return false;
}

Result<std::unique_ptr<SharedDiskLock>> SharedDiskLock::take(const QString& projectPath)
{
    const QString path = projectPath + QStringLiteral("-writer");
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (fd >= 0 && ::fcntl(fd, F_OFD_SETLK, &lock) == 0) {
        return std::unique_ptr<SharedDiskLock>(new SharedDiskLock(fd));
    }
    const int code = errno;
    if (fd >= 0) {
        ::close(fd);
    }
    if (code == EAGAIN || code == EACCES) {
        return fail(ErrorCode::Locked,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "%1 is on a disk that several machines share, and another program writes it"))
                .arg(projectPath),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Close it there, or work on a copy and merge it later")));
    }
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be locked (%2)"))
            .arg(path, QString::fromLocal8Bit(std::strerror(code))),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Copy the project to a disk of this machine")));
}

SharedDiskLock::~SharedDiskLock()
{
    ::close(m_fd);
}

} // namespace winnow
