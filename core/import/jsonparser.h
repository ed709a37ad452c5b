// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

#include <memory>

namespace winnow {

/// Turns the JSON of one record into cells (simdjson). Nested objects become columns "outer.inner".
class JsonRecordParser {
public:
    explicit JsonRecordParser(const ReadLimits& limits);
    ~JsonRecordParser();

    /// `json` must be followed by 64 readable bytes. Appends to `record.cells`; false with `problem` filled
    /// (all but the line).
    bool parse(std::string_view json, ColumnNames& columns, RawRecord& record, RecordProblem& problem);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace winnow
