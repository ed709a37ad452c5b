// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/policy.h"
#include "core/domain/sample.h"
#include "core/errata/errata.h"
#include "core/store/project.h"

namespace winnow {

/// The errata that a project holds, with the samples they are about.
struct ProjectErrata {
    Errata errata;
    /// In the order of the source.
    QVector<Sample> samples;
};

/// Corrected questions and answers of a dataset, and samples that the policy drops because people confirmed a
/// mistake of the benchmark (FlagKind::BenchmarkFault), not because it is solved too easily. `dataset` empty
/// = the only one with errata; InvalidInput names them where there are several, NotFound what there is. Not
/// on the GUI thread.
Result<ProjectErrata> projectErrata(
    const Project& project, const Policy& policy, const QString& dataset, Progress& progress);
/// The same in the snapshot of the caller. Throws sqlite::Failure.
Result<ProjectErrata> projectErrata(
    sqlite::Connection& connection, const Policy& policy, const QString& dataset, const Progress& progress);

} // namespace winnow
