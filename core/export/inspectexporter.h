// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// Datasets of inspect_ai (FORMATS.md 2.4): BASE.jsonl with input, choices, target, id and metadata, and
/// task.py that `inspect eval` runs. Images are parts of the message, as paths or data URIs.
class InspectExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
};

} // namespace winnow
