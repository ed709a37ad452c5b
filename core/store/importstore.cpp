// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importstore.h"

#include "core/base/clock.h"

namespace winnow {

QString importSeverityId(ImportIssue::Severity severity)
{
    switch (severity) {
    case ImportIssue::Severity::Rejected:
        return QStringLiteral("rejected");
    case ImportIssue::Severity::Warning:
        return QStringLiteral("warning");
    case ImportIssue::Severity::Note:
        return QStringLiteral("note");
    }
    return QStringLiteral("rejected");
}

ImportId ImportStore::nextId()
{
    return {m_connection.integer(QStringLiteral("SELECT max(coalesce((SELECT max(id) FROM imports), 0),"
                                                " coalesce((SELECT max(id) FROM staged_imports), 0)) + 1"))};
}

ImportId ImportStore::add(const ImportRecord& record)
{
    auto& insert = m_connection.cached(
        QStringLiteral("INSERT INTO imports(file, sha256, format, role, dataset_id, mapping, added, changed, "
                       "unchanged, rejected,"
                       " warnings, started_at, finished_at, id) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    insert.bindAll(record.file, record.sha256, record.format, record.role);
    const ImportId id = record.id ? record.id : nextId();
    record.datasetId ? insert.bind(5, record.datasetId.value) : insert.bindNull(5);
    insert.bind(6, QString::fromUtf8(record.mapping.isEmpty() ? QByteArray("{}") : record.mapping));
    insert.bind(7, record.added).bind(8, record.changed).bind(9, record.unchanged).bind(10, record.rejected);
    insert.bind(11, record.warnings).bind(12, record.startedAt);
    insert.bind(13, record.finishedAt.isEmpty() ? nowUtc() : record.finishedAt);
    insert.bind(14, id.value).run();
    return id;
}

void ImportStore::addRow(ImportId import, const QString& kind, qint64 id)
{
    m_connection
        .cached(QStringLiteral(
            "INSERT OR IGNORE INTO import_rows(import_id, kind, first, last) VALUES(?1, ?2, ?3, ?3)"))
        .bindAll(import.value, kind, id)
        .run();
}

void ImportStore::markUndone(ImportId import)
{
    addRow(import, QStringLiteral("undone"), 0);
    m_connection.cached(QStringLiteral("UPDATE imports SET finished_at = ? WHERE id = ?"))
        .bindAll(nowUtc(), import.value)
        .run();
}

void ImportStore::addIssue(ImportId import, const ImportIssue& issue)
{
    m_connection
        .cached(
            QStringLiteral("INSERT INTO import_issues(import_id, severity, file, line, column_name, found,"
                           " expected, sample_key) VALUES(?,?,?,?,?,?,?,?)"))
        .bindAll(import.value, importSeverityId(issue.severity), issue.file, issue.line, issue.column,
            issue.found, issue.expected, issue.sampleKey)
        .run();
}

QVector<ImportRecord> ImportStore::all()
{
    QVector<ImportRecord> records;
    auto& query = m_connection.cached(
        QStringLiteral("SELECT id, file, sha256, format, role, dataset_id, "
                       "mapping, added, changed, unchanged, rejected, warnings,"
                       " started_at, finished_at,"
                       " (SELECT import_id FROM import_rows WHERE kind = 'part' AND import_id <> i.id"
                       " AND first = i.id),"
                       " EXISTS(SELECT 1 FROM import_rows WHERE import_id = i.id"
                       " AND kind = 'undone'),"
                       " EXISTS(SELECT 1 FROM import_rows WHERE import_id = i.id)"
                       " OR EXISTS(SELECT 1 FROM replaced WHERE import_id = i.id)"
                       " FROM imports i ORDER BY id"));
    while (query.step()) {
        records.append({.id = {query.integer(0)},
            .file = query.text(1),
            .sha256 = query.blob(2),
            .format = query.text(3),
            .role = query.text(4),
            .datasetId = {query.integer(5)},
            .mapping = query.blob(6),
            .added = query.integer(7),
            .changed = query.integer(8),
            .unchanged = query.integer(9),
            .rejected = query.integer(10),
            .warnings = query.integer(11),
            .startedAt = query.text(12),
            .finishedAt = query.text(13),
            .partOf = {query.integer(14)},
            .undone = query.integer(15) != 0,
            .undoable = query.integer(16) != 0});
    }
    query.reset();
    for (ImportRecord& record : records) {
        if (record.partOf) {
            const auto whole = std::find_if(records.begin(), records.end(),
                [&](const ImportRecord& one) { return one.id == record.partOf; });
            record.undone = whole != records.end() && whole->undone;
        }
    }
    return records;
}

QVector<ImportIssue> ImportStore::issues(ImportId import, qint64 limit)
{
    QVector<ImportIssue> issues;
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT severity, file, line, column_name, found, expected, sample_key FROM import_issues"
        " WHERE import_id = ? ORDER BY id LIMIT ?"));
    query.bindAll(import.value, limit);
    while (query.step()) {
        ImportIssue issue;
        const QString severity = query.text(0);
        issue.severity = severity == u"warning" ? ImportIssue::Severity::Warning
            : severity == u"note"               ? ImportIssue::Severity::Note
                                                : ImportIssue::Severity::Rejected;
        issue.file = query.text(1);
        issue.line = query.integer(2);
        issue.column = query.text(3);
        issue.found = query.text(4);
        issue.expected = query.text(5);
        issue.sampleKey = query.text(6);
        issues.append(issue);
    }
    query.reset();
    return issues;
}

QByteArray ImportStore::rememberedMapping(const QString& headerFingerprint)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT mapping FROM field_mappings WHERE header_fingerprint = ?"));
    query.bind(1, headerFingerprint);
    const QByteArray mapping = query.step() ? query.blob(0) : QByteArray();
    query.reset();
    return mapping;
}

void ImportStore::rememberMapping(const QString& headerFingerprint, const QByteArray& mappingJson)
{
    m_connection
        .cached(
            QStringLiteral("INSERT INTO field_mappings(header_fingerprint, mapping, updated_at) VALUES(?,?,?)"
                           " ON CONFLICT(header_fingerprint) DO UPDATE SET mapping = excluded.mapping,"
                           " updated_at = excluded.updated_at"))
        .bindAll(headerFingerprint, QString::fromUtf8(mappingJson), nowUtc())
        .run();
}

} // namespace winnow
