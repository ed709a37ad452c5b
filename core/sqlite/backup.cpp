// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/backup.h"

#include "core/base/placeinerror.h"
#include "core/sqlite/filelocks.h"
#include "core/sqlite/pagechecksum.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <sqlite3.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>

namespace winnow::sqlite {

namespace {

/// Pages a step: half a megabyte, copied in about a millisecond.
constexpr int kStepPages = 128;
/// What may wait for the disk before it is told to write: at its end a backup cannot be cancelled.
constexpr qint64 kUnsyncedBytes = 8 << 20;

Error systemError(const QString& path)
{
    const int error = errno;
    const ErrorCode code = error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Io;
    return fail(code,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
            .arg(path, QString::fromLocal8Bit(std::strerror(error))),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the disk, its free space and your permissions")))
        .value();
}

struct Target {
    explicit Target(const QString& file)
        : path(file)
    {
        (void)FileLocks::instance();
        installPageChecksums();
        const int rc = sqlite3_open_v2(QFile::encodeName(file).constData(), &handle,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
        if (rc != SQLITE_OK) {
            const Error reason = error(rc);
            sqlite3_close(handle);
            throw Failure{reason};
        }
        sqlite3_extended_result_codes(handle, 1);
    }
    ~Target() { sqlite3_close(handle); }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    Error error(int rc) const { return errorFromCode(rc, QString::fromUtf8(sqlite3_errmsg(handle)), path); }
    void execute(const char* sql)
    {
        const int rc = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
        if (rc != SQLITE_OK) {
            throw Failure{error(rc)};
        }
    }

    QString path;
    sqlite3* handle = nullptr;
};

/// Copies all pages. `written(bytes)` is called after each step.
template <typename Written>
void copyPages(Connection& source, Target& target, Progress& progress, Written written)
{
    // An open snapshot: a backup that reads on its own begins again after each commit of another connection.
    const Transaction snapshot(source, Transaction::Kind::Read);
    const qint64 pageSize = source.integer(QStringLiteral("PRAGMA page_size"));
    (void)source.integer(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    reserveAs(target.handle, static_cast<sqlite3*>(source.handle()));
    sqlite3_backup* backup
        = sqlite3_backup_init(target.handle, "main", static_cast<sqlite3*>(source.handle()), "main");
    if (!backup) {
        throw Failure{target.error(sqlite3_extended_errcode(target.handle))};
    }
    auto finish = qScopeGuard([&] { sqlite3_backup_finish(backup); });
    for (;;) {
        const int rc = sqlite3_backup_step(backup, kStepPages);
        if (rc == SQLITE_DONE) {
            break;
        }
        if (rc != SQLITE_OK) {
            throw Failure{target.error(rc)};
        }
        const int total = sqlite3_backup_pagecount(backup);
        progress.report(total - sqlite3_backup_remaining(backup), total,
            QStringLiteral(QT_TRANSLATE_NOOP("Step", "Copying the project")));
        if (progress.isCancelled()) {
            throw Failure{
                fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled"))).value()};
        }
        written(kStepPages * pageSize);
    }
    finish.dismiss();
    const int rc = sqlite3_backup_finish(backup);
    if (rc != SQLITE_OK) {
        throw Failure{target.error(rc)};
    }
}

/// Gives the finished file its name unless that is taken.
Result<> publish(const QByteArray& from, const QString& path)
{
    const QByteArray to = QFile::encodeName(path);
    bool done = ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0;
    if (!done && (errno == EINVAL || errno == ENOSYS)) {
        done = ::link(from.constData(), to.constData()) == 0;
        if (done) {
            ::unlink(from.constData());
        }
    }
    if (!done && errno == EEXIST) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists already")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name")));
    }
    if (!done) {
        return tl::unexpected<Error>(systemError(path));
    }
    const int folder = ::open(
        QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace

Result<> backUp(Connection& source, const QString& target, Progress& progress)
{
    QByteArray part = QFile::encodeName(target) + ".XXXXXX.part";
    const int descriptor = ::mkostemps(part.data(), 5, O_CLOEXEC);
    if (descriptor < 0) {
        return tl::unexpected<Error>(systemError(target));
    }
    auto clean = qScopeGuard([&] {
        for (const auto* beside : {"", "-journal", "-wal", "-shm"}) {
            ::unlink(QByteArray(part + beside).constData());
        }
    });
    const auto close = qScopeGuard([&] { ::close(descriptor); });
    struct stat facts { };
    if (::stat(QFile::encodeName(source.path()).constData(), &facts) == 0) {
        (void)::fchmod(descriptor, facts.st_mode & 0777);
    }
    auto copied = guarded([&] {
        Target copy(QFile::decodeName(part));
        copy.execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
        qint64 unsynced = 0;
        copyPages(source, copy, progress, [&](qint64 bytes) {
            unsynced += bytes;
            if (unsynced >= kUnsyncedBytes) {
                ::fdatasync(descriptor);
                unsynced = 0;
            }
        });
        copy.execute("PRAGMA journal_mode=DELETE");
    });
    if (!copied) {
        return tl::unexpected<Error>(withPlace(copied.error(), QFile::decodeName(part), target));
    }
    if (::fsync(descriptor) != 0) {
        return tl::unexpected<Error>(systemError(target));
    }
    WINNOW_TRY(publish(part, target));
    clean.dismiss();
    return {};
}

Result<> restoreInto(Connection& source, const QString& target, Progress& progress)
{
    return guarded([&] {
        Target copy(target);
        sqlite3_busy_timeout(copy.handle, 2000);
        // Whatever the file holds counts as nothing, so that no damage can stop the copy.
        sqlite3_db_config(copy.handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
        copyPages(source, copy, progress, [](qint64) {});
        sqlite3_db_config(copy.handle, SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
    });
}

} // namespace winnow::sqlite
