// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow {

/// A sample log of lmms-eval or lm-evaluation-harness by its name.
struct HarnessName {
    QString task;
    /// When the run began, as the file says it; later ones sort behind earlier ones.
    QString stamp;
    /// Of the totals of the same run.
    QString totals;

    bool isLog() const { return !task.isEmpty(); }
};

/// DATE_TIME_samples_TASK.jsonl (lmms-eval) or samples_TASK_TIME.jsonl (lm-evaluation-harness), without or
/// with folders before it.
HarnessName readHarnessName(const QString& file);
/// DATE_TIME_results.json or results_TIME.json.
bool isHarnessTotals(const QString& file);
/// The model of a log: as the totals beside it name it, else the folder it is in; empty for files that are
/// named otherwise.
QString harnessModel(const QString& file);

} // namespace winnow
