// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/hubtable.h"
#include "core/export/parquetshards.h"

#include <map>
#include <optional>

namespace winnow {

/// Rows as the hub has them: BASE/data/SPLIT-00000-of-00001.parquet, images in the rows.
class HubWriter : public ExportWriter {
public:
    explicit HubWriter(bool scorers = false)
        : m_scorers(scorers)
    {
    }
    Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) override;
    Result<> row(const ExportRecord& record) override;
    Result<QVector<StagedFile::Written>> close() override;
    QVector<ExportTable> tables() const override { return m_tables; }

private:
    bool m_scorers;
    StagedFiles* m_files = nullptr;
    QString m_base;
    std::optional<HubTable> m_table;
    ParquetShards::Limits m_limits;
    std::map<QString, ParquetShards> m_splits;
    QVector<ExportTable> m_tables;
};

/// Row groups of so many tables that are written at the same time.
ParquetShards::Limits shardLimits(qsizetype tables);

} // namespace winnow
