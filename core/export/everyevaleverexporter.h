// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// The recorded responses to the exported samples as Every Eval Ever has them (evaleval/every_eval_ever
/// 9bce413, schema 0.2.2): for each run data/DATASET/DEVELOPER/MODEL/UUID.json and UUID_samples.jsonl. They
/// answer the samples as they are in the source, also where the plan corrects those.
class EveryEvalEverExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override { return nullptr; }
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
};

} // namespace winnow
