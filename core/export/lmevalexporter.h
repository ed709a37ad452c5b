// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// A task folder of lm-evaluation-harness, one a dataset: BASE.jsonl as JSON Lines are, BASE.yaml, utils.py
/// that builds the prompts, opens the images and reads the replies (generate_until). `--include_path` finds
/// it.
class LmEvalExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    ImagePlace imagePlace(const QString& base, const Sample& sample) const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
};

} // namespace winnow
