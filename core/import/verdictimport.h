// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/response.h"
#include "core/import/issuelog.h"
#include "core/store/project.h"

namespace winnow {

/// A file of verdicts on stored replies, as a judge model or a matcher leaves it (VLMEvalKit's
/// `*_judge_*_MODEL.tsv` and result tables, DatBench's judge responses), and whose they are.
struct VerdictRequest {
    QString file;
    /// Who judged; names the score set.
    QString judge;
    QString dataset;
    /// Whose replies, where the file does not say; empty = those of the only model there is.
    QString model;
    std::optional<Condition> condition;
    /// field (index, verdict, model, condition, attempt), column; others are found by their usual names.
    QVector<std::pair<QString, QString>> map;
    ReadLimits limits;
};

/// One run and its new score set.
struct JudgedRun {
    Run run;
    /// Replies with a verdict, and those that keep the score they had.
    qint64 judged = 0;
    qint64 kept = 0;
    qint64 scoresChanged = 0;
    /// Mean scores; NaN when none has one.
    double before = 0;
    double after = 0;
    qint64 set = 0;
};

struct VerdictReport {
    QString file;
    QString dataset;
    QString judge;
    /// Columns that the verdicts and the keys stood in.
    QString verdictColumn;
    QString keyColumn;
    qint64 records = 0;
    /// Keys that no sample has, cells that are no verdict, and verdicts on replies that are not stored.
    qint64 unknownKeys = 0;
    qint64 unreadable = 0;
    qint64 withoutReply = 0;
    /// A key that came more than once: the last verdict counts.
    qint64 repeated = 0;
    QVector<JudgedRun> runs;
};

/// What a score set of that judge is called.
QString judgeSetName(const QString& judge);

/// Makes the verdicts of a file a further score set of the runs they are about, which becomes the current
/// one; what the runs had before stays beside it. Replies without a verdict keep their score and their
/// answer. NotFound: no such dataset or model; InvalidInput: no column for key or verdict (names the columns
/// there are), several models and none named, or no verdict on any stored reply. Not on the GUI thread.
Result<VerdictReport> importVerdicts(Project& project, const VerdictRequest& request, Progress& progress);

} // namespace winnow
