// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordset.h"

namespace winnow {

/// What VLMEvalKit wrote of one model and one dataset in one evaluation.
struct KitRun {
    QString model;
    QString dataset;
    /// Name of its folder; empty where the files stand in the model's.
    QString evalId;
    /// Milliseconds since 1970; 0 = unknown.
    qint64 updatedAt = 0;
    /// "pending", "infer", "eval", "done" of its status.json, and the error there; may be empty.
    QString state;
    QString error;
    /// The table of replies; empty when there is none.
    QString replies;
    /// Tables of verdicts, the final one first.
    QStringList verdicts;
    /// Files without samples, and pickles.
    QStringList figures;
    QStringList pickles;

    bool readable() const { return !replies.isEmpty() || !verdicts.isEmpty(); }
    /// Not all replies were there when it was left.
    bool unfinished() const { return state == QLatin1String("pending") || state == QLatin1String("infer"); }
};

bool anyReadable(const QVector<KitRun>& runs);

/// Every run at a place; empty when it is none of the toolkit's. Links are not followed.
QVector<KitRun> kitRunsIn(const SetPlace& place);

/// The runs of one dataset that are read, by model, and those that are passed over for them.
struct KitChoice {
    QVector<KitRun> chosen;
    QVector<KitRun> older;
};
/// Of the runs of a model with a dataset the newest that can be read and is finished, else the newest.
KitChoice chooseKitRuns(QVector<KitRun> runs);

} // namespace winnow
