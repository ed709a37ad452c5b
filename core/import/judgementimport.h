// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/importrequest.h"
#include "core/store/project.h"

#include <QMap>

namespace winnow {

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

/// Imports what a judge (a model or a person) said of samples, as flags with the verdict as evidence: columns
/// such as ground_truth_wrong, question_is_ambiguous, needs_high_resolution (DatBench, arXiv 2601.02316,
/// section on the judge), or one column that names the error. `request.model` names the judge, `request.map`
/// may give index, verdict, reason, confidence and any flag kind (label_incorrect=COLUMN). One transaction;
/// judgements of the same judge on the same dataset replace the earlier ones. Verdicts that find the sample
/// sound are kept too (JudgementStore): the detector `frontier` reads them. Not on the GUI thread.
Result<JudgementReport> importJudgements(Project& project, const ImportRequest& request, Progress& progress);

} // namespace winnow
