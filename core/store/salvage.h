// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/store/project.h"

#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

/// What came back of one table.
struct SalvagedTable {
    QString name;
    /// Rows given back.
    qint64 rows = 0;
    /// Of these, rows from pages whose checksum does not hold: they may be wrong.
    qint64 unverified = 0;
    /// Of these, rows whose own page is lost: an index had part of them.
    qint64 rebuilt = 0;
    /// Rows read that belong to something which is gone, and were left out.
    qint64 orphaned = 0;
    /// How many the table had, where an index tells.
    std::optional<qint64> expected;
};

struct SalvageReport {
    QString target;
    /// Tables that had rows, or should have.
    QVector<SalvagedTable> tables;
    qint64 rows = 0;
    /// Samples whose text is not what was imported; importing their file again puts it right.
    qint64 changedSamples = 0;
    qint64 images = 0;
    qint64 lostImages = 0;
    /// Events of the ledger, of them those that only the journal had, and lines whose hash does not hold.
    qint64 decisions = 0;
    qint64 fromJournal = 0;
    qint64 lostDecisions = 0;
    /// Commits behind the first damage of the log were used.
    bool logDamaged = false;
};

/// What can be told of a project file, its images and their logs before SQLite opens them, which forgets what
/// stands behind the first damaged byte of a log. Empty: nothing wrong so far. Not on the GUI thread.
QStringList damageBeforeOpening(const QString& path);

/// Copies every row that can be read, page by page, every event of the ledger that stands whole in the
/// project or in its journal, and every image whose bytes are what their hash says, into a new project at
/// `target`, which must not exist; the project keeps its identity. The damaged files are only read. Nothing
/// is left at `target` on an error; Damaged when not one row of data could be read. Not on the GUI thread.
Result<SalvageReport> salvageProject(const QString& damaged, const QString& target, Progress& progress);

} // namespace winnow
