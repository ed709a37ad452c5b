// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace winnow::sqlite {

/// Thrown inside core/sqlite and core/store only; `guarded()` turns it into an Error at the store's edge.
struct Failure {
    Error error;
};

enum class OpenMode { Create, ReadWrite, ReadOnly };

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
    /// A consistent copy into `path` through SQLite's backup API; replaces an existing file atomically.
    Result<> backupTo(const QString& path);

    [[noreturn]] void raise(const QString& doing = {}) const;
    void* handle() const;

private:
    Connection();
    struct Private;
    std::unique_ptr<Private> d;
};

/// Rolls back unless committed. BEGIN IMMEDIATE for writers, BEGIN for readers.
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

/// Runs `function` (returning a value or a Result) and turns a thrown Failure into its Error.
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
    }
}

} // namespace winnow::sqlite
