// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/imageresolver.h"
#include "core/import/issuelog.h"
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
        QString capability;
        bool sharedImages = false;
        /// The records are responses: several of them stand for one sample, without a word.
        bool fromResponses = false;
    };

    SampleImport(StagedSamples& rows, const ImportRequest& request, const FieldMapping& mapping,
        const Target& target, ImportReport& report, IssueLog& log);

    /// Everything is in the stage when it returns.
    Result<> run(Progress& progress);

private:
    struct Seen {
        qint64 line = 0;
        size_t hash = 0;
        /// Of its images alone.
        size_t images = 0;
        int copies = 1;
        QVector<size_t> questions;
    };
    struct Waiting {
        Sample sample;
        qint64 line = 0;
        QVector<QByteArray> imageTexts;
        QVector<bool> embedded;
        /// Of the images that came as bytes, in the order of the sample's.
        QVector<QByteArray> imageBytes;
        /// Keys of samples that hold the image.
        QStringList sharedFrom;
    };
    struct PendingRotation {
        QString base;
        int shift = 0;
        Waiting waiting;
        /// Its images are those of the base.
        bool sharesImages = false;
    };
    Result<> take(const RawRecord& record, const ColumnNames& columns);
    /// Whether a response record tells a sample that was told before; renames it when it asks something new.
    bool isKnownSample(SampleDraft& draft);
    /// False when the record is a repetition.
    bool registerKey(SampleDraft& draft);
    bool isRotation(const SampleDraft& draft, QString& base, int& shift) const;
    Sample toSample(const SampleDraft& draft) const;
    Result<> addPlain(const SampleDraft& draft);
    Waiting waitingOf(const SampleDraft& draft) const;
    void wait(Waiting waiting);
    bool isCancelled() const;
    /// An error once the import is cancelled.
    Result<> goOn() const;
    Result<> flush();
    Result<> store(Waiting& waiting);
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
    ImageResolver m_images;
    SampleDraft m_draft;
    std::vector<DraftIssue> m_issues;
    QHash<QByteArray, Seen> m_seen;
    std::vector<Waiting> m_waiting;
    qint64 m_waitingBytes = 0;
    QVector<PendingRotation> m_rotations;
    std::vector<Waiting> m_sharing;
    qint64 m_position = 0;
    QMap<KeyList, qint64> m_keyLists;
    qint64 m_withoutKey = 0;
    qint64 m_outliers = 0;
    bool m_imageKeys = false;
    bool m_hold = false;
    bool m_partial = false;
    bool m_otherEndings = false;
};

/// SHA-256 of a draft without images; the same as computeContentHash() of its sample.
QByteArray draftContentHash(const SampleDraft& draft);

/// How the options of a rotated row stand to those of the base ("BCDA": shown as A is the base's B); empty
/// when the two do not hold the same texts.
QString rotationPermutation(const QStringList& base, const QStringList& shown);

} // namespace winnow
