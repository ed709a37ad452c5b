// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/regularfile.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace winnow {

namespace {

tl::unexpected<Error> special(const QString& path)
{
    return fail(ErrorCode::WrongKind,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a pipe, a device or a socket, not a file")).arg(path),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Write what it gives into a file first")));
}

tl::unexpected<Error> unreadable(const QString& path, int error)
{
    return fail(error == ENOENT || error == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2"))
            .arg(path, QString::fromLocal8Bit(std::strerror(error))),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Check that the file exists and that you may read it")));
}

} // namespace

Result<> openRegularFile(QFile& file, const QString& path, QIODevice::OpenMode mode)
{
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        // A socket, or a device without a driver.
        return errno == ENXIO || errno == ENODEV ? special(path) : unreadable(path, errno);
    }
    struct stat info { };
    const int error = ::fstat(descriptor, &info) == 0 ? 0 : errno;
    if (error != 0 || !S_ISREG(info.st_mode)) {
        ::close(descriptor);
        if (error != 0) {
            return unreadable(path, error);
        }
        if (S_ISDIR(info.st_mode)) {
            return fail(ErrorCode::WrongKind,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a folder")).arg(path),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a file in it")));
        }
        return special(path);
    }
    file.setFileName(path);
    if (!file.open(descriptor, mode, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return unreadable(path, EIO);
    }
    return {};
}

} // namespace winnow
