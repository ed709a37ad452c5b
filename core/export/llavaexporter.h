// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// LLaVA's list of conversations (FORMATS.md 2.7): the prompt with its options as what a person says, the key
/// as what the model says, an <image> token for each image where the question has none.
class LlavaExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
};

} // namespace winnow
