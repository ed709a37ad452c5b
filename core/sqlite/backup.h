// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/sqlite/connection.h"

namespace winnow::sqlite {

/// A consistent copy of `source` as the new file `target`, through SQLite's backup API: one snapshot, which
/// nobody's commits begin again, and no writer waits for. The copy is a closed file: reading it leaves
/// nothing beside it. Fails with AlreadyExists rather than replace, and inside a transaction of `source`. Any
/// thread; cancelled within a few milliseconds, which leaves nothing.
Result<> backUp(Connection& source, const QString& target, Progress& progress);

/// Puts the content of `source` in place of all that the database file `target` holds, be it damaged, missing
/// or no database at all, in one transaction and through SQLite's locks: fails with Locked while someone
/// reads or writes it. Any thread; cancelled as above.
Result<> restoreInto(Connection& source, const QString& target, Progress& progress);

} // namespace winnow::sqlite
