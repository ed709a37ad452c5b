// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/everyevaleverexporter.h"

#include "core/export/everyevaleverrun.h"

#include <QHash>

namespace winnow {

ExporterInfo EveryEvalEverExporter::info() const
{
    return {QStringLiteral("every_eval_ever"),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "Every Eval Ever responses")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "What models answered to the kept samples: a summary and a line a reply for each run, to be "
            "shared")),
        {}, {}};
}

Result<QVector<StagedFile::Written>> EveryEvalEverExporter::finish(const ExportEnd& end) const
{
    QVector<StagedFile::Written> all;
    ResponseStore responses(end.connection);
    qint64 missing = 0;
    for (qsizetype i = 0; i < end.plan.datasets.size(); ++i) {
        const ExportPlan::DatasetPart& part = end.plan.datasets.at(i);
        QSet<SampleId> kept;
        qint64 changed = 0;
        for (const ExportItem& item : part.items) {
            kept.insert(item.id);
            changed += item.outcome.disposition != Disposition::Keep ? 1 : 0;
        }
        const QVector<Run> runs = responses.runsOf(part.dataset.id);
        for (const Run& run : runs) {
            EveryEvalEverRun file(end, end.parts.at(i).layout, run, kept);
            auto written = file.write();
            if (!written) {
                return tl::unexpected<Error>(written.error());
            }
            all += *written;
            missing += file.missing();
        }
        if (runs.isEmpty()) {
            end.warnings.append(part.dataset.name + QStringLiteral(": no model has answered it"));
        } else if (changed > 0) {
            end.warnings.append(
                QStringLiteral("%1: %2 samples are changed by the policy; replies and scores are "
                               "to the questions as they were asked")
                    .arg(part.dataset.name)
                    .arg(changed));
        }
    }
    if (missing > 0) {
        end.warnings.append(
            QStringLiteral("%1 replies are missing: they stand as errors, with the score 0 that "
                           "the schema demands, and no summary counts them")
                .arg(missing));
    }
    return all;
}

bool EveryEvalEverExporter::isOwnColumn(const QString&, const ExportLayout&) const
{
    return false;
}

} // namespace winnow
