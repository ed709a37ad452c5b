// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/import/record.h"

#include <memory>

namespace winnow {

/// Sizes beyond which input is refused rather than read.
struct ReadLimits {
    qint64 maxCellBytes = qint64(256) << 20;
    qint64 maxRecordBytes = qint64(512) << 20;
    int maxColumns = 4096;
};

/// Why a record could not be read, for the import report.
struct RecordProblem {
    qint64 line = 0;
    QString column;
    QString found;
    QString expected;
};

/// How the records of a file are laid out.
enum class FileLayout { JsonLines, JsonArray, JsonMembers, Csv };

/// Reads the records of one text file in order, holding one record at a time. One thread.
class RecordSource {
public:
    enum class Step { Record, Bad, End };

    virtual ~RecordSource() = default;
    /// The next record, or why the one here is bad (reading can go on), or the end. An error is fatal (Io).
    virtual Result<Step> next(RawRecord& record, RecordProblem& problem) = 0;
    virtual const ColumnNames& columns() const = 0;
    /// For progress.
    virtual qint64 bytesRead() const = 0;
    virtual qint64 bytesTotal() const = 0;
    virtual FileLayout layout() const = 0;
    /// What the layout is called in messages: "JSON Lines", "CSV with ;".
    virtual QString layoutName() const = 0;

    /// Opens a file by its content, never by its name. A file of another kind is WrongKind, with what it
    /// looks like.
    static Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits = {});
};

} // namespace winnow
