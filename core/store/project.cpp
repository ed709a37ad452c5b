// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/base/placefile.h"
#include "core/base/placeinerror.h"
#include "core/store/backups.h"
#include "core/store/imageblobs.h"
#include "core/store/importstage.h"
#include "core/store/ledger.h"
#include "core/store/migrations.h"
#include "core/store/schemacheck.h"
#include "core/store/shareddisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QScopeGuard>
#include <QThread>
#include <QUuid>

#include <atomic>
#include <mutex>
#include <vector>

namespace winnow {

using sqlite::Connection;

struct Project::Private {
    QString path;
    bool readOnly = false;
    OpenOutcome outcome = OpenOutcome::SameVersion;
    StoreNotifier notifier;

    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<SharedDiskLock> sole;
    std::optional<Error> readOnlyReason;

    QMutex writerMutex;
    /// Threads that wait for it, other than those that write batch after batch.
    std::atomic<int> waiting{0};
    std::unique_ptr<Connection> writer;

    mutable QMutex readersMutex;
    mutable std::vector<std::unique_ptr<Connection>> readers;

    std::unique_ptr<ImageBlobs> images;
};

namespace {

/// A trigger could change what is written, and a view hide it.
Result<> refuseHostileSchema(const QString& path, Connection& connection)
{
    const auto hostile = hostileSchema(connection);
    if (!hostile) {
        return {};
    }
    return fail(ErrorCode::Unsupported,
        Sentence::of(
            QT_TRANSLATE_NOOP("Error", "%1 is not opened: %2, and could change or hide what is written"))
            .arg(path, hostile->text()),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "\"winnow-cli check %1 --repair\" puts that right"))
            .arg(path));
}

