// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importrequest.h"
#include "core/import/sampledraft.h"

#include <QSet>

namespace winnow {

/// Collects the issues of one import. What is rejected is kept one by one up to a generous limit; beyond it
/// issues are only counted, and the report says so.
class IssueLog {
public:
    IssueLog(QString file, ImportReport& report);

    void add(ImportIssue::Severity severity, qint64 line, const QString& column, const Sentence& found,
        const Sentence& expected, const QString& sampleKey = {});
    void add(const RecordProblem& problem);
    void add(const CellLoss& loss);
    void add(const DraftIssue& issue, qint64 line, const QString& sampleKey);
    /// Issues from now on stand in this file of a set; empty = in the file that is imported.
    void standIn(const QString& file);
    const QString& file() const { return m_file; }
    /// A sentence for the report, once.
    void message(const Sentence& text);
    void messages(const SentenceList& texts);

    const QVector<ImportIssue>& issues() const { return m_issues; }
    /// Tells what was only counted.
    void close();

private:
    QString m_whole;
    QString m_file;
    ImportReport& m_report;
    QVector<ImportIssue> m_issues;
    QSet<QString> m_said;
};

} // namespace winnow
