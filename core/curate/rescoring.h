// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/store/project.h"
#include "core/text/scorer.h"

namespace winnow {

/// What is scored anew, and how.
struct RescoreRequest {
    QString dataset;
    /// Empty = every model.
    QString model;
    ScoringRule rule;
    /// Reads the answers from the replies' texts once more; otherwise those that were read are scored.
    bool readAnew = false;
};

/// One run before and after.
struct RescoredRun {
    Run run;
    qint64 responses = 0;
    qint64 answersChanged = 0;
    qint64 scoresChanged = 0;
    /// Means over the responses that have a score; NaN when none has.
    double before = 0;
    double after = 0;
    /// The new score set; 0 = nothing changed and the old one stays.
    qint64 set = 0;
};

/// Scores the stored responses of a dataset anew: what changes becomes the run's new score set, the old one
/// stays beside it (ScoreSets). Reads and scores outside the writer, and ends in one short transaction.
/// NotFound when there is no such dataset or model, Locked when an import changed a run meanwhile, Cancelled.
/// Not on the GUI thread.
Result<QVector<RescoredRun>> rescore(Project& project, const RescoreRequest& request, Progress& progress);

} // namespace winnow
