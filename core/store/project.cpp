// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QUuid>

#include <vector>

namespace winnow {

using sqlite::Connection;

struct Project::Private {
    QString path;
    bool readOnly = false;
    OpenOutcome outcome = OpenOutcome::SameVersion;
    StoreNotifier notifier;

    QMutex writerMutex;
    std::unique_ptr<Connection> writer;

    mutable QMutex readersMutex;
    mutable std::vector<std::unique_ptr<Connection>> readers;

    mutable QMutex imagesMutex;
    mutable std::unique_ptr<Connection> images;
    std::unique_ptr<sqlite::Transaction> imagesTransaction;
    qint64 pendingImageBytes = 0;

    Result<Connection*> imageStore(const QString& imagesPath) const;
};

namespace {

constexpr qint64 kImageBatchBytes = 64 << 20;

Error damagedError(const QString& path, const QString& detail)
{
    const QString backup = Project::newestBackup(path);
    const QString remedy = backup.isEmpty()
        ? QStringLiteral("Keep the file and try \"winnow-cli check %1 --repair\"").arg(path)
        : QStringLiteral(
            "Its last good backup is %1: copy that over it, or try \"winnow-cli check %2 --repair\"")
              .arg(backup, path);
    return {ErrorCode::Damaged, QStringLiteral("%1 is damaged (%2)").arg(path, detail), remedy};
}

} // namespace

Project::Project()
    : d(std::make_unique<Private>())
{
    qRegisterMetaType<ChangeSet>();
}

Project::~Project()
{
    (void)flushImages();
}

int Project::schemaVersion()
{
    static const int version = int(projectMigrations().size());
    return version;
}

Result<std::shared_ptr<Project>> Project::create(const QString& path)
{
    if (QFileInfo::exists(path)) {
        return fail(ErrorCode::AlreadyExists, QStringLiteral("%1 exists already").arg(path),
            QStringLiteral("Choose another name, or open it"));
    }
    const QDir folder = QFileInfo(path).absoluteDir();
    if (!folder.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("The folder %1 does not exist").arg(folder.path()),
            QStringLiteral("Create it first"));
    }
    std::shared_ptr<Project> project(new Project);
    project->d->path = QFileInfo(path).absoluteFilePath();
    auto writer = Connection::open(project->d->path, sqlite::OpenMode::Create);
    if (!writer) {
        return tl::unexpected<Error>(writer.error());
    }
    project->d->writer = std::move(*writer);
    project->d->outcome = OpenOutcome::Created;
    auto migrated = migrate(*project->d->writer, projectMigrations());
    if (migrated) {
        const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        migrated = project->write({}, [&](Connection& c) -> Result<int> {
            auto& insert = c.cached(QStringLiteral("INSERT INTO meta(key, value) VALUES(?, ?)"));
            insert.bindAll(QStringLiteral("uuid"), uuid).run();
            insert.bindAll(QStringLiteral("created_at"), nowUtc()).run();
            insert.bindAll(QStringLiteral("created_by"), QStringLiteral("Winnow " WINNOW_VERSION)).run();
            return 0;
        });
    }
    if (!migrated) {
        const Error error = migrated.error();
        project.reset();
        QFile::remove(path);
        return tl::unexpected<Error>(error);
    }
    // So that the header on disk names the file as a project from the start.
    (void)sqlite::guarded(
        [&] { project->d->writer->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); });
    return project;
}

