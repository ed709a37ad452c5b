// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/issuelog.h"

namespace winnow {

namespace {
constexpr qsizetype kMostIssues = 50'000;
constexpr qsizetype kMostInReport = 1000;
constexpr qsizetype kMostChars = 400;
} // namespace

IssueLog::IssueLog(QString file, ImportReport& report)
    : m_whole(std::move(file))
    , m_file(m_whole)
    , m_report(report)
{
}

void IssueLog::add(ImportIssue::Severity severity, qint64 line, const QString& column, const Sentence& found,
    const Sentence& expected, const QString& sampleKey)
{
    switch (severity) {
    case ImportIssue::Severity::Rejected:
        ++m_report.rejected;
        break;
    case ImportIssue::Severity::Warning:
        ++m_report.warnings;
        break;
    case ImportIssue::Severity::Note:
        ++m_report.notes;
        break;
    }
    if (m_issues.size() >= kMostIssues) {
        return;
    }
    m_issues.append({severity, m_file, line, column,
        found.isTranslatable() ? found : Sentence(found.english().left(kMostChars)), expected, sampleKey});
    if (m_report.issues.size() < kMostInReport) {
        m_report.issues.append(m_issues.back());
    }
}

void IssueLog::standIn(const QString& file)
{
    m_file = file.isEmpty() ? m_whole : file;
}

void IssueLog::add(const RecordProblem& problem)
{
    standIn(problem.file);
    add(ImportIssue::Severity::Rejected, problem.line, problem.column, problem.found, problem.expected);
}

void IssueLog::add(const CellLoss& loss)
{
    const RecordProblem& place = loss.place;
    standIn(place.file);
    add(ImportIssue::Severity::Warning, place.line, place.column, place.found, place.expected);
}

void IssueLog::add(const DraftIssue& issue, qint64 line, const QString& sampleKey)
{
    add(issue.severity, line, issue.column, issue.found, issue.expected, sampleKey);
}

void IssueLog::message(const Sentence& text)
{
    const QString english = text.english();
    if (!m_said.contains(english)) {
        m_said.insert(english);
        m_report.messages.append(text);
    }
}

void IssueLog::messages(const SentenceList& texts)
{
    for (const Sentence& text : texts) {
        message(text);
    }
}

void IssueLog::close()
{
    const qint64 all = m_report.rejected + m_report.warnings + m_report.notes;
    if (all > m_issues.size()) {
        message(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "Only the first %1 of %2 issues are kept one by one"))
                .arg(m_issues.size())
                .arg(all));
    }
}

} // namespace winnow