/// Upgrades the file while nobody else has it open, after a backup.
Result<UpgradeReport> upgrade(const QString& path, bool trusted)
{
    auto alone = Connection::open(path, sqlite::OpenMode::Exclusive);
    if (!alone) {
        const Error& error = alone.error();
        if (error.code == ErrorCode::Locked) {
            return fail(error.code,
                Sentence::of(QT_TRANSLATE_NOOP("Error",
                                 "%1 was written by an older Winnow and must be upgraded, but another "
                                 "program has it open"))
                    .arg(path),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Close it there, then open it again")));
        }
        return tl::unexpected<Error>(error);
    }
    auto stored = sqlite::guarded([&] { return (*alone)->integer(QStringLiteral("PRAGMA user_version")); });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    if (*stored >= Project::schemaVersion()) {
        return UpgradeReport(); // another process was faster
    }
    if (trusted) {
        WINNOW_TRY(sqlite::guarded([&] { return refuseHostileSchema(path, **alone); }));
    } else {
        (*alone)->disableTriggers();
    }
    SilentProgress progress;
    WINNOW_TRY(makeBackup(**alone, progress, int(*stored)));
    auto migrated = migrate(**alone, projectMigrations());
    if (!migrated) {
        // Every step is one transaction, so the file itself is as before; the backup stays as well.
        const Error& error = migrated.error();
        return fail(error.code,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 could not be upgraded and was left as it was: %2"))
                .arg(path, error.messageSentence()),
            error.remedySentence());
    }
    // For want of space it stays without: a check says so.
    (void)sqlite::guarded([&] {
        if (!(*alone)->hasPageChecksums()) {
            (*alone)->addPageChecksums();
        }
    });
    return migrated;
}

QString imagesPathOf(const QString& path)
{
    return path.endsWith(QStringLiteral(".winnow")) ? path + QStringLiteral("-images")
                                                    : path + QStringLiteral(".winnow-images");
}

const QStringList& logSuffixes()
{
    static const QStringList suffixes{
        QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")};
    return suffixes;
}

/// What a deleted project of this name left beside it and SQLite would mix into a new one; or empty.
QString leftBehind(const QString& path)
{
    const QString images = imagesPathOf(path);
    QStringList candidates{images};
    for (const QString& suffix : logSuffixes()) {
        candidates.append(path + suffix);
        candidates.append(images + suffix);
    }
    for (const QString& candidate : std::as_const(candidates)) {
        if (QFileInfo::exists(candidate)) {
            return candidate;
        }
    }
    return {};
}

/// Makes a whole, closed project file. What is left of it on an error is the caller's to remove.
Result<> writeEmptyProject(const QString& path)
{
    auto connection = Connection::open(path, sqlite::OpenMode::Create);
    if (!connection) {
        return tl::unexpected<Error>(connection.error());
    }
    WINNOW_TRY(migrate(**connection, projectMigrations()));
    return sqlite::guarded([&] {
        sqlite::Transaction transaction(**connection, sqlite::Transaction::Kind::Write);
        auto& insert = (*connection)->cached(QStringLiteral("INSERT INTO meta(key, value) VALUES(?, ?)"));
        insert.bindAll(QStringLiteral("uuid"), QUuid::createUuid().toString(QUuid::WithoutBraces)).run();
        insert.bindAll(QStringLiteral("created_at"), nowUtc()).run();
        insert.bindAll(QStringLiteral("created_by"), QStringLiteral("Winnow " WINNOW_VERSION)).run();
        transaction.commit();
        // So that the file is whole without its log, which closing removes.
        (*connection)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    });
}

Error damagedError(const QString& path, const Sentence& detail)
{
    const QString backup = Project::newestBackup(path);
    const Sentence remedy = backup.isEmpty()
        ? Sentence::of(QT_TRANSLATE_NOOP("Error", "Keep the file and try \"winnow-cli check %1 --repair\""))
              .arg(path)
        : Sentence::of(QT_TRANSLATE_NOOP("Error",
                           "Bring its newest backup back with \"winnow-cli restore %1\" (%2), or try "
                           "\"winnow-cli check %1 --repair\""))
              .arg(path, QFileInfo(backup).fileName());
    return fail(ErrorCode::Damaged,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is damaged (%2)")).arg(path, detail), remedy)
        .value();
}

} // namespace

Project::Project()
    : d(std::make_unique<Private>())
{
    qRegisterMetaType<ChangeSet>();
}

Project::~Project()
{
    if (d->ledger) {
        (void)d->ledger->sync(true);
    }
}

int Project::schemaVersion()
{
    static const int version = int(projectMigrations().size());
    return version;
}

Result<std::shared_ptr<Project>> Project::create(const QString& path)
{
    if (QFileInfo::exists(path)) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists already")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name, or open it")));
    }
    const QDir folder = QFileInfo(path).absoluteDir();
    if (!folder.exists()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The folder %1 does not exist")).arg(folder.path()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Create it first")));
    }
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (const QString old = leftBehind(absolute); !old.isEmpty()) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(
                QT_TRANSLATE_NOOP("Error",
                    "%1 is left of an older project of this name and would be mixed into the new one"))
                .arg(old),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Move it away or delete it, or choose another name")));
    }
    // Made under another name and closed: nobody can see it half done, and a full disk leaves nothing.
    const QString temporary = folder.filePath(
        QStringLiteral(".winnow-new-%1").arg(QUuid::createUuid().toString(QUuid::Id128).left(12)));
    const auto cleanUp = qScopeGuard([&] {
        QFile::remove(temporary);
        for (const QString& suffix : logSuffixes()) {
            QFile::remove(temporary + suffix);
        }
    });
    if (auto written = writeEmptyProject(temporary); !written) {
        return tl::unexpected<Error>(withPlace(written.error(), temporary, path));
    }
    if (QFileInfo::exists(temporary + QStringLiteral("-wal"))) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written to its end")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the disk, its free space and your permissions")));
    }
    WINNOW_TRY(placeNewFile(temporary, absolute));
    auto project = open(absolute);
    if (project) {
        (*project)->d->outcome = OpenOutcome::Created;
    }
    return project;
}

