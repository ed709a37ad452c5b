// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/store/sampleindex.h"

namespace winnow {

/// A copy of the index that also knows each sample's mean score over the standard runs; NaN where none
/// answered. Reads all responses: not on the GUI thread.
Result<std::shared_ptr<const SampleIndex>> withAccuracy(
    const Project& project, const std::shared_ptr<const SampleIndex>& index, Progress& progress);

} // namespace winnow
