// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/placefile.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>

namespace winnow {

namespace {

/// 0 or errno.
int renameWithoutReplacing(const QByteArray& from, const QByteArray& to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return errno;
    }
    // A file system without that flag, such as NFS: a second name, then the first one goes.
    if (::link(from.constData(), to.constData()) != 0) {
        return errno;
    }
    ::unlink(from.constData());
    return 0;
}

} // namespace

Result<> placeNewFile(const QString& temporary, const QString& path)
{
    const int error = renameWithoutReplacing(QFile::encodeName(temporary), QFile::encodeName(path));
    if (error == EEXIST) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists already")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name, or open it")));
    }
    if (error != 0) {
        return fail(error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be made: %2"))
                .arg(path, QString::fromLocal8Bit(std::strerror(error))),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Check the folder, its free space and your permissions")));
    }
    const int folder = ::open(
        QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace winnow
