// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/stagingfolder.h"

#include "core/base/hash.h"
#include "core/export/accountedfolder.h"
#include "core/export/writefailed.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace winnow {

namespace {

constexpr QLatin1String kSuffix(".winnow-staging");
constexpr QLatin1String kLock("/lock");
constexpr QLatin1String kReplacing("/replacing");

QString stagingName(const QString& target)
{
    // The names that hold it must not become longer than a file system takes.
    constexpr qsizetype kLongest = 200;
    QString name = QFileInfo(target).fileName();
    if (const QByteArray bytes = name.toUtf8(); bytes.size() > kLongest) {
        name = QString::fromLatin1(sha256(bytes).toHex().left(32));
    }
    return u'.' + name + kSuffix;
}

QByteArray encoded(const QString& path)
{
    return QFile::encodeName(path);
}

bool isFolder(const QString& path, uid_t* owner = nullptr)
{
    struct stat info { };
    if (::lstat(encoded(path).constData(), &info) != 0 || !S_ISDIR(info.st_mode)) {
        return false;
    }
    if (owner != nullptr) {
        *owner = info.st_uid;
    }
    return true;
}

/// Whether a staging folder, no link to one, is this user's or of who owns the folder around it: in a shared
/// one such as /tmp somebody else may have put it there to have something removed.
bool isTrusted(const QString& path)
{
    uid_t owner = 0;
    uid_t around = 0;
    return isFolder(path, &owner)
        && (owner == ::geteuid() || (isFolder(QFileInfo(path).absolutePath(), &around) && owner == around));
}

void removeAll(const QString& content)
{
    if (isFolder(content)) {
        // It may have taken over the permissions of what it was to replace.
        ::chmod(encoded(content).constData(), 0700);
        QDir(content).removeRecursively();
    } else {
        ::unlink(encoded(content).constData());
    }
}

} // namespace

QString StagingFolder::contentOf(const QString& path)
{
    return path + QLatin1String("/content");
}

Result<std::unique_ptr<StagingFolder>> StagingFolder::beside(const QString& target, Progress& progress)
{
    std::unique_ptr<StagingFolder> staging(new StagingFolder);
    const QString parent = QFileInfo(target).absolutePath();
    for (QString missing = parent; !QFileInfo::exists(missing) && missing != u"/";
         missing = QFileInfo(missing).absolutePath()) {
        staging->m_made.append(missing);
    }
    if (!QDir().mkpath(parent)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The folder %1 cannot be created")).arg(target),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a folder that you may write to")));
    }
    const QString path = parent + u'/' + stagingName(target);
    // A holder that ends takes the folder away under us: then it is made again.
    for (int attempt = 0; staging->m_lock < 0; ++attempt) {
        constexpr int kAttempts = 1000;
        const bool made = ::mkdir(encoded(path).constData(), 0700) == 0;
        if ((!made && errno != EEXIST) || attempt == kAttempts) {
            const QString reason = QString::fromLocal8Bit(std::strerror(made ? EBUSY : errno));
            return fail(ErrorCode::Io,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2")).arg(target, reason),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a folder that you may write to")));
        }
        int fd = -1;
        switch (hold(path, O_CREAT, &fd)) {
        case Hold::Held:
            staging->m_lock = fd;
            break;
        case Hold::Gone:
            continue;
        case Hold::NoLocks:
            // Nobody can tell who is alive: a folder that is there is taken for one in use.
            if (made) {
                staging->m_lock = fd;
                break;
            }
            ::close(fd);
            return fail(ErrorCode::Locked,
                Sentence::of(QT_TRANSLATE_NOOP(
                                 "Error", "%1 is there: another export is writing to %2, or one was killed"))
                    .arg(path, target),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "When no export runs, remove it and try again")));
        case Hold::Busy:
            return fail(ErrorCode::Locked,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Another export is writing to %1")).arg(target),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Wait until it is done, or choose another place")));
        case Hold::Failed: {
            const int code = errno;
            ::rmdir(encoded(path).constData()); // only when it is empty
            return writeFailed(target, code);
        }
        }
    }
    staging->m_path = path;
    if (const QString kept = clear(path, progress); !kept.isEmpty()) {
        staging->m_recovered.append(kept);
    }
    staging->sweep(parent, progress);
    if (progress.isCancelled()) {
        return fail(ErrorCode::Cancelled,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled; nothing was exported")));
    }
    if (::mkdir(encoded(staging->content()).constData(), 0777) != 0) {
        return writeFailed(staging->content(), errno);
    }
    return staging;
}

