// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/sqlite/connection.h"

namespace winnow {

/// What the blocks of all score sets say against the other tables.
struct ResponseFaults {
    /// Blocks whose columns cannot be unpacked.
    qint64 damaged = 0;
    /// Responses of samples that are not in the run's dataset, and responses whose text is gone.
    qint64 strayResponses = 0;
    qint64 lostTexts = 0;
    /// Blocks that hold another number of responses than their row says.
    qint64 wrongCounts = 0;
    /// Rows of `packed` and `response_texts` that nothing uses.
    qint64 unusedColumns = 0;
    qint64 unusedTexts = 0;
};
/// Reads every block; stops early when cancelled. Throws sqlite::Failure.
ResponseFaults checkResponses(sqlite::Connection& connection, const Progress& progress);

/// Removes what `unusedColumns` and `unusedTexts` count. Throws sqlite::Failure; inside a write transaction.
void removeUnusedResponses(sqlite::Connection& connection);

/// For a project of which parts were lost: takes away what `checkResponses` finds wrong, so that the rest
/// can be read; columns that are not used any more stay. Throws sqlite::Failure; inside a write transaction.
void mendResponses(sqlite::Connection& connection);

} // namespace winnow
