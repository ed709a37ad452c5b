// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/importrequest.h"
#include "core/import/recordfiles.h"
#include "core/import/responseimport.h"
#include "core/store/project.h"

namespace winnow {

class Importer;

/// What would be imported and how: shown and edited before anything is written.
struct ImportPlan {
    /// What is read; an archive stays unpacked as long as the plan is kept.
    RecordFiles files;
    SourceProfile profile;
    FieldMapping mapping;
    QString format;
    QString formatTitle;
    /// True when the mapping was remembered from a file with the same columns.
    bool remembered = false;
    /// The dataset that the file would go to, and whether it is new.
    QString dataset;
    bool newDataset = true;
    /// What is said of a new dataset that is known; what the request says goes before what is usual.
    DatasetProposal proposal;
    /// Of the first keys, how many samples of that dataset have them.
    double matchingKeys = 0;
    /// Why it cannot be imported like this, where another mapping or dataset may help (see outlineImport).
    std::optional<Error> problem;
};

/// Looks at a file without writing: kind, columns, guessed or remembered mapping, target dataset.
Result<ImportPlan> planImport(Project& project, const ImportRequest& request);
/// The same for a form: an error only where the file cannot be read as records; what is wrong with the
/// mapping or the dataset comes as the plan's problem, with the columns there are. Of a place with several
/// datasets only the files are told, with the parts to outline instead.
Result<ImportPlan> outlineImport(Project& project, const ImportRequest& request);

/// Copies the project to its backup when it holds decisions: they cannot be made again from files. Every
/// import begins with it.
Result<> backUpDecisions(Project& project, Progress& progress);

/// Imports one file in one transaction. Cancelled, failed or killed, the project is as before. Bad records
/// are in the report and do not stop the rest. Runs on the calling thread; images are read in parallel.
Result<ImportReport> runImport(Project& project, const ImportRequest& request, Progress& progress);

/// The first rows as the mapping reads them: samples as field -> text, a list for each row, and the
/// responses as they would be stored.
struct ImportPreview {
    QVector<Field> fields;
    QVector<QStringList> rows;
    QVector<PreviewedResponse> responses;
    /// What the file calls the conditions of its responses, in the order they come.
    QStringList conditions;
    /// The same of models, and what the project calls those that it has.
    QStringList models;
    QStringList knownModels;
};
/// `plan` as planImport() gave it for `request`; what the request says of the mapping goes before it.
Result<ImportPreview> previewImport(
    Project& project, const ImportRequest& request, const ImportPlan& plan, int rows = 20);

/// The issues of a report as CSV: severity, file, line, column, found, expected, sample.
QByteArray issuesToCsv(const QVector<ImportIssue>& issues);

/// A dataset name from a file's name, or from its folder's where the file's says nothing ("samples.jsonl").
QString datasetNameFor(const QString& file);

/// A model name from a file's name: MODEL_DATASET.tsv as VLMEvalKit writes it, the folder's name for the logs
/// of lmms-eval and lm-evaluation-harness, otherwise as datasetNameFor().
QString modelNameFor(const QString& file, const QString& dataset);

} // namespace winnow