StagingFolder::~StagingFolder()
{
    if (m_lock >= 0) {
        if (!QFileInfo::exists(m_path + kReplacing)) {
            removeAll(content());
        }
        remove(m_path, m_lock);
    }
    for (const QString& folder : std::as_const(m_made)) {
        ::rmdir(encoded(folder).constData());
    }
}

StagingFolder::Hold StagingFolder::hold(const QString& path, int flags, int* fd)
{
    if (!isTrusted(path)) {
        const bool gone = ::access(encoded(path).constData(), F_OK) != 0 && errno == ENOENT;
        errno = gone ? ENOENT : EPERM;
        return gone ? Hold::Gone : Hold::Failed;
    }
    const int file = ::open(
        encoded(path + kLock).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, 0600);
    if (file < 0) {
        return errno == ENOENT ? Hold::Gone : Hold::Failed;
    }
    struct flock whole { };
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (::fcntl(file, F_OFD_SETLK, &whole) != 0) {
        if (errno == EAGAIN || errno == EACCES) {
            ::close(file);
            return Hold::Busy;
        }
        *fd = file;
        return Hold::NoLocks;
    }
    struct stat held { };
    struct stat named { };
    if (::fstat(file, &held) != 0 || ::lstat(encoded(path + kLock).constData(), &named) != 0
        || held.st_ino != named.st_ino || held.st_dev != named.st_dev) {
        ::close(file);
        return Hold::Gone;
    }
    *fd = file;
    return Hold::Held;
}

QString StagingFolder::clear(const QString& path, Progress& progress)
{
    const QString content = contentOf(path);
    if (!QFileInfo::exists(content)) {
        ::unlink(encoded(path + kReplacing).constData());
        return {};
    }
    if (!QFileInfo::exists(path + kReplacing)) {
        removeAll(content);
        return {};
    }
    const auto known = AccountedFolder::of(content, progress);
    if (!known && known.error().code == ErrorCode::Cancelled) {
        return {};
    }
    QString kept;
    if (!known || !known->removeFrom(content)) {
        kept = setAside(path);
    }
    if (!QFileInfo::exists(content)) {
        ::unlink(encoded(path + kReplacing).constData());
    }
    return kept;
}

void StagingFolder::remove(const QString& path, int fd)
{
    if (!QFileInfo::exists(contentOf(path))) {
        ::unlink(encoded(path + kReplacing).constData());
        ::unlink(encoded(path + kLock).constData());
        ::rmdir(encoded(path).constData());
    }
    ::close(fd);
}

Result<> StagingFolder::markReplacing()
{
    const QByteArray path = encoded(m_path + kReplacing);
    const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        return writeFailed(m_path, errno);
    }
    ::close(fd);
    // On disk before the folders are: a power cut must not lose it and keep the exchange.
    const int folder = ::open(encoded(m_path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int code = folder >= 0 && ::fsync(folder) == 0 ? 0 : errno;
    if (folder >= 0) {
        ::close(folder);
    }
    return code == 0 ? Result<>() : writeFailed(m_path, code);
}

void StagingFolder::unmarkReplacing()
{
    ::unlink(encoded(m_path + kReplacing).constData());
}

QString StagingFolder::setAside() const
{
    return setAside(m_path);
}

QString StagingFolder::setAside(const QString& path)
{
    const QFileInfo staging(path);
    const QString name = staging.fileName().mid(1).chopped(kSuffix.size());
    for (int i = 1; i < 1000; ++i) {
        const QString number = i == 1 ? QString() : u'-' + QString::number(i);
        const QString aside = staging.absolutePath() + u'/' + name + QLatin1String(".replaced") + number;
        // A folder is renamed over nothing but an empty folder.
        if (::rename(encoded(contentOf(path)).constData(), encoded(aside).constData()) == 0) {
            return aside;
        }
    }
    return {};
}

void StagingFolder::sweep(const QString& parent, Progress& progress)
{
    const auto names = QDir(parent).entryList(
        {QLatin1String(".*") + kSuffix}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        const QString path = parent + u'/' + name;
        if (path == m_path || progress.isCancelled()) {
            continue;
        }
        int fd = -1;
        switch (hold(path, 0, &fd)) {
        case Hold::Held:
            if (const QString kept = clear(path, progress); !kept.isEmpty()) {
                m_recovered.append(kept);
            }
            remove(path, fd);
            break;
        case Hold::NoLocks:
            ::close(fd);
            break;
        case Hold::Gone:
            // Killed before it had a lock; removed only when nothing is in it.
            ::rmdir(encoded(path).constData());
            break;
        case Hold::Busy:
        case Hold::Failed:
            break;
        }
    }
}

} // namespace winnow
