// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace winnow::sqlite {

/// Thrown inside core/sqlite and core/store only; `guarded()` turns it into an Error at the store's edge.
struct Failure {
    Error error;
};

/// Exclusive: to write while nobody else has the file open; Locked otherwise.
enum class OpenMode { Create, ReadWrite, ReadOnly, Exclusive };

class Connection;

/// A prepared statement. Parameters count from 1, columns from 0, as in SQLite. Not thread-safe.
class Statement {
public:
    /// Throws Failure when `sql` does not compile.
    Statement(Connection& connection, const QString& sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// All of these throw Failure when there is no such parameter, the value is too large or the statement
    /// still runs.
    Statement& bind(int index, qint64 value);
    Statement& bind(int index, int value) { return bind(index, qint64(value)); }
    Statement& bind(int index, double value);
    Statement& bind(int index, const QString& value);
    Statement& bind(int index, const QByteArray& blob);
    /// UTF-8 text; not copied: must live until the next reset.
    Statement& bindUtf8(int index, std::string_view text);
    Statement& bindNull(int index);
    /// Empty text as NULL.
    Statement& bindOptional(int index, const QString& value);
    template <typename T> Statement& bindOptional(int index, const std::optional<T>& value)
    {
        return value ? bind(index, *value) : bindNull(index);
    }

    /// The value of a column of another statement's row, whatever its type.
    Statement& bindColumn(int index, const Statement& row, int column);

    /// Binds all arguments from 1 on.
    template <typename... Args> Statement& bindAll(const Args&... args)
    {
        int index = 0;
        (bind(++index, args), ...);
        return *this;
    }

    /// True while there is a row. Throws Failure.
    bool step();
    /// Runs to the end and resets. Throws Failure.
    void run();
    /// Runs a statement that gives one number (INSERT … RETURNING id) to its end and resets it. Throws
    /// Failure, also where there is no row.
    qint64 runForInteger();
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// UTF-8 text, valid until the next step.
    std::string_view utf8(int column) const;
    std::optional<double> optionalReal(int column) const;
    std::optional<qint64> optionalInteger(int column) const;

private:
    Statement& bound(int code);

    Connection& m_connection;
    void* m_statement = nullptr;
};

/// One connection to one database file; used by one thread at a time.
/// Foreign keys are on, the busy time-out is 5 s; a writer commits to disk (synchronous=FULL) in WAL mode.
class Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const QString& path, OpenMode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// How long a statement waits for another connection, in milliseconds.
    static constexpr int kBusyWait = 5000;
    void setBusyWait(int milliseconds);

    QString path() const;
    /// Runs a script of one or more statements. Throws Failure.
    void execute(const QString& sql);
    /// A statement compiled once for this connection and reset for use. Throws Failure.
    Statement& cached(const QString& sql);
    /// First column of the first row; 0 when there is none. Throws Failure.
    qint64 integer(const QString& sql);
    QString text(const QString& sql);
    qint64 lastInsertId() const;
    qint64 changes() const;
    /// Makes whatever runs on this connection stop with ErrorCode::Cancelled. Any thread.
    void interrupt();
    /// Polled about every 10,000 virtual machine steps; true stops the statement. Pass {} to remove.
    void setCancelCheck(std::function<bool()> check);
    /// Fails (ErrorCode::Replaced) when what this writer has open is not what its path names any more, or
    /// when its locks are gone: the database or its log was replaced, moved or deleted. Costs a few system
    /// calls.
    Result<> verifyFile() const;
    /// False where the file system knows locks of processes only: then closing any descriptor of the file in
    /// this process drops them.
    bool locksHoldThroughCloses() const;
    /// Writes what the open transaction has changed so far to the disk, so that its commit has little left
    /// to do. Throws Failure.
    void spill();
    /// Copies the write-ahead log into the database as far as no reader is in the way, and shortens the log
    /// when all of it was copied. Stops with Cancelled within a fraction of a second.
    Result<> checkpoint(const Progress& progress);
    /// Resets every statement of cached(), whoever forgot to.
    void resetCached();
    /// Whether the file's pages have room for checksums (see pagechecksum.h). Throws Failure.
    bool hasPageChecksums();
    /// Writes a file from an older program anew, so that its pages carry checksums; not inside a transaction.
    /// Takes as much free space as the file. Throws Failure, and the file is as before.
    void addPageChecksums();
    /// Pages of the file that are not what was written, with the tree that lies there (empty: not known);
    /// nullopt for a file without checksums. Pages that SQLite reads from the log, and free ones, do not
    /// count. Throws Failure.
    using WrongPages = std::vector<std::pair<quint32, QString>>;
    std::optional<WrongPages> pagesWithWrongChecksum(const std::function<bool()>& cancelled);
    /// For a file whose schema is not trusted: no trigger runs, our own guards neither.
    void disableTriggers();

    [[noreturn]] void raise(const QString& doing = {}) const;
    void* handle() const;

private:
    Connection();
    struct Private;
    std::unique_ptr<Private> d;
};

/// Rolls back unless committed. BEGIN IMMEDIATE for writers, BEGIN for readers. No statement of
/// Connection::cached() outlives it.
/// A commit into a file that is not there any more (`Connection::verifyFile`) throws Failure.
class Transaction {
public:
    enum class Kind { Read, Write, Exclusive };
    Transaction(Connection& connection, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

Error errorFromCode(int sqliteCode, const QString& sqliteMessage, const QString& path);

/// The Result that `guarded()` makes of a function returning `Value`.
template <typename Value> struct GuardedOutcome {
    using Type = Result<Value>;
};
template <typename Value> struct GuardedOutcome<Result<Value>> {
    using Type = Result<Value>;
};

/// Runs `function` (returning a value or a Result) and turns a thrown Failure into its Error, and any other
/// exception too.
template <typename Function> auto guarded(Function&& function)
{
    using Value = std::invoke_result_t<Function>;
    using Outcome = typename GuardedOutcome<Value>::Type;
    try {
        if constexpr (std::is_void_v<Value>) {
            function();
            return Outcome();
        } else {
            return Outcome(function());
        }
    } catch (const Failure& failure) {
        return Outcome(tl::unexpected<Error>(failure.error));
    } catch (...) {
        return Outcome(tl::unexpected<Error>(errorOfException()));
    }
}

} // namespace winnow::sqlite
