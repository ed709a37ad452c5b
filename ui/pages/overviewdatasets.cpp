// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Editing the datasets of the project, on the Overview.

#include "ui/pages/datasetdialog.h"
#include "ui/pages/overviewpage.h"
#include "ui/util/format.h"

namespace winnow {

namespace {

const QString kEditSlot = QStringLiteral("edit");

/// The filter goes on selecting the datasets that it selected before they were renamed.
SampleFilter renamed(SampleFilter filter, const OverviewData& overview, const DatasetEdits& edits)
{
    for (const DatasetSettings& dataset : overview.datasets) {
        const QString name = edits.names.value(dataset.id.value);
        for (QString& chosen : filter.datasets) {
            if (!name.isEmpty() && chosen == dataset.dataset) {
                chosen = name;
            }
        }
    }
    return filter;
}

} // namespace

void OverviewPage::editDatasets()
{
    const auto overview = m_model.overview();
    if (!overview || overview->datasets.isEmpty() || m_tracker.isRunning(kEditSlot)) {
        return;
    }
    QVector<EditableDataset> datasets;
    for (const DatasetSettings& settings : overview->datasets) {
        datasets.append({settings, overview->furtherNames.value(settings.id.value),
            overview->stats.modelsOf.value(settings.dataset)});
    }
    auto* dialog = new DatasetDialog(datasets, context().project()->isReadOnly(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, project = context().project()] {
        const DatasetEdits edits = dialog->edits();
        if (!edits.isEmpty() && project == context().project()) {
            apply(edits);
        }
    });
    dialog->open();
}

void OverviewPage::apply(const DatasetEdits& edits)
{
    takeBackMessage();
    const QString title = !edits.rescored.isEmpty() ? tr("Scoring replies again")
        : edits.removed                             ? tr("Removing a dataset")
                                                    : QString();
    m_tracker.start(
        kEditSlot, title,
        [project = context().project(), edits](
            Progress& progress) { return applyDatasetEdits(*project, edits, progress); },
        [this, edits, overview = m_model.overview()](const Result<QVector<RescoredDataset>>& done) {
            if (!done) {
                notify(done.error());
                return;
            }
            const SampleFilter before = context().filter()->filter();
            if (const SampleFilter filter = renamed(before, *overview, edits); filter != before) {
                context().filter()->set(filter);
            }
            tell(edits, *done);
        });
}

void OverviewPage::tell(const DatasetEdits& edits, const QVector<RescoredDataset>& rescored)
{
    QStringList said;
    if (edits.removed) {
        said.append(tr("The dataset is removed; decisions on its samples stay."));
    }
    for (const RescoredDataset& one : rescored) {
        said.append(one.scoresChanged == 0
                ? tr("%1: no score of %2 changed.").arg(one.dataset, formatCount(one.responses))
                : tr("%1: %2 scores of %3 changed.")
                      .arg(one.dataset, formatCount(one.scoresChanged), formatCount(one.responses)));
    }
    if (!said.isEmpty()) {
        notify({Message::Kind::Success, said.join(u' '),
            rescored.isEmpty() ? QString()
                               : tr("The scores from before stay: \"winnow-cli rescore --list\" shows them."),
            {}, {}});
    }
}

} // namespace winnow
