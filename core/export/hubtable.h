// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportwriter.h"
#include "core/parquet/parquetwriter.h"

namespace winnow {

/// The columns of a dataset's rows on the hub, and how a row becomes values of them. Columns of the source
/// keep their types; one whose values are of several kinds is JSON as text.
class HubTable {
public:
    /// `scorers`: with a column that says how a reply to the row is scored (rowScorer()).
    explicit HubTable(const ExportLayout& layout, bool scorers = false);

    const std::vector<ParquetColumn>& columns() const { return m_columns; }
    /// One value for each column.
    void put(ParquetWriter& writer, const ExportRecord& record) const;
    /// Whether `name` is one of ours, in any case of letters.
    static bool isOwn(const QString& name);

private:
    void add(const char* name, const ParquetType& type);
    void addExtra();

    const ExportLayout m_layout;
    bool m_scorers;
    std::vector<ParquetColumn> m_columns;
};

/// How a reply to a row is scored: "letter" or "letters" of options, "number", "yesno", "text", or the scorer
/// that the dataset or the row was given.
QString rowScorer(const ExportRow& row, const ExportLayout& layout);

/// The name that a split has on the hub: letters, digits, "_" and "."; "test" where it has none.
QString hubSplit(const QString& split);

void addText(ParquetValues& cells, const QString& text);
void addTexts(ParquetValues& cells, const QStringList& texts);

} // namespace winnow
