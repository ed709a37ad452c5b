// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/kitruns.h"

namespace winnow {

/// The layout of its records: the id of VlmEvalKitFormat's.
inline constexpr const char* kKitLayout = "vlmevalkit";

/// The replies of a dataset's runs, one run after the other, as records of the dataset's own columns with
/// model, response, score and what a judge read (prediction). What was chosen, passed over and joined is in
/// its notes.
Result<std::unique_ptr<RecordSource>> openKitRuns(
    const KitChoice& runs, const RecordFiles& files, const ReadLimits& limits);

} // namespace winnow
