// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parquet/duckdblibrary.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

#include <dlfcn.h>

#include <memory>

namespace winnow::duckdb {

namespace {

/// Where the library may be, the first first.
QStringList places()
{
    constexpr const char* kNamed = "WINNOW_LIBDUCKDB";
    if (qEnvironmentVariableIsSet(kNamed)) {
        return {qEnvironmentVariable(kNamed)};
    }
    const QString program = QFileInfo(QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))).path();
    return {
        program + QStringLiteral("/libduckdb.so"), program + QStringLiteral("/../lib/winnow/libduckdb.so")};
}

tl::unexpected<Error> missing(const Sentence& reason)
{
    return fail(ErrorCode::Unsupported,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Parquet is read with libduckdb: %1")).arg(reason),
        Sentence::of(QT_TRANSLATE_NOOP("Error",
            "Run packaging/setup, which brings it, or name the file libduckdb.so in the environment variable "
            "WINNOW_LIBDUCKDB. Without it, save the data as JSONL or CSV and import that")));
}

class Loader {
public:
    explicit Loader(void* handle)
        : m_handle(handle)
    {
    }
    template <typename Function> void take(Function*& function, const char* name)
    {
        void* found = dlsym(m_handle, name);
        function = reinterpret_cast<Function*>(found);
        if (!found && m_missing.isEmpty()) {
            m_missing = QString::fromLatin1(name);
        }
    }
    /// The first function that is not there.
    const QString& missingName() const { return m_missing; }

private:
    void* m_handle;
    QString m_missing;
};

// The name of a function is that of its member.
#define WINNOW_TAKE(name) loader.take(api.name, "duckdb_" #name)

void takeRunning(Loader& loader, Api& api)
{
    WINNOW_TAKE(library_version);
    WINNOW_TAKE(free);
    WINNOW_TAKE(create_config);
    WINNOW_TAKE(set_config);
    WINNOW_TAKE(destroy_config);
    WINNOW_TAKE(open_ext);
    WINNOW_TAKE(close);
    WINNOW_TAKE(connect);
    WINNOW_TAKE(disconnect);
    WINNOW_TAKE(query);
    WINNOW_TAKE(destroy_result);
    WINNOW_TAKE(result_error);
    WINNOW_TAKE(prepare);
    WINNOW_TAKE(prepare_error);
    WINNOW_TAKE(destroy_prepare);
    WINNOW_TAKE(pending_prepared_streaming);
    WINNOW_TAKE(pending_error);
    WINNOW_TAKE(execute_pending);
    WINNOW_TAKE(destroy_pending);
}

void takeReading(Loader& loader, Api& api)
{
    WINNOW_TAKE(column_count);
    WINNOW_TAKE(column_name);
    WINNOW_TAKE(column_logical_type);
    WINNOW_TAKE(fetch_chunk);
    WINNOW_TAKE(destroy_data_chunk);
    WINNOW_TAKE(data_chunk_get_size);
    WINNOW_TAKE(data_chunk_get_vector);
    WINNOW_TAKE(vector_get_data);
    WINNOW_TAKE(vector_get_validity);
    WINNOW_TAKE(list_vector_get_child);
    WINNOW_TAKE(array_vector_get_child);
    WINNOW_TAKE(struct_vector_get_child);
    WINNOW_TAKE(destroy_logical_type);
    WINNOW_TAKE(get_type_id);
    WINNOW_TAKE(decimal_scale);
    WINNOW_TAKE(decimal_internal_type);
    WINNOW_TAKE(list_type_child_type);
    WINNOW_TAKE(array_type_child_type);
    WINNOW_TAKE(array_type_array_size);
    WINNOW_TAKE(map_type_key_type);
    WINNOW_TAKE(map_type_value_type);
    WINNOW_TAKE(struct_type_child_count);
    WINNOW_TAKE(struct_type_child_name);
    WINNOW_TAKE(struct_type_child_type);
}

void takeFunctions(Loader& loader, Api& api)
{
    WINNOW_TAKE(create_logical_type);
    WINNOW_TAKE(create_list_type);
    WINNOW_TAKE(create_struct_type);
    WINNOW_TAKE(create_scalar_function);
    WINNOW_TAKE(destroy_scalar_function);
    WINNOW_TAKE(scalar_function_set_name);
    WINNOW_TAKE(scalar_function_set_varargs);
    WINNOW_TAKE(scalar_function_set_return_type);
    WINNOW_TAKE(scalar_function_set_special_handling);
    WINNOW_TAKE(scalar_function_set_volatile);
    WINNOW_TAKE(scalar_function_set_extra_info);
    WINNOW_TAKE(scalar_function_set_function);
    WINNOW_TAKE(register_scalar_function);
    WINNOW_TAKE(scalar_function_get_extra_info);
    WINNOW_TAKE(scalar_function_set_error);
    WINNOW_TAKE(create_table_function);
    WINNOW_TAKE(destroy_table_function);
    WINNOW_TAKE(table_function_set_name);
    WINNOW_TAKE(table_function_set_extra_info);
    WINNOW_TAKE(table_function_set_bind);
    WINNOW_TAKE(table_function_set_init);
    WINNOW_TAKE(table_function_set_function);
    WINNOW_TAKE(register_table_function);
    WINNOW_TAKE(bind_get_extra_info);
    WINNOW_TAKE(bind_add_result_column);
    WINNOW_TAKE(function_get_extra_info);
    WINNOW_TAKE(function_set_error);
    WINNOW_TAKE(data_chunk_set_size);
    WINNOW_TAKE(vector_ensure_validity_writable);
    WINNOW_TAKE(list_vector_reserve);
    WINNOW_TAKE(list_vector_set_size);
}

#undef WINNOW_TAKE

} // namespace

Result<const Api*> library()
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<const Api>> loaded;
    const QStringList searched = places();
    QMutexLocker lock(&mutex);
    for (const QString& place : searched) {
        if (const auto known = loaded.constFind(place); known != loaded.constEnd()) {
            return known->get();
        }
        if (!QFileInfo(place).isFile()) {
            continue;
        }
        // Symbols of ours and of libraries that we link stay ours.
        void* handle = dlopen(QFile::encodeName(place).constData(), RTLD_NOW | RTLD_LOCAL);
        if (!handle) {
            return missing(QString::fromLocal8Bit(dlerror()));
        }
        auto api = std::make_shared<Api>();
        Loader loader(handle);
        takeRunning(loader, *api);
        takeReading(loader, *api);
        takeFunctions(loader, *api);
        if (!loader.missingName().isEmpty()) {
            dlclose(handle);
            return missing(Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no function %2"))
                               .arg(place, loader.missingName()));
        }
        loaded.insert(place, api);
        return api.get();
    }
    return missing(Sentence::of(QT_TRANSLATE_NOOP("Error", "there is none at %1"))
                       .arg(searched.join(QStringLiteral(", "))));
}

} // namespace winnow::duckdb
