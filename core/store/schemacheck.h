// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/connection.h"

#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

/// One object of a project's schema that is not as the migrations make it.
struct SchemaDifference {
    enum class Kind { Foreign, Missing, Changed };
    Kind kind = Kind::Foreign;
    /// table, index, trigger or view.
    QString type;
    QString name;
    /// The table that it belongs to.
    QString table;
    /// How the migrations make it; empty for a foreign one.
    QString sql;

    /// "a trigger that is not Winnow's: x on flags"
    Sentence text() const;
    /// Whether it can be put right where it stands; a table cannot.
    bool repairable() const { return type != QStringLiteral("table"); }
};

/// Compares the whole schema with the one that the migrations make up to the file's version. Throws
/// sqlite::Failure.
QVector<SchemaDifference> schemaDifferences(sqlite::Connection& connection);

/// Removes a foreign trigger, index or view, makes a missing or changed one anew. Throws sqlite::Failure.
void repairSchema(sqlite::Connection& connection, const SchemaDifference& difference);

/// The first trigger that Winnow did not make, or view of Winnow's that was changed: either could change or
/// hide what is written, so that such a file is not opened for work. Throws sqlite::Failure.
std::optional<SchemaDifference> hostileSchema(sqlite::Connection& connection);

} // namespace winnow
