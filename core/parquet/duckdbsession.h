// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parquet/duckdblibrary.h"
#include "core/parquet/parquetfile.h"

#include <QByteArray>

#include <functional>
#include <string>
#include <vector>

namespace winnow::duckdb {

/// The columns of a result.
struct Answer {
    struct Column {
        std::string name;
        ParquetType type;
        /// False where some part of the type has no kind of ours.
        bool known = true;
        int levels = 0;
    };
    std::vector<Column> columns;
};

/// A database in memory that loads no extension, writes nothing and uses one thread: order is kept, and what
/// is held is what that thread holds. One thread.
class Session {
public:
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    /// Errors tell `path` in the place of `shownAs`.
    Result<> open(const QString& path, const QString& shownAs);
    const Api& api() const { return *m_api; }
    Connection connection() const { return m_connection; }

    Result<> run(const std::string& sql);
    Result<Answer> ask(const std::string& sql);
    /// The first value of a column, a BIGINT.
    Result<qint64> number(const std::string& sql, size_t column = 0);
    /// The first value, a BLOB; empty when there is no row.
    Result<QByteArray> bytes(const std::string& sql);

    /// What the library says, as an error about the file.
    Error error(const char* text) const;
    /// The same about one column of it; empty = not known which.
    Error unreadable(const Error& error, const QString& column) const;

private:
    /// Hands over the column of the first row, if there is one.
    Result<> first(const std::string& sql, size_t column, const std::function<void(Vector)>& take);

    const Api* m_api = nullptr;
    Database m_database = nullptr;
    Connection m_connection = nullptr;
    QString m_path;
    QString m_shownAs;
};

/// The rows of a query, chunk by chunk.
class Stream {
public:
    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream();

    Result<> open(const Session& session, const std::string& sql);
    bool isOpen() const { return m_prepared; }
    /// Rows of the next chunk; 0 at the end.
    Result<size_t> next();
    Vector column(size_t at) const;
    /// Reads to the end: what follows on the connection is not part of this query's transaction.
    Result<> finish();

private:
    const Session* m_session = nullptr;
    Prepared m_prepared = nullptr;
    Pending m_pending = nullptr;
    QueryResult m_result;
    bool m_hasResult = false;
    bool m_ended = false;
    Chunk m_chunk = nullptr;
};

} // namespace winnow::duckdb