Result<std::shared_ptr<Project>> Project::open(const QString& path, Mode mode)
{
    auto version = probeProjectFile(path, schemaVersion());
    if (!version) {
        if (version.error().code == ErrorCode::Damaged) {
            return tl::unexpected<Error>(damagedError(path, version.error().messageSentence()));
        }
        return tl::unexpected<Error>(version.error());
    }
    std::shared_ptr<Project> project(new Project);
    project->d->path = QFileInfo(path).absoluteFilePath();
    const QFileInfo info(project->d->path);
    project->d->readOnly
        = mode == Mode::ReadOnly || !info.isWritable() || !QFileInfo(info.absolutePath()).isWritable();

    if (project->d->readOnly && *version < schemaVersion()) {
        return fail(ErrorCode::ReadOnly,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "%1 was written by an older Winnow and must be upgraded, but cannot be written"))
                .arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Copy it to a folder that you may write to")));
    }
    project->d->images = std::make_unique<ImageBlobs>(imagesPathOf(project->d->path), project->d->readOnly);
    const auto damagedOr = [&](const Error& error) {
        return error.code == ErrorCode::Damaged || error.code == ErrorCode::NotAProject
            ? damagedError(path, error.messageSentence())
            : error;
    };
    if (!project->d->readOnly && isSharedDisk(info.absolutePath())) {
        auto sole = SharedDiskLock::take(project->d->path);
        if (sole) {
            project->d->sole = std::move(*sole);
        } else if (sole.error().code == ErrorCode::Locked) {
            project->d->readOnly = true;
            project->d->readOnlyReason = sole.error();
        } else {
            return tl::unexpected<Error>(sole.error());
        }
    }
    QVector<FlagName> disputed;
    if (!project->d->readOnly) {
        if (*version < schemaVersion()) {
            auto upgraded = upgrade(project->d->path, mode != Mode::Repair);
            if (!upgraded) {
                return tl::unexpected<Error>(damagedOr(upgraded.error()));
            }
            disputed = upgraded->disputed;
            project->d->outcome = upgraded->steps > 0 ? OpenOutcome::Upgraded : OpenOutcome::SameVersion;
        }
        auto writer = Connection::open(project->d->path, sqlite::OpenMode::ReadWrite);
        if (!writer) {
            return tl::unexpected<Error>(damagedOr(writer.error()));
        }
        project->d->writer = std::move(*writer);
        if (mode == Mode::Repair) {
            project->d->writer->disableTriggers();
        }
    }
    // Touches the schema and the largest trees' roots: a damaged file is refused here, not in the middle of
    // work.
    auto sound = project->read([&](Connection& c) {
        return c.integer(QStringLiteral("SELECT (SELECT count(*) FROM meta) + (SELECT count(*) FROM datasets)"
                                        " + coalesce((SELECT max(id) FROM samples), 0)"
                                        " + coalesce((SELECT max(id) FROM decisions), 0)"));
    });
    if (!sound) {
        return tl::unexpected<Error>(damagedOr(sound.error()));
    }
    if (mode != Mode::Repair) {
        auto harmless = project->read([&](Connection& c) { return refuseHostileSchema(path, c); });
        if (!harmless) {
            return tl::unexpected<Error>(harmless.error());
        }
    }
    project->openLedger(disputed);
    project->sweepImages();
    if (mode == Mode::ReadWrite && !project->d->readOnly) {
        constexpr qint64 kSweepMilliseconds = 250;
        ImportStage::sweep(*project, QDeadlineTimer(kSweepMilliseconds));
    }
    return project;
}

void Project::openLedger(const QVector<FlagName>& disputed)
{
    d->ledger = std::make_unique<Ledger>(*this);
    d->ledger->open(disputed);
}

Ledger& Project::ledger()
{
    return *d->ledger;
}

Result<> Project::verifyFiles() const
{
    return d->writer ? d->writer->verifyFile() : Result<>();
}

void Project::beforeCommit(ChangeSet& changes)
{
    if (changes.parts & ChangeSet::Samples) {
        if (DecisionStore(writer()).adoptWaiting().samples.size() > 0) {
            changes.parts |= ChangeSet::Decisions | ChangeSet::Flags;
        }
    }
}

void Project::catchUp()
{
    if (d->ledger) {
        d->ledger->applyPending();
    }
}

Result<> Project::writeLedger(
    bool wait, bool durable, const std::function<Result<>(Connection&, ChangeSet&)>& add)
{
    ChangeSet changes{.parts = ChangeSet::Decisions | ChangeSet::Flags, .samples = {}};
    const auto busy = [&] {
        return fail(ErrorCode::Locked,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is being written")).arg(d->path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Wait until it has finished")));
    };
    std::unique_lock<QMutex> lock(d->writerMutex, std::defer_lock);
    if (wait) {
        ++d->waiting;
        lock.lock();
        --d->waiting;
    } else if (!lock.try_lock()) {
        return busy();
    }
    Connection& c = *d->writer;
    Result<> done = sqlite::guarded([&]() -> Result<> {
        c.execute(durable ? QStringLiteral("PRAGMA synchronous=FULL")
                          : QStringLiteral("PRAGMA synchronous=NORMAL"));
        c.setBusyWait(wait ? Connection::kBusyWait : 0);
        sqlite::Transaction transaction(c, sqlite::Transaction::Kind::Write);
        WINNOW_TRY(add(c, changes));
        transaction.commit();
        return {};
    });
    (void)sqlite::guarded([&] { c.execute(QStringLiteral("PRAGMA synchronous=FULL")); });
    c.setBusyWait(Connection::kBusyWait);
    lock.unlock();
    if (done) {
        emit notifier().changed(changes);
    }
    return done;
}

QString Project::path() const
{
    return d->path;
}

QString Project::imagesPath() const
{
    return imagesPathOf(d->path);
}

bool Project::isReadOnly() const
{
    return d->readOnly;
}

std::optional<Error> Project::readOnlyReason() const
{
    return d->readOnlyReason;
}

