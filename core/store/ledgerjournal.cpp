// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledgerjournal.h"

#include "core/store/descriptorlock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace winnow {

namespace {

constexpr int kLockWait = 5000;
constexpr qint64 kReadBlock = 4 << 20;
const QString kHeaderKey = QStringLiteral("winnow_ledger");

QByteArray encoded(const QString& path)
{
    return QFile::encodeName(path);
}

QByteArray headerLine(const QString& projectUuid)
{
    return QJsonDocument(QJsonObject{{kHeaderKey, 1}, {QStringLiteral("project"), projectUuid}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

bool writeAll(int fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (wrote < 0 && errno == EINTR) {
            continue;
        }
        if (wrote <= 0) {
            return false;
        }
        done += wrote;
    }
    return true;
}

QByteArray readAt(int fd, qint64 offset, qint64 length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    qint64 done = 0;
    while (done < length) {
        const ssize_t got = ::pread(fd, bytes.data() + done, size_t(length - done), offset + done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

qint64 sizeOf(int fd)
{
    struct stat info = {};
    return ::fstat(fd, &info) == 0 ? qint64(info.st_size) : -1;
}

/// So that a new name in it survives a power cut.
void syncFolder(const QString& path)
{
    const int folder
        = ::open(encoded(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

} // namespace

QString LedgerJournal::pathFor(const QString& projectPath)
{
    const QString resolved = QFileInfo(projectPath).canonicalFilePath();
    const QString path = resolved.isEmpty() ? QFileInfo(projectPath).absoluteFilePath() : resolved;
    return path.endsWith(QStringLiteral(".winnow")) ? path + QStringLiteral("-ledger")
                                                    : path + QStringLiteral(".winnow-ledger");
}

bool LedgerJournal::isHeader(const QByteArray& line)
{
    return QJsonDocument::fromJson(line).object().contains(kHeaderKey);
}

LedgerJournal::LedgerJournal(QString path, QString projectUuid, bool readOnly)
    : m_path(std::move(path))
    , m_projectUuid(std::move(projectUuid))
    , m_readOnly(readOnly)
{
}

LedgerJournal::~LedgerJournal()
{
    close();
}

void LedgerJournal::close()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
    m_fd = -1;
    m_locked = m_broken = false;
    m_readTo = m_badLines = 0;
    m_lastHash.clear();
}

Error LedgerJournal::ioError(const QString& doing) const
{
    const int code = errno;
    return fail(code == ENOSPC || code == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1: %2 failed (%3)"))
            .arg(m_path, Sentence::of(doing.toUtf8().constData()),
                QString::fromLocal8Bit(std::strerror(code))),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the disk, its free space and your permissions")))
        .value();
}

bool LedgerJournal::isSameFile() const
{
    struct stat named = {};
    struct stat held = {};
    return ::stat(encoded(m_path).constData(), &named) == 0 && ::fstat(m_fd, &held) == 0
        && named.st_dev == held.st_dev && named.st_ino == held.st_ino;
}

Result<> LedgerJournal::openFile()
{
    // Not blocking, should a FIFO stand in the journal's place.
    const int flags = (m_readOnly ? O_RDONLY : O_RDWR | O_APPEND) | O_CLOEXEC | O_NONBLOCK;
    m_fd = ::open(encoded(m_path).constData(), flags);
    if (m_fd < 0) {
        if (errno == EISDIR) {
            return fail(ErrorCode::WrongKind,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a folder")).arg(m_path),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Error", "Move it away; the journal is then written again from the project")));
        }
        return errno == ENOENT
            ? Result<>(fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 does not exist")).arg(m_path)))
            : Result<>(tl::unexpected<Error>(ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "opening")))));
    }
    struct stat info = {};
    if (::fstat(m_fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        close();
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a file")).arg(m_path),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Move it away; the journal is then written again from the project")));
    }
    return checkHeader();
}

Result<> LedgerJournal::checkHeader()
{
    constexpr qint64 kLongestHeader = 4096;
    const auto foreign = [&] {
        close();
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is the journal of another project")).arg(m_path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Move it back beside its project")));
    };
    const QByteArray start = readAt(m_fd, 0, kLongestHeader);
    const qsizetype end = start.indexOf('\n');
    const QJsonObject header = QJsonDocument::fromJson(start.left(qMax<qsizetype>(end, 0))).object();
    if (header.contains(kHeaderKey)) {
        if (header.value(QLatin1String("project")).toString() != m_projectUuid) {
            return foreign();
        }
        return {};
    }
    // A damaged first line: the events say whose journal it is.
    auto events = readNew();
    rewind();
    if (!events) {
        return tl::unexpected<Error>(events.error());
    }
    for (const LedgerEvent& event : std::as_const(*events)) {
        if (event.seat.project == m_projectUuid) {
            return {};
        }
    }
    return foreign();
}

