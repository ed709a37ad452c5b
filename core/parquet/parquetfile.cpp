// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parquet/parquetfile.h"

#include "core/base/regularfile.h"
#include "core/parquet/duckdbfeed.h"
#include "core/parquet/duckdblibrary.h"

#include <algorithm>

namespace winnow {

using duckdb::Answer;

namespace {

/// Levels of lists, structs and maps in each other; whoever reads values takes one on the stack for each.
constexpr int kMostLevels = 32;
/// Rows of a chunk, a constant of the library.
constexpr qint64 kChunkRows = 2048;

std::string quoted(const std::string& name)
{
    std::string out = "\"";
    for (const char c : name) {
        out += c;
        out += c == '"' ? "\"" : "";
    }
    return out + '"';
}

void bindTypes(ParquetVector& vector, const ParquetType& type)
{
    vector.type = &type;
    vector.children.resize(type.children.size());
    for (size_t i = 0; i < type.children.size(); ++i) {
        bindTypes(vector.children[i], type.children[i]);
    }
}

} // namespace

struct ParquetFile::Session {
    duckdb::Session database;
    QFile file;
    /// The file by its number: no name that could be a pattern, and the file that was opened, whatever its
    /// name stands for by now.
    std::string source;
    duckdb::Feed rows;
};

std::string_view ParquetVector::text(size_t row) const
{
    return static_cast<const duckdb::StringValue*>(m_values)[row].view();
}

ParquetVector::Range ParquetVector::range(size_t row) const
{
    if (type->kind == ParquetKind::Array) {
        return {row * type->length, type->length};
    }
    const auto& entry = static_cast<const duckdb::ListEntry*>(m_values)[row];
    return {size_t(entry.offset), size_t(entry.length)};
}

ParquetFile::ParquetFile(const QString& path)
    : m_path(path)
    , m_session(std::make_unique<Session>())
{
}

ParquetFile::~ParquetFile() = default;

Result<std::unique_ptr<ParquetFile>> ParquetFile::open(const QString& path)
{
    std::unique_ptr<ParquetFile> made(new ParquetFile(path));
    Session& session = *made->m_session;
    WINNOW_TRY(openRegularFile(session.file, path));
    made->m_bytes = session.file.size();
    const std::string place = "/proc/self/fd/" + std::to_string(session.file.handle());
    session.source = "read_parquet('" + place + "', hive_partitioning = false";
    WINNOW_TRY(session.database.open(path, QString::fromStdString(place)));
    WINNOW_TRY(session.database.run("SET enable_geoparquet_conversion = false"));
    WINNOW_TRY(session.database.run("SET allowed_paths = ['" + place + "']"));
    WINNOW_TRY(session.database.run("SET enable_external_access = false"));
    WINNOW_TRY(made->readSchema());
    WINNOW_TRY(made->readSizes());
    return made;
}

Result<> ParquetFile::readSchema()
{
    const auto answer = m_session->database.ask("SELECT * FROM " + m_session->source + ") LIMIT 0");
    if (!answer) {
        return tl::unexpected<Error>(answer.error());
    }
    m_type.kind = ParquetKind::Struct;
    for (const Answer::Column& column : answer->columns) {
        if (column.levels > kMostLevels) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error",
                                 "%1: the values of column \"%2\" are lists or structs in each other, more "
                                 "than %3 levels deep"))
                    .arg(m_path, QString::fromStdString(column.name))
                    .arg(kMostLevels),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Save it without that column and import that")));
        }
        m_type.names.push_back(column.name);
        m_type.children.push_back(column.known ? column.type : ParquetType());
        m_selected += m_selected.empty() ? "" : ", ";
        m_selected += column.known ? quoted(column.name) : "CAST(" + quoted(column.name) + " AS VARCHAR)";
    }
    m_columns.resize(m_type.children.size());
    for (size_t i = 0; i < m_columns.size(); ++i) {
        bindTypes(m_columns[i], m_type.children[i]);
    }
    return {};
}