OpenOutcome Project::outcome() const
{
    return d->outcome;
}

StoreNotifier& Project::notifier()
{
    return d->notifier;
}

Result<std::unique_ptr<Connection>> Project::borrowReader() const
{
    {
        QMutexLocker lock(&d->readersMutex);
        if (!d->readers.empty()) {
            auto reader = std::move(d->readers.back());
            d->readers.pop_back();
            return reader;
        }
    }
    return Connection::open(d->path, sqlite::OpenMode::ReadOnly);
}

void Project::giveBack(std::unique_ptr<Connection> connection) const
{
    constexpr size_t kMaxIdleReaders = 8;
    QMutexLocker lock(&d->readersMutex);
    if (d->readers.size() < kMaxIdleReaders) {
        d->readers.push_back(std::move(connection));
    }
}

Result<std::unique_lock<QMutex>> Project::lockWriter()
{
    if (d->readOnly) {
        return fail(ErrorCode::ReadOnly,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is open read-only")).arg(d->path),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Copy it to a folder that you may write to, and open the copy")));
    }
    ++d->waiting;
    std::unique_lock lock(d->writerMutex);
    --d->waiting;
    return lock;
}

Result<> Project::writeBatch(const std::function<Result<>(Connection&)>& add)
{
    // The mutex is not fair: who writes one batch after the other would take it again before a waiting thread
    // wakes up.
    for (int turns = 0; d->waiting > 0 && turns < 500; ++turns) {
        QThread::usleep(100);
    }
    auto turn = lockWriter();
    if (!turn) {
        return tl::unexpected<Error>(turn.error());
    }
    Connection& c = writer();
    Result<> done = sqlite::guarded([&]() -> Result<> {
        c.execute(QStringLiteral("PRAGMA synchronous=NORMAL"));
        sqlite::Transaction transaction(c, sqlite::Transaction::Kind::Write);
        WINNOW_TRY(add(c));
        commit(transaction);
        return {};
    });
    (void)sqlite::guarded([&] { c.execute(QStringLiteral("PRAGMA synchronous=FULL")); });
    if (!done) {
        rollBackImages();
    }
    turn->unlock();
    catchUp();
    return done;
}

Connection& Project::writer()
{
    return *d->writer;
}

void Project::commit(sqlite::Transaction& transaction)
{
    if (auto images = d->images->commit(); !images) {
        throw sqlite::Failure{images.error()};
    }
    transaction.commit();
    d->images->claim();
}

void Project::rollBackImages()
{
    d->images->rollBack();
    sweepImages();
}

void Project::sweepImages()
{
    if (d->readOnly || !d->images->hasUnclaimed()) {
        return;
    }
    // Where another program writes just now, its import may be on its way: the next one sweeps.
    (void)sqlite::guarded([&] {
        sqlite::Transaction transaction(*d->writer, sqlite::Transaction::Kind::Write);
        sqlite::Statement known(*d->writer, QStringLiteral("SELECT 1 FROM images WHERE sha256 = ?"));
        (void)d->images->removeUnclaimed([&](const QByteArray& hash) {
            known.bind(1, hash);
            const bool used = known.step();
            known.reset();
            return used;
        });
    });
}

Result<QByteArray> Project::imageBytes(const QByteArray& hash) const
{
    return d->images->bytes(hash);
}

Result<QByteArray> Project::addImageBytes(const QByteArray& bytes, const QByteArray& sha256)
{
    return d->images->add(bytes, sha256.isEmpty() ? winnow::sha256(bytes) : sha256);
}

Result<> Project::flushImages()
{
    auto kept = d->images->commit();
    if (kept) {
        d->images->claim();
    }
    return kept;
}

Result<> Project::settleImages(const Progress& progress)
{
    return d->images->settle(progress);
}

Result<QVector<QByteArray>> Project::imageHashes() const
{
    return d->images->hashes();
}

Result<> Project::removeImageBytes(const QVector<QByteArray>& hashes)
{
    return d->images->remove(hashes);
}

Result<QString> Project::backup(Progress& progress)
{
    auto reader = borrowReader();
    if (!reader) {
        return tl::unexpected<Error>(reader.error());
    }
    auto made = makeBackup(**reader, progress);
    giveBack(std::move(*reader));
    return made;
}

bool Project::locksHoldThroughCloses() const
{
    return !d->writer || d->writer->locksHoldThroughCloses();
}

QString Project::newestBackup(const QString& path)
{
    const QVector<Backup> backups = backupsOf(path);
    return backups.isEmpty() ? QString() : backups.first().path;
}

} // namespace winnow
