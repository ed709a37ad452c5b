// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <optional>

namespace winnow {

/// What the person can say so that an import goes on. The sentences name what is to be chosen; how that is
/// done is told by the door: a field of the form, an option of the command line.
enum class ImportRemedy {
    CheckFile,
    ReplyColumn,
    Columns,
    KeyColumn,
    WhichDataset,
    OtherDataset,
    ReplyNotKey
};

/// As an Error's advice; Columns and ReplyColumn want the columns as %1, ReplyNotKey that of the key.
Sentence importRemedy(ImportRemedy remedy);
/// Which of them an error advises.
std::optional<ImportRemedy> importRemedyOf(const Error& error);

} // namespace winnow
