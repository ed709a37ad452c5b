// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/importrequest.h"
#include "core/store/project.h"

namespace winnow {

/// Imports what a judge (a model or a person) said of samples, as flags with the verdict as evidence: columns
/// such as ground_truth_wrong, question_is_ambiguous, needs_high_resolution (DatBench, arXiv 2601.02316,
/// section on the judge), or one column that names the error. `request.model` names the judge, `request.map`
/// may give index, verdict, reason, confidence and any flag kind (label_incorrect=COLUMN). One transaction;
/// judgements of the same judge on the same dataset replace the earlier ones. Verdicts that find the sample
/// sound are kept too (JudgementStore): the detector `frontier` reads them. Not on the GUI thread.
Result<JudgementReport> importJudgements(Project& project, const ImportRequest& request, Progress& progress);

} // namespace winnow
