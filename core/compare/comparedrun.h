// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/scorematrix.h"
#include "core/sqlite/connection.h"

#include <QString>

#include <optional>

namespace winnow {

/// One side of a comparison: what a model said under one condition and setting, in every dataset where it
/// did.
struct ComparedRun {
    QString model;
    Condition condition = Condition::Standard;
    /// Not set = the only setting there is.
    std::optional<QString> setting;
    /// 0..K-1; -1 = the mean over all attempts.
    int attempt = -1;
    /// An import or a re-scoring of one of its runs (ScoreSets); 0 = the current one.
    qint64 scoreSet = 0;
    /// Responses that are missing score 0, as some toolkits have it.
    bool missingIsWrong = false;

    friend bool operator==(const ComparedRun&, const ComparedRun&) = default;
};

/// Two sides, and over which samples.
struct ComparisonRequest {
    ComparedRun first;
    ComparedRun second;
    /// Empty = all that both sides have responses in.
    QString dataset;
    /// Empty = all.
    QString capability;
    /// Only these samples (those that a policy keeps, a subset).
    std::optional<QVector<SampleId>> only;
};

/// What a side is called: model, condition, setting, attempt and score set, as far as they say something.
QString labelOf(const ComparedRun& side);

/// The runs of both sides in each dataset that they share. NotFound with the names there are when a model, a
/// setting, a score set or a dataset is not there; InvalidInput when several settings fit. Throws
/// sqlite::Failure; use inside Project::read.
Result<QVector<QPair<RunChoice, RunChoice>>> sharedRuns(
    sqlite::Connection& connection, const ComparisonRequest& request);

} // namespace winnow
