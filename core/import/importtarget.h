// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importjob.h"

namespace winnow {

/// Decides which dataset a file belongs to and whether its records are samples, responses or both, given what
/// the project holds. Fills `plan`. An error when responses fit nowhere.
Result<> chooseTarget(Project& project, const ImportRequest& request, ImportPlan& plan);

} // namespace winnow