Result<> ParquetFile::readSizes()
{
    duckdb::Session& database = m_session->database;
    const std::string of = m_session->source.substr(std::string("read_parquet").size());
    const std::string place = of.substr(0, of.find(','));
    const auto rows = database.number("SELECT num_rows FROM parquet_file_metadata" + place + ")");
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    m_rows = *rows;
    // What a chunk of the largest row group comes to: the pages that its rows stand in are held as a whole.
    const auto largest
        = database.number("SELECT coalesce(max(held), 0)::BIGINT FROM (SELECT sum(total_uncompressed_size) * "
                          "least(1.0, "
            + std::to_string(kChunkRows)
            + ".0 / greatest(any_value(row_group_num_rows), 1)) AS held FROM parquet_metadata" + place
            + ") GROUP BY row_group_id)");
    if (!largest) {
        return tl::unexpected<Error>(largest.error());
    }
    return lock(*largest);
}

Result<> ParquetFile::lock(qint64 chunkBytes)
{
    // A chunk is there twice while it is handed over, and pages are larger than what is used of them.
    constexpr qint64 kLeast = qint64(512) << 20;
    constexpr qint64 kMost = qint64(8) << 30;
    const qint64 limit = std::clamp(3 * chunkBytes + kLeast / 2, kLeast, kMost);
    WINNOW_TRY(m_session->database.run("SET memory_limit = '" + std::to_string(limit >> 20) + "MiB'"));
    return m_session->database.run("SET lock_configuration = true");
}

Result<QByteArray> ParquetFile::metadata(const char* key)
{
    const std::string of = m_session->source.substr(std::string("read_parquet").size());
    return m_session->database.bytes("SELECT value FROM parquet_kv_metadata" + of.substr(0, of.find(','))
        + ") WHERE key = '" + key + "' LIMIT 1");
}

Result<size_t> ParquetFile::next()
{
    duckdb::Feed& rows = m_session->rows;
    if (m_columns.empty()) {
        return 0;
    }
    if (!rows.isOpen()) {
        WINNOW_TRY(rows.open(m_session->database, m_selected, m_session->source + ")"));
    }
    const auto count = rows.next();
    if (!count) {
        return tl::unexpected<Error>(m_session->database.unreadable(count.error(), unreadableColumn()));
    }
    for (size_t i = 0; *count > 0 && i < m_columns.size(); ++i) {
        fill(*m_session, rows.column(i), m_columns[i]);
    }
    m_done += qint64(*count);
    return *count;
}

void ParquetFile::fill(const Session& session, void* vector, ParquetVector& column)
{
    const duckdb::Api& api = session.database.api();
    auto* from = static_cast<duckdb::Vector>(vector);
    column.m_values = api.vector_get_data(from);
    column.m_validity = api.vector_get_validity(from);
    const ParquetKind kind = column.type->kind;
    for (size_t i = 0; i < column.children.size(); ++i) {
        duckdb::Vector child = kind == ParquetKind::Struct ? api.struct_vector_get_child(from, i)
            : kind == ParquetKind::Array                   ? api.array_vector_get_child(from)
                                                           : api.list_vector_get_child(from);
        fill(session, child, column.children[i]);
    }
}

QString ParquetFile::unreadableColumn() const
{
    // Looked for one by one, in the rows that could not be read.
    constexpr size_t kMostTried = 300;
    const std::string where = ", file_row_number = true) WHERE file_row_number BETWEEN "
        + std::to_string(m_done) + " AND " + std::to_string(m_done + kChunkRows);
    for (size_t i = 0; i < std::min(m_type.names.size(), kMostTried); ++i) {
        duckdb::Stream one;
        const auto begun = one.open(
            m_session->database, "SELECT " + quoted(m_type.names[i]) + " FROM " + m_session->source + where);
        if (!begun) {
            return QString::fromStdString(m_type.names[i]);
        }
        if (!one.finish()) {
            return QString::fromStdString(m_type.names[i]);
        }
    }
    return {};
}

} // namespace winnow
