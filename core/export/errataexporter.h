// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// What people corrected, for the makers of the benchmark: a folder for each dataset with errata, in it the
/// patch that apply-errata reads, a report in Markdown and the images it shows.
class ErrataExporter : public Exporter {
public:
    ExporterInfo info() const override;
    std::unique_ptr<ExportWriter> writer() const override { return nullptr; }
    Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const override;
    bool isOwnColumn(const QString&, const ExportLayout&) const override { return false; }
};

} // namespace winnow
