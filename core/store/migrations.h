// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sqlite/connection.h"

#include <QStringList>

namespace winnow {

/// "WNOW" in the file header: tells a project from any other SQLite file.
inline constexpr qint64 kApplicationId = 0x574E4F57;

/// The migration scripts in order; the first makes an empty project. A test may pass its own.
QStringList projectMigrations();

/// Brings the schema from its `user_version` to `scripts.size()`, each step in one transaction.
/// Returns how many steps ran. NewerVersion when the file is ahead of us.
Result<int> migrate(sqlite::Connection& connection, const QStringList& scripts);

/// What stands at `path`: Ok = a project; NotAProject, Damaged, NotFound, NewerVersion (message has both
/// numbers). Returns its schema version.
Result<int> probeProjectFile(const QString& path, int ourVersion);

} // namespace winnow
