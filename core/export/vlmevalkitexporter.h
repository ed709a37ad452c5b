// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// VLMEvalKit's dataset TSV (FORMATS.md 2.1): every cell quoted, images as base64 or as paths, several images
/// as a list literal, rotations as rows of their own. Dropped into $LMUData the file is runnable by name.
class VlmEvalKitExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    ImagePlace imagePlace(const QString& base, const Sample& sample) const override;
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
    bool namesColumns() const override { return true; }
    bool sharesImages() const override { return true; }
    Sentence obstacle(qsizetype options) const override;
};

} // namespace winnow
