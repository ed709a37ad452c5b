// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// Kinds of values, as a Parquet file declares them.
enum class ParquetKind : uint8_t {
    Boolean,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    /// 128 bits.
    HugeInt,
    UHugeInt,
    Float,
    Double,
    /// A whole number (`stored`) of units of 10^-scale.
    Decimal,
    Text,
    Blob,
    Uuid,
    /// Days since 1970.
    Date,
    /// Microseconds of a day.
    Time,
    /// Since 1970, in the unit that the name says; TimestampZone in microseconds UTC.
    TimestampSeconds,
    TimestampMillis,
    TimestampMicros,
    TimestampNanos,
    TimestampZone,
    List,
    /// A list of `length` elements.
    Array,
    Struct,
    /// A list of structs of key and value.
    Map,
};

struct ParquetType {
    ParquetKind kind = ParquetKind::Text;
    ParquetKind stored = ParquetKind::Int64;
    int scale = 0;
    size_t length = 0;
    /// Of a struct's members.
    std::vector<std::string> names;
    /// Of the members, or of the elements.
    std::vector<ParquetType> children;
};

/// The values of one column in the rows at hand. Views live until the next rows are read.
class ParquetVector {
public:
    const ParquetType* type = nullptr;
    std::vector<ParquetVector> children;

    bool isNull(size_t row) const { return m_validity && (m_validity[row / 64] >> (row % 64) & 1) == 0; }
    template <typename T> T value(size_t row) const { return static_cast<const T*>(m_values)[row]; }
    /// Of a text or blob.
    std::string_view text(size_t row) const;
    struct Range {
        size_t first = 0;
        size_t count = 0;
    };
    /// Where the elements of a list, array or map stand in children.front().
    Range range(size_t row) const;

private:
    friend class ParquetFile;
    const void* m_values = nullptr;
    const uint64_t* m_validity = nullptr;
};

/// The rows of a Parquet file, read with libduckdb by the types that the file declares: nothing is guessed,
/// nothing is fetched, and the database sees no file but this one. Types that have no kind above come as
/// text. Holds the rows at hand (at most 2,048 of one row group) and the pages that they stand in. One
/// thread uses it; another reads ahead of nothing, it runs the query.
class ParquetFile {
public:
    /// Unsupported without libduckdb; InvalidInput for a file that is damaged, encrypted or of types that are
    /// nested too deeply.
    static Result<std::unique_ptr<ParquetFile>> open(const QString& path);
    ~ParquetFile();

    qint64 rows() const { return m_rows; }
    qint64 bytes() const { return m_bytes; }
    const std::vector<std::string>& names() const { return m_type.names; }
    const std::vector<ParquetType>& types() const { return m_type.children; }
    /// What the file's metadata says under a key; empty when nothing.
    Result<QByteArray> metadata(const char* key);

    /// The next rows; 0 at the end. InvalidInput names the column that cannot be read.
    Result<size_t> next();
    const ParquetVector& column(size_t at) const { return m_columns[at]; }

private:
    struct Session;
    explicit ParquetFile(const QString& path);
    Result<> readSchema();
    Result<> readSizes();
    Result<> lock(qint64 chunkBytes);
    QString unreadableColumn() const;
    static void fill(const Session& session, void* vector, ParquetVector& column);

    QString m_path;
    std::unique_ptr<Session> m_session;
    /// Of a row.
    ParquetType m_type;
    std::vector<ParquetVector> m_columns;
    /// What is selected of the file.
    std::string m_selected;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    qint64 m_done = 0;
};

} // namespace winnow
