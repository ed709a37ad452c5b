// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csvexporter.h"

#include "core/export/tablewriter.h"

namespace winnow {

ExporterInfo CsvExporter::info() const
{
    return {QStringLiteral("csv"), QStringLiteral("CSV"),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A table for spreadsheets and data frames, a column an option, every cell quoted (RFC 4180)")),
        QStringLiteral("csv"),
        {ExportOptions::Images::Folder, ExportOptions::Images::Embedded, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> CsvExporter::writer() const
{
    return std::make_unique<TableWriter>(TableShape{',', "\r\n", true});
}

bool CsvExporter::isOwnColumn(const QString& name, const ExportLayout& layout) const
{
    return isTableColumn(name, layout);
}

Sentence CsvExporter::obstacle(qsizetype options) const
{
    return tableObstacle(options);
}

} // namespace winnow
