// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// Comma-separated values as RFC 4180 has them: every cell quoted, lines end in CR LF, several texts in a
/// cell as a JSON list.
class CsvExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override;
    bool isOwnColumn(const QString& name, const ExportLayout& layout) const override;
    bool namesColumns() const override { return true; }
    Sentence obstacle(qsizetype options) const override;
};

} // namespace winnow
