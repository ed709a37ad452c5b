// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/knowndatasets.h"
#include "core/import/fieldmapping.h"
#include "core/store/importstore.h"

#include <QMap>

#include <optional>

namespace winnow {

/// What to import and what the user said about it; everything but the file may be left to guessing.
struct ImportRequest {
    QString file;
    std::optional<ImportRole> role;
    /// Id of an importer; empty = by content.
    QString format;
    QString dataset;
    /// Of samples; nothing = as the file says, or as is usual for a known dataset; empty = as the file says.
    std::optional<QString> capability;
    QString model;
    std::optional<Condition> condition;
    /// What tells this run from others of the same model and condition; empty = as the file or its name says.
    QString setting;
    /// From 1, of a file whose records tell none; nothing = as its name says ("run2").
    std::optional<int> attempt;
    /// field, column.
    QVector<std::pair<QString, QString>> map;
    /// The condition text of the file, our condition id.
    QVector<std::pair<QString, QString>> conditionMap;
    /// What the file calls a model, what it is called here.
    QVector<std::pair<QString, QString>> modelMap;
    QString imagesDir;
    /// Of a file that gives samples or responses: who judged the samples in it; empty = it is not read for
    /// judgements.
    QString judge;
    /// Scorer for responses without a score of their own; nothing = that of the dataset; empty = by kind of
    /// sample. Kept for a known dataset that the import makes.
    std::optional<QString> scorer;
    /// Blind cut-offs of such a dataset, of open questions and of multiple choice; nothing = as published.
    std::optional<int> blindHits;
    std::optional<int> blindHitsOfChoices;
    /// The mapping as edited or saved by a person; replaces guessing, and `map` goes before it.
    std::optional<FieldMapping> mapping;
    ReadLimits limits;
};

/// What an import says of a dataset that it makes.
struct DatasetProposal {
    /// Of the suite. Null: it is none of it, or it is there already; then only a scorer may be said.
    const KnownDataset* known = nullptr;
    /// Of its samples; empty = as in the file.
    QString capability;
    /// Scoring rule of its open questions, and why; without a reason it was asked for.
    QString scorer;
    Sentence scorerReason;
    int blindHits = 0;
    int blindHitsOfChoices = 0;
};

/// What happened to the rows of one kind.
struct ImportCounts {
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;

    qint64 total() const { return added + changed + unchanged; }
};

/// One run that an import touched.
struct ImportedRun {
    QString model;
    Condition condition = Condition::Standard;
    QString setting;
    qint64 responses = 0;
    qint64 missing = 0;
};

/// What an imported file of judgements did.
struct JudgementReport {
    QString file;
    QString dataset;
    /// The judge's name, part of the detector id "judge:NAME".
    QString judge;
    qint64 judgements = 0;
    /// Records that judge the sample sound.
    qint64 sound = 0;
    QMap<QString, qint64> flags;
    qint64 added = 0;
    qint64 kept = 0;
    qint64 resolved = 0;
    qint64 rejected = 0;
    QVector<ImportIssue> issues;
};

/// The outcome of one imported file, for people and for --json.
struct ImportReport {
    ImportId id;
    QString file;
    QString format;
    QString layout;
    QString dataset;
    DatasetProposal proposal;
    ImportRole role = ImportRole::Samples;
    FieldMapping mapping;
    ImportCounts samples;
    ImportCounts responses;
    qint64 rotations = 0;
    qint64 images = 0;
    qint64 imagesMissing = 0;
    qint64 imagesRefused = 0;
    qint64 imagesUnreadable = 0;
    qint64 missingResponses = 0;
    qint64 rejected = 0;
    qint64 warnings = 0;
    qint64 notes = 0;
    QVector<ImportedRun> runs;
    /// Plain sentences about what was guessed and decided.
    SentenceList messages;
    /// What its judgements did, where it was read for them.
    std::optional<JudgementReport> judgements;
    /// The first issues; all of them are in the project (ImportStore).
    QVector<ImportIssue> issues;
};

} // namespace winnow
