// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/store/scoresets.h"

#include <QStringList>

namespace winnow {

/// What can be one side of a comparison: the runs of a model under one condition and setting.
struct ComparableRun {
    QString model;
    Condition condition = Condition::Standard;
    QString setting;
    QStringList datasets;
    /// How often the sample asked most often was asked.
    int attempts = 1;
    /// Score sets of runs that have older ones too, oldest first, and the dataset of each.
    QVector<QPair<QString, ScoreSet>> scores;
};

/// By model, condition and setting. Throws sqlite::Failure; use inside Project::read.
QVector<ComparableRun> comparableRuns(sqlite::Connection& connection);

} // namespace winnow
