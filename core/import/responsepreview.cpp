// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the first responses of a file would be stored as.

#include "core/import/responseimport.h"

namespace winnow {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

Result<QVector<PreviewedResponse>> ResponseImport::preview(int rows, bool withSamples)
{
    QVector<PreviewedResponse> previewed;
    m_preview = &previewed;
    if (withSamples) {
        m_report.role = ImportRole::Both;
    }
    WINNOW_TRY(prepare());
    auto source = RecordSource::open(m_request.file, m_request.limits);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    m_reader.acceptBare(true);
    RawRecord record;
    RecordProblem problem;
    while (previewed.size() < rows) {
        const auto step = (*source)->next(record, problem);
        if (!step) {
            return tl::unexpected<Error>(step.error());
        }
        if (*step == RecordSource::Step::End) {
            break;
        }
        if (*step == RecordSource::Step::Bad) {
            continue;
        }
        m_draft.clear();
        m_previewed = {};
        m_previewed.sample = m_mapping.has(Field::Index)
            ? toQString(m_reader.key(record, (*source)->columns(), m_draft))
            : QString::number(record.row);
        if (withSamples) {
            draftSample(record, (*source)->columns());
        }
        const qsizetype told = m_report.issues.size();
        take(record, (*source)->columns());
        for (const ImportIssue& issue : m_report.issues.mid(told)) {
            if (issue.severity == ImportIssue::Severity::Rejected && previewed.size() < rows) {
                PreviewedResponse response;
                response.sample = m_previewed.sample;
                response.rejected
                    = Sentence::of(QT_TRANSLATE_NOOP("Import", "rejected: \"%1\", expected is %2"))
                          .arg(issue.found, issue.expected);
                previewed.append(response);
            }
        }
    }
    previewed.resize(qMin<qsizetype>(previewed.size(), rows));
    return previewed;
}

void ResponseImport::draftSample(const RawRecord& record, const ColumnNames& columns)
{
    SampleDraft draft;
    std::vector<DraftIssue> issues;
    if (!m_reader.read(record, columns, draft, issues)) {
        return;
    }
    m_previewed.question = toQString(draft.question);
    m_previewed.gold = toQString(draft.gold);
    SampleKeys::Draft sample;
    sample.key = draft.index.empty() ? QString::number(record.row) : toQString(draft.index);
    if (m_keys.find(sample.key.toStdString()).entry >= 0) {
        return;
    }
    for (const std::string_view option : draft.options) {
        sample.options.append(toQString(option));
    }
    sample.gold = toQString(draft.gold);
    for (const std::string_view accepted : draft.accepted) {
        sample.accepted.append(toQString(accepted));
    }
    m_keys.add(sample);
}

} // namespace winnow
