// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/record.h"

#include <initializer_list>

namespace winnow {

/// Writes a record anew, as the JSON of one object: with what it has, without some of it, and with more.
class JsonRow {
public:
    /// The record's own columns but those of `without`; what its objects make ("outer.inner") comes with
    /// them.
    void copy(const RawRecord& record, const ColumnNames& columns,
        std::initializer_list<std::string_view> without = {});
    void add(std::string_view name, const Cell& cell);
    void addText(std::string_view name, std::string_view text);
    /// `json` is a value.
    void addJson(std::string_view name, std::string_view json);
    /// The name as JSON has it, in its quotes.
    void addMember(std::string_view quoted, std::string_view json);
    std::string take();

private:
    void addName(std::string_view name);

    std::string m_json{"{"};
};

/// A column of the record itself, not one of those that its objects make ("outer.inner").
bool isOwnColumn(const RawRecord& record, const ColumnNames& columns, size_t column);

} // namespace winnow
