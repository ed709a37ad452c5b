// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hfparquetexporter.h"

#include "core/export/datasetcard.h"
#include "core/export/hubfeatures.h"
#include "core/export/hubwriter.h"

namespace winnow {

ExporterInfo HfParquetExporter::info() const
{
    return {QStringLiteral("hf_parquet"),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "Hugging Face dataset (Parquet)")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A folder that load_dataset() opens and the hub shows: Parquet by split with the images in it, a "
            "dataset card and eval.yaml")),
        {}, {ExportOptions::Images::Embedded}};
}

std::unique_ptr<ExportWriter> HfParquetExporter::writer() const
{
    return std::make_unique<HubWriter>();
}

Result<QVector<StagedFile::Written>> HfParquetExporter::finish(const ExportEnd& end) const
{
    return addCards(end, [](const ExportEnd::Part& written) {
        CardFacts facts;
        facts.features = hubYaml(HubTable(written.layout).columns(), "  ");
        facts.pattern = QStringLiteral("data/%1-*");
        facts.images = written.layout.images == 1
            ? QStringLiteral("`row[\"image\"]` is the picture of a row.")
            : written.layout.images > 1 ? QStringLiteral("`row[\"images\"]` are the pictures of a row.")
                                        : QString();
        return facts;
    });
}

bool HfParquetExporter::isOwnColumn(const QString& name, const ExportLayout&) const
{
    return HubTable::isOwn(name);
}

QJsonObject HfParquetExporter::libraries() const
{
    return {{QStringLiteral("libduckdb"), ParquetWriter::libraryVersion()}};
}

} // namespace winnow
