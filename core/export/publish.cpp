// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/publish.h"

#include "core/export/exportnames.h"
#include "core/export/writefailed.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace winnow {

namespace {

QByteArray encoded(const QString& path)
{
    return QFile::encodeName(path);
}

/// Syncs the folder, or all of its file system. Returns an errno or 0.
int sync(const QString& folder, bool fileSystem)
{
    const int fd = ::open(encoded(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return errno;
    }
    const int code = (fileSystem ? ::syncfs(fd) : ::fsync(fd)) == 0 ? 0 : errno;
    ::close(fd);
    return code;
}

/// Gives `to` the owner and permissions of `from`, as far as this user may.
void takeOver(const QString& from, const QString& to)
{
    struct stat info { };
    if (::stat(encoded(from).constData(), &info) != 0) {
        return;
    }
    if (::chown(encoded(to).constData(), info.st_uid, info.st_gid) != 0) {
        // Somebody else's folder in which this user may write: the group can still be kept.
        (void)!::chown(encoded(to).constData(), uid_t(-1), info.st_gid);
    }
    ::chmod(encoded(to).constData(), info.st_mode & 07777);
}

/// The rename is done but may not outlive a power cut.
SentenceList syncParent(const QString& target)
{
    const int code = sync(QFileInfo(target).absolutePath(), false);
    if (code == 0) {
        return {};
    }
    return {Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 was written, but the disk did not confirm it: %2"))
                .arg(target, QString::fromLocal8Bit(std::strerror(code)))};
}

tl::unexpected<Error> notExchanged(const QString& target, int code)
{
    switch (code) {
    case EINVAL:
    case ENOSYS:
    case EOPNOTSUPP:
    case EXDEV:
    case EBUSY:
        return fail(ErrorCode::Unsupported,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "The file system cannot exchange %1 for a new export in one step; nothing was "
                             "replaced"))
                .arg(target),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Export to a new folder, for example a subfolder of this one")));
    default:
        return writeFailed(target, code);
    }
}

} // namespace

Result<SentenceList> publishFolder(
    StagingFolder& staging, const QString& target, const std::optional<AccountedFolder>& before)
{
    // One sync for all: a benchmark's images are tens of thousands of small files.
    if (const int code = sync(staging.content(), true); code != 0) {
        return writeFailed(target, code);
    }
    const QByteArray from = encoded(staging.content());
    const QByteArray to = encoded(target);
    if (before) {
        takeOver(target, staging.content());
    }
    if (!before || before->isEmpty()) {
        // Never replaces anything but an empty folder.
        if (::rename(from.constData(), to.constData()) != 0) {
            const int code = errno;
            if (code == ENOTEMPTY || code == EEXIST || code == ENOTDIR) {
                return fail(ErrorCode::AlreadyExists,
                    Sentence::of(QT_TRANSLATE_NOOP("Error",
                                     "%1 was made by another while the export ran; nothing was written"))
                        .arg(target),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another place")));
            }
            return notExchanged(target, code);
        }
        return syncParent(target);
    }
    WINNOW_TRY(before->unchanged());
    WINNOW_TRY(staging.markReplacing());
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_EXCHANGE) != 0) {
        const int code = errno;
        staging.unmarkReplacing();
        return notExchanged(target, code);
    }
    SentenceList told = syncParent(target);
    if (!before->removeFrom(staging.content())) {
        const QString aside = staging.setAside();
        told.append(Sentence::of(
            QT_TRANSLATE_NOOP("Error", "What came into the old folder while it was replaced is in %1"))
                        .arg(aside.isEmpty() ? staging.content() : aside));
    }
    return told;
}

Result<SentenceList> publishFile(StagingFolder& staging, const QString& name, const QString& target)
{
    if (const int code = sync(staging.content(), true); code != 0) {
        return writeFailed(target, code);
    }
    const QString data = staging.content() + u'/' + name;
    const QString manifest = target + exportnames::kManifestSuffix;
    const QString old = staging.content() + QStringLiteral("/before");
    const bool replaces = QFileInfo::exists(manifest);
    if (replaces && ::link(encoded(manifest).constData(), encoded(old).constData()) != 0
        && !QFile::copy(manifest, old)) {
        return writeFailed(manifest, errno);
    }
    takeOver(target, data);
    if (::rename(encoded(data + exportnames::kManifestSuffix).constData(), encoded(manifest).constData())
        != 0) {
        return writeFailed(manifest, errno);
    }
    // The manifest is on disk first: whatever happens then, its hash tells which data it means.
    int code = sync(QFileInfo(target).absolutePath(), false);
    if (code == 0 && ::rename(encoded(data).constData(), encoded(target).constData()) != 0) {
        code = errno;
    }
    if (code != 0) {
        const bool restored = replaces
            ? ::rename(encoded(old).constData(), encoded(manifest).constData()) == 0
            : ::unlink(encoded(manifest).constData()) == 0;
        if (restored) {
            return writeFailed(target, code);
        }
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "%1 could not be written: %2; it is as it was, but %3 is of the new export"))
                .arg(target, QString::fromLocal8Bit(std::strerror(code)), manifest),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the folder and its permissions")));
    }
    return syncParent(target);
}

} // namespace winnow
