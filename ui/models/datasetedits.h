// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/datasetsettings.h"
#include "core/store/project.h"

#include <QMap>

namespace winnow {

/// A dataset as it can be edited.
struct EditableDataset {
    DatasetSettings settings;
    /// By which files and decisions find it, too.
    QStringList furtherNames;
    /// That replied to it.
    qint64 models = 0;
};

/// What a person wants to be otherwise about the datasets of a project.
struct DatasetEdits {
    /// Dataset id and field (see changeDatasetSetting()) to value.
    QMap<std::pair<qint64, QString>, QString> settings;
    /// Dataset id to its new name.
    QMap<qint64, QString> names;
    /// Whose replies are scored again, by the scorer that is then set.
    QVector<DatasetId> rescored;
    /// Goes; 0 = none.
    DatasetId removed;

    bool isEmpty() const { return settings.isEmpty() && names.isEmpty() && rescored.isEmpty() && !removed; }
};

/// What scoring the replies to a dataset again did.
struct RescoredDataset {
    QString dataset;
    qint64 responses = 0;
    qint64 scoresChanged = 0;
};

/// Names, settings and removal in one transaction, then the scores. Errors: those of ProjectNames,
/// changeDatasetSetting(), Removal and rescore(). Not on the GUI thread.
Result<QVector<RescoredDataset>> applyDatasetEdits(
    Project& project, const DatasetEdits& edits, Progress& progress);

} // namespace winnow
