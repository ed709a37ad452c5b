// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parquet/duckdbfeed.h"

#include <atomic>

namespace winnow::duckdb {

namespace {

/// Ids of the C API.
constexpr int kBigInt = 5;
constexpr int kAny = 34;

/// For calls from the library, which bring no more than what was registered.
std::atomic<const Api*> calledFrom{nullptr};

} // namespace

Feed::~Feed()
{
    if (!m_query.joinable()) {
        return;
    }
    m_stopped = true;
    while (!m_finished) {
        wait();
    }
    m_query.join();
}

void Feed::wait()
{
    if (m_waits) {
        m_taken.release();
    }
    m_given.acquire();
    m_finished = m_ended;
    m_waits = !m_ended;
}

Result<> Feed::open(Session& session, const std::string& columns, const std::string& from)
{
    m_session = &session;
    const Api& api = session.api();
    calledFrom = &api;
    ScalarFunction function = api.create_scalar_function();
    api.scalar_function_set_name(function, "winnow_take");
    LogicalType any = api.create_logical_type(kAny);
    LogicalType number = api.create_logical_type(kBigInt);
    api.scalar_function_set_varargs(function, any);
    api.scalar_function_set_return_type(function, number);
    api.destroy_logical_type(&any);
    api.destroy_logical_type(&number);
    // Rows with a null are handed over as well, and no call is left out as one with a known result.
    api.scalar_function_set_special_handling(function);
    api.scalar_function_set_volatile(function);
    api.scalar_function_set_extra_info(function, this, nullptr);
    api.scalar_function_set_function(function, &Feed::take);
    const State registered = api.register_scalar_function(session.connection(), function);
    api.destroy_scalar_function(&function);
    if (registered != 0) {
        return tl::unexpected<Error>(session.error("winnow_take"));
    }
    const std::string sql = "SELECT max(winnow_take(" + columns + ")) FROM " + from;
    m_query = std::thread([this, sql] {
        m_outcome = m_session->run(sql);
        m_ended = true;
        m_given.release();
    });
    return {};
}

void Feed::take(FunctionInfo info, Chunk input, Vector output)
{
    // The library calls from the thread that runs the query: no lock is needed, the semaphores order all.
    const Api& api = *calledFrom;
    auto* feed = static_cast<Feed*>(api.scalar_function_get_extra_info(info));
    std::memset(api.vector_get_data(output), 0, size_t(api.data_chunk_get_size(input)) * sizeof(int64_t));
    feed->m_chunk = input;
    feed->m_given.release();
    feed->m_taken.acquire();
    if (feed->m_stopped) {
        api.scalar_function_set_error(info, "stopped");
    }
}

Result<size_t> Feed::next()
{
    if (m_finished) {
        return 0;
    }
    wait();
    if (!m_finished) {
        return size_t(m_session->api().data_chunk_get_size(m_chunk));
    }
    m_query.join();
    if (!m_outcome) {
        return tl::unexpected<Error>(m_outcome.error());
    }
    return 0;
}

} // namespace winnow::duckdb
