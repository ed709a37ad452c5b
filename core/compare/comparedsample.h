// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparedrun.h"
#include "core/domain/sample.h"

namespace winnow {

/// A sample and what both sides said to it.
struct ComparedSample {
    Sample sample;
    /// By rotation and attempt; those of the chosen attempt alone.
    QVector<Response> first;
    QVector<Response> second;

    /// The replies to look at, as places in `first` and `second`: the first two to the same rotation and
    /// attempt that were scored otherwise, else the first of each; -1 = there is none.
    QPair<int, int> shown() const;
};

/// Errors as sharedRuns(); NotFound without the sample. Not on the GUI thread.
Result<ComparedSample> compareSample(
    const Project& project, const ComparisonRequest& request, SampleId sample);

} // namespace winnow
