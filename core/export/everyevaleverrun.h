// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "core/store/responsestore.h"

#include <QHash>
#include <QSet>

namespace winnow {

/// The two files of one run, see EveryEvalEverExporter.
class EveryEvalEverRun {
public:
    EveryEvalEverRun(
        const ExportEnd& end, const ExportLayout& layout, const Run& run, const QSet<SampleId>& kept);

    /// No file where the run answered none of the samples. Throws sqlite::Failure.
    Result<QVector<StagedFile::Written>> write();
    /// Responses without a score.
    qint64 missing() const { return m_missing; }

private:
    struct Reply {
        const ResponseStore::Block& block;
        std::size_t at;
    };
    Result<> writeReplies(BlockFile& file);
    void line(QByteArray& out, const Sample& sample, const Reply& reply, const QString& text);
    void input(QByteArray& out, const Sample& sample, const ExportRow& row) const;
    void usage(class JsonObject& object, const Reply& reply) const;
    void metadata(QByteArray& out, const Sample& sample, const Reply& reply) const;
    QByteArray summary(const StagedFile::Written& replies) const;
    QByteArray results() const;
    QString path(const QString& suffix) const;

    const ExportEnd& m_end;
    const ExportLayout& m_layout;
    const Run& m_run;
    const QSet<SampleId>& m_kept;
    ResponseStore m_responses;
    /// Seconds since the epoch when the responses came into the project.
    QString m_time;
    QString m_scorer;
    QString m_developer;
    QString m_model;
    QString m_uuid;
    /// Sum of scores and their number, by sample.
    struct Mean {
        double sum = 0;
        int count = 0;
    };
    QHash<SampleId, Mean> m_scores;
    qint64 m_rows = 0;
    qint64 m_missing = 0;
};

} // namespace winnow
