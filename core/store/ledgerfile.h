// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ledgerevent.h"

#include <QStringList>
#include <QVector>

namespace winnow {

class Project;

/// What a file of events holds.
struct LedgerFile {
    QVector<LedgerEvent> events;
    /// Lines that are no sound event, and the first of them with line number and reason.
    qint64 rejected = 0;
    QStringList problems;
};

/// Reads the events of another project (its journal included), of a journal, or of what `ledger` wrote.
/// Nothing is changed there. NotFound, WrongKind (neither), Io, Damaged. Not on the GUI thread.
Result<LedgerFile> readLedgerFile(const QString& path);

/// Writes all events in ledger order, one line each, replacing `path` when it is whole. Returns how many.
Result<qint64> writeLedgerFile(Project& project, const QString& path);

} // namespace winnow
