// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hubwriter.h"

#include <algorithm>

namespace winnow {

ParquetShards::Limits shardLimits(qsizetype tables)
{
    constexpr qint64 kAll = qint64(64) << 20;
    constexpr qint64 kLeast = qint64(1) << 20;
    ParquetShards::Limits limits;
    limits.rowGroupBytes = std::max(kLeast, kAll / std::max<qsizetype>(1, tables));
    return limits;
}

Result<> HubWriter::open(StagedFiles& files, const QString& name, const ExportLayout& layout)
{
    m_files = &files;
    m_base = name;
    m_table.emplace(layout, m_scorers);
    m_limits = shardLimits(layout.splits.size());
    return {};
}

Result<> HubWriter::row(const ExportRecord& record)
{
    const QString split = hubSplit(record.sample.split);
    const auto [at, isNew] = m_splits.try_emplace(
        split, *m_files, m_base + QStringLiteral("/data/") + split, m_table->columns(), m_limits);
    const auto writer = at->second.row();
    if (!writer) {
        return tl::unexpected<Error>(writer.error());
    }
    m_table->put(**writer, record);
    return at->second.endRow();
}

Result<QVector<StagedFile::Written>> HubWriter::close()
{
    if (m_splits.empty()) {
        const QString split = hubSplit({});
        m_splits.try_emplace(
            split, *m_files, m_base + QStringLiteral("/data/") + split, m_table->columns(), m_limits);
    }
    QVector<StagedFile::Written> all;
    for (auto& [split, shards] : m_splits) {
        auto written = shards.close();
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        all += *written;
        m_tables.append({{}, split, shards.rows(), shards.bytes()});
    }
    return all;
}

} // namespace winnow