Result<> LedgerJournal::open()
{
    return m_fd >= 0 ? Result<>() : openFile();
}

Result<> LedgerJournal::lock()
{
    QDeadlineTimer deadline(kLockWait);
    useconds_t pause = 500;
    while (true) {
        if (m_fd < 0) {
            WINNOW_TRY(openFile());
        }
        const int error = tryLockDescriptor(m_fd);
        if (error == 0) {
            m_locked = true;
            if (isSameFile()) {
                return {};
            }
            // Another process wrote the journal anew: what it holds is read from its start.
            close();
        } else if (error != EAGAIN) {
            errno = error;
            return tl::unexpected<Error>(ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "locking"))));
        }
        if (deadline.hasExpired()) {
            return fail(ErrorCode::Locked,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is being written by another program"))
                    .arg(m_path),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Wait until it has finished, then try again")));
        }
        if (error != 0) {
            ::usleep(pause);
            pause = qMin<useconds_t>(pause * 2, 20000);
        }
    }
}

void LedgerJournal::unlock()
{
    if (!m_locked) {
        return;
    }
    m_locked = false;
    unlockDescriptor(m_fd);
}

void LedgerJournal::rewind()
{
    m_cut = false;
    m_readTo = m_badLines = 0;
    m_lastHash.clear();
}

bool LedgerJournal::skipTo(qint64 bytes, const QByteArray& hash)
{
    const qint64 tail = hash.size() + 3;
    if (m_fd < 0 || bytes < tail || bytes > sizeOf(m_fd)
        || readAt(m_fd, bytes - tail, tail) != hash + "\"}\n") {
        return false;
    }
    m_readTo = bytes;
    m_lastHash = hash;
    return true;
}

Result<QVector<LedgerEvent>> LedgerJournal::readNew()
{
    QVector<LedgerEvent> events;
    const qint64 size = sizeOf(m_fd);
    if (size < m_readTo) {
        rewind();
        m_cut = true;
        return events;
    }
    QByteArray rest;
    qint64 at = m_readTo;
    bool skipping = false; // within a line that is longer than any that is written
    while (at < size) {
        const QByteArray block = readAt(m_fd, at, qMin(kReadBlock, size - at));
        if (block.isEmpty()) {
            return tl::unexpected<Error>(ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "reading"))));
        }
        qsizetype start = 0;
        for (qsizetype end = block.indexOf('\n'); end >= 0; end = block.indexOf('\n', start)) {
            const QByteArray line = rest + block.mid(start, end - start);
            const bool first = m_readTo == 0;
            rest.clear();
            start = end + 1;
            m_readTo = at + start;
            if (skipping) {
                skipping = false;
                ++m_badLines;
                continue;
            }
            auto event = readLedgerEvent(line);
            if (event) {
                m_lastHash = event->hash;
                events.append(*std::move(event));
            } else if (!line.isEmpty() && !(first && isHeader(line))) {
                ++m_badLines;
            }
        }
        rest += block.mid(start);
        if (rest.size() > kMaxLedgerLine) {
            rest.clear();
            skipping = true;
        }
        at += block.size();
    }
    return events;
}

