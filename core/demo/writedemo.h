// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/demo/demobenchmark.h"
#include "core/store/project.h"

namespace winnow {

/// What writeDemo() stored.
struct DemoSummary {
    qint64 samples = 0;
    qint64 images = 0;
    qint64 models = 0;
    qint64 runs = 0;
    qint64 responses = 0;
};

/// Stores the benchmark in an open project, in one transaction: datasets marked as generated, samples with
/// their pictures embedded, models, runs and responses. The truth is not stored. Fails with AlreadyExists
/// when the project has a dataset of one of the names, with Cancelled when the progress says so; the project
/// is then as before.
Result<DemoSummary> writeDemo(Project& project, const DemoBenchmark& benchmark, Progress& progress);

} // namespace winnow
