// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/hffeatures.h"
#include "core/import/record.h"
#include "core/parquet/parquetfile.h"

#include <array>

namespace winnow {

/// A value of a Parquet file that is no list, struct or map: its kind, and its text unless it stands in the
/// file as it is.
struct ParquetValue {
    CellKind kind = CellKind::Null;
    /// Where it stands in the file.
    std::string_view text;
    /// What was written for it; used where `text` is empty.
    std::array<char, 64> written;
    size_t length = 0;

    std::string_view view() const { return text.empty() ? std::string_view(written.data(), length) : text; }
};

/// Not a number is null, as in JSON that Python wrote; what is infinite is a text.
ParquetValue parquetValue(const ParquetVector& vector, size_t row, const HfFeature& feature);

/// A struct of bytes and path, or bytes that are said to be an image: a file in a cell.
bool isParquetFileCell(const ParquetType& type, const HfFeature& feature);
/// The bytes and the path of such a cell; either may be empty.
struct ParquetFileCell {
    std::string_view bytes;
    std::string_view path;
};
ParquetFileCell parquetFileCell(const ParquetVector& vector, size_t row);

/// Appends any value as JSON. Bytes are null in it, and files their paths.
void appendParquetJson(std::string& json, const ParquetVector& vector, size_t row, const HfFeature& feature);

} // namespace winnow
