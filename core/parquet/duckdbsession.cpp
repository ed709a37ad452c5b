// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parquet/duckdbsession.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace winnow::duckdb {

namespace {

/// The kind of a type id of the C API; nothing for those that are read as text.
std::optional<ParquetKind> kindOf(int id)
{
    using K = ParquetKind;
    switch (id) {
    case 1:
        return K::Boolean;
    case 2:
        return K::Int8;
    case 3:
        return K::Int16;
    case 4:
        return K::Int32;
    case 5:
        return K::Int64;
    case 6:
        return K::UInt8;
    case 7:
        return K::UInt16;
    case 8:
        return K::UInt32;
    case 9:
        return K::UInt64;
    case 10:
        return K::Float;
    case 11:
        return K::Double;
    case 12:
        return K::TimestampMicros;
    case 13:
        return K::Date;
    case 14:
        return K::Time;
    case 16:
        return K::HugeInt;
    case 17:
        return K::Text;
    case 18:
        return K::Blob;
    case 19:
        return K::Decimal;
    case 20:
        return K::TimestampSeconds;
    case 21:
        return K::TimestampMillis;
    case 22:
        return K::TimestampNanos;
    case 24:
        return K::List;
    case 25:
        return K::Struct;
    case 26:
        return K::Map;
    case 27:
        return K::Uuid;
    case 31:
        return K::TimestampZone;
    case 32:
        return K::UHugeInt;
    case 33:
        return K::Array;
    default:
        return std::nullopt;
    }
}

/// Reads a type, which it ends, into `column`.
ParquetType typeOf(const Api& api, LogicalType handle, Answer::Column& column, int level)
{
    // Deeper ones are refused by whoever asked; they are not followed.
    constexpr int kDeepest = 100;
    ParquetType type;
    column.levels = std::max(column.levels, level);
    const auto kind = kindOf(api.get_type_id(handle));
    column.known = column.known && kind.has_value();
    type.kind = kind.value_or(ParquetKind::Text);
    const auto addChild = [&](LogicalType child) {
        if (level < kDeepest) {
            type.children.push_back(typeOf(api, child, column, level + 1));
        } else {
            api.destroy_logical_type(&child);
        }
    };
    switch (type.kind) {
    case ParquetKind::Decimal:
        type.scale = api.decimal_scale(handle);
        type.stored = kindOf(api.decimal_internal_type(handle)).value_or(ParquetKind::Int64);
        break;
    case ParquetKind::List:
        addChild(api.list_type_child_type(handle));
        break;
    case ParquetKind::Array:
        type.length = size_t(api.array_type_array_size(handle));
        addChild(api.array_type_child_type(handle));
        break;
    case ParquetKind::Map: {
        ParquetType entry;
        entry.kind = ParquetKind::Struct;
        entry.names = {"key", "value"};
        entry.children = {typeOf(api, api.map_type_key_type(handle), column, level + 1),
            typeOf(api, api.map_type_value_type(handle), column, level + 1)};
        type.children.push_back(std::move(entry));
        break;
    }
    case ParquetKind::Struct:
        for (Size i = 0; i < api.struct_type_child_count(handle); ++i) {
            char* name = api.struct_type_child_name(handle, i);
            type.names.emplace_back(name);
            api.free(name);
            addChild(api.struct_type_child_type(handle, i));
        }
        break;
    default:
        break;
    }
    api.destroy_logical_type(&handle);
    return type;
}

} // namespace

Session::~Session()
{
    if (m_connection) {
        m_api->disconnect(&m_connection);
    }
    if (m_database) {
        m_api->close(&m_database);
    }
}

Result<> Session::open(const QString& path, const QString& shownAs)
{
    m_path = path;
    m_shownAs = shownAs;
    const auto api = library();
    if (!api) {
        return fail(api.error().code, Sentence(path + QStringLiteral(": ")) += api.error().messageSentence(),
            api.error().remedySentence());
    }
    m_api = *api;
    Config config = nullptr;
    m_api->create_config(&config);
    for (const auto& [name, value] :
        {std::pair("threads", "1"), std::pair("temp_directory", ""),
            std::pair("autoinstall_known_extensions", "false"),
            std::pair("autoload_known_extensions", "false"), std::pair("allow_community_extensions", "false"),
            // Would keep what was read.
            std::pair("enable_external_file_cache", "false")}) {
        m_api->set_config(config, name, value);
    }
    char* text = nullptr;
    const State opened = m_api->open_ext(nullptr, &m_database, config, &text);
    m_api->destroy_config(&config);
    if (opened != 0 || m_api->connect(m_database, &m_connection) != 0) {
        const Error failed = error(text ? text : "");
        m_api->free(text);
        return tl::unexpected<Error>(failed);
    }
    // What is counted of a buffered row is not its texts and blobs: by default hundreds of megabytes of
    // images would be there before the first row is handed over. With 0 there are no rows at all.
    return run("SET streaming_buffer_size = '1KB'");
}

