// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parquet/duckdbsession.h"

#include <semaphore>
#include <thread>

namespace winnow::duckdb {

/// The rows of a table, chunk by chunk, where the library has them. A result that is fetched is a copy of
/// every text and blob, which for a chunk of images is hundreds of megabytes; here the query calls a function
/// with the columns, which waits until whoever reads is done with them. One thread reads, another runs the
/// query.
class Feed {
public:
    Feed() = default;
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;
    /// Ends the query.
    ~Feed();

    /// `columns` with commas, `from` a table. The session is the query's until the end of the rows.
    Result<> open(Session& session, const std::string& columns, const std::string& from);
    bool isOpen() const { return m_session != nullptr; }
    /// Rows of the next chunk; 0 at the end.
    Result<size_t> next();
    /// Lives until next().
    Vector column(size_t at) const { return m_session->api().data_chunk_get_vector(m_chunk, at); }

private:
    static void take(FunctionInfo info, Chunk input, Vector output);
    /// Until the next chunk is here, or the end.
    void wait();

    Session* m_session = nullptr;
    std::thread m_query;
    /// Of the thread that reads: the query waits for it; the end was seen.
    bool m_waits = false;
    bool m_finished = false;
    /// A chunk is here, or the query has ended; what it writes before is read behind this.
    std::binary_semaphore m_given{0};
    Chunk m_chunk = nullptr;
    bool m_ended = false;
    Result<> m_outcome;
    /// The chunk is not needed any more; what is written before is read behind this.
    std::binary_semaphore m_taken{0};
    bool m_stopped = false;
};

} // namespace winnow::duckdb
