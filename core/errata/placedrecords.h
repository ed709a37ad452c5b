// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errata/samplefile.h"
#include "core/import/bytestream.h"

#include <memory>
#include <optional>
#include <string>

namespace winnow {

/// Bytes of a record.
struct CellPlace {
    size_t at = 0;
    size_t length = 0;
};

/// The records of a table or of JSON as an import reads them, with where they and their cells stand in the
/// file, so that a cell can be replaced and all other bytes kept. One thread.
class PlacedRecords {
public:
    enum class Step { Record, Unreadable, End };

    virtual ~PlacedRecords() = default;

    /// The next record; what cannot be read is passed over as a whole. An error is fatal.
    virtual Result<Step> next() = 0;
    /// What was read; valid until the next record.
    const RawRecord& record() const { return m_record; }
    const ColumnNames& columns() const { return m_columns; }
    /// The record as it stands in the file; valid until the next record.
    std::string_view bytes() const { return m_bytes; }
    /// Where these bytes begin in the file.
    qint64 offset() const { return m_offset; }
    /// The record with what goes with it: its line end, its key.
    qint64 begin() const { return m_begin; }
    qint64 end() const { return m_end; }
    /// Something stands between two records (a comma) that belongs to neither.
    virtual bool separated() const = 0;

    /// Where a column's cell stands in a record; nothing where it has none, or two of that name.
    virtual std::optional<CellPlace> find(std::string_view record, int column) const = 0;
    /// How a text is written in the place of the cell that stands there now.
    virtual std::string spell(std::string_view cell, std::string_view text) const = 0;
    /// The cell is JSON and not a text.
    virtual bool isStructure(std::string_view cell) const = 0;
    /// Reads a record that was changed; nothing when it is not exactly one. Valid until the next call.
    virtual const RawRecord* readAgain(std::string bytes) = 0;

    qint64 bytesRead() const { return m_stream.offset(); }
    qint64 bytesTotal() const { return m_stream.total(); }

    /// Unsupported, with what can be done, for files that are not patched byte by byte.
    static Result<std::unique_ptr<PlacedRecords>> open(const SampleFile& file, const ReadLimits& limits);

protected:
    /// Error of a record that is larger than any is read.
    tl::unexpected<Error> tooLarge(qint64 line) const;

    ByteStream m_stream;
    ReadLimits m_limits;
    ColumnNames m_columns;
    RawRecord m_record;
    std::string_view m_bytes;
    qint64 m_offset = 0;
    qint64 m_begin = 0;
    qint64 m_end = 0;
};

/// A table (CSV, TSV). The stream stands at its beginning.
Result<std::unique_ptr<PlacedRecords>> openPlacedTable(const QString& path, const ReadLimits& limits);

/// How JSON holds its records.
enum class JsonHolding { Lines, Array, ByKey };
/// `list` = the member that holds the array; empty = the document is it.
Result<std::unique_ptr<PlacedRecords>> openPlacedJson(
    const QString& path, JsonHolding holding, const std::string& list, const ReadLimits& limits);

} // namespace winnow
