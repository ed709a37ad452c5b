// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/errata/errata.h"
#include "core/import/recordsource.h"

namespace winnow {

/// What became of one line of a patch.
struct ErrataOutcome {
    enum class Kind { Applied, AlreadyDone, Removed, NotRemoved, Refused, NotFound };

    QString index;
    /// Empty for a removal.
    QString field;
    Kind kind = Kind::NotFound;
    /// Line of the file; 0 where nothing was found.
    qint64 line = 0;
    /// Why it was refused or not found: what the patch expects and what the file has.
    Sentence reason;
};

QString errataOutcomeId(ErrataOutcome::Kind kind);

struct ApplyOptions {
    /// The patched copy: a new file.
    QString out;
    /// Cuts out the samples that should go, rows as a whole.
    bool remove = false;
    /// "field, column" where the guess of an import is to be another.
    QVector<std::pair<QString, QString>> map;
    ReadLimits limits;
};

struct ApplyReport {
    /// In the order of the patch, changes first.
    QVector<ErrataOutcome> outcomes;
    /// The file is the very version that the patch was made for.
    bool sameVersion = false;
    ErrataVersion file;
    ErrataVersion patched;
    /// What is worth a word.
    SentenceList notes;

    qint64 count(ErrataOutcome::Kind kind) const;
    /// Nothing of the patch was left that should have been done.
    bool isComplete() const;
};

/// Writes a copy of a file of the benchmark in which only the cells that the patch names are changed, each
/// spelled as the file spells such cells; every other byte stays. A change whose old value the file does not
/// have is refused and the rest goes on. InvalidInput, and no file, when nothing of the patch fits;
/// Unsupported for files that are neither tables nor JSON; AlreadyExists. Holds one record at a time.
Result<ApplyReport> applyErrata(
    const QString& file, const Errata& errata, const ApplyOptions& options, Progress& progress);

} // namespace winnow
