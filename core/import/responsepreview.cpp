// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the first responses of a file would be stored as.

#include "core/import/responseimport.h"

#include "core/import/recordloop.h"
#include "core/import/utf8.h"

namespace winnow {

Result<QVector<PreviewedResponse>> ResponseImport::preview(int rows, bool withSamples)
{
    QVector<PreviewedResponse> previewed;
    m_preview = &previewed;
    if (withSamples) {
        m_report.role = ImportRole::Both;
    }
    WINNOW_TRY(prepare());
    m_reader.acceptBare(true);
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        previewRecord(record, source.columns(), withSamples);
        return previewed.size() < rows;
    };
    WINNOW_TRY(loop.run(m_request.file, m_request.limits));
    previewed.resize(qMin<qsizetype>(previewed.size(), rows));
    return previewed;
}

void ResponseImport::previewRecord(const RawRecord& record, const ColumnNames& columns, bool withSamples)
{
    m_draft.clear();
    m_previewed = {};
    m_previewed.sample = m_mapping.has(Field::Index) ? toQString(m_reader.key(record, columns, m_draft))
                                                     : QString::number(record.row);
    if (withSamples) {
        draftSample(record, columns);
    }
    const qsizetype told = m_report.issues.size();
    take(record, columns);
    for (const ImportIssue& issue : m_report.issues.mid(told)) {
        if (issue.severity == ImportIssue::Severity::Rejected) {
            PreviewedResponse response;
            response.sample = m_previewed.sample;
            response.rejected = Sentence::of(QT_TRANSLATE_NOOP("Import", "rejected: \"%1\", expected is %2"))
                                    .arg(issue.found, issue.expected);
            m_preview->append(response);
        }
    }
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
