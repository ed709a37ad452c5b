// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdataloader.h"
#include "core/responses/responsetable.h"

#include <optional>

namespace winnow {

/// One run as a reader thread brings it in: open answers coded within the run.
struct RunColumns {
    Run run;
    std::vector<ResponseColumn> columns;
    /// Normalised, and as first spelled.
    std::vector<QString> answers;
    std::vector<QString> spellings;
    std::optional<Error> error;
};

/// The runs of the dataset under the conditions asked for, in order of model, condition and setting.
std::vector<Run> readRuns(sqlite::Connection& connection, const AuditData& data, const AuditParts& parts);
/// Reads a few hundred scores of each run of the other datasets, which come in order of the samples.
void readElsewhere(sqlite::Connection& connection, AuditData& data);
/// What detectors see of the responses of a run.
void viewRun(const AuditData& data, const RunResponses& responses, RunColumns& run);

} // namespace winnow
