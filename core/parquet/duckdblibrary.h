// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <cstring>
#include <string_view>

/// What of libduckdb's C API is called, declared here after its documentation (duckdb.org, "C API"), so that
/// building needs none of its files. Kept to core/parquet.
namespace winnow::duckdb {

using Size = uint64_t;
/// 0 = done, 1 = failed.
using State = int;

using Database = struct DatabaseHandle*;
using Connection = struct ConnectionHandle*;
using Config = struct ConfigHandle*;
using Prepared = struct PreparedHandle*;
using Pending = struct PendingHandle*;
using Chunk = struct ChunkHandle*;
using Vector = struct VectorHandle*;
using LogicalType = struct LogicalTypeHandle*;
using ScalarFunction = struct ScalarFunctionHandle*;
using TableFunction = struct TableFunctionHandle*;
using FunctionInfo = struct FunctionInfoHandle*;
using BindInfo = struct BindInfoHandle*;
using InitInfo = struct InitInfoHandle*;
using BindCall = void (*)(BindInfo);
using InitCall = void (*)(InitInfo);
using TableCall = void (*)(FunctionInfo, Chunk output);
using ScalarCall = void (*)(FunctionInfo, Chunk input, Vector output);

/// A result; the library alone reads what is in it.
struct QueryResult {
    uint64_t counts[3] = {};
    void* columns = nullptr;
    char* error = nullptr;
    void* internal = nullptr;
};

/// A text or blob of a vector: up to 12 bytes stand in it, of longer ones their first four and their place.
struct StringValue {
    uint32_t length;
    char inlined[12];

    std::string_view view() const
    {
        if (length <= sizeof(inlined)) {
            return {inlined, length};
        }
        const char* place = nullptr;
        std::memcpy(&place, inlined + 4, sizeof(place));
        return {place, length};
    }
    /// A longer one must stay where it is as long as the vector is read.
    static StringValue of(std::string_view text)
    {
        StringValue value{uint32_t(text.size()), {}};
        if (text.size() <= sizeof(value.inlined)) {
            std::memcpy(value.inlined, text.data(), text.size());
        } else {
            const char* place = text.data();
            std::memcpy(value.inlined, place, 4);
            std::memcpy(value.inlined + 4, &place, sizeof(place));
        }
        return value;
    }
};

/// Where the elements of a list stand in its child vector.
struct ListEntry {
    uint64_t offset;
    uint64_t length;
};

/// The functions, by their names without "duckdb_".
struct Api {
    const char* (*library_version)();
    void (*free)(void*);
    State (*create_config)(Config*);
    State (*set_config)(Config, const char* name, const char* value);
    void (*destroy_config)(Config*);
    State (*open_ext)(const char* path, Database*, Config, char** error);
    void (*close)(Database*);
    State (*connect)(Database, Connection*);
    void (*disconnect)(Connection*);
    State (*query)(Connection, const char* sql, QueryResult*);
    void (*destroy_result)(QueryResult*);
    const char* (*result_error)(QueryResult*);
    State (*prepare)(Connection, const char* sql, Prepared*);
    const char* (*prepare_error)(Prepared);
    void (*destroy_prepare)(Prepared*);
    State (*pending_prepared_streaming)(Prepared, Pending*);
    const char* (*pending_error)(Pending);
    State (*execute_pending)(Pending, QueryResult*);
    void (*destroy_pending)(Pending*);
    Size (*column_count)(QueryResult*);
    const char* (*column_name)(QueryResult*, Size column);
    LogicalType (*column_logical_type)(QueryResult*, Size column);
    Chunk (*fetch_chunk)(QueryResult);
    void (*destroy_data_chunk)(Chunk*);
    Size (*data_chunk_get_size)(Chunk);
    Vector (*data_chunk_get_vector)(Chunk, Size column);
    void* (*vector_get_data)(Vector);
    uint64_t* (*vector_get_validity)(Vector);
    Vector (*list_vector_get_child)(Vector);
    Vector (*array_vector_get_child)(Vector);
    Vector (*struct_vector_get_child)(Vector, Size index);
    void (*destroy_logical_type)(LogicalType*);
    int (*get_type_id)(LogicalType);
    uint8_t (*decimal_scale)(LogicalType);
    int (*decimal_internal_type)(LogicalType);
    LogicalType (*list_type_child_type)(LogicalType);
    LogicalType (*array_type_child_type)(LogicalType);
    Size (*array_type_array_size)(LogicalType);
    LogicalType (*map_type_key_type)(LogicalType);
    LogicalType (*map_type_value_type)(LogicalType);
    Size (*struct_type_child_count)(LogicalType);
    char* (*struct_type_child_name)(LogicalType, Size index);
    LogicalType (*struct_type_child_type)(LogicalType, Size index);
    LogicalType (*create_logical_type)(int id);
    ScalarFunction (*create_scalar_function)();
    void (*destroy_scalar_function)(ScalarFunction*);
    void (*scalar_function_set_name)(ScalarFunction, const char* name);
    void (*scalar_function_set_varargs)(ScalarFunction, LogicalType);
    void (*scalar_function_set_return_type)(ScalarFunction, LogicalType);
    void (*scalar_function_set_special_handling)(ScalarFunction);
    void (*scalar_function_set_volatile)(ScalarFunction);
    void (*scalar_function_set_extra_info)(ScalarFunction, void*, void (*destroy)(void*));
    void (*scalar_function_set_function)(ScalarFunction, ScalarCall);
    State (*register_scalar_function)(Connection, ScalarFunction);
    void* (*scalar_function_get_extra_info)(FunctionInfo);
    void (*scalar_function_set_error)(FunctionInfo, const char* text);
    TableFunction (*create_table_function)();
    void (*destroy_table_function)(TableFunction*);
    void (*table_function_set_name)(TableFunction, const char* name);
    void (*table_function_set_extra_info)(TableFunction, void*, void (*destroy)(void*));
    void (*table_function_set_bind)(TableFunction, BindCall);
    void (*table_function_set_init)(TableFunction, InitCall);
    void (*table_function_set_function)(TableFunction, TableCall);
    State (*register_table_function)(Connection, TableFunction);
    void* (*bind_get_extra_info)(BindInfo);
    void (*bind_add_result_column)(BindInfo, const char* name, LogicalType);
    void* (*function_get_extra_info)(FunctionInfo);
    void (*function_set_error)(FunctionInfo, const char* text);
    LogicalType (*create_list_type)(LogicalType element);
    LogicalType (*create_struct_type)(LogicalType* members, const char** names, Size count);
    void (*data_chunk_set_size)(Chunk, Size rows);
    void (*vector_ensure_validity_writable)(Vector);
    State (*list_vector_reserve)(Vector, Size elements);
    State (*list_vector_set_size)(Vector, Size elements);
};

/// The library: the file that WINNOW_LIBDUCKDB names, or the libduckdb.so that came with the program (beside
/// it, or in ../lib/winnow). It is loaded at the first call and stays. Unsupported with the reason and a
/// remedy where it is not there, or lacks a function. Any thread.
Result<const Api*> library();

} // namespace winnow::duckdb
