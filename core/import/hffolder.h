// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordfiles.h"

#include <deque>
#include <string>

namespace winnow {

/// What the folders of a set of files say of their records in the layouts of the Hugging Face hub: the split
/// and the configuration of a file of Parquet (CONFIG/SPLIT-00000-of-00003.parquet), and for the tables of an
/// image folder (SPLIT/metadata.jsonl, .csv, .parquet) the split, and where the images are that they name:
/// beside the table.
class HfFolder {
public:
    explicit HfFolder(const RecordFiles& files);

    /// From now on records are those of this file of the set.
    void begin(qsizetype file, const QString& layout);
    /// Adds the columns "split" and "config" where a record has none, and the folder before the names of
    /// images. What it adds lives until the next call.
    void tell(RawRecord& record, ColumnNames& columns);

private:
    void tellColumn(const char* name, const std::string& text, RawRecord& record, ColumnNames& columns) const;
    QString configOf(const QString& file) const;

    QString m_root;
    QStringList m_files;
    bool m_hasConfigs = false;
    std::string m_split;
    std::string m_config;
    /// With a slash at the end.
    std::string m_imageFolder;
    std::deque<std::string> m_kept;
};

} // namespace winnow
