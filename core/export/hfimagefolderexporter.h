// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// An image folder as the datasets library reads it: SPLIT/metadata.jsonl with the images beside it, and a
/// dataset card.
class HfImageFolderExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    ImagePlace imagePlace(const QString& base, const Sample& sample) const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
    bool namesColumns() const override { return true; }
};

} // namespace winnow
