// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/import/judgementimport.h"

#include "core/base/clock.h"
#include "core/import/importjob.h"
#include "core/import/importremedy.h"
#include "core/import/judgementreader.h"
#include "core/import/recordfiles.h"
#include "core/store/datasetstore.h"

namespace winnow {

namespace {

Result<JudgementReport> importAll(Project& project, const ImportRequest& request, Progress& progress)
{
    JudgementReport report;
    report.file = request.file;
    report.judge = request.model.isEmpty() ? QStringLiteral("judge") : request.model;
    auto hash = sha256OfSource(request.file, &progress);
    if (!hash) {
        return tl::unexpected<Error>(hash.error());
    }
    WINNOW_TRY(backUpDecisions(project, progress));
    const QString startedAt = nowUtc();
    return project.write({.parts = ChangeSet::Flags | ChangeSet::Imports, .samples = {}},
        [&](sqlite::Connection& c) -> Result<JudgementReport> {
            DatasetStore datasets(c);
            std::optional<Dataset> dataset;
            const QVector<Dataset> all = datasets.all();
            if (!request.dataset.isEmpty()) {
                dataset = datasets.byName(request.dataset);
            } else if (all.size() == 1) {
                dataset = all.first();
            }
            if (!dataset) {
                return fail(ErrorCode::NotFound,
                    request.dataset.isEmpty()
                        ? Sentence::of(QT_TRANSLATE_NOOP(
                                           "Error", "The project has %1 datasets; judgements belong to one"))
                              .arg(qint64(all.size()))
                        : Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\""))
                              .arg(request.dataset),
                    importRemedy(ImportRemedy::WhichDataset));
            }
            report.dataset = dataset->name;
            SampleKeys keys(c, dataset->id);
            JudgementReader reader(request, report);
            WINNOW_TRY(reader.read(keys, progress));
            ImportStore store(c);
            const ImportId import = store.nextId();
            reader.store(c, import, dataset->id, startedAt);
            ImportRecord record;
            record.id = import;
            record.file = request.file;
            record.sha256 = *hash;
            record.format = QStringLiteral("judgements");
            record.role = QStringLiteral("judgements");
            record.datasetId = dataset->id;
            record.added = report.added;
            record.unchanged = report.kept;
            record.rejected = report.rejected;
            record.startedAt = startedAt;
            const ImportId id = store.add(record);
            for (const ImportIssue& issue : std::as_const(report.issues)) {
                store.addIssue(id, issue);
            }
            return report;
        });
}

} // namespace

Result<JudgementReport> importJudgements(Project& project, const ImportRequest& request, Progress& progress)
{
    ImportRequest cancellable = request;
    cancellable.limits.progress = &progress;
    auto report = importAll(project, cancellable, progress);
    if (!report && report.error().code == ErrorCode::Cancelled) {
        return fail(ErrorCode::Cancelled,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled; the project is as before")));
    }
    return report;
}

} // namespace winnow
