// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/store/project.h"

#include <QStringList>

namespace winnow {

/// What a check of a project found; an empty `problems` is a sound project.
struct IntegrityReport {
    QStringList problems;
    /// The file itself is damaged: only a backup or a salvage helps.
    bool damagedPages = false;
    QStringList repaired;
    /// Referenced image files that are not where they were; not a fault of the project file.
    qint64 missingImageFiles = 0;
    qint64 orphanedImageBlobs = 0;
};

/// Checks pages, foreign keys, the search index, the ledger's triggers and the state derived from the ledger.
/// With `repair` it rebuilds what is derived (search index, flag states, sample actions), puts back the
/// triggers and forgets image bytes that no sample uses. The ledger itself is never touched. Not on the GUI
/// thread.
Result<IntegrityReport> checkProject(Project& project, bool repair, Progress& progress);

/// For a file that does not open: copies everything readable, table by table, into a new project at `target`.
/// Returns how many rows were saved.
Result<qint64> salvageProject(const QString& damaged, const QString& target);

} // namespace winnow
