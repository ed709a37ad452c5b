// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parquet/duckdbcopy.h"

#include <algorithm>
#include <atomic>

namespace winnow::duckdb {

namespace {

/// For calls from the library, which bring no more than what was registered.
std::atomic<const Api*> calledFrom{nullptr};

/// The type id of the C API; 0 for kinds that are not written.
int idOf(ParquetKind kind)
{
    switch (kind) {
    case ParquetKind::Boolean:
        return 1;
    case ParquetKind::Int64:
        return 5;
    case ParquetKind::Double:
        return 11;
    case ParquetKind::Text:
        return 17;
    case ParquetKind::Blob:
        return 18;
    default:
        return 0;
    }
}

/// The caller ends it.
LogicalType typeHandle(const Api& api, const ParquetType& type)
{
    std::vector<LogicalType> members;
    for (const ParquetType& child : type.children) {
        members.push_back(typeHandle(api, child));
    }
    LogicalType made = nullptr;
    if (type.kind == ParquetKind::List) {
        made = api.create_list_type(members.front());
    } else if (type.kind == ParquetKind::Struct) {
        std::vector<const char*> names;
        for (const std::string& name : type.names) {
            names.push_back(name.c_str());
        }
        made = api.create_struct_type(members.data(), names.data(), Size(members.size()));
    } else {
        made = api.create_logical_type(idOf(type.kind));
    }
    for (LogicalType& member : members) {
        api.destroy_logical_type(&member);
    }
    return made;
}

template <typename T> void copyFixed(void* to, const ParquetValues& cells, size_t first, size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        const uint64_t bits = cells.fixed(first + i);
        if constexpr (sizeof(T) == sizeof(bits)) {
            std::memcpy(static_cast<T*>(to) + i, &bits, sizeof(T));
        } else {
            static_cast<T*>(to)[i] = T(bits);
        }
    }
}

/// Values of cells into a vector of the library, from its first place.
void put(const Api& api, Vector to, const ParquetValues& cells, size_t first, size_t count)
{
    uint64_t* validity = nullptr;
    for (size_t i = 0; i < count; ++i) {
        if (cells.isNull(first + i)) {
            if (!validity) {
                api.vector_ensure_validity_writable(to);
                validity = api.vector_get_validity(to);
            }
            validity[i / 64] &= ~(uint64_t(1) << (i % 64));
        }
    }
    switch (cells.kind()) {
    case ParquetKind::Boolean:
        copyFixed<uint8_t>(api.vector_get_data(to), cells, first, count);
        break;
    case ParquetKind::Text:
    case ParquetKind::Blob:
        for (size_t i = 0; i < count; ++i) {
            // Not copied: the batch stays until the next chunk is asked for, and by then this one was taken.
            static_cast<StringValue*>(api.vector_get_data(to))[i] = StringValue::of(cells.text(first + i));
        }
        break;
    case ParquetKind::Struct:
        for (size_t i = 0; i < cells.children(); ++i) {
            put(api, api.struct_vector_get_child(to, i), cells.child(i), first, count);
        }
        break;
    case ParquetKind::List: {
        auto* entries = static_cast<ListEntry*>(api.vector_get_data(to));
        const size_t begin = count == 0 ? 0 : cells.elements(first).first;
        size_t end = begin;
        for (size_t i = 0; i < count; ++i) {
            const ParquetValues::Range range = cells.elements(first + i);
            entries[i] = {range.first - begin, range.count};
            end = range.first + range.count;
        }
        api.list_vector_reserve(to, end - begin);
        api.list_vector_set_size(to, end - begin);
        put(api, api.list_vector_get_child(to), cells.child(0), begin, end - begin);
        break;
    }
    default:
        copyFixed<uint64_t>(api.vector_get_data(to), cells, first, count);
        break;
    }
}

} // namespace

Copy::~Copy()
{
    if (!m_query.joinable()) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_closed = true;
    }
    m_changed.notify_all();
    m_query.join();
}

Result<> Copy::open(const std::vector<ParquetColumn>& columns, const std::string& target)
{
    m_columns = columns;
    for (const ParquetColumn& column : columns) {
        m_waiting.emplace_back(column.type);
        m_current.emplace_back(column.type);
    }
    const Api& api = m_session.api();
    calledFrom = &api;
    TableFunction function = api.create_table_function();
    api.table_function_set_name(function, "winnow_rows");
    api.table_function_set_extra_info(function, this, nullptr);
    api.table_function_set_bind(function, &Copy::bind);
    api.table_function_set_init(function, &Copy::init);
    api.table_function_set_function(function, &Copy::fetch);
    const State registered = api.register_table_function(m_session.connection(), function);
    api.destroy_table_function(&function);
    if (registered != 0) {
        return tl::unexpected<Error>(m_session.error("winnow_rows"));
    }
    const std::string sql = "COPY (SELECT * FROM winnow_rows()) TO " + target;
    m_query = std::thread([this, sql] {
        // What its statistics say first: the file, its rows, its bytes.
        auto outcome = m_session.number(sql, 2);
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(outcome);
        m_ended = true;
        m_changed.notify_all();
    });
    return {};
}

void Copy::bind(BindInfo info)
{
    const Api& api = *calledFrom;
    const auto* copy = static_cast<const Copy*>(api.bind_get_extra_info(info));
    for (const ParquetColumn& column : copy->m_columns) {
        LogicalType type = typeHandle(api, column.type);
        api.bind_add_result_column(info, column.name.c_str(), type);
        api.destroy_logical_type(&type);
    }
}

void Copy::init(InitInfo) { }

void Copy::fetch(FunctionInfo info, Chunk output)
{
    static_cast<Copy*>(calledFrom.load()->function_get_extra_info(info))->fill(info, output);
}

void Copy::fill(FunctionInfo info, Chunk output)
{
    const Api& api = m_session.api();
    for (ParquetValues& cells : m_current) {
        cells.clear();
    }
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_hasWaiting || m_closed; });
        if (m_stopped) {
            api.function_set_error(info, "stopped");
            return;
        }
        if (!m_hasWaiting) {
            api.data_chunk_set_size(output, 0);
            return;
        }
        std::swap(m_waiting, m_current);
        m_hasWaiting = false;
    }
    m_changed.notify_all();
    const size_t rows = m_current.front().count();
    for (size_t i = 0; i < m_current.size(); ++i) {
        put(api, api.data_chunk_get_vector(output, i), m_current[i], 0, rows);
    }
    api.data_chunk_set_size(output, Size(rows));
}

Result<> Copy::give(Batch& batch)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_hasWaiting || m_ended; });
        if (m_ended) {
            return tl::unexpected<Error>(m_outcome ? m_session.error("ended") : m_outcome.error());
        }
        std::swap(m_waiting, batch);
        m_hasWaiting = true;
    }
    m_changed.notify_all();
    return {};
}

Result<qint64> Copy::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    m_query.join();
    return m_outcome;
}

} // namespace winnow::duckdb