Result<> LedgerJournal::append(const QVector<LedgerEvent>& events)
{
    if (m_broken || !m_locked) {
        return fail(
            ErrorCode::Io, Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 could not be written")).arg(m_path));
    }
    const qint64 size = sizeOf(m_fd);
    const bool torn = size > 0 && readAt(m_fd, size - 1, 1) != "\n";
    qsizetype length = 1;
    for (const LedgerEvent& event : events) {
        length += event.line.size() + 1;
    }
    QByteArray bytes;
    bytes.reserve(length);
    if (torn) {
        bytes += '\n';
    }
    for (const LedgerEvent& event : events) {
        bytes += event.line;
        bytes += '\n';
    }
    if (!writeAll(m_fd, bytes)) {
        const Error error = ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "writing")));
        m_broken = true;
        // Nobody else can have written: this process holds the lock.
        if (::ftruncate(m_fd, size) != 0) {
            return tl::unexpected<Error>(error); // the torn line is ended by whoever writes next
        }
        return tl::unexpected<Error>(error);
    }
    if (::fdatasync(m_fd) != 0) {
        m_broken = true;
        return tl::unexpected<Error>(
            ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "waiting for the disk"))));
    }
    // A torn line that was ended just now is looked at by the next readNew().
    if (!torn && m_readTo == size && !events.isEmpty()) {
        m_readTo = size + bytes.size();
        m_lastHash = events.last().hash;
    }
    return {};
}

Result<> LedgerJournal::create(const WriteLines& write, const std::function<Result<>()>& beforeLink)
{
    const QByteArray folder = encoded(QFileInfo(m_path).absolutePath());
    // A file without a name leaves nothing behind when this process is killed.
    QByteArray named;
    int fd = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
    if (fd < 0) {
        named = encoded(
            m_path + QStringLiteral(".new-") + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
        fd = ::open(named.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
    }
    if (fd < 0) {
        return tl::unexpected<Error>(ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "creating"))));
    }
    bool good = true;
    QByteArray buffer = headerLine(m_projectUuid);
    write([&](const QByteArray& line) {
        buffer += line;
        buffer += '\n';
        if (buffer.size() > kReadBlock) {
            good = good && writeAll(fd, buffer);
            buffer.clear();
        }
    });
    good = good && writeAll(fd, buffer) && ::fsync(fd) == 0;
    int linked = -1;
    Result<> cleared;
    if (good && beforeLink) {
        cleared = beforeLink();
    }
    if (good && cleared) {
        if (named.isEmpty()) {
            const QByteArray self = "/proc/self/fd/" + QByteArray::number(fd);
            linked = ::linkat(
                AT_FDCWD, self.constData(), AT_FDCWD, encoded(m_path).constData(), AT_SYMLINK_FOLLOW);
        } else {
            // Disks without hard links know how to rename without replacing.
            linked = ::renameat2(
                AT_FDCWD, named.constData(), AT_FDCWD, encoded(m_path).constData(), RENAME_NOREPLACE);
        }
    }
    const int code = errno;
    if (!named.isEmpty() && linked != 0) {
        ::unlink(named.constData());
    }
    ::close(fd);
    WINNOW_TRY(cleared);
    if (!good || linked != 0) {
        if (good && code == EEXIST) {
            return fail(
                ErrorCode::AlreadyExists, Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists")).arg(m_path));
        }
        errno = code;
        return tl::unexpected<Error>(ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "writing"))));
    }
    syncFolder(m_path);
    close();
    m_cut = false;
    return {};
}

Result<QString> LedgerJournal::setAside(const QString& why)
{
    for (int number = 1; number < 1000; ++number) {
        const QString target = QStringLiteral("%1.%2-%3").arg(m_path, why).arg(number);
        int done = ::renameat2(
            AT_FDCWD, encoded(m_path).constData(), AT_FDCWD, encoded(target).constData(), RENAME_NOREPLACE);
        if (done != 0 && (errno == EINVAL || errno == ENOSYS) && !QFileInfo::exists(target)) {
            done = ::rename(encoded(m_path).constData(), encoded(target).constData());
        }
        if (done == 0) {
            syncFolder(m_path);
            return target;
        }
        if (errno != EEXIST) {
            return tl::unexpected<Error>(
                ioError(QStringLiteral(QT_TRANSLATE_NOOP("Error", "setting it aside"))));
        }
    }
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be set aside: too many old ones")).arg(m_path),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Move the files %1.%2-* away")).arg(m_path, why));
}

} // namespace winnow