Result<std::shared_ptr<Project>> Project::open(const QString& path, Mode mode)
{
    auto version = probeProjectFile(path, schemaVersion());
    if (!version) {
        if (version.error().code == ErrorCode::Damaged) {
            return tl::unexpected<Error>(damagedError(path, version.error().message));
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
            QStringLiteral("%1 was written by an older Winnow and must be upgraded, but cannot be written")
                .arg(path),
            QStringLiteral("Copy it to a folder that you may write to"));
    }
    const auto damagedOr = [&](const Error& error) {
        return error.code == ErrorCode::Damaged || error.code == ErrorCode::NotAProject
            ? damagedError(path, error.message)
            : error;
    };
    if (!project->d->readOnly) {
        auto writer = Connection::open(project->d->path, sqlite::OpenMode::ReadWrite);
        if (!writer) {
            return tl::unexpected<Error>(damagedOr(writer.error()));
        }
        project->d->writer = std::move(*writer);
        auto stored = sqlite::guarded(
            [&] { return project->d->writer->integer(QStringLiteral("PRAGMA user_version")); });
        if (!stored) {
            return tl::unexpected<Error>(damagedOr(stored.error()));
        }
        if (*stored < schemaVersion()) {
            const QString backup = QStringLiteral("%1.backup-v%2").arg(project->d->path).arg(*stored);
            WINNOW_TRY(project->d->writer->backupTo(backup));
            auto migrated = migrate(*project->d->writer, projectMigrations());
            if (!migrated) {
                // Every step is one transaction, so the file itself is as before; the backup stays as well.
                Error error = damagedOr(migrated.error());
                error.message = QStringLiteral("%1 could not be upgraded and was left as it was: %2")
                                    .arg(path, error.message);
                return tl::unexpected<Error>(error);
            }
            project->d->outcome = OpenOutcome::Upgraded;
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
    return project;
}

QString Project::path() const
{
    return d->path;
}

QString Project::imagesPath() const
{
    return d->path.endsWith(QStringLiteral(".winnow")) ? d->path + QStringLiteral("-images")
                                                       : d->path + QStringLiteral(".winnow-images");
}

bool Project::isReadOnly() const
{
    return d->readOnly;
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

Result<> Project::lockWriter()
{
    if (d->readOnly) {
        return fail(ErrorCode::ReadOnly, QStringLiteral("%1 is open read-only").arg(d->path),
            QStringLiteral("Copy it to a folder that you may write to, and open the copy"));
    }
    d->writerMutex.lock();
    return {};
}

void Project::unlockWriter()
{
    d->writerMutex.unlock();
}

Connection& Project::writer()
{
    return *d->writer;
}

Result<Connection*> Project::Private::imageStore(const QString& imagesPath) const
{
    if (images) {
        return images.get();
    }
    auto opened
        = Connection::open(imagesPath, readOnly ? sqlite::OpenMode::ReadOnly : sqlite::OpenMode::Create);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    if (!readOnly) {
        auto made = sqlite::guarded([&] {
            (*opened)->execute(QStringLiteral(
                "CREATE TABLE IF NOT EXISTS blobs(sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT"));
        });
        if (!made) {
            return tl::unexpected<Error>(made.error());
        }
    }
    images = std::move(*opened);
    return images.get();
}

Result<QByteArray> Project::imageBytes(const QByteArray& hash) const
{
    QMutexLocker lock(&d->imagesMutex);
    if (!d->images && !QFileInfo::exists(imagesPath())) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 is missing").arg(imagesPath()),
            QStringLiteral("Put it back beside the project file"));
    }
    auto store = d->imageStore(imagesPath());
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return sqlite::guarded([&]() -> Result<QByteArray> {
        auto& query = (*store)->cached(QStringLiteral("SELECT bytes FROM blobs WHERE sha256 = ?"));
        query.bind(1, hash);
        if (!query.step()) {
            query.reset();
            return fail(ErrorCode::NotFound,
                QStringLiteral("The image %1 is not in %2")
                    .arg(QString::fromLatin1(hash.toHex()), imagesPath()),
                QStringLiteral("Import the file that held it again"));
        }
        QByteArray bytes = query.blob(0);
        query.reset();
        return bytes;
    });
}

Result<QByteArray> Project::addImageBytes(const QByteArray& bytes)
{
    QByteArray hash = sha256(bytes);
    QMutexLocker lock(&d->imagesMutex);
    auto store = d->imageStore(imagesPath());
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    auto added = sqlite::guarded([&] {
        if (!d->imagesTransaction) {
            d->imagesTransaction
                = std::make_unique<sqlite::Transaction>(**store, sqlite::Transaction::Kind::Write);
        }
        (*store)
            ->cached(QStringLiteral("INSERT OR IGNORE INTO blobs(sha256, bytes) VALUES(?, ?)"))
            .bindAll(hash, bytes)
            .run();
        d->pendingImageBytes += bytes.size();
        if (d->pendingImageBytes > kImageBatchBytes) {
            d->imagesTransaction->commit();
            d->imagesTransaction.reset();
            d->pendingImageBytes = 0;
        }
    });
    if (!added) {
        d->imagesTransaction.reset();
        return tl::unexpected<Error>(added.error());
    }
    return hash;
}

Result<> Project::flushImages()
{
    QMutexLocker lock(&d->imagesMutex);
    if (!d->imagesTransaction) {
        return {};
    }
    auto done = sqlite::guarded([&] { d->imagesTransaction->commit(); });
    d->imagesTransaction.reset();
    d->pendingImageBytes = 0;
    return done;
}

Result<QVector<QByteArray>> Project::imageHashes() const
{
    QMutexLocker lock(&d->imagesMutex);
    if (!d->images && !QFileInfo::exists(imagesPath())) {
        return QVector<QByteArray>();
    }
    auto store = d->imageStore(imagesPath());
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return sqlite::guarded([&] {
        QVector<QByteArray> hashes;
        sqlite::Statement query(**store, QStringLiteral("SELECT sha256 FROM blobs"));
        while (query.step()) {
            hashes.append(query.blob(0));
        }
        return hashes;
    });
}

Result<> Project::removeImageBytes(const QVector<QByteArray>& hashes)
{
    WINNOW_TRY(flushImages());
    QMutexLocker lock(&d->imagesMutex);
    auto store = d->imageStore(imagesPath());
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return sqlite::guarded([&] {
        sqlite::Transaction transaction(**store, sqlite::Transaction::Kind::Write);
        sqlite::Statement remove(**store, QStringLiteral("DELETE FROM blobs WHERE sha256 = ?"));
        for (const QByteArray& hash : hashes) {
            remove.bindAll(hash).run();
        }
        transaction.commit();
    });
}

Result<QString> Project::backup()
{
    auto reader = borrowReader();
    if (!reader) {
        return tl::unexpected<Error>(reader.error());
    }
    const QString target = d->path + QStringLiteral(".backup");
    auto done = (*reader)->backupTo(target);
    giveBack(std::move(*reader));
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return target;
}

QString Project::newestBackup(const QString& path)
{
    const QFileInfo info(path);
    const QFileInfoList candidates
        = QDir(info.absolutePath())
              .entryInfoList({info.fileName() + QStringLiteral(".backup*")}, QDir::Files, QDir::Time);
    for (const QFileInfo& candidate : candidates) {
        if (!candidate.fileName().endsWith(QStringLiteral(".part"))) {
            return candidate.absoluteFilePath();
        }
    }
    return {};
}

} // namespace winnow
