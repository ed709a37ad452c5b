// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/jsonrow.h"
#include "core/import/recordsource.h"

namespace winnow {

/// A record by names, as a file has it.
struct RecordView {
    const RawRecord& record;
    const ColumnNames& columns;

    const Cell& cell(std::string_view name) const { return record.cell(columns.find(name)); }
    std::string_view text(std::string_view name) const
    {
        const Cell& found = cell(name);
        return found.present() ? found.text : std::string_view();
    }
    std::span<const Cell> items(std::string_view name) const
    {
        const Cell& found = cell(name);
        return found.kind == CellKind::List ? record.itemsOf(found) : std::span<const Cell>();
    }
    /// Copies it into a row but for these columns.
    void copyTo(JsonRow& row, std::initializer_list<std::string_view> without = {}) const
    {
        row.copy(record, columns, without);
    }
};

/// What a published set means by its records: turns each into rows of JSON whose names everybody knows.
class Reshaper {
public:
    virtual ~Reshaper() = default;
    /// The id of its layout and what it is called.
    virtual QString layout() const = 0;
    virtual QString name() const = 0;
    virtual void reshape(const RecordView& record, std::vector<std::string>& rows) = 0;
    /// What was done to the records, for people.
    virtual SentenceList notes() const = 0;
};

/// The records of a source as a reshaper has them; line and file are those of the record they come from.
std::unique_ptr<RecordSource> reshape(
    std::unique_ptr<RecordSource> source, std::unique_ptr<Reshaper> reshaper, const ReadLimits& limits);

} // namespace winnow
