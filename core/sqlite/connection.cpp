// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/connection.h"

#include "core/sqlite/filelocks.h"
#include "core/sqlite/pagechecksum.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QScopeGuard>
#include <QThread>

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace winnow::sqlite {

namespace {

/// How long a connection waits for others, and since when.
struct Waiting {
    int most = Connection::kBusyWait;
    QElapsedTimer since;
};

} // namespace

struct Connection::Private {
    std::unique_ptr<SQLite::Database> database;
    QString path;
    /// The same with its links resolved, as SQLite names the files beside it.
    QString resolved;
    /// What a writer has open: the database, and its write-ahead log if it has one.
    std::optional<FileIdentity> file;
    std::optional<FileIdentity> log;
    QHash<QString, std::shared_ptr<Statement>> cache;
    std::function<bool()> cancelCheck;
    Waiting waiting;
};

namespace {

/// Before SQLite's first use: its count of all memory, which nobody asks for, is a lock at every allocation.
void configureLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

/// Asks every few milliseconds: SQLite's own handler sleeps up to a tenth of a second between two tries, and
/// would miss the moments that an import leaves free for a second and more.
int waitForOthers(void* data, int tries)
{
    auto& d = *static_cast<Waiting*>(data);
    if (tries == 0) {
        d.since.start();
    }
    if (d.since.elapsed() >= d.most) {
        return 0;
    }
    constexpr int kLongestSleep = 4;
    QThread::msleep(static_cast<unsigned long>(std::min(tries + 1, kLongestSleep)));
    return 1;
}

Error said(ErrorCode code, const Sentence& message, const Sentence& remedy = {})
{
    return fail(code, message, remedy).value();
}

} // namespace

Error errorFromCode(int code, const QString& sqliteMessage, const QString& path)
{
    if (code == SQLITE_IOERR_DATA) {
        return said(ErrorCode::Damaged,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is damaged (a page is not what was written)"))
                .arg(path),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Keep the file, and bring a backup back or run \"winnow-cli check --repair\"")));
    }
    switch (code & 0xff) {
    case SQLITE_FULL:
        return said(ErrorCode::DiskFull,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1: the disk is full; nothing was changed")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Free some space and try again")));
    case SQLITE_IOERR:
        return said(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1: reading or writing failed (%2)"))
                .arg(path, sqliteMessage),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the disk, its free space and your permissions")));
    case SQLITE_CORRUPT:
        return said(ErrorCode::Damaged,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is damaged (%2)")).arg(path, sqliteMessage),
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                "Keep the file, and restore the backup beside it or run \"winnow-cli check --repair\"")));
    case SQLITE_NOTADB:
        return said(ErrorCode::NotAProject,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a Winnow project")).arg(path),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Choose a .winnow file, or import this file into a project")));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return said(ErrorCode::Locked,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is being written by another program")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Wait until it has finished, then try again")));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return said(ErrorCode::ReadOnly,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Copy it to a folder that you may write to")));
    case SQLITE_CANTOPEN:
        return said(ErrorCode::Io, Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be opened")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Check that the folder exists and that you may read and write it")));
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return said(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
    case SQLITE_CONSTRAINT:
        return said(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(path, sqliteMessage));
    case SQLITE_TOOBIG:
        return said(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1: a value is too large to store")).arg(path));
    default:
        return said(ErrorCode::Internal, QStringLiteral("%1: %2").arg(path, sqliteMessage));
    }
}

namespace {

sqlite3_stmt* raw(void* statement)
{
    return static_cast<sqlite3_stmt*>(statement);
}

} // namespace

