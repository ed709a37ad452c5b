// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// A dataset repository of the Hugging Face hub: Parquet files that the datasets library loads with images
/// and types, a dataset card and eval.yaml.
class HfParquetExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    bool wantsImageBytes() const override { return true; }
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
    bool namesColumns() const override { return true; }
    QJsonObject libraries() const override;
};

} // namespace winnow
