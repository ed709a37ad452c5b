// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sqlite/connection.h"
#include "core/store/decisionstore.h"

#include <QVector>

namespace winnow {

/// "WNOW" in the file header: tells a project from any other SQLite file.
inline constexpr qint64 kApplicationId = 0x574E4F57;

/// One step of the schema: a script, and what SQL alone cannot do after it, in the same transaction.
struct Migration {
    QString script;
    LedgerGain (*convert)(sqlite::Connection&) = nullptr;
};

/// What an upgrade did.
struct UpgradeReport {
    int steps = 0;
    /// Flags whose state changed because annotators disagree.
    QVector<FlagName> disputed;
};

/// The steps in order; the first makes an empty project. A test may pass its own.
QVector<Migration> projectMigrations();

/// Brings the schema from its `user_version` to `migrations.size()`, each step in one transaction.
/// NewerVersion when the file is ahead of us.
Result<UpgradeReport> migrate(sqlite::Connection& connection, const QVector<Migration>& migrations);

/// What stands at `path`: Ok = a project; NotAProject, Damaged, NotFound, NewerVersion (message has both
/// numbers). Returns its schema version.
Result<int> probeProjectFile(const QString& path, int ourVersion);

} // namespace winnow
