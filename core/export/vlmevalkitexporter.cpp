// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/vlmevalkitexporter.h"

#include "core/export/appendtext.h"
#include "core/export/tablewriter.h"

namespace winnow {

ExporterInfo VlmEvalKitExporter::info() const
{
    return {QStringLiteral("vlmevalkit_tsv"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "VLMEvalKit TSV")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A dataset file that VLMEvalKit runs by name; the same index, so that old predictions still "
            "join")),
        QStringLiteral("tsv"),
        {ExportOptions::Images::Embedded, ExportOptions::Images::Folder, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> VlmEvalKitExporter::writer() const
{
    return std::make_unique<TableWriter>(TableShape{'\t', "\n", false, true});
}

Exporter::ImagePlace VlmEvalKitExporter::imagePlace(const QString& base, const Sample&) const
{
    // Names alone, as the kit writes them itself below $LMUData/images/DATASET.
    return {exportnames::kImages + u'/' + base, {}};
}

Result<QVector<StagedFile::Written>> VlmEvalKitExporter::finish(const ExportEnd& end) const
{
    // What its option --data-indices takes.
    QByteArray json = "{";
    for (const ExportEnd::Part& part : end.parts) {
        json += json.size() > 1 ? ", " : "";
        appendJsonString(json, part.layout.dataset.name);
        json += ": [" + part.remains + ']';
    }
    json += "}\n";
    const auto written = end.files.add(QStringLiteral("data_indices.json"), json);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    return QVector<StagedFile::Written>{*written};
}

bool VlmEvalKitExporter::isOwnColumn(const QString& name, const ExportLayout& layout) const
{
    return isTableColumn(name, layout);
}

Sentence VlmEvalKitExporter::obstacle(qsizetype options) const
{
    return tableObstacle(options);
}

} // namespace winnow
