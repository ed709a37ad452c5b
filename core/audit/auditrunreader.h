// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditdataloader.h"
#include "core/audit/samplepositions.h"

#include <optional>

namespace winnow {

/// A run as the project names it.
struct RunRow {
    RunId id;
    QString model;
    QString family;
    Condition condition;
    QString setting;
};

/// One run as a reader thread brings it in: open answers coded within the run.
struct RunColumns {
    RunRow run;
    std::vector<ResponseColumn> columns;
    /// Normalised, and as first spelled.
    std::vector<QString> answers;
    std::vector<QString> spellings;
    std::optional<Error> error;
};

/// The runs of the dataset under the conditions asked for, in order of model, condition and setting.
std::vector<RunRow> readRuns(sqlite::Connection& connection, const AuditData& data, const AuditParts& parts);
/// Reads a few hundred scores of each run of the other datasets, which come in order of the samples.
void readElsewhere(sqlite::Connection& connection, AuditData& data);
/// Reads the responses of `run.run` into `run.columns` by attempt and rotation; stops early when cancelled.
void readRun(sqlite::Connection& connection, const AuditData& data, const SamplePositions& positions,
    bool probabilities, const Progress& progress, RunColumns& run);

} // namespace winnow
