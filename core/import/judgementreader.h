// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/importrequest.h"
#include "core/import/sampledraft.h"
#include "core/import/samplekeys.h"
#include "core/store/flagstore.h"
#include "core/store/judgementstore.h"

namespace winnow {

/// Whether a mapping names a column for this of judgements ("verdict", "label_incorrect") rather than for a
/// field of samples and responses.
bool isJudgementField(QStringView name);

/// What the records of one file say is wrong with samples: columns that say yes or no to a kind of flag, or
/// one with a verdict in words (importJudgements()). One thread.
class JudgementReader {
public:
    /// `report` names the judge and the dataset. `mapping` = how the file is read for its samples: their key
    /// is the key here; none = the key is looked for by its usual names.
    JudgementReader(
        const ImportRequest& request, JudgementReport& report, const FieldMapping* mapping = nullptr);

    /// Reads all of them. InvalidInput when there is no column for the key or for what was judged.
    Result<> read(SampleKeys& keys, Progress& progress);
    /// Makes them what the judge says of the dataset, instead of what the same judge said before, which is
    /// kept for the undoing of the import. Inside a write transaction.
    void store(sqlite::Connection& connection, ImportId import, DatasetId dataset, const QString& startedAt);

private:
    int find(const ColumnNames& columns, const char* field, const QStringList& names) const;
    bool resolve(const ColumnNames& columns);
    void reject(qint64 line, const QString& column, const Sentence& found, const Sentence& expected);
    /// Of the record at hand, in the file at hand.
    void tell(ImportIssue::Severity severity, const RecordProblem& problem);
    void take(const RawRecord& record, const ColumnNames& columns, SampleKeys& keys);
    SampleKeys::Found sampleOf(const RawRecord& record, const ColumnNames& columns, SampleKeys& keys);

    const ImportRequest& m_request;
    JudgementReport& m_report;
    std::optional<SampleReader> m_samples;
    SampleDraft m_draft;
    QVector<QPair<QString, int>> m_kinds;
    QVector<FlagDraft> m_flags;
    /// What was said of every sample, in the order of the file.
    QVector<Judgement> m_judgements;
    /// Of a set, where the record at hand stands.
    QString m_file;
    Sentence m_missing;
    int m_known = -1;
    int m_index = -1;
    int m_verdict = -1;
    int m_reason = -1;
    int m_confidence = -1;
};

} // namespace winnow
