// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/datasetedits.h"

#include "core/curate/rescoring.h"
#include "core/store/datasetstore.h"
#include "core/store/projectnames.h"
#include "core/store/removal.h"
#include "core/store/settingsstore.h"
#include "core/store/unusedimages.h"

namespace winnow {

namespace {

ChangeSet changesOf(const DatasetEdits& edits)
{
    ChangeSet changes{.parts = ChangeSet::Samples, .samples = {}};
    if (!edits.names.isEmpty() || edits.removed) {
        changes.parts |= ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions | ChangeSet::Policies
            | ChangeSet::Imports;
    }
    return changes;
}

Result<> write(sqlite::Connection& c, const DatasetEdits& edits)
{
    for (auto it = edits.settings.cbegin(); it != edits.settings.cend(); ++it) {
        WINNOW_TRY(changeDatasetSetting(c, DatasetId{it.key().first}, it.key().second, it.value()));
    }
    for (auto it = edits.names.cbegin(); it != edits.names.cend(); ++it) {
        if (const auto dataset = DatasetStore(c).byId({it.key()})) {
            WINNOW_TRY(ProjectNames(c).rename(ProjectNames::Kind::Dataset, dataset->name, it.value()));
        }
    }
    if (edits.removed) {
        Removal removal(c);
        WINNOW_TRY(removal.refuseWhileImporting());
        removal.dataset(edits.removed);
        removal.unusedResponses();
    }
    return {};
}

Result<RescoredDataset> rescoreDataset(Project& project, DatasetId id, Progress& progress)
{
    const auto stored = project.read([&](sqlite::Connection& c) {
        const auto dataset = DatasetStore(c).byId(id);
        return std::pair(dataset ? dataset->name : QString(), SettingsStore(c).text(Setting::Scorer, id));
    });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    const auto rule = ScoringRule::forOpenQuestions(stored->second);
    if (!rule) {
        return tl::unexpected<Error>(rule.error());
    }
    const auto runs = rescore(project, {.dataset = stored->first, .model = {}, .rule = *rule}, progress);
    if (!runs) {
        return tl::unexpected<Error>(runs.error());
    }
    RescoredDataset done{.dataset = stored->first};
    for (const RescoredRun& run : *runs) {
        done.responses += run.responses;
        done.scoresChanged += run.scoresChanged;
    }
    return done;
}

} // namespace

Result<QVector<RescoredDataset>> applyDatasetEdits(
    Project& project, const DatasetEdits& edits, Progress& progress)
{
    if (!edits.settings.isEmpty() || !edits.names.isEmpty() || edits.removed) {
        WINNOW_TRY(project.write(changesOf(edits), [&](sqlite::Connection& c) { return write(c, edits); }));
    }
    if (edits.removed) {
        UnusedImages::remove(project);
    }
    QVector<RescoredDataset> done;
    for (const DatasetId dataset : edits.rescored) {
        auto one = rescoreDataset(project, dataset, progress);
        if (!one) {
            return tl::unexpected<Error>(one.error());
        }
        done.append(*one);
    }
    return done;
}

} // namespace winnow
