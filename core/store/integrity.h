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
    /// What no repair in place puts right: only a backup or a salvage helps.
    bool damagedPages = false;
    QStringList repaired;
    /// Worth knowing, and no fault.
    QStringList notes;
    /// Referenced image files that are not where they were; not a fault of the project file.
    qint64 missingImageFiles = 0;
    qint64 orphanedImageBlobs = 0;
};

/// Checks the checksum of every page, the trees, the whole schema, references between rows, the content hash
/// of every sample, the search index, the state derived from the ledger and the bytes of every embedded
/// image. With `repair` it rebuilds what is derived (search index, flag states, sample actions), removes
/// foreign triggers, indexes and views, makes missing ones anew and forgets image bytes that no sample uses.
/// The ledger itself is never touched. Not on the GUI thread. See also damageBeforeOpening() in salvage.h.
Result<IntegrityReport> checkProject(Project& project, bool repair, Progress& progress);

} // namespace winnow
