// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/record.h"

#include <QString>

#include <string>

namespace winnow {

/// What rows of the shape of DatBench say in other columns than those of their own: the capability in the key
/// (db_ABILITY_000123) or in the folder of the file, and the options, which stand in the metadata and are
/// shown at the beginning of the suffix.
class DatBenchRows {
public:
    /// Adds columns where the shape is that of DatBench.
    void begin(const QString& path, const std::string& split, ColumnNames& columns);
    /// Fills them in; what they hold lives until the next call.
    void tell(RawRecord& record);

private:
    void tellOptions(RawRecord& record);

    std::string m_folder;
    int m_key = -1;
    int m_capability = -1;
    int m_options = -1;
    int m_metadata = -1;
    int m_suffix = -1;
    std::vector<std::string> m_shown;
    std::string m_list;
};

} // namespace winnow
