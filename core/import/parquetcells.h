// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/hffeatures.h"
#include "core/import/recordsource.h"
#include "core/parquet/parquetfile.h"

#include <array>
#include <memory_resource>

namespace winnow {

/// Turns the values of a Parquet file into cells as JSON records have them: texts as they stand, numbers by
/// their shortest digits, dates and times in ISO 8601, structs as objects with columns "outer.inner", lists
/// with their elements, maps as objects. A blob is a file, unless it is a text. Images, alone or in lists,
/// are their bytes, or their path where there are none. Class labels are the names that their numbers stand
/// for.
class ParquetCells {
public:
    /// `file` and `features` outlive it.
    ParquetCells(const ParquetFile& file, const HfFeature& features, const ReadLimits& limits);

    /// Names the columns; LimitExceeded when there are too many of them.
    Result<> addColumns(const QString& path, ColumnNames& columns);
    /// The row of the rows at hand as cells, whose views live until the next call. False when it is more than
    /// is read; the reason is in `problem`.
    bool read(size_t row, const ColumnNames& columns, RawRecord& record, RecordProblem& problem);
    /// Columns of files that are no images, which are not read.
    const QStringList& otherFiles() const { return m_otherFiles; }

private:
    /// A column, and those of its members.
    struct Place {
        const HfFeature* feature = nullptr;
        bool isFile = false;
        int column = -1;
        /// Of the path of a file.
        int pathColumn = -1;
        std::vector<Place> members;
    };
    Place placeOf(const std::string& name, const ParquetType& type, const HfFeature& feature, int level,
        ColumnNames& columns);
    void put(const Place& place, const ParquetVector& vector, size_t row, RawRecord& record);
    void putFile(const Place& place, const ParquetVector& vector, size_t row, RawRecord& record);
    Cell cell(const ParquetVector& vector, size_t row, const HfFeature& feature);
    Cell list(const ParquetVector& vector, size_t row, const HfFeature& feature, RawRecord& record);
    std::string_view keep(std::string_view text);
    Cell number(std::string_view digits) { return {CellKind::Number, keep(digits)}; }

    const ParquetFile& m_file;
    const HfFeature& m_features;
    ReadLimits m_limits;
    std::vector<Place> m_places;
    QStringList m_otherFiles;
    bool m_tooManyItems = false;
    std::string m_json;
    std::array<std::byte, 1 << 16> m_first;
    /// Texts of the record at hand that do not stand in the file as they are.
    std::pmr::monotonic_buffer_resource m_kept{m_first.data(), m_first.size()};
};

} // namespace winnow
