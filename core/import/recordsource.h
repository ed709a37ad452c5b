// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/import/record.h"

#include <QStringList>

#include <memory>

namespace winnow {

/// What is refused rather than read, and who may end the reading.
struct ReadLimits {
    /// The one bound of a record, and with it of every cell: reading holds a small multiple of it at most,
    /// however large the file is and wherever its records end.
    qint64 maxRecordBytes = qint64(128) << 20;
    /// Columns of a file, and cells of a row.
    int maxColumns = 4096;
    /// Elements of all lists of a record.
    int maxItems = 1 << 20;
    /// Of a workbook: what its shared texts, which are held in memory, and a sheet with its XML may come to.
    qint64 maxSharedBytes = qint64(1) << 30;
    qint64 maxInflatedBytes = qint64(8) << 30;
    /// Asked for every block that is read; once it is cancelled, reading ends with ErrorCode::Cancelled.
    const Progress* progress = nullptr;
};

/// Why a record could not be read, for the import report.
struct RecordProblem {
    /// Of a set of files; empty = the file that was opened.
    QString file;
    qint64 line = 0;
    QString column;
    Sentence found;
    Sentence expected;
};

/// What a cell of a record that was read has lost before: it is empty, or (cut) a text without its end.
struct CellLoss {
    RecordProblem place;
    bool cut = false;
};

/// Reads the records of one file, or of a set of files, in order, holding one record at a time. One thread.
class RecordSource {
public:
    enum class Step { Record, Bad, End };

    virtual ~RecordSource() = default;
    /// The next record, or why the one here is bad (reading can go on), or the end. An error is fatal (Io).
    virtual Result<Step> next(RawRecord& record, RecordProblem& problem) = 0;
    /// What the record at hand came without.
    virtual const std::vector<CellLoss>& losses() const
    {
        static const std::vector<CellLoss> none;
        return none;
    }
    virtual const ColumnNames& columns() const = 0;
    /// The file of a set in which the record at hand stands; empty = the one that was opened.
    virtual QString file() const { return {}; }
    /// Files of a set, one after the other, and goes on to the next of them; false when this is the last.
    virtual int parts() const { return 1; }
    virtual Result<bool> skipPart() { return false; }
    /// For progress.
    virtual qint64 bytesRead() const = 0;
    virtual qint64 bytesTotal() const = 0;
    /// How its records are laid out: the id of a RecordLayout.
    virtual QString layout() const = 0;
    /// What the layout is called in messages: "JSON Lines", "CSV with ;".
    virtual QString layoutName() const = 0;
    /// The task or dataset that the file itself says its records are of; empty = it does not.
    virtual QString task() const { return {}; }
    /// Plain sentences about what was read in an unusual way, or not at all; complete at the end.
    virtual SentenceList notes() const { return {}; }

    /// Opens a file by its content, never by its name; a folder or an archive as the set of files that it is
    /// (RecordFiles). A file of another kind is WrongKind, with what it looks like.
    static Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits = {});
};

/// Opens one file as what it holds by itself.
Result<std::unique_ptr<RecordSource>> openRecordFile(const QString& path, const ReadLimits& limits);

/// Why a path cannot be opened that holds these parts (RecordFiles::parts).
tl::unexpected<Error> severalDatasets(const QString& path, const QStringList& parts);

} // namespace winnow
