// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetstudy.h"

namespace winnow {

/// What was stored before something was saved, removed or renamed, to put it back.
struct SubsetUndo {
    struct Stored {
        Subset subset;
        QVector<SubsetSample> samples;
    };
    /// Subsets that were replaced or removed.
    QVector<Stored> before;
    /// Names that are stored now.
    QStringList now;
    /// Samples of what was saved.
    qint64 samples = 0;
};

/// Saves a set as it is. Not on the GUI thread, as all here.
Result<SubsetUndo> saveChoice(Project& project, const SubsetChoice& choice, const QString& name);
/// Chooses and saves a set for each capability in the scope of `choice`, with the same share of its samples.
Result<SubsetUndo> saveForEachCapability(Project& project, const SubsetSource& source,
    const SubsetChoice& choice, const QString& name, Progress& progress);
Result<SubsetUndo> removeSubset(Project& project, const QString& name);
/// AlreadyExists when the new name is taken.
Result<SubsetUndo> renameSubset(Project& project, const QString& from, const QString& to);
Result<SubsetUndo> putBackSubsets(Project& project, const SubsetUndo& undo);

} // namespace winnow
