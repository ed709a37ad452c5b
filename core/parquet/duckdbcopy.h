// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parquet/duckdbsession.h"
#include "core/parquet/parquetvalues.h"
#include "core/parquet/parquetwriter.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace winnow::duckdb {

/// Rows of one hand-over.
using Batch = std::vector<ParquetValues>;

/// A COPY of rows that come batch by batch: the query runs in a thread of its own and asks a table function,
/// which waits for the next batch. One more batch waits while one is copied.
class Copy {
public:
    /// Rows of a batch at most: those of a chunk, a constant of the library.
    static constexpr size_t kMostRows = 2048;

    explicit Copy(Session& session)
        : m_session(session)
    {
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    /// Ends the query, which fails.
    ~Copy();

    /// `target`: what follows COPY (…) TO.
    Result<> open(const std::vector<ParquetColumn>& columns, const std::string& target);
    /// Takes the values of `batch` and leaves it empty; waits while another is waiting. The error of the
    /// query when it has ended.
    Result<> give(Batch& batch);
    /// Waits for the end of the query; bytes of the file.
    Result<qint64> finish();

private:
    static void bind(BindInfo info);
    static void init(InitInfo info);
    static void fetch(FunctionInfo info, Chunk output);
    void fill(FunctionInfo info, Chunk output);

    Session& m_session;
    std::vector<ParquetColumn> m_columns;
    std::thread m_query;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    // Below: under the mutex.
    Batch m_waiting;
    bool m_hasWaiting = false;
    /// No more batches.
    bool m_closed = false;
    /// There will be no file.
    bool m_stopped = false;
    bool m_ended = false;
    Result<qint64> m_outcome;
    /// Of the query's thread: what is copied at the moment.
    Batch m_current;
};

} // namespace winnow::duckdb
