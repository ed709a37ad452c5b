// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/parquet/parquetvalues.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace winnow {

struct ParquetColumn {
    /// Of two names that differ in case alone the second is refused.
    std::string name;
    ParquetType type;
};

/// Types of columns, for writing.
namespace parquettypes {

ParquetType plain(ParquetKind kind);
ParquetType listOf(const ParquetType& element);
ParquetType structOf(const std::vector<ParquetColumn>& members);

} // namespace parquettypes

struct ParquetWriteOptions {
    /// Key and value, into the metadata of the file.
    std::vector<std::pair<std::string, std::string>> metadata{};
    /// A row group ends with the row that brings it to so many bytes as they are in memory, or so many rows.
    qint64 rowGroupBytes = qint64(64) << 20;
    qint64 rowGroupRows = 25'000;
};

/// Writes a Parquet file (Snappy) with libduckdb. Rows keep their order, and the same rows give the same
/// bytes with the same release of the library. Rows are added by one thread; another, with one bounded batch
/// of them at a time, packs what came before. Holds about three times `rowGroupBytes`.
class ParquetWriter {
public:
    /// Writes to the file of `descriptor`, which stays the caller's and must be empty. Errors name `shown`.
    /// Unsupported without libduckdb; InvalidInput for columns that cannot be.
    static Result<std::unique_ptr<ParquetWriter>> open(int descriptor, const QString& shown,
        const std::vector<ParquetColumn>& columns, const ParquetWriteOptions& options);
    /// Of a writer that is not closed: what it wrote is no file of anything.
    ~ParquetWriter();
    ParquetWriter(const ParquetWriter&) = delete;
    ParquetWriter& operator=(const ParquetWriter&) = delete;

    /// Takes one value for each row.
    ParquetValues& column(size_t at);
    /// DiskFull or Io when what came before could not be written.
    Result<> endRow();
    /// Bytes of all values so far, as they are in memory.
    qint64 bytesTaken() const { return m_bytesTaken; }
    qint64 rows() const { return m_rows; }
    /// Bytes of the file.
    Result<qint64> close();

    /// As the library tells it; empty without it.
    static QString libraryVersion();

private:
    struct Work;
    explicit ParquetWriter(std::unique_ptr<Work> work);
    Result<> handOver();

    std::unique_ptr<Work> m_work;
    qint64 m_rows = 0;
    qint64 m_batchRows = 0;
    qint64 m_bytesTaken = 0;
    qint64 m_bytesBefore = 0;
};

} // namespace winnow
