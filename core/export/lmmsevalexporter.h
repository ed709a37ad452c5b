// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// A task of lmms-eval (EvolvingLMMs-Lab/lmms-eval, api/task.py) in a folder for --include_path: a YAML file
/// a split, the functions that it names, and the rows as Parquet.
class LmmsEvalExporter : public Exporter {
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
