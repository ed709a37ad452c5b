// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/keepidsexporter.h"

#include "core/export/jsonobject.h"
#include "core/export/layoutreader.h"
#include "core/export/lossnotes.h"
#include "core/store/decisionstore.h"

#include <QHash>

#include <algorithm>

namespace winnow {

namespace {

struct Judges {
    QStringList names;
    QString last;
};

/// Who decided on a sample, and when last.
QHash<SampleId, Judges> judgesOf(sqlite::Connection& connection)
{
    QHash<SampleId, Judges> all;
    for (const Decision& decision : DecisionStore(connection).effective()) {
        Judges& judges = all[decision.sampleId];
        if (!judges.names.contains(decision.annotator)) {
            judges.names.append(decision.annotator);
        }
        judges.last = std::max(judges.last, decision.at);
    }
    return all;
}

Result<> keep(const ExportEnd& end, BlockFile& file)
{
    SampleScan samples(end.connection);
    LossNotes losses;
    const bool one = end.plan.datasets.size() == 1;
    for (const ExportPlan::DatasetPart& part : end.plan.datasets) {
        for (const ExportItem& item : part.items) {
            const auto sample = samples.read(item.id);
            if (!sample) {
                return sampleGone();
            }
            const QString id = one ? sample->sourceIndex : sample->key();
            losses.count(id.contains(u'\n') || id.contains(u'\r'),
                QStringLiteral("the id holds a line end, so that it is no line of keep_ids.txt"));
            file.text() += id.toUtf8() + '\n';
            WINNOW_TRY(file.flush());
        }
    }
    end.warnings += losses.sentences();
    return {};
}

Result<> drop(const ExportEnd& end, BlockFile& file)
{
    SampleScan samples(end.connection);
    const QHash<SampleId, Judges> judges = judgesOf(end.connection);
    for (const ExportItem& item : end.plan.changed) {
        if (item.outcome.disposition != Disposition::Drop) {
            continue;
        }
        const auto sample = samples.read(item.id);
        if (!sample) {
            return sampleGone();
        }
        const Judges by = judges.value(item.id);
        JsonObject object(file.text());
        object.add("id", sample->sourceIndex);
        object.add("dataset", sample->dataset);
        object.add("disposition", dispositionId(item.outcome.disposition));
        object.add("reasons", item.outcome.reasons);
        object.add("by_person", item.outcome.byPerson);
        object.add("annotators", by.names);
        object.add("time", by.last);
        object.end();
        file.text() += '\n';
        WINNOW_TRY(file.flush());
    }
    return {};
}

} // namespace

ExporterInfo KeepIdsExporter::info() const
{
    return {QStringLiteral("keep_ids"),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "Ids to keep and to drop")),
        QStringLiteral(QT_TRANSLATE_NOOP(
            "Exporter", "keep_ids.txt, an index a line, and drop_ids.jsonl that says why, by whom and when")),
        {}, {}};
}

Result<QVector<StagedFile::Written>> KeepIdsExporter::finish(const ExportEnd& end) const
{
    using Fill = Result<> (*)(const ExportEnd&, BlockFile&);
    const std::pair<const char*, Fill> files[]{{"keep_ids.txt", &keep}, {"drop_ids.jsonl", &drop}};
    QVector<StagedFile::Written> all;
    for (const auto& [name, fill] : files) {
        BlockFile file;
        WINNOW_TRY(file.open(end.files, QString::fromLatin1(name)));
        WINNOW_TRY(fill(end, file));
        auto written = file.close();
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        all.append(*std::move(written));
    }
    return all;
}

bool KeepIdsExporter::isOwnColumn(const QString&, const ExportLayout&) const
{
    return false;
}

} // namespace winnow
