// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// Rows of the shape of DatBench (datologyai/DatBench), by capability, which its evaluator scores.
class DatBenchExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    bool wantsImageBytes() const override { return true; }
    bool isOwnColumn(const QString&, const ExportLayout&) const override { return false; }
    bool namesColumns() const override { return true; }
    QJsonObject libraries() const override;
};

} // namespace winnow
