// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/stagedfiles.h"
#include "core/parquet/parquetwriter.h"

#include <QFile>

namespace winnow {

/// One table of an export as Parquet files of bounded size, in the order of their names:
/// STEM-00000-of-00002.parquet. The metadata "huggingface" says what the columns are.
class ParquetShards {
public:
    /// With the row that brings it to so many bytes, as they are in memory, a file ends.
    static constexpr qint64 kShardBytes = qint64(300) << 20;

    struct Limits {
        qint64 shardBytes = kShardBytes;
        qint64 rowGroupBytes = qint64(64) << 20;
    };
    /// `stem`: path below the export.
    ParquetShards(StagedFiles& files, const QString& stem, const std::vector<ParquetColumn>& columns,
        const Limits& limits);

    /// Of the row at hand; to be called once and for all columns before endRow().
    Result<ParquetWriter*> row();
    Result<> endRow();
    qint64 rows() const { return m_rows; }
    /// In memory, as the hub counts them.
    qint64 bytes() const { return m_bytes; }
    /// A file without rows where there were none.
    Result<QVector<StagedFile::Written>> close();

private:
    Result<> begin();
    Result<> end();
    QString nameAt(qsizetype shard, const QString& of) const;

    StagedFiles& m_files;
    QString m_stem;
    std::vector<ParquetColumn> m_columns;
    Limits m_limits;
    QFile m_file;
    std::unique_ptr<ParquetWriter> m_writer;
    /// Of each file, where nothing is written.
    QVector<qint64> m_sizes;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
};

} // namespace winnow
