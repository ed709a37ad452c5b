// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// Which samples stay and which go, for tools that filter the published files themselves: keep_ids.txt, one
/// index a line (DATASET/INDEX where there are several datasets), and drop_ids.jsonl with reasons, annotators
/// and time of the last decision.
class KeepIdsExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override { return nullptr; }
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
};

} // namespace winnow