// Rows are read through the C API: SQLiteCpp's Column copies a shared pointer for every cell.
Statement::Statement(Connection& connection, const QString& sql)
    : m_connection(connection)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    const int rc = sqlite3_prepare_v3(static_cast<sqlite3*>(connection.handle()), utf8.constData(),
        int(utf8.size()) + 1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (rc != SQLITE_OK) {
        connection.raise(sql);
    }
    m_statement = statement;
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement::~Statement()
{
    sqlite3_finalize(raw(m_statement));
}

Statement& Statement::bound(int code)
{
    if (code != SQLITE_OK) {
        m_connection.raise(QString::fromUtf8(sqlite3_sql(raw(m_statement))));
    }
    return *this;
}

Statement& Statement::bind(int index, qint64 value)
{
    return bound(sqlite3_bind_int64(raw(m_statement), index, value));
}

Statement& Statement::bind(int index, double value)
{
    return bound(sqlite3_bind_double(raw(m_statement), index, value));
}

Statement& Statement::bind(int index, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    return bound(sqlite3_bind_text64(raw(m_statement), index, utf8.constData(), sqlite3_uint64(utf8.size()),
        SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind(int index, const QByteArray& blob)
{
    return bound(sqlite3_bind_blob64(raw(m_statement), index, blob.isNull() ? "" : blob.constData(),
        sqlite3_uint64(blob.size()), SQLITE_TRANSIENT));
}

Statement& Statement::bindUtf8(int index, std::string_view text)
{
    return bound(sqlite3_bind_text64(
        raw(m_statement), index, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement& Statement::bindNull(int index)
{
    return bound(sqlite3_bind_null(raw(m_statement), index));
}

Statement& Statement::bindOptional(int index, const QString& value)
{
    return value.isEmpty() ? bindNull(index) : bind(index, value);
}

Statement& Statement::bindColumn(int index, const Statement& row, int column)
{
    return bound(
        sqlite3_bind_value(raw(m_statement), index, sqlite3_column_value(raw(row.m_statement), column)));
}

bool Statement::step()
{
    const int rc = sqlite3_step(raw(m_statement));
    if (rc == SQLITE_ROW) {
        return true;
    }
    if (rc == SQLITE_DONE) {
        return false;
    }
    const Error error = errorFromCode(sqlite3_extended_errcode(static_cast<sqlite3*>(m_connection.handle())),
        QString::fromUtf8(sqlite3_errmsg(static_cast<sqlite3*>(m_connection.handle()))), m_connection.path());
    sqlite3_reset(raw(m_statement));
    throw Failure{error};
}

void Statement::run()
{
    while (step()) { }
    reset();
}

qint64 Statement::runForInteger()
{
    if (!step()) {
        reset();
        throw Failure{{ErrorCode::Internal,
            QStringLiteral("%1: nothing came of %2")
                .arg(m_connection.path(), QString::fromUtf8(sqlite3_sql(raw(m_statement)))),
            {}}};
    }
    const qint64 value = integer(0);
    run();
    return value;
}

void Statement::reset()
{
    sqlite3_reset(raw(m_statement));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(raw(m_statement), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(raw(m_statement), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(raw(m_statement), column);
}

std::string_view Statement::utf8(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw(m_statement), column));
    return text ? std::string_view(text, size_t(sqlite3_column_bytes(raw(m_statement), column)))
                : std::string_view();
}

QString Statement::text(int column) const
{
    const std::string_view view = utf8(column);
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

QByteArray Statement::blob(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(raw(m_statement), column));
    return data ? QByteArray(data, sqlite3_column_bytes(raw(m_statement), column)) : QByteArray();
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<double>(real(column));
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<qint64>(integer(column));
}

namespace {

/// A file that is made or vacuumed from here on has room for checksums.
void reserveChecksums(sqlite3* handle)
{
    int reserved = kChecksumBytes;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
}

} // namespace

Connection::Connection()
    : d(std::make_unique<Private>())
{
}

Connection::~Connection()
{
    d->cache.clear();
    if (d->database && !verifyFile()) {
        // A file that was moved away gets what is in the log, which would stay behind.
        if (d->log && !FileIdentity::of(d->path)
            && FileIdentity::of(d->resolved + QStringLiteral("-wal")) == d->log) {
            sqlite3_exec(
                d->database->getHandle(), "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
        }
        // The last to close folds the log into the database and deletes it by its name: not when either is
        // another's by now.
        sqlite3_db_config(d->database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, OpenMode mode)
{
    int flags = SQLite::OPEN_READONLY;
    if (mode == OpenMode::Create) {
        flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    } else if (mode != OpenMode::ReadOnly) {
        flags = SQLite::OPEN_READWRITE;
    }
    configureLibrary();
    installPageChecksums();
    // One thread at a time uses a connection, so that SQLite need not lock at every call.
    flags |= SQLite::OPEN_NOMUTEX;
    std::unique_ptr<Connection> connection(new Connection);
    connection->d->path = path;
    (void)FileLocks::instance();
    const OpenedFiles opened;
    try {
        connection->d->database
            = std::make_unique<SQLite::Database>(QFile::encodeName(path).toStdString(), flags, kBusyWait);
        auto* handle = connection->d->database->getHandle();
        connection->d->resolved = QFile::decodeName(sqlite3_db_filename(handle, "main"));
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_extended_result_codes(handle, 1);
        connection->setBusyWait(kBusyWait);
        connection->d->database->exec("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
                                      "PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824;");
        if (mode == OpenMode::Exclusive) {
            // Before the first access, so that the lock is on the file itself: whoever has it open holds one
            // too.
            connection->d->database->exec("PRAGMA locking_mode=EXCLUSIVE;");
        }
        if (mode == OpenMode::Create) {
            reserveChecksums(handle);
        }
        if (mode != OpenMode::ReadOnly) {
            // What is written rests on pages that were verified; they pass through us, so they are not
            // mapped.
            connection->d->database->exec("PRAGMA mmap_size=0;");
            verifyReads(handle);
            connection->d->database->exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                          "PRAGMA journal_size_limit=67108864;");
            // The log of a new file is opened by the first read.
            connection->d->database->exec("SELECT count(*) FROM sqlite_schema");
            const QByteArray name(sqlite3_db_filename(handle, "main"));
            connection->d->file = opened.find(name);
            connection->d->log = opened.find(name + "-wal");
        } else {
            connection->d->database->exec("PRAGMA query_only=ON;");
        }
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected<Error>(
            errorFromCode(exception.getErrorCode(), QString::fromUtf8(exception.what()), path));
    }
    return connection;
}

void Connection::setBusyWait(int milliseconds)
{
    d->waiting.most = milliseconds;
    sqlite3_busy_handler(d->database->getHandle(), milliseconds > 0 ? &waitForOthers : nullptr, &d->waiting);
}

void Connection::disableTriggers()
{
    sqlite3_db_config(d->database->getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

QString Connection::path() const
{
    return d->path;
}

void* Connection::handle() const
{
    return d->database->getHandle();
}

void Connection::raise(const QString& doing) const
{
    auto* handle = d->database->getHandle();
    QString message = QString::fromUtf8(sqlite3_errmsg(handle));
    if (!doing.isEmpty()) {
        message += QStringLiteral(" in: ") + doing;
    }
    throw Failure{errorFromCode(sqlite3_extended_errcode(handle), message, d->path)};
}

void Connection::execute(const QString& sql)
{
    if (sqlite3_exec(d->database->getHandle(), sql.toUtf8().constData(), nullptr, nullptr, nullptr)
        != SQLITE_OK) {
        raise(sql.left(200));
    }
}

Statement& Connection::cached(const QString& sql)
{
    auto it = d->cache.find(sql);
    if (it == d->cache.end()) {
        it = d->cache.insert(sql, std::make_shared<Statement>(*this, sql));
    } else {
        it.value()->reset();
    }
    return *it.value();
}

qint64 Connection::integer(const QString& sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

QString Connection::text(const QString& sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.text(0) : QString();
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(d->database->getHandle());
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(d->database->getHandle());
}

void Connection::interrupt()
{
    sqlite3_interrupt(d->database->getHandle());
}

void Connection::setCancelCheck(std::function<bool()> check)
{
    d->cancelCheck = std::move(check);
    if (!d->cancelCheck) {
        sqlite3_progress_handler(d->database->getHandle(), 0, nullptr, nullptr);
        return;
    }
    sqlite3_progress_handler(
        d->database->getHandle(), 10000,
        [](void* context) { return static_cast<Private*>(context)->cancelCheck() ? 1 : 0; }, d.get());
}

void Connection::resetCached()
{
    for (const std::shared_ptr<Statement>& statement : std::as_const(d->cache)) {
        statement->reset();
    }
}

void Connection::spill()
{
    auto* handle = d->database->getHandle();
    if (sqlite3_db_cacheflush(handle) != SQLITE_OK) {
        raise();
    }
    sqlite3_file* log = nullptr;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log
        && log->pMethods && log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) != SQLITE_OK) {
        throw Failure{errorFromCode(SQLITE_IOERR, QStringLiteral("fsync"), d->path)};
    }
}

Result<> Connection::checkpoint(const Progress& progress)
{
    // SQLite looks at its interrupt flag while it copies, but asks nobody: somebody has to set it.
    std::atomic<bool> done = false;
    std::thread watcher([&] {
        constexpr std::chrono::milliseconds kPause(20);
        while (!done) {
            if (progress.isCancelled()) {
                interrupt();
            }
            std::this_thread::sleep_for(kPause);
        }
    });
    const auto stop = qScopeGuard([&] {
        done = true;
        watcher.join();
    });
    int frames = 0;
    int copied = 0;
    auto* handle = d->database->getHandle();
    int code = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, &frames, &copied);
    if (code == SQLITE_OK && frames == copied) {
        // All is copied: what is left to do is quick, and whoever reads just now is not waited for.
        setBusyWait(0);
        code = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        setBusyWait(kBusyWait);
    }
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) {
        return tl::unexpected<Error>(errorFromCode(code, QString::fromUtf8(sqlite3_errmsg(handle)), d->path));
    }
    return {};
}

Result<> Connection::verifyFile() const
{
    if (!d->file) {
        return {};
    }
    const auto gone = [](const QString& path) {
        return fail(ErrorCode::Replaced,
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "%1 was replaced, moved or deleted while Winnow had it open"))
                .arg(path),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Nothing is written there any more: put the file back, or open the project again")));
    };
    const auto named = FileIdentity::of(d->path);
    if (named != d->file) {
        return gone(d->path);
    }
    if (!d->log) {
        return {}; // no write-ahead log here: locks are taken for each transaction
    }
    if (FileIdentity::of(d->resolved + QStringLiteral("-wal")) != d->log) {
        return gone(d->resolved + QStringLiteral("-wal"));
    }
    for (const auto* part : {"", "-shm"}) {
        const QString file = d->resolved + QLatin1String(part);
        switch (FileLocks::instance().state(file)) {
        case FileLocks::State::Held:
            break;
        case FileLocks::State::None:
            return gone(file);
        case FileLocks::State::Lost:
            return fail(ErrorCode::Replaced,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The locks on %1 were lost")).arg(file),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Open the project again")));
        }
    }
    return {};
}

bool Connection::locksHoldThroughCloses() const
{
    const FileLocks& locks = FileLocks::instance();
    return locks.kind(d->resolved) == FileLocks::Kind::OpenFile
        && locks.kind(d->resolved + QStringLiteral("-shm")) == FileLocks::Kind::OpenFile;
}

Transaction::Transaction(Connection& connection, Kind kind)
    : m_connection(connection)
{
    switch (kind) {
    case Kind::Read:
        connection.execute(QStringLiteral("BEGIN"));
        break;
    case Kind::Write:
        connection.execute(QStringLiteral("BEGIN IMMEDIATE"));
        break;
    case Kind::Exclusive:
        connection.execute(QStringLiteral("BEGIN EXCLUSIVE"));
        break;
    }
}

Transaction::~Transaction()
{
    if (m_open) {
        m_connection.resetCached();
        sqlite3_exec(static_cast<sqlite3*>(m_connection.handle()), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit()
{
    // Before, so that nothing goes into a file that is another's by now; and after, so that nothing is
    // acknowledged that went into one.
    const auto verify = [this] {
        if (auto sound = m_connection.verifyFile(); !sound) {
            throw Failure{sound.error()};
        }
    };
    verify();
    m_connection.resetCached();
    m_connection.execute(QStringLiteral("COMMIT"));
    m_open = false;
    verify();
}

} // namespace winnow::sqlite