Error Session::error(const char* text) const
{
    QString said = QString::fromUtf8(text ? text : "");
    said.truncate(said.indexOf(u'\n') >= 0 ? said.indexOf(u'\n') : said.size());
    if (!m_shownAs.isEmpty()) {
        said.replace(m_shownAs, QFileInfo(m_path).fileName());
    }
    const bool large = said.startsWith(QLatin1String("Out of Memory"));
    // "Invalid Input Error: …": which class it has of theirs tells nobody anything.
    static const QRegularExpression kind(QStringLiteral("^(?:[A-Z]\\w+ ){1,3}Error: "));
    said.remove(kind);
    while (said.endsWith(u'.') || said.endsWith(u'!')) {
        said.chop(1);
    }
    const bool encrypted = said.contains(QLatin1String("encrypt"), Qt::CaseInsensitive);
    const char* remedy = large ? QT_TRANSLATE_NOOP("Error",
                             "Write it again with smaller row groups (100 rows where it holds images)")
        : encrypted
        ? QT_TRANSLATE_NOOP("Error", "Save it without encryption and import that")
        : QT_TRANSLATE_NOOP(
            "Error", "The file is damaged or cut off: fetch it again, or write it again from where it came");
    const ErrorCode code = large ? ErrorCode::LimitExceeded
        : encrypted              ? ErrorCode::Unsupported
                                 : ErrorCode::Damaged;
    return fail(code,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read as Parquet: %2")).arg(m_path, said),
        Sentence::of(remedy))
        .value();
}

Error Session::unreadable(const Error& error, const QString& column) const
{
    if (column.isEmpty()) {
        return error;
    }
    return fail(error.code,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Column \"%1\": %2")).arg(column, error.messageSentence()),
        error.remedySentence())
        .value();
}

Result<> Session::run(const std::string& sql)
{
    QueryResult result;
    const State state = m_api->query(m_connection, sql.c_str(), &result);
    const Error failed = state == 0 ? Error() : error(m_api->result_error(&result));
    m_api->destroy_result(&result);
    if (state != 0) {
        return tl::unexpected<Error>(failed);
    }
    return {};
}

Result<Answer> Session::ask(const std::string& sql)
{
    QueryResult result;
    Answer answer;
    const State state = m_api->query(m_connection, sql.c_str(), &result);
    const Error failed = state == 0 ? Error() : error(m_api->result_error(&result));
    for (Size i = 0; state == 0 && i < m_api->column_count(&result); ++i) {
        Answer::Column& column = answer.columns.emplace_back();
        column.name = m_api->column_name(&result, i);
        column.type = typeOf(*m_api, m_api->column_logical_type(&result, i), column, 0);
    }
    m_api->destroy_result(&result);
    if (state != 0) {
        return tl::unexpected<Error>(failed);
    }
    return answer;
}

Result<qint64> Session::number(const std::string& sql, size_t column)
{
    qint64 number = 0;
    WINNOW_TRY(first(sql, column,
        [&](Vector value) { number = *static_cast<const int64_t*>(m_api->vector_get_data(value)); }));
    return number;
}

Result<QByteArray> Session::bytes(const std::string& sql)
{
    QByteArray bytes;
    WINNOW_TRY(first(sql, 0, [&](Vector value) {
        const std::string_view text = static_cast<const StringValue*>(m_api->vector_get_data(value))->view();
        bytes = QByteArray(text.data(), qsizetype(text.size()));
    }));
    return bytes;
}

Result<> Session::first(const std::string& sql, size_t column, const std::function<void(Vector)>& take)
{
    QueryResult result;
    const State state = m_api->query(m_connection, sql.c_str(), &result);
    const Error failed = state == 0 ? Error() : error(m_api->result_error(&result));
    if (Chunk chunk = state == 0 ? m_api->fetch_chunk(result) : nullptr; chunk) {
        if (m_api->data_chunk_get_size(chunk) > 0) {
            take(m_api->data_chunk_get_vector(chunk, column));
        }
        m_api->destroy_data_chunk(&chunk);
    }
    m_api->destroy_result(&result);
    if (state != 0) {
        return tl::unexpected<Error>(failed);
    }
    return {};
}

Stream::~Stream()
{
    if (!m_session) {
        return;
    }
    const Api& api = m_session->api();
    if (m_chunk) {
        api.destroy_data_chunk(&m_chunk);
    }
    if (m_hasResult) {
        api.destroy_result(&m_result);
    }
    if (m_pending) {
        api.destroy_pending(&m_pending);
    }
    if (m_prepared) {
        api.destroy_prepare(&m_prepared);
    }
}

Result<> Stream::open(const Session& session, const std::string& sql)
{
    m_session = &session;
    const Api& api = session.api();
    if (api.prepare(session.connection(), sql.c_str(), &m_prepared) != 0) {
        return tl::unexpected<Error>(session.error(api.prepare_error(m_prepared)));
    }
    if (api.pending_prepared_streaming(m_prepared, &m_pending) != 0) {
        return tl::unexpected<Error>(session.error(api.pending_error(m_pending)));
    }
    m_hasResult = true;
    if (api.execute_pending(m_pending, &m_result) != 0) {
        return tl::unexpected<Error>(session.error(api.result_error(&m_result)));
    }
    return {};
}

Result<size_t> Stream::next()
{
    const Api& api = m_session->api();
    if (m_chunk) {
        api.destroy_data_chunk(&m_chunk);
    }
    if (m_ended) {
        return 0;
    }
    m_chunk = api.fetch_chunk(m_result);
    if (!m_chunk) {
        m_ended = true;
        if (const char* text = api.result_error(&m_result); text && *text) {
            return tl::unexpected<Error>(m_session->error(text));
        }
        return 0;
    }
    return size_t(api.data_chunk_get_size(m_chunk));
}

Result<> Stream::finish()
{
    for (;;) {
        const auto rows = next();
        if (!rows) {
            return tl::unexpected<Error>(rows.error());
        }
        if (*rows == 0) {
            return {};
        }
    }
}

Vector Stream::column(size_t at) const
{
    return m_session->api().data_chunk_get_vector(m_chunk, at);
}

} // namespace winnow::duckdb
