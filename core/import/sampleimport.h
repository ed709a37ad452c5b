// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/rotationresolver.h"
#include "core/import/steplinks.h"
#include "core/store/stagedsamples.h"

#include <QMap>
#include <QSet>

namespace winnow {

/// Reads the samples of one file into the stage of an import.
class SampleImport {
public:
    struct Target {
        QString name;
        /// The dataset has no samples yet.
        bool fresh = false;
        /// Samples of it have rotations.
        bool hasRotations = false;
        /// What samples of it are steps of, by source index.
        QHash<QString, QString> steps;
        QString capability;
        bool sharedImages = false;
        /// The records are responses: several of them stand for one sample, without a word.
        bool fromResponses = false;
    };

    SampleImport(StagedSamples& rows, const ImportRequest& request, const RecordFiles& files,
        const FieldMapping& mapping, const Target& target, ImportReport& report, IssueLog& log);

    /// Everything is in the stage when it returns.
    Result<> run(Progress& progress);

private:
    Result<> take(const RawRecord& record, const ColumnNames& columns);
    Sample toSample(const SampleDraft& draft) const;
    Result<> addPlain(const SampleDraft& draft);
    WaitingSample waitingOf(const SampleDraft& draft) const;
    Result<> flush();
    Result<> store(WaitingSample& waiting);
    /// A file of answers alone must not empty the questions that are there.
    void keepWhatTheFileDoesNotTell(Sample& sample);
    void inventOptions();
    /// How the keys were understood, with counts.
    void tellKeys();
    Result<> resolveRotations();
    /// Samples whose image cell is the key of the sample that holds the image (VLMEvalKit).
    Result<> storeSharing();
    QString keyOf(const QString& index) const { return m_target.name + u'/' + index; }

    StagedSamples& m_rows;
    const ImportRequest& m_request;
    FieldMapping m_mapping;
    Target m_target;
    ImportReport& m_report;
    IssueLog& m_log;
    SampleReader m_reader;
    KeyRegistry m_keys;
    RotationResolver m_rotations;
    StepLinks m_steps;
    ImageBatch m_images;
    SampleDraft m_draft;
    std::vector<DraftIssue> m_issues;
    std::vector<WaitingSample> m_sharing;
    qint64 m_position = 0;
    QMap<KeyList, qint64> m_keyLists;
    qint64 m_withoutKey = 0;
    qint64 m_outliers = 0;
    bool m_hold = false;
    bool m_partial = false;
};

/// SHA-256 of a draft without images; the same as computeContentHash() of its sample.
QByteArray draftContentHash(const SampleDraft& draft);

} // namespace winnow
