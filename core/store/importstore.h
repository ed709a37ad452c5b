// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/sentence.h"
#include "core/sqlite/connection.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace winnow {

/// One thing found while importing: a rejected record, a warning or a note.
struct ImportIssue {
    enum class Severity { Rejected, Warning, Note };
    Severity severity = Severity::Rejected;
    QString file;
    /// Line (text formats) or row, from 1; 0 = the file as a whole.
    qint64 line = 0;
    QString column;
    /// From the data, or a sentence about it.
    Sentence found;
    Sentence expected;
    QString sampleKey;
};

QString importSeverityId(ImportIssue::Severity severity);

/// What one imported file did.
struct ImportRecord {
    ImportId id;
    QString file;
    QByteArray sha256;
    QString format;
    /// samples, responses or judgements.
    QString role;
    DatasetId datasetId;
    /// JSON object: the field mapping used.
    QByteArray mapping;
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 warnings = 0;
    QString startedAt;
    QString finishedAt;
    /// The record of the same file that this belongs to; 0 = it stands for itself.
    ImportId partOf;
    bool undone = false;
    /// It was noted what it brought (undoImport).
    bool undoable = false;
};

/// Import reports and remembered field mappings. Throws sqlite::Failure; use inside Project::read / write.
class ImportStore {
public:
    explicit ImportStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// An id that no import has, on its way or done.
    ImportId nextId();
    /// Under its id, or a new one where it has none.
    ImportId add(const ImportRecord& record);
    /// Notes rows that the import brought (`import_rows` in the schema); `kind` "score_set" or "part"
    /// (another import record of the same file).
    void addRow(ImportId import, const QString& kind, qint64 id);
    /// Ends it anew: what detectors found before is older than that.
    void markUndone(ImportId import);
    void addIssue(ImportId import, const ImportIssue& issue);
    QVector<ImportRecord> all();
    QVector<ImportIssue> issues(ImportId import, qint64 limit = -1);

    /// Mapping JSON remembered for a header, or empty.
    QByteArray rememberedMapping(const QString& headerFingerprint);
    void rememberMapping(const QString& headerFingerprint, const QByteArray& mappingJson);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
