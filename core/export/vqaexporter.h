// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// VQAv2's pair (FORMATS.md 2.7; keys as GT-Vision-Lab/VQA describes them): BASE_questions.json and
/// BASE_annotations.json, joined by question_id. Choices as VQA v1 has them (multiple_choices, the answer as
/// text). question_id is the index where that is a whole number; `index`, `image`, `split`, `category` and
/// `hint` stand in a question besides.
class VqaExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
};

} // namespace winnow
