// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/run/auditrunner.h"
#include "core/demo/writedemo.h"
#include "tests/support/testproject.h"

namespace winnow::test {

/// A small generated benchmark at `path`, audited when wanted. Without pictures unless asked for.
inline Result<std::shared_ptr<Project>> makeDemoProject(
    const QString& path, int samples, int models, bool audited, bool pictures = false)
{
    auto project = Project::create(path);
    if (!project) {
        return project;
    }
    SilentProgress progress;
    const auto benchmark = DemoBenchmark::generate(
        {.samples = samples, .models = models, .seed = 7, .renderImages = pictures});
    if (!benchmark) {
        return tl::unexpected<Error>(benchmark.error());
    }
    WINNOW_TRY(writeDemo(**project, *benchmark, progress));
    if (audited) {
        WINNOW_TRY(AuditRunner(**project).run({}, progress));
    }
    return project;
}

} // namespace winnow::test
