// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/errataexporter.h"

#include "core/errata/erratareport.h"
#include "core/export/exportimages.h"

namespace winnow {

ExporterInfo ErrataExporter::info() const
{
    return {QStringLiteral("errata"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "Errata")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "What people corrected, for the makers of the benchmark: a patch for programs and a report with "
            "images")),
        {}, {}};
}

Result<QVector<StagedFile::Written>> ErrataExporter::finish(const ExportEnd& end) const
{
    QVector<StagedFile::Written> written;
    for (qsizetype i = 0; i < end.parts.size(); ++i) {
        const auto errata = projectErrata(
            end.connection, end.plan.policy, end.plan.datasets.at(i).dataset.name, end.progress);
        if (!errata) {
            return tl::unexpected<Error>(errata.error());
        }
        if (errata->errata.isEmpty()) {
            continue;
        }
        const QString folder = end.parts.at(i).base + u'/';
        const ErrataFiles files = errataFiles(*errata);
        QVector<QPair<QString, QByteArray>> contents{
            {kErrataPatchName, files.patch}, {kErrataReportName, files.report}};
        for (const ErrataImage& image : files.images) {
            // One that is not to be had is named in the report all the same.
            if (const auto bytes = ExportImages::take(end.project, image.image)) {
                contents.append({image.name, *bytes});
            }
        }
        for (const auto& [name, bytes] : std::as_const(contents)) {
            auto file = end.files.add(folder + name, bytes);
            if (!file) {
                return tl::unexpected<Error>(file.error());
            }
            written.append(*file);
        }
    }
    return written;
}

} // namespace winnow
