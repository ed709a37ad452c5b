// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonlexporter.h"

#include "core/export/jsonlrow.h"

namespace winnow {

namespace {

class JsonlWriter final : public LineWriter {
    void line(QByteArray& out, const ExportRecord& record) const override
    {
        JsonObject object(out);
        addJsonlMembers(object, record, layout());
        object.end();
        out += '\n';
    }
};

} // namespace

ExporterInfo JsonlExporter::info() const
{
    return {QStringLiteral("jsonl"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "JSON Lines")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "One sample a line with question, options, answer and images in a folder or as base64")),
        QStringLiteral("jsonl"),
        {ExportOptions::Images::Folder, ExportOptions::Images::Embedded, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> JsonlExporter::writer() const
{
    return std::make_unique<JsonlWriter>();
}

bool JsonlExporter::isOwnColumn(const QString& name, const ExportLayout& layout) const
{
    return isJsonlMember(name, layout);
}

} // namespace winnow
