// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/descriptorlock.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>

namespace winnow {

namespace {

struct flock firstByte(short type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_len = 1;
    return lock;
}

} // namespace

int tryLockDescriptor(int fd)
{
    struct flock lock = firstByte(F_WRLCK);
    if (::fcntl(fd, F_OFD_SETLK, &lock) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOTSUP && errno != ENOLCK) {
        return errno == EACCES ? EAGAIN : errno;
    }
    return ::flock(fd, LOCK_EX | LOCK_NB) == 0 ? 0 : (errno == EWOULDBLOCK ? EAGAIN : errno);
}

void unlockDescriptor(int fd)
{
    struct flock lock = firstByte(F_UNLCK);
    if (::fcntl(fd, F_OFD_SETLK, &lock) != 0) {
        ::flock(fd, LOCK_UN);
    }
}

} // namespace winnow
