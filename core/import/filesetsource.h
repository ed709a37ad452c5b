// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordfiles.h"

namespace winnow {

/// The records of several files, one file after the other, as those of one source. Columns are those of all
/// of them. WrongKind when the files have different columns: they are no parts of one set.
Result<std::unique_ptr<RecordSource>> openFileSet(RecordFiles files, const ReadLimits& limits);

} // namespace winnow
