// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/store/sampleindex.h"

namespace winnow {

/// A copy of the index that also knows what the models did with each sample. Reads the responses of all
/// standard runs in one snapshot: not on the GUI thread.
Result<std::shared_ptr<const SampleIndex>> withResults(
    const Project& project, const std::shared_ptr<const SampleIndex>& index, Progress& progress);

} // namespace winnow
